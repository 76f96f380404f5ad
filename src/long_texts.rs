//! The time that the parsers take for long texts. It grows in proportion to the length: a text of a megabyte takes
//! minutes if it grows with the square.

use std::sync::LazyLock;
use std::time::{Duration, Instant};

/// The most milliseconds for a megabyte of marks, which are no structure.
const LIMIT_OF_MARKS: u128 = 100;

/// The most milliseconds for a megabyte of structure or names, each of which takes memory: headings, table rows, SIGs.
/// A mark `>` is structure, too: a million of them are as many nested quotations.
const LIMIT: u128 = 1000;

/// True in `make fuzz`. In `make test`, which compiles without optimisation, texts are short and no time is measured.
fn is_measured() -> bool {
    std::env::var_os("PROPTEST_CASES").is_some()
}

/// Returns the length of a long text in bytes.
fn long() -> usize {
    if is_measured() { 1_000_000 } else { 4_000 }
}

/// Parses texts that are one of `pieces` again and again, behind each of `starts`, alone and within a line.
pub fn parse_in_time(starts: &[&str], pieces: &[&str], parse: impl Fn(&str)) {
    let mut late = Vec::new();
    for start in starts {
        for piece in pieces {
            let many = piece.repeat(long() / piece.len());
            for (name, text) in [
                (format!("{start}{piece}"), format!("{start}{many}")),
                (format!("{start}a{piece}b"), format!("{start}a{many}b")),
            ] {
                let is_mark = |byte: u8| byte.is_ascii_punctuation() && byte != b'>';
                let is_marks = start.is_empty() && (*piece == "<!--" || piece.bytes().all(is_mark));
                let limit = if is_marks { LIMIT_OF_MARKS } else { LIMIT };
                late.extend(is_late(&text, limit, &parse, &name).then_some(name));
            }
        }
    }
    assert!(late.is_empty(), "over the limit: {late:?}");
}

/// Parses texts of runs of growing length, each with one of `ends` behind it: no run has a partner.
pub fn parse_runs_in_time(marks: &[&str], ends: &[&str], parse: impl Fn(&str)) {
    let mut late = Vec::new();
    for mark in marks {
        for end in ends {
            let lengths = 1..(2 * long() / mark.len()).isqrt();
            let text: String = lengths.map(|length| mark.repeat(length) + end).collect();
            let name = format!("{mark}{end}{mark}{mark}{end}");
            late.extend(is_late(&text, LIMIT, &parse, &name).then_some(name));
        }
    }
    assert!(late.is_empty(), "over the limit: {late:?}");
}

/// Parses a text, and prints the milliseconds on a processor. True if they are over the limit.
fn is_late(text: &str, limit: u128, parse: impl Fn(&str), name: &str) -> bool {
    if !is_measured() {
        parse(text);
        return false;
    }
    let started = processor_time();
    parse(text);
    let milliseconds = (processor_time() - started).as_millis();
    println!("{milliseconds:>6} ms  {name:?}");
    milliseconds >= limit
}

/// Returns how long this thread has run on a processor, which other programs do not add to. Where the system does not
/// say it, as outside of Linux, returns the time since the first call.
fn processor_time() -> Duration {
    static START: LazyLock<Instant> = LazyLock::new(Instant::now);
    let statistics = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
    let nanoseconds = statistics.split(' ').next().and_then(|nanoseconds| nanoseconds.parse().ok());
    nanoseconds.map_or_else(|| START.elapsed(), Duration::from_nanos)
}
