//! Numbers, plurals, dates and ages in the visitor's language, by the browser's `Intl`.
//!
//! An old browser may lack a part of it, and a host page may have broken one. Then plain forms stand in.

#[cfg(feature = "browser")]
use chrono::NaiveDate;
use js_sys::Intl::{DateTimeFormat, NumberFormat, PluralRules, RelativeTimeFormat};
use js_sys::{Array, Date, Function, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

use crate::i18n::{Language, LocaleFormat, age};
#[cfg(feature = "browser")]
use crate::proposal::parse_date;
use crate::proposal::{DateOrTime, Time, to_iso8601};

/// Milliseconds in a day.
const DAY_MS: i64 = 86_400_000;

/// The `Intl` objects of one language. Those that every card needs are kept: making one takes the
/// browser half a millisecond.
pub struct IntlFormat {
    locales: Array,
    number: Option<Function>,
    plural: Option<PluralRules>,
    relative: Option<RelativeTimeFormat>,
    relative_numeric: Option<RelativeTimeFormat>,
    long_datetime: Option<Function>,
    date: Option<Function>,
}

impl IntlFormat {
    /// Returns the formats of a language.
    pub fn new(language: Language) -> Self {
        let locales = Array::of1(&JsValue::from_str(language.tag()));
        let relative = |numeric| create(&locales, "RelativeTimeFormat", &[("numeric", numeric)]);
        IntlFormat {
            number: number_format(&locales, &[]),
            plural: create(&locales, "PluralRules", &[]),
            relative: relative("auto"),
            // "last month" does not fit into a sentence in every language, where "yesterday" does.
            relative_numeric: relative("always"),
            long_datetime: date_format(&locales, &[("dateStyle", "long"), ("timeStyle", "short")]),
            date: date_format(&locales, &[("dateStyle", "medium"), ("timeZone", "UTC")]),
            locales,
        }
    }

    fn format_date(&self, parts: &[(&str, &str)], time: Time) -> Option<String> {
        call(date_format(&self.locales, parts).as_ref(), &js_date(time))
    }
}

impl LocaleFormat for IntlFormat {
    fn plural(&self, count: usize) -> String {
        match &self.plural {
            Some(plural) => plural.select(count as f64).into(),
            None => if count == 1 { "one" } else { "other" }.to_owned(),
        }
    }

    fn number(&self, value: usize) -> String {
        let number = call(self.number.as_ref(), &JsValue::from_f64(value as f64));
        number.unwrap_or_else(|| value.to_string())
    }

    fn relative_time(&self, time: Time, now: Time) -> String {
        let (value, unit) = age(time, now, local_day).unwrap_or((0, "second"));
        let format = if matches!(unit, "month" | "year") { &self.relative_numeric } else { &self.relative };
        match format {
            Some(format) => format.format(-value as f64, unit).into(),
            None => self.day(time),
        }
    }

    fn duration(&self, time: Time, now: Time) -> Option<String> {
        let (value, unit) = age(time, now, local_day)?;
        let style = [("style", "unit"), ("unit", unit), ("unitDisplay", "long")];
        let duration = call(number_format(&self.locales, &style).as_ref(), &JsValue::from_f64(value as f64));
        Some(duration.unwrap_or_else(|| self.day(time)))
    }

    fn long_datetime(&self, time: Time) -> String {
        call(self.long_datetime.as_ref(), &js_date(time)).unwrap_or_else(|| to_iso8601(time))
    }

    fn day(&self, time: Time) -> String {
        call(self.date.as_ref(), &js_date(time)).unwrap_or_else(|| iso_day(time))
    }

    fn short_date(&self, date: DateOrTime) -> String {
        let mut parts = vec![("weekday", "short"), ("day", "numeric"), ("month", "long")];
        if matches!(date, DateOrTime::Date(_)) {
            parts.push(("timeZone", "UTC"));
        }
        self.format_date(&parts, date.time()).unwrap_or_else(|| iso_day(date.time()))
    }

    fn time(&self, time: Time) -> String {
        let parts = [("hour", "2-digit"), ("minute", "2-digit"), ("hourCycle", "h23")];
        self.format_date(&parts, time).unwrap_or_else(|| to_iso8601(time))
    }

    fn time_in_zone(&self, time: Time, zone: &str) -> String {
        let parts = [
            ("hour", "2-digit"),
            ("minute", "2-digit"),
            ("hourCycle", "h23"),
            ("timeZone", zone),
            ("timeZoneName", "short"),
        ];
        self.format_date(&parts, time).unwrap_or_else(|| to_iso8601(time))
    }
}

/// Returns the calendar day of a time in a zone of the IANA time zone database; in UTC if the browser does not know it.
#[cfg(feature = "browser")]
pub fn day_in_zone(time: Time, zone: &str) -> NaiveDate {
    // Swedish writes dates as ISO 8601 has them.
    let locales = Array::of1(&JsValue::from_str("sv"));
    let parts = [("dateStyle", "short"), ("timeZone", zone)];
    let day = call(date_format(&locales, &parts).as_ref(), &js_date(time));
    day.and_then(|day| parse_date(&day)).unwrap_or_else(|| time.date_naive())
}

/// Returns the number of the calendar day that a time has in the visitor's time zone.
fn local_day(time: Time) -> i64 {
    let offset_ms = js_date(time).get_timezone_offset() * 60_000.0;
    (time.timestamp_millis() - offset_ms as i64).div_euclid(DAY_MS)
}

/// Returns the date in UTC as ISO 8601 has it.
fn iso_day(time: Time) -> String {
    let text = to_iso8601(time);
    text.split_once('T').map(|(day, _)| day.to_owned()).unwrap_or(text)
}

fn date_format(locales: &Array, parts: &[(&str, &str)]) -> Option<Function> {
    create(locales, "DateTimeFormat", parts).map(|format: DateTimeFormat| format.format())
}

fn number_format(locales: &Array, style: &[(&str, &str)]) -> Option<Function> {
    create(locales, "NumberFormat", style).map(|format: NumberFormat| format.format())
}

/// Creates an object of a class of `Intl`. Returns `None` if there is no such class, or if it refuses.
fn create<T: JsCast>(locales: &Array, class: &str, pairs: &[(&str, &str)]) -> Option<T> {
    let intl = Reflect::get(&js_sys::global(), &JsValue::from_str("Intl")).ok()?;
    let class: Function = Reflect::get(&intl, &JsValue::from_str(class)).ok()?.dyn_into().ok()?;
    let arguments = Array::of2(locales, &options(pairs));
    Reflect::construct(&class, &arguments).ok().map(JsCast::unchecked_into)
}

/// Formats a value. Returns `None` if there is no format, or if it refuses the value.
fn call(format: Option<&Function>, value: &JsValue) -> Option<String> {
    format?.call1(&JsValue::UNDEFINED, value).ok()?.as_string()
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
