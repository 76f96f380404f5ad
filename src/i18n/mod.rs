//! Every word of the interface, in every language. Pure: what writes numbers and dates comes in as a
//! [`LocaleFormat`].
//!
//! A message is its English text. Places in it stand in braces, and a translation has the same ones, in
//! its own order. The catalogues lie in `i18n/`.

mod format;
mod locale;
pub mod messages;

use std::borrow::Cow;

pub use format::TimelineEvent;
pub use locale::{LANGUAGES, Language, negotiate};

use serde_json::Value;

use crate::proposal::Time;

/// Words of the program, or of GitHub.
pub type Str = Cow<'static, str>;

/// How a language writes numbers, dates and ages. In a browser, `Intl` knows.
pub trait LocaleFormat: Send + Sync {
    /// The plural category of a number: `zero`, `one`, `two`, `few`, `many` or `other`.
    fn plural(&self, count: usize) -> String;
    /// A number with its separators.
    fn number(&self, value: usize) -> String;
    /// "3 months ago", "in 2 hours", "yesterday".
    fn relative_time(&self, time: Time, now: Time) -> String;
    /// "3 months", "2 hours". None within the same minute.
    fn duration(&self, time: Time, now: Time) -> Option<String>;
    /// Day and time in full.
    fn long_datetime(&self, time: Time) -> String;
    /// The day in UTC, with the year: the builder, which knows of no other time zone, writes the same.
    fn day(&self, time: Time) -> String;
    /// The day of a time near now, without the year.
    fn short_date(&self, time: Time) -> String;
    /// Hour and minute.
    fn time(&self, time: Time) -> String;
}

/// The translations of a language, by English message. A plural form has the suffix of its category: `_one`.
pub type Messages = serde_json::Map<String, Value>;

/// The messages and formats of a language.
pub struct Catalog {
    /// Which one.
    pub language: Language,
    messages: Messages,
    locale_format: Box<dyn LocaleFormat>,
}

impl std::fmt::Debug for Catalog {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("Catalog").field(&self.language).finish()
    }
}

impl Catalog {
    /// Returns the English messages.
    pub fn english(format: Box<dyn LocaleFormat>) -> Self {
        Catalog::new(Language::default(), Messages::new(), format)
    }

    /// Returns the messages of a file of `locales/`. Returns `None` if it is not a JSON object.
    pub fn parse(language: Language, json: &str, format: Box<dyn LocaleFormat>) -> Option<Self> {
        let Ok(Value::Object(messages)) = serde_json::from_str(json) else { return None };
        Some(Catalog::new(language, messages, format))
    }

    /// Returns the messages of this language, as far as they are translated. The others are English.
    pub fn new(language: Language, messages: Messages, locale_format: Box<dyn LocaleFormat>) -> Self {
        Catalog { language, messages, locale_format }
    }

    fn translated(&self, key: &str, english: &'static str) -> Str {
        let known = self.messages.get(key).and_then(Value::as_str);
        known.map_or(Str::Borrowed(english), |known| Str::Owned(known.to_owned()))
    }

    /// A message.
    pub fn get(&self, message: &'static str) -> Str {
        self.translated(message, message)
    }

    /// A message with places.
    fn format(&self, message: &'static str, places: &[(&str, &str)]) -> String {
        self.interpolate(&self.get(message), places)
    }

    /// The message that the language wants with this number.
    fn plural(
        &self,
        count: usize,
        one: &'static str,
        other: &'static str,
        places: &[(&str, &str)],
    ) -> String {
        let key = format!("{other}_{}", self.locale_format.plural(count));
        let message = self.translated(&key, if count == 1 { one } else { other });
        let count = self.locale_format.number(count);
        let mut places = places.to_vec();
        places.push(("count", &count));
        self.interpolate(&message, &places)
    }

    fn interpolate(&self, message: &str, places: &[(&str, &str)]) -> String {
        let mut text = String::new();
        let mut rest = message;
        while let Some((before, after)) = rest.split_once('{') {
            text.push_str(before);
            let (name, after) = after.split_once('}').unwrap_or((after, ""));
            let value = places.iter().find(|(place, _)| *place == name).map_or("", |(_, value)| value);
            self.bidi_isolate(value, &mut text);
            rest = after;
        }
        text.push_str(rest);
        text
    }

    /// A value of the other direction keeps it among these words, and turns none of them.
    fn bidi_isolate(&self, value: &str, text: &mut String) {
        let value: String = value.chars().filter(|c| !locale::is_bidi_control(*c)).collect();
        let is_foreign = if self.language.is_right_to_left() {
            value.bytes().any(|byte| byte.is_ascii_alphabetic())
        } else {
            value.chars().any(locale::is_right_to_left)
        };
        if is_foreign {
            text.push('\u{2068}');
            text.push_str(&value);
            text.push('\u{2069}');
        } else {
            text.push_str(&value);
        }
    }

    /// What stands before and after a place that an element fills.
    fn split_around(&self, message: &'static str, place: &str) -> (String, String) {
        let text = self.get(message);
        let (before, after) = text.split_once(place).unwrap_or((&text, ""));
        (before.to_owned(), after.to_owned())
    }
}

#[cfg(test)]
mod tests;
