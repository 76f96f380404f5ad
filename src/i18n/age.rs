//! How long ago a time was, in the largest unit that fits.

use crate::proposal::Time;

/// Returns a count and its unit, by the name that `Intl` has for it. Returns `None` within the same minute, and for a
/// time in the future: the visitor's clock may be behind.
///
/// Less than 24 hours are hours. Longer ago, calendar days count: `day_of` returns the number of a time's
/// day in the visitor's time zone.
pub fn age(time: Time, now: Time, day_of: impl Fn(Time) -> i64) -> Option<(i64, &'static str)> {
    let minutes = (now - time).num_minutes();
    let hours = minutes / 60;
    let days = if hours < 24 { 0 } else { day_of(now) - day_of(time) };
    match (minutes, hours, days) {
        (..=0, ..) => None,
        (_, _, 365..) => Some((days / 365, "year")),
        (_, _, 30..) => Some((days / 30, "month")),
        (_, _, 1..) => Some((days, "day")),
        (_, 1.., _) => Some((hours, "hour")),
        _ => Some((minutes, "minute")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const DAY_SECONDS: i64 = 86_400;

    fn check(time: &str, offset_hours: i64, expected: Option<(i64, &'static str)>) {
        let parse = |text: &str| text.parse::<Time>().unwrap();
        let day_of = |time: Time| (time.timestamp() + offset_hours * 3_600).div_euclid(DAY_SECONDS);
        assert_eq!(
            age(parse(time), parse("2026-09-02T09:30:00Z"), day_of),
            expected,
            "{time} at UTC{offset_hours:+}"
        );
    }

    #[test]
    fn less_than_a_day_ago_is_minutes_or_hours() {
        check("2026-09-02T09:29:01Z", 0, None);
        check("2026-09-02T09:05:00Z", 0, Some((25, "minute")));
        check("2026-09-02T00:10:00Z", 0, Some((9, "hour")));
        check("2026-09-01T09:31:00Z", 0, Some((23, "hour")));
    }

    #[test]
    fn days_are_those_of_the_calendar_in_the_visitors_zone() {
        check("2026-09-01T09:30:00Z", 0, Some((1, "day")));
        check("2026-09-01T00:10:00Z", 0, Some((1, "day")));
        check("2026-08-31T23:50:00Z", 0, Some((2, "day")));
        check("2026-08-31T10:30:00Z", 0, Some((2, "day")));
        check("2026-08-31T12:30:00Z", 12, Some((1, "day")));
        check("2026-08-31T11:30:00Z", 12, Some((2, "day")));
        check("2026-08-31T11:30:00Z", -11, Some((1, "day")));
    }

    #[test]
    fn months_have_30_days_and_years_365() {
        check("2026-08-04T09:30:00Z", 0, Some((29, "day")));
        check("2026-08-03T09:30:00Z", 0, Some((1, "month")));
        check("2025-09-03T09:30:00Z", 0, Some((12, "month")));
        check("2025-09-02T09:30:00Z", 0, Some((1, "year")));
    }

    #[test]
    fn the_future_has_no_age() {
        check("2026-09-02T13:30:00Z", 0, None);
        check("2027-09-02T13:30:00Z", 0, None);
    }
}
