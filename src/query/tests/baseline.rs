//! What the agenda of a meeting is compared with.

use super::*;
use crate::proposal::parse_date;

#[test]
fn a_date_a_number_of_days_and_the_last_meeting_are_valid() {
    let check = |text: &str, expected: Option<Baseline>| {
        assert_eq!(text.parse().ok(), expected, "{text}");
        if let Some(baseline) = expected {
            assert_eq!(baseline.to_string(), text);
        }
    };
    check("last-meeting", Some(Baseline::LastMeeting));
    check("2026-08-13", parse_date("2026-08-13").map(Baseline::Day));
    check("14d", Some(Baseline::Days(14)));
    check("3650d", Some(Baseline::Days(3650)));
    for text in
        ["", "d", "0d", "3651d", "-1d", "+1d", "99999d", "14", "14 d", "2026-02-30", "2026-8-13", "visit"]
    {
        check(text, None);
    }
}

#[test]
fn the_day_is_never_in_the_future_and_is_two_weeks_ago_if_nothing_else_is_known() {
    let check = |baseline: &str, last_meeting: Option<&str>, expected: &str| {
        let (last_meeting, today) = (last_meeting.and_then(parse_date), parse_date("2026-09-01").unwrap());
        let day = baseline.parse::<Baseline>().unwrap().resolve(last_meeting, today);
        assert_eq!(Some(day), parse_date(expected), "{baseline} {last_meeting:?}");
    };
    let last = Some("2026-08-13");
    check("last-meeting", last, "2026-08-13");
    check("last-meeting", None, "2026-08-18");
    check("last-meeting", Some("2026-09-02"), "2026-08-18");
    check("2026-07-02", last, "2026-07-02");
    check("2026-09-01", last, "2026-09-01");
    check("2026-09-02", last, "2026-08-13");
    check("2026-09-02", None, "2026-08-18");
    check("14d", last, "2026-08-18");
    check("1d", None, "2026-08-31");
}
