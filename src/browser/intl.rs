//! Numbers, plurals, dates and ages in the reader's language, by the browser's `Intl`.

use js_sys::Intl::{PluralRules, RelativeTimeFormat};
use js_sys::{Array, Date, Number, Object, Reflect};
use wasm_bindgen::JsValue;

use crate::proposal::Time;

/// The language of the words, and so of the numbers and dates between them.
const LANGUAGE: &str = "en";

/// A number with its separators.
pub fn number(value: usize) -> String {
    Number::from(value as f64).to_locale_string(LANGUAGE).into()
}

/// Whether the language takes the singular with this number.
pub fn is_one(value: usize) -> bool {
    PluralRules::new(&languages(), &Object::new()).select(value as f64) == "one"
}

/// "3 months ago", "in 2 hours", "yesterday".
pub fn relative(time: Time, now: Time) -> String {
    const UNITS: [(i64, &str); 5] =
        [(365 * 86_400, "year"), (30 * 86_400, "month"), (86_400, "day"), (3_600, "hour"), (60, "minute")];
    let seconds = (time - now).num_seconds();
    let (length, unit) =
        UNITS.into_iter().find(|(length, _)| seconds.abs() >= *length).unwrap_or((1, "second"));
    let value = if length == 1 { 0 } else { seconds / length };
    RelativeTimeFormat::new(&languages(), &options(&[("numeric", "auto")])).format(value as f64, unit).into()
}

/// Day and time in full.
pub fn exact(time: Time) -> String {
    date(time).to_locale_string(LANGUAGE, &options(&[("dateStyle", "long"), ("timeStyle", "short")])).into()
}

/// The day, with the year.
pub fn day(time: Time) -> String {
    date(time).to_locale_date_string(LANGUAGE, &options(&[("dateStyle", "medium")])).into()
}

/// The day of a time near now, without the year.
pub fn near_day(time: Time) -> String {
    let parts = [("weekday", "short"), ("day", "numeric"), ("month", "long")];
    date(time).to_locale_date_string(LANGUAGE, &options(&parts)).into()
}

/// Hour and minute.
pub fn hour(time: Time) -> String {
    let parts = [("hour", "2-digit"), ("minute", "2-digit"), ("hourCycle", "h23")];
    date(time).to_locale_string(LANGUAGE, &options(&parts)).into()
}

/// As HTML's `datetime` wants it.
pub fn machine(time: Time) -> String {
    date(time).to_iso_string().into()
}

fn date(time: Time) -> Date {
    Date::new(&JsValue::from_f64(time.timestamp_millis() as f64))
}

fn languages() -> Array {
    Array::of1(&JsValue::from_str(LANGUAGE))
}

fn options(pairs: &[(&str, &str)]) -> Object {
    let options = Object::new();
    for (key, value) in pairs {
        // Setting a property of a plain object cannot fail.
        let _ = Reflect::set(&options, &JsValue::from_str(key), &JsValue::from_str(value));
    }
    options
}
