//! The date of a meeting, from the name of its file.

use chrono::NaiveDate;

use crate::proposal::parse_date;

/// Returns the date of the minutes in the file `YYYY-MM-DD.md`; `None` for any other name.
///
/// ```
/// let date = alesco_proposals::minutes::date_of_file("2026-08-13.md");
/// assert_eq!(date, chrono::NaiveDate::from_ymd_opt(2026, 8, 13));
/// ```
pub fn date_of_file(name: &str) -> Option<NaiveDate> {
    parse_date(name.strip_suffix(".md")?)
}
