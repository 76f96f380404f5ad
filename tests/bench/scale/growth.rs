//! The results as a table: how long each takes, and how that grows with the number of proposals.

use std::path::Path;
use std::time::SystemTime;

/// Numbers of proposals.
pub const SIZES: [usize; 3] = [100, 1_000, 10_000];

/// Proposals in all lists of one measurement together.
pub const TOTAL: usize = 10_000;

// Names of the measurements.
pub const JSON: &str = "JSON of the list";
pub const LIST: &str = "decoding, list";
pub const SNAPSHOT: &str = "decoding, snapshot";
pub const FEED: &str = "feed, saved copy and snapshot";
pub const PREPARED: &str = "prepared for search";
pub const ALL: &str = "filter with facets, all";
pub const NARROWED: &str = "filter with facets, narrowed";
pub const PRERENDERED: &str = "HTML";

const NAMES: [&str; 8] = [JSON, LIST, SNAPSHOT, FEED, PREPARED, ALL, NARROWED, PRERENDERED];

/// The directory of criterion's results.
const RESULTS: &str = concat!(env!("CARGO_TARGET_TMPDIR"), "/../criterion");

/// Returns by which factor n log n grows between two numbers.
fn allowed(from: usize, to: usize) -> f64 {
    let work = |n: usize| n as f64 * (n as f64).log2();
    work(to) / work(from)
}

/// Returns how long one list takes in milliseconds, if that was measured after `start`. Takes the fastest sample, which
/// other load on the machine disturbs least.
fn fastest(name: &str, size: usize, start: SystemTime) -> Option<f64> {
    let path = Path::new(RESULTS).join(name).join(size.to_string()).join("new/sample.json");
    if path.metadata().ok()?.modified().ok()? < start {
        return None;
    }
    let samples: serde_json::Value = serde_json::from_str(&std::fs::read_to_string(path).ok()?).ok()?;
    let (rounds, times) = (samples["iters"].as_array()?, samples["times"].as_array()?);
    let one =
        |(rounds, time): (&serde_json::Value, &serde_json::Value)| Some(time.as_f64()? / rounds.as_f64()?);
    let nanoseconds = rounds.iter().zip(times).filter_map(one).min_by(f64::total_cmp)?;
    Some(nanoseconds / 1e6 / (TOTAL / size) as f64)
}

/// Prints the results since `start`, and marks what grows faster than n log n.
pub fn print(start: SystemTime) {
    println!(
        "\n| ms, fastest, of proposals | 100 | 1,000 | 10,000 | growth |\n| --- | --- | --- | --- | --- |"
    );
    let mut faster = Vec::new();
    for name in NAMES {
        let [Some(few), Some(some), Some(many)] = SIZES.map(|size| fastest(name, size, start)) else {
            continue;
        };
        println!("| {name} | {few:.2} | {some:.2} | {many:.1} | {:.1}, {:.1} |", some / few, many / some);
        for (pair, growth) in SIZES.windows(2).zip([some / few, many / some]) {
            let allowed = allowed(pair[0], pair[1]);
            if growth > allowed {
                faster.push(format!("!! {name}: {growth:.1} times as long; n log n is {allowed:.1}"));
            }
        }
    }
    println!("\n{}", faster.join("\n"));
}
