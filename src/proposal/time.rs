//! Points in time, and their text in files and attributes.

use chrono::{Datelike, Timelike};

/// A point in time, in UTC.
pub type Time = chrono::DateTime<chrono::Utc>;

/// A day, or a point in time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateOrTime {
    /// A day, by its noon in UTC. It is the same day in every time zone.
    Date(Time),
    /// A point in time, whose day depends on the time zone.
    Time(Time),
}

impl DateOrTime {
    /// Parses an ISO date or time.
    pub fn parse(text: &str) -> Option<Self> {
        let parse = |text: &str| Some(Time::from(chrono::DateTime::parse_from_rfc3339(text).ok()?));
        parse(text)
            .map(DateOrTime::Time)
            .or_else(|| parse(&format!("{text}T12:00:00Z")).map(DateOrTime::Date))
    }

    /// Writes a date or time as [`DateOrTime::parse`] reads it.
    pub fn to_iso8601(self) -> String {
        match self {
            DateOrTime::Date(time) => super::date_to_iso8601(time.date_naive()),
            DateOrTime::Time(time) => to_iso8601(time),
        }
    }

    /// Returns the time; noon in UTC for a day.
    pub fn time(self) -> Time {
        match self {
            DateOrTime::Date(time) | DateOrTime::Time(time) => time,
        }
    }
}

/// Writes a time in UTC as ISO 8601 and RFC 3339 have it: `2026-09-01T12:00:00Z`. Milliseconds follow the seconds
/// where they are not 0; anything finer is cut off.
pub fn to_iso8601(time: Time) -> String {
    let (year, month, day) = (time.year(), time.month(), time.day());
    let (hour, minute, mut second) = (time.hour(), time.minute(), time.second());
    let mut milliseconds = time.timestamp_subsec_millis();
    // chrono counts a leap second on from 59.
    if milliseconds >= 1000 {
        (second, milliseconds) = (second + 1, milliseconds - 1000);
    }
    let mut text = format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}");
    if milliseconds > 0 {
        text.push_str(&format!(".{milliseconds:03}"));
    }
    text.push('Z');
    text
}
