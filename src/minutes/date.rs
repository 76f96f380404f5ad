//! The date of a meeting, from the name of its file.

use chrono::NaiveDate;

/// Returns the date of the minutes in the file `YYYY-MM-DD.md`; `None` for any other name.
///
/// Stricter than chrono's own parser, which also takes signs, spaces and missing zeros.
///
/// ```
/// let date = alesco_proposals::minutes::date_of_file("2026-08-13.md");
/// assert_eq!(date, chrono::NaiveDate::from_ymd_opt(2026, 8, 13));
/// ```
pub fn date_of_file(name: &str) -> Option<NaiveDate> {
    let mut parts = name.strip_suffix(".md")?.split('-');
    let year = digits(parts.next()?, 4)?;
    let month = digits(parts.next()?, 2)?;
    let day = digits(parts.next()?, 2)?;
    if parts.next().is_some() {
        return None;
    }
    NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day)
}

/// Parses `text` as a number of exactly `count` ASCII digits.
fn digits(text: &str, count: usize) -> Option<u32> {
    let is_number = text.len() == count && text.bytes().all(|byte| byte.is_ascii_digit());
    if is_number { text.parse().ok() } else { None }
}
