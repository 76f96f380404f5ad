//! Dates without a time and a zone: the days of meetings.

use chrono::{Datelike, NaiveDate};

/// Parses `YYYY-MM-DD`. Stricter than chrono's own parser, which also takes signs, spaces and missing zeros, and
/// which is large.
pub fn parse_date(text: &str) -> Option<NaiveDate> {
    let mut parts = text.split('-');
    let year = digits(parts.next()?, 4)?;
    let month = digits(parts.next()?, 2)?;
    let day = digits(parts.next()?, 2)?;
    if parts.next().is_some() {
        return None;
    }
    NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day)
}

/// Formats a date as `YYYY-MM-DD`.
pub fn date_to_iso8601(date: NaiveDate) -> String {
    format!("{:04}-{:02}-{:02}", date.year(), date.month(), date.day())
}

/// Parses `text` as a number of exactly `count` ASCII digits.
fn digits(text: &str, count: usize) -> Option<u32> {
    let is_number = text.len() == count && text.bytes().all(|byte| byte.is_ascii_digit());
    if is_number { text.parse().ok() } else { None }
}
