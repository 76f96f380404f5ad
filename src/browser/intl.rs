//! Numbers, plurals, dates and ages in the visitor's language, by the browser's `Intl`.

use js_sys::Intl::{DateTimeFormat, NumberFormat, PluralRules, RelativeTimeFormat};
use js_sys::{Array, Date, Function, Object, Reflect};
use wasm_bindgen::JsValue;

use crate::i18n::{Language, LocaleFormat};
use crate::proposal::Time;

/// The `Intl` objects of one language. Those that every card needs are kept: making one takes the
/// browser half a millisecond.
pub struct IntlFormat {
    locales: Array,
    number: Function,
    plural: PluralRules,
    relative: RelativeTimeFormat,
    relative_numeric: RelativeTimeFormat,
    long_datetime: Function,
    date: Function,
}

impl IntlFormat {
    /// Returns the formats of a language.
    pub fn new(language: Language) -> Self {
        let locales = Array::of1(&JsValue::from_str(language.tag()));
        let relative = |numeric| RelativeTimeFormat::new(&locales, &options(&[("numeric", numeric)]));
        IntlFormat {
            number: NumberFormat::new(&locales, &Object::new()).format(),
            plural: PluralRules::new(&locales, &Object::new()),
            relative: relative("auto"),
            // "last month" does not fit into a sentence in every language, where "yesterday" does.
            relative_numeric: relative("always"),
            long_datetime: date_format(&locales, &[("dateStyle", "long"), ("timeStyle", "short")]),
            date: date_format(&locales, &[("dateStyle", "medium"), ("timeZone", "UTC")]),
            locales,
        }
    }

    fn format_date(&self, parts: &[(&str, &str)], time: Time) -> String {
        call(&date_format(&self.locales, parts), &js_date(time))
    }
}

impl LocaleFormat for IntlFormat {
    fn plural(&self, count: usize) -> String {
        self.plural.select(count as f64).into()
    }

    fn number(&self, value: usize) -> String {
        call(&self.number, &JsValue::from_f64(value as f64))
    }

    fn relative_time(&self, time: Time, now: Time) -> String {
        let (value, unit) = largest_unit(time, now).unwrap_or((0, "second"));
        let format = if matches!(unit, "month" | "year") { &self.relative_numeric } else { &self.relative };
        format.format(value as f64, unit).into()
    }

    fn duration(&self, time: Time, now: Time) -> Option<String> {
        let (value, unit) = largest_unit(time, now)?;
        let style = options(&[("style", "unit"), ("unit", unit), ("unitDisplay", "long")]);
        let format = NumberFormat::new(&self.locales, &style).format();
        Some(call(&format, &JsValue::from_f64(value.abs() as f64)))
    }

    fn long_datetime(&self, time: Time) -> String {
        call(&self.long_datetime, &js_date(time))
    }

    fn day(&self, time: Time) -> String {
        call(&self.date, &js_date(time))
    }

    fn short_date(&self, time: Time) -> String {
        self.format_date(&[("weekday", "short"), ("day", "numeric"), ("month", "long")], time)
    }

    fn time(&self, time: Time) -> String {
        self.format_date(&[("hour", "2-digit"), ("minute", "2-digit"), ("hourCycle", "h23")], time)
    }
}

/// Returns the distance from `now` to `time` in the largest unit that fits, negative for the past; `None`
/// within the same minute.
fn largest_unit(time: Time, now: Time) -> Option<(i64, &'static str)> {
    const UNITS: [(i64, &str); 5] =
        [(365 * 86_400, "year"), (30 * 86_400, "month"), (86_400, "day"), (3_600, "hour"), (60, "minute")];
    let seconds = (time - now).num_seconds();
    let (length, unit) = UNITS.into_iter().find(|(length, _)| seconds.abs() >= *length)?;
    Some((seconds / length, unit))
}

fn date_format(locales: &Array, parts: &[(&str, &str)]) -> Function {
    DateTimeFormat::new(locales, &options(parts)).format()
}

/// Formats a value; one that the format refuses becomes an empty text.
fn call(format: &Function, value: &JsValue) -> String {
    format.call1(&JsValue::UNDEFINED, value).ok().and_then(|text| text.as_string()).unwrap_or_default()
}

fn js_date(time: Time) -> Date {
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
