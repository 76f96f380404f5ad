//! The decisions of all minutes, counted against the files, and those of the demonstration's snapshot.

#![cfg(test)]

use std::collections::BTreeMap;
use std::path::PathBuf;

use alesco_proposals::meeting::decisions;
use alesco_proposals::minutes::{self, Meeting};
use alesco_proposals::proposal::date_to_iso8601;
use alesco_proposals::snapshot::archive::Archive;

const REPOSITORY: &str = "https://github.com/AlmaLinux/ALESCo";

/// Returns the text of each file of the minutes, by date.
fn files() -> BTreeMap<String, String> {
    let folder: PathBuf = [env!("CARGO_MANIFEST_DIR"), "tests", "fixtures", "minutes"].iter().collect();
    let files = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let date = |path: &PathBuf| path.file_stem().unwrap().to_str().unwrap().to_owned();
    let files =
        files.filter(|path| minutes::date_of_file(path.file_name().unwrap().to_str().unwrap()).is_some());
    files.map(|path| (date(&path), std::fs::read_to_string(&path).unwrap())).collect()
}

/// Counts the entries below "Decisions Adopted" by the lines of the text alone: list items that are not indented, up to
/// the next heading.
fn entries(text: &str) -> usize {
    let below = text.lines().skip_while(|line| !line.trim_start_matches('#').trim().eq("Decisions Adopted"));
    let section = below.skip(1).take_while(|line| !line.starts_with('#'));
    let is_item = |line: &&str| {
        let marker = line.split(' ').next().unwrap_or_default();
        let is_number = marker.strip_suffix('.').is_some_and(|digits| digits.parse::<u32>().is_ok());
        (marker == "-" || is_number) && line.trim_start_matches(marker).trim() != "N/A"
    };
    section.filter(is_item).count()
}

fn counts(meetings: &[Meeting]) -> BTreeMap<String, usize> {
    let mut counts = BTreeMap::new();
    for entry in decisions(meetings, &[]) {
        *counts.entry(date_to_iso8601(entry.date)).or_insert(0) += 1;
    }
    counts
}

#[test]
fn every_entry_of_every_file_is_a_decision() {
    let files = files();
    assert_eq!(files.len(), 28);
    let expected: BTreeMap<String, usize> = files
        .iter()
        .map(|(date, text)| (date.clone(), entries(text)))
        .filter(|(_, count)| *count > 0)
        .collect();
    let parse = |(date, text): (&String, &String)| minutes::parse(text, date.parse().unwrap(), REPOSITORY).0;
    let meetings: Vec<Meeting> = files.iter().map(parse).collect();
    assert_eq!(counts(&meetings), expected);
    assert_eq!(expected.values().sum::<usize>(), 26);
}

#[test]
fn the_demonstrations_snapshot_has_every_decision() {
    let file = serde_json::from_str(include_str!("../snapshot/proposals.json")).unwrap();
    let meetings = Archive::decode(&file).meetings();
    assert_eq!(meetings.len(), 28);
    assert_eq!(counts(&meetings).values().sum::<usize>(), 26);
}
