use super::*;

#[test]
fn times_are_written_as_iso_8601_with_milliseconds_only_if_there_are_any() {
    let check = |milliseconds: i64, expected: &str| {
        assert_eq!(to_iso8601(Time::from_timestamp_millis(milliseconds).unwrap()), expected);
    };
    check(0, "1970-01-01T00:00:00Z");
    check(1_788_264_000_000, "2026-09-01T12:00:00Z");
    check(1_788_264_000_007, "2026-09-01T12:00:00.007Z");
    check(-1, "1969-12-31T23:59:59.999Z");
}

#[test]
fn a_leap_second_is_written_as_it_is_read() {
    for text in ["2016-12-31T23:59:60Z", "2016-12-31T23:59:60.500Z"] {
        let time = chrono::DateTime::parse_from_rfc3339(text).unwrap().to_utc();
        assert_eq!(to_iso8601(time), text);
    }
}
