//! Numbers, plurals and dates in a language by ICU4X, which has the same CLDR data as the browsers' `Intl`.
//!
//! All times are in UTC: the visitor's time zone is not known.

use chrono::{Datelike, Timelike};
use icu_datetime::fieldsets::{MDE, T, YMD, YMDT};
use icu_datetime::input::{Date, DateTime, Time as Hour};
use icu_datetime::{DateTimeFormatter, DateTimeFormatterPreferences};
use icu_decimal::DecimalFormatter;
use icu_decimal::input::Decimal;
use icu_locale_core::Locale;
use icu_locale_core::preferences::extensions::unicode::keywords::HourCycle;
use icu_plurals::{PluralCategory, PluralRules};

use crate::i18n::{Language, LocaleFormat};
use crate::proposal::{DateOrTime, Time};

/// The formats of a language.
pub struct IcuFormat {
    number: DecimalFormatter,
    plural: PluralRules,
    day: DateTimeFormatter<YMD>,
    short_date: DateTimeFormatter<MDE>,
    time: DateTimeFormatter<T>,
    long_datetime: DateTimeFormatter<YMDT>,
}

impl IcuFormat {
    /// Creates the formats of a language. Returns `None` if ICU4X has no data for it.
    pub fn new(language: Language) -> Option<Self> {
        let locale = Locale::try_from_str(language.tag()).ok()?;
        let dates = DateTimeFormatterPreferences::from(&locale);
        let mut hours = dates;
        hours.hour_cycle = Some(HourCycle::H23);
        Some(IcuFormat {
            number: DecimalFormatter::try_new((&locale).into(), Default::default()).ok()?,
            plural: PluralRules::try_new((&locale).into(), Default::default()).ok()?,
            day: DateTimeFormatter::try_new(dates, YMD::medium()).ok()?,
            short_date: DateTimeFormatter::try_new(dates, MDE::medium()).ok()?,
            time: DateTimeFormatter::try_new(hours, T::hm()).ok()?,
            long_datetime: DateTimeFormatter::try_new(dates, YMD::long().with_time_hm()).ok()?,
        })
    }
}

/// Converts a time for ICU4X. Returns `None` for years before -9999.
fn parts(time: Time) -> Option<DateTime<icu_calendar::Iso>> {
    let (month, day) = (u8::try_from(time.month()).ok()?, u8::try_from(time.day()).ok()?);
    let (hour, minute) = (u8::try_from(time.hour()).ok()?, u8::try_from(time.minute()).ok()?);
    Some(DateTime {
        date: Date::try_new_iso(time.year(), month, day).ok()?,
        time: Hour::try_new(hour, minute, 0, 0).ok()?,
    })
}

impl LocaleFormat for IcuFormat {
    fn plural(&self, count: usize) -> String {
        let category = match self.plural.category_for(count) {
            PluralCategory::Zero => "zero",
            PluralCategory::One => "one",
            PluralCategory::Two => "two",
            PluralCategory::Few => "few",
            PluralCategory::Many => "many",
            PluralCategory::Other => "other",
        };
        category.to_owned()
    }

    fn number(&self, value: usize) -> String {
        let value = Decimal::from(u64::try_from(value).unwrap_or(u64::MAX));
        self.number.format(&value).to_string()
    }

    /// Returns the date: prerendered HTML may be read at any time, so it has no ages.
    fn relative_time(&self, time: Time, _: Time) -> String {
        self.day(time)
    }

    /// Returns `None`, for the same reason.
    fn duration(&self, _: Time, _: Time) -> Option<String> {
        None
    }

    /// Returns date and time, followed by "UTC".
    fn long_datetime(&self, time: Time) -> String {
        parts(time).map(|time| format!("{} UTC", self.long_datetime.format(&time))).unwrap_or_default()
    }

    fn day(&self, time: Time) -> String {
        parts(time).map(|time| self.day.format(&time).to_string()).unwrap_or_default()
    }

    fn short_date(&self, time: DateOrTime) -> String {
        parts(time.time()).map(|time| self.short_date.format(&time).to_string()).unwrap_or_default()
    }

    fn time(&self, time: Time) -> String {
        parts(time).map(|time| self.time.format(&time.time).to_string()).unwrap_or_default()
    }

    fn time_in_zone(&self, time: Time, _: &str) -> String {
        format!("{} UTC", self.time(time))
    }
}
