//! The event of a meeting, and the quorum.

use super::*;
use crate::meeting::{calendar_event, quorum};
use crate::proposal::DateOrTime;

#[test]
fn a_time_is_written_in_utc_and_a_day_without_a_time() {
    let now = noon("2026-08-20");
    let event =
        |meeting| calendar_event(meeting, "Meeting; a, b", "https://example.org/?view=meeting", "host", now);
    let time = event(DateOrTime::Time("2026-08-27T16:00:00Z".parse().unwrap()));
    let expected = "BEGIN:VCALENDAR\r
VERSION:2.0\r
PRODID:-//AlmaLinux//ALESCo Proposals//EN\r
BEGIN:VEVENT\r
UID:alesco-meeting-20260827@host\r
DTSTAMP:20260820T120000Z\r
DTSTART:20260827T160000Z\r
SUMMARY:Meeting\\; a\\, b\r
URL:https://example.org/?view=meeting\r
END:VEVENT\r
END:VCALENDAR\r
";
    assert_eq!(time, expected);
    let day = event(DateOrTime::Date(noon("2026-08-27")));
    assert!(day.contains("\r\nDTSTART;VALUE=DATE:20260827\r\n"), "{day}");
}

#[test]
fn no_line_is_longer_than_75_bytes_and_none_breaks_a_character() {
    let title = "Sitzung – ".repeat(30);
    let event = calendar_event(
        DateOrTime::Date(noon("2026-08-27")),
        &title,
        "https://example.org",
        "host",
        noon(SINCE),
    );
    assert!(event.lines().all(|line| line.len() <= 75), "{event}");
    let unfolded = event.replace("\r\n ", "");
    assert!(unfolded.contains(&format!("SUMMARY:{title}\r\n")), "{unfolded}");
}

#[test]
fn a_quorum_is_half_of_the_members_and_one_more_and_at_least_four() {
    let quorums: Vec<usize> = (0..=10).map(quorum).collect();
    assert_eq!(quorums, [4, 4, 4, 4, 4, 4, 4, 5, 5, 6, 6]);
}
