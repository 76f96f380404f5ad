//! The texts of the interface, in every language. Pure: the formats of numbers and dates come in as a
//! [`LocaleFormat`].
//!
//! The key of a message is its English text. Its placeholders are in braces; a translation has the same ones, in any
//! order. The translations are in `locales/`.

#[cfg(any(feature = "browser", test))]
mod activity;
mod age;
mod catalog;
mod evidence;
mod format;
mod locale;
#[cfg(feature = "browser")]
mod meeting;
pub mod messages;
#[cfg(feature = "browser")]
mod reading;
mod status;
#[cfg(feature = "browser")]
pub mod timeline;

pub use age::age;
pub use catalog::{Catalog, Str};
pub use format::TimelineEvent;
pub use locale::{LANGUAGES, Language, negotiate};

use crate::proposal::{DateOrTime, Time};

/// The formats of numbers, dates and ages in a language: `Intl` in a browser, ICU4X natively.
pub trait LocaleFormat: Send + Sync {
    /// Returns the plural category of a number: `zero`, `one`, `two`, `few`, `many` or `other`.
    fn plural(&self, count: usize) -> String;
    /// Returns a number with its separators.
    fn number(&self, value: usize) -> String;
    /// Returns a time in the past relative to now: "3 months ago", "yesterday". One in the future is now.
    fn relative_time(&self, time: Time, now: Time) -> String;
    /// Returns a duration: "3 months", "2 hours". Returns `None` within the same minute.
    fn duration(&self, time: Time, now: Time) -> Option<String>;
    /// Returns date and time in full.
    fn long_datetime(&self, time: Time) -> String;
    /// Returns the date in UTC, with the year. UTC, so that prerendered HTML has the same date as the browser.
    fn day(&self, time: Time) -> String;
    /// Returns a date near now, without the year.
    fn short_date(&self, time: DateOrTime) -> String;
    /// Returns hour and minute.
    fn time(&self, time: Time) -> String;
    /// Returns hour and minute in a zone of the IANA time zone database, with the zone's short name. Natively in UTC.
    fn time_in_zone(&self, time: Time, zone: &str) -> String;
}

#[cfg(test)]
mod tests;
