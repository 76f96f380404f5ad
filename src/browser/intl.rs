//! Numbers, plurals, dates and ages in the reader's language, by the browser's `Intl`.

use js_sys::Intl::{DateTimeFormat, NumberFormat, PluralRules, RelativeTimeFormat};
use js_sys::{Array, Date, Function, Object, Reflect};
use wasm_bindgen::JsValue;

use crate::proposal::Time;

/// The language of the words, and so of the numbers and dates between them.
const LANGUAGE: &str = "en";

/// What writes them. To make one of these takes the browser half a millisecond, so they are kept.
struct Formats {
    number: Function,
    plural: PluralRules,
    age: RelativeTimeFormat,
    exact: Function,
    day: Function,
    near_day: Function,
    hour: Function,
}

thread_local! {
    static FORMATS: Formats = Formats::new();
}

fn languages() -> Array {
    Array::of1(&JsValue::from_str(LANGUAGE))
}

impl Formats {
    fn new() -> Self {
        let languages = languages();
        let date = |parts: &[(&str, &str)]| DateTimeFormat::new(&languages, &options(parts)).format();
        Formats {
            number: NumberFormat::new(&languages, &Object::new()).format(),
            plural: PluralRules::new(&languages, &Object::new()),
            age: RelativeTimeFormat::new(&languages, &options(&[("numeric", "auto")])),
            exact: date(&[("dateStyle", "long"), ("timeStyle", "short")]),
            day: date(&[("dateStyle", "medium")]),
            near_day: date(&[("weekday", "short"), ("day", "numeric"), ("month", "long")]),
            hour: date(&[("hour", "2-digit"), ("minute", "2-digit"), ("hourCycle", "h23")]),
        }
    }
}

/// A number with its separators.
pub fn number(value: usize) -> String {
    FORMATS.with(|formats| written(&formats.number, &JsValue::from_f64(value as f64)))
}

/// Whether the language takes the singular with this number.
pub fn is_one(value: usize) -> bool {
    FORMATS.with(|formats| formats.plural.select(value as f64) == "one")
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

/// "3 months ago", "in 2 hours", "yesterday".
pub fn relative(time: Time, now: Time) -> String {
    let (value, unit) = span(time, now).unwrap_or((0, "second"));
    FORMATS.with(|formats| formats.age.format(value as f64, unit).into())
}

/// "3 months", "2 hours". None within the same minute.
pub fn duration(time: Time, now: Time) -> Option<String> {
    let (value, unit) = span(time, now)?;
    let style = options(&[("style", "unit"), ("unit", unit), ("unitDisplay", "long")]);
    let format = NumberFormat::new(&languages(), &style).format();
    Some(written(&format, &JsValue::from_f64(value.abs() as f64)))
}

/// Day and time in full.
pub fn exact(time: Time) -> String {
    FORMATS.with(|formats| written(&formats.exact, &date(time)))
}

/// The day, with the year.
pub fn day(time: Time) -> String {
    FORMATS.with(|formats| written(&formats.day, &date(time)))
}

/// The day of a time near now, without the year.
pub fn near_day(time: Time) -> String {
    FORMATS.with(|formats| written(&formats.near_day, &date(time)))
}

/// Hour and minute.
pub fn hour(time: Time) -> String {
    FORMATS.with(|formats| written(&formats.hour, &date(time)))
}

/// As HTML's `datetime` wants it.
pub fn machine(time: Time) -> String {
    date(time).to_iso_string().into()
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
