//! The messages of a language, and how values are put into them.

use std::borrow::Cow;
use std::fmt;

use serde_json::{Map, Value};

use super::{Language, LocaleFormat, locale};
use crate::proposal::replace_controls;

/// A text of the interface: English ones are borrowed, translated ones owned.
pub type Str = Cow<'static, str>;

/// The messages and formats of a language.
pub struct Catalog {
    /// The language.
    pub language: Language,
    /// Translations by English message. The key of a plural form ends with its category: `_one`.
    messages: Map<String, Value>,
    pub(super) locale_format: Box<dyn LocaleFormat>,
}

impl fmt::Debug for Catalog {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Catalog").field(&self.language).finish()
    }
}

impl Catalog {
    /// Returns the English messages.
    pub fn english(format: Box<dyn LocaleFormat>) -> Self {
        Catalog { language: Language::default(), messages: Map::new(), locale_format: format }
    }

    /// Parses a file of `locales/`, a flat JSON object. Returns `None` if it is not an object. What it lacks, and
    /// values that are not text, stay English.
    pub fn parse(language: Language, json: &str, format: Box<dyn LocaleFormat>) -> Option<Self> {
        let Ok(Value::Object(messages)) = serde_json::from_str(json) else { return None };
        Some(Catalog { language, messages, locale_format: format })
    }

    fn translated(&self, key: &str, english: &'static str) -> Str {
        let known = self.messages.get(key).and_then(Value::as_str);
        known.map_or(Str::Borrowed(english), |known| Str::Owned(known.to_owned()))
    }

    /// Returns a message without arguments.
    pub fn get(&self, message: &'static str) -> Str {
        self.translated(message, message)
    }

    /// Returns a message with its arguments, by the names of its placeholders.
    pub(super) fn format(&self, message: &'static str, arguments: &[(&str, &str)]) -> String {
        self.interpolate(&self.get(message), arguments)
    }

    /// Returns the plural form of a message for a count, which is the argument `{count}`.
    pub(super) fn plural(
        &self,
        count: usize,
        one: &'static str,
        other: &'static str,
        arguments: &[(&str, &str)],
    ) -> String {
        let key = format!("{other}_{}", self.locale_format.plural(count));
        let message = self.translated(&key, if count == 1 { one } else { other });
        let count = self.locale_format.number(count);
        let mut arguments = arguments.to_vec();
        arguments.push(("count", &count));
        self.interpolate(&message, &arguments)
    }

    /// Replaces the placeholders in braces. An unknown one is removed.
    pub(super) fn interpolate(&self, message: &str, arguments: &[(&str, &str)]) -> String {
        let mut text = String::new();
        let mut rest = message;
        while let Some((before, after)) = rest.split_once('{') {
            text.push_str(before);
            let (name, after) = after.split_once('}').unwrap_or((after, ""));
            let value = arguments.iter().find(|(known, _)| *known == name).map_or("", |(_, value)| value);
            self.bidi_isolate(value, &mut text);
            rest = after;
        }
        text.push_str(rest);
        text
    }

    /// Appends a value. Replaces its control characters, and wraps it in bidi isolates if it is of the opposite direction.
    fn bidi_isolate(&self, value: &str, text: &mut String) {
        let value = replace_controls(value);
        let is_opposite = if self.language.is_right_to_left() {
            value.bytes().any(|byte| byte.is_ascii_alphabetic())
        } else {
            value.chars().any(locale::is_right_to_left)
        };
        if is_opposite {
            text.push('\u{2068}');
            text.push_str(&value);
            text.push('\u{2069}');
        } else {
            text.push_str(&value);
        }
    }

    /// Returns what stands before and after a placeholder, which the caller fills with an element.
    pub(super) fn split_around(&self, message: &'static str, placeholder: &str) -> (String, String) {
        let text = self.get(message);
        let (before, after) = text.split_once(placeholder).unwrap_or((&text, ""));
        (before.to_owned(), after.to_owned())
    }
}
