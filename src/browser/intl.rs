//! Numbers, plurals, dates and ages in the reader's language, by the browser's `Intl`.

use js_sys::Intl::{DateTimeFormat, NumberFormat, PluralRules, RelativeTimeFormat};
use js_sys::{Array, Date, Function, Object, Reflect};
use wasm_bindgen::JsValue;

use crate::i18n::{Language, LocaleFormat};
use crate::proposal::Time;

/// What writes them. What every card needs is kept: to make one of these takes the browser half a
/// millisecond.
pub struct Intl {
    languages: Array,
    number: Function,
    plural: PluralRules,
    age: RelativeTimeFormat,
    long_age: RelativeTimeFormat,
    exact: Function,
    day: Function,
}

impl Intl {
    /// In this language.
    pub fn new(language: Language) -> Self {
        let languages = Array::of1(&JsValue::from_str(language.tag()));
        let age = |numeric| RelativeTimeFormat::new(&languages, &options(&[("numeric", numeric)]));
        Intl {
            number: NumberFormat::new(&languages, &Object::new()).format(),
            plural: PluralRules::new(&languages, &Object::new()),
            age: age("auto"),
            // "last month" does not stand in a sentence everywhere, where "yesterday" does.
            long_age: age("always"),
            exact: date_format(&languages, &[("dateStyle", "long"), ("timeStyle", "short")]),
            day: date_format(&languages, &[("dateStyle", "medium"), ("timeZone", "UTC")]),
            languages,
        }
    }

    fn date(&self, parts: &[(&str, &str)], time: Time) -> String {
        written(&date_format(&self.languages, parts), &date(time))
    }
}

impl LocaleFormat for Intl {
    fn plural(&self, count: usize) -> String {
        self.plural.select(count as f64).into()
    }

    fn number(&self, value: usize) -> String {
        written(&self.number, &JsValue::from_f64(value as f64))
    }

    fn relative_time(&self, time: Time, now: Time) -> String {
        let (value, unit) = span(time, now).unwrap_or((0, "second"));
        let age = if matches!(unit, "month" | "year") { &self.long_age } else { &self.age };
        age.format(value as f64, unit).into()
    }

    fn duration(&self, time: Time, now: Time) -> Option<String> {
        let (value, unit) = span(time, now)?;
        let style = options(&[("style", "unit"), ("unit", unit), ("unitDisplay", "long")]);
        let format = NumberFormat::new(&self.languages, &style).format();
        Some(written(&format, &JsValue::from_f64(value.abs() as f64)))
    }

    fn long_datetime(&self, time: Time) -> String {
        written(&self.exact, &date(time))
    }

    fn day(&self, time: Time) -> String {
        written(&self.day, &date(time))
    }

    fn short_date(&self, time: Time) -> String {
        self.date(&[("weekday", "short"), ("day", "numeric"), ("month", "long")], time)
    }

    fn time(&self, time: Time) -> String {
        self.date(&[("hour", "2-digit"), ("minute", "2-digit"), ("hourCycle", "h23")], time)
    }
}

/// How long it is from `now` to `time`, in the largest unit that fits; negative if it was before. None
/// within the same minute.
fn span(time: Time, now: Time) -> Option<(i64, &'static str)> {
    const UNITS: [(i64, &str); 5] =
        [(365 * 86_400, "year"), (30 * 86_400, "month"), (86_400, "day"), (3_600, "hour"), (60, "minute")];
    let seconds = (time - now).num_seconds();
    let (length, unit) = UNITS.into_iter().find(|(length, _)| seconds.abs() >= *length)?;
    Some((seconds / length, unit))
}

fn date_format(languages: &Array, parts: &[(&str, &str)]) -> Function {
    DateTimeFormat::new(languages, &options(parts)).format()
}

/// What a format makes of a value. Of a value that it cannot write, nothing.
fn written(format: &Function, value: &JsValue) -> String {
    format.call1(&JsValue::UNDEFINED, value).ok().and_then(|text| text.as_string()).unwrap_or_default()
}

fn date(time: Time) -> Date {
    Date::new(&JsValue::from_f64(time.timestamp_millis() as f64))
}

fn options(pairs: &[(&str, &str)]) -> Object {
    let options = Object::new();
    for (key, value) in pairs {
        // Setting a property of a plain object cannot fail.
        let _ = Reflect::set(&options, &JsValue::from_str(key), &JsValue::from_str(value));
    }
    options
}
