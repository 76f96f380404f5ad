//! A meeting as a calendar's event, in the form of RFC 5545.

use crate::proposal::{DateOrTime, Time, to_iso8601};

/// The longest line in bytes, without its end.
const MAX_LINE: usize = 75;

/// Writes the file of an event with this title and address. Its identifier consists of the day and `host`, so that a
/// calendar replaces an earlier event of the same day. The file has no end: how long a meeting takes is not known.
pub fn calendar_event(meeting: DateOrTime, title: &str, url: &str, host: &str, now: Time) -> String {
    let day = digits(meeting.time()).split('T').next().unwrap_or_default().to_owned();
    let start = match meeting {
        DateOrTime::Date(_) => format!("DTSTART;VALUE=DATE:{day}"),
        DateOrTime::Time(time) => format!("DTSTART:{}", digits(time)),
    };
    let lines = [
        "BEGIN:VCALENDAR".to_owned(),
        "VERSION:2.0".to_owned(),
        "PRODID:-//AlmaLinux//ALESCo Proposals//EN".to_owned(),
        "BEGIN:VEVENT".to_owned(),
        format!("UID:alesco-meeting-{day}@{host}"),
        format!("DTSTAMP:{}", digits(now)),
        start,
        format!("SUMMARY:{}", escape(title)),
        format!("URL:{url}"),
        "END:VEVENT".to_owned(),
        "END:VCALENDAR".to_owned(),
    ];
    lines.map(|line| fold(&line)).concat()
}

/// Writes a time without its punctuation and its fraction: `20260827T160000Z`.
fn digits(time: Time) -> String {
    let text = to_iso8601(time);
    let whole = text.split('.').next().unwrap_or_default().trim_end_matches('Z');
    let mut digits: String = whole.chars().filter(|c| !matches!(c, '-' | ':')).collect();
    digits.push('Z');
    digits
}

/// Escapes a text value.
fn escape(text: &str) -> String {
    let mut escaped = String::new();
    for c in text.chars().filter(|c| *c != '\r') {
        match c {
            '\n' => escaped.push_str("\\n"),
            '\\' | ';' | ',' => escaped.extend(['\\', c]),
            c => escaped.push(c),
        }
    }
    escaped
}

/// Breaks a line that is too long, and ends it.
fn fold(line: &str) -> String {
    let mut folded = String::new();
    let mut length = 0;
    for c in line.chars() {
        if length + c.len_utf8() > MAX_LINE {
            folded.push_str("\r\n ");
            length = 1;
        }
        folded.push(c);
        length += c.len_utf8();
    }
    folded + "\r\n"
}
