//! The time that the parsers take for long texts. It grows in proportion to the length: a text of a megabyte takes
//! minutes if it grows with the square.

use std::sync::LazyLock;
use std::time::{Duration, Instant};

/// How many times longer than its first quarter a text may take at most. Four times would be in proportion, sixteen times
/// is the square.
const MAX_GROWTH: u32 = 10;

/// Texts that take less are not compared: caches would decide. With the square, a megabyte takes minutes.
const MIN_COMPARED: Duration = Duration::from_millis(200);

/// True in `make fuzz`. In `make test`, which compiles without optimisation, texts are short and no time is measured.
fn is_measured() -> bool {
    std::env::var_os("PROPTEST_CASES").is_some()
}

/// Returns the length of a long text in bytes.
fn long() -> usize {
    if is_measured() { 1_000_000 } else { 4_000 }
}

/// Parses texts that are one of `pieces` again and again, behind each of `starts`, alone and within a line.
pub fn parse_in_proportion(starts: &[&str], pieces: &[&str], parse: impl Fn(&str)) {
    let mut slow = Vec::new();
    for start in starts {
        for piece in pieces {
            let many = piece.repeat(long() / piece.len());
            for (name, text) in [
                (format!("{start}{piece}"), format!("{start}{many}")),
                (format!("{start}a{piece}b"), format!("{start}a{many}b")),
            ] {
                slow.extend(is_out_of_proportion(&text, &parse, &name).then_some(name));
            }
        }
    }
    assert!(slow.is_empty(), "out of proportion to their length: {slow:?}");
}

/// Parses texts of runs of growing length, each with one of `ends` behind it: no run has a partner.
pub fn parse_runs_in_proportion(marks: &[&str], ends: &[&str], parse: impl Fn(&str)) {
    let mut slow = Vec::new();
    for mark in marks {
        for end in ends {
            let lengths = 1..(2 * long() / mark.len()).isqrt();
            let text: String = lengths.map(|length| mark.repeat(length) + end).collect();
            let name = format!("{mark}{end}{mark}{mark}{end}");
            slow.extend(is_out_of_proportion(&text, &parse, &name).then_some(name));
        }
    }
    assert!(slow.is_empty(), "out of proportion to their length: {slow:?}");
}

/// Parses a text, and prints the milliseconds on a processor. True if it takes too much longer than its first quarter.
fn is_out_of_proportion(text: &str, parse: impl Fn(&str), name: &str) -> bool {
    if !is_measured() {
        parse(text);
        return false;
    }
    let time_of = |text: &str| {
        let started = processor_time();
        parse(text);
        processor_time() - started
    };
    let whole = time_of(text);
    println!("{:>6} ms  {name:?}", whole.as_millis());
    let quarter = text.char_indices().map(|(at, _)| at).find(|at| *at >= text.len() / 4);
    let quarter = text.get(..quarter.unwrap_or_default()).unwrap_or_default();
    whole >= MIN_COMPARED && whole > time_of(quarter) * MAX_GROWTH
}

/// Returns how long this thread has run on a processor, which other programs do not add to. Where the system does not
/// say it, as outside of Linux, returns the time since the first call.
fn processor_time() -> Duration {
    static START: LazyLock<Instant> = LazyLock::new(Instant::now);
    let statistics = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
    let nanoseconds = statistics.split(' ').next().and_then(|nanoseconds| nanoseconds.parse().ok());
    nanoseconds.map_or_else(|| START.elapsed(), Duration::from_nanos)
}
