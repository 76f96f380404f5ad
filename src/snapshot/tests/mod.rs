mod any_json;
mod any_records;
mod any_snapshot;
mod fuzz;
mod maximal;
mod mutations;

use super::*;
use crate::github::{self, parse_files, parse_issues, parse_list};

const ISSUES: &str = include_str!("../../../tests/fixtures/issues.json");
const FILES: &str = include_str!("../../../tests/fixtures/files.json");
/// Labels, counts and texts in it are made up for tests.
const SCHEMA_2: &str = include_str!("../../../tests/fixtures/snapshot-2.json");
const SCHEMA_1: &str = include_str!("../../../tests/fixtures/snapshot-1.json");
const REPOSITORY: &str = "AlmaLinux/ALESCo";
/// The reason that items have after decoding: a snapshot keeps their positions alone.
const PROBLEM: &str = "it could not be read when the snapshot was made";

#[test]
fn snapshots_of_older_schemas_hold_the_recorded_proposals_and_documents() {
    let files: serde_json::Value = serde_json::from_str(FILES).unwrap();
    let (listed, _) = parse_issues(&parse_list(ISSUES).unwrap());
    // The file of schema 1 has no documents of proposals that add none. Schema 2 has no header status.
    for (file, documents, has_status) in [(SCHEMA_2, 16, false), (SCHEMA_1, 12, true)] {
        let snapshot = decode(file, REPOSITORY).unwrap();
        assert_eq!(snapshot.made_at.to_string(), "2026-09-01 00:00:00 UTC");
        assert_eq!(snapshot.proposals, listed);
        assert_eq!(snapshot.problems, []);
        for FetchedDocument { number, document, .. } in &snapshot.documents {
            let files = files.get(number.to_string()).and_then(|files| files.as_array());
            let mut expected = parse_files(files.map(Vec::as_slice).unwrap_or_default());
            if !has_status {
                expected.status.clear();
            }
            assert_eq!(*document, expected, "#{number}");
        }
        assert_eq!((snapshot.documents.len(), snapshot.incomplete), (documents, false));
    }
}

#[test]
fn a_file_that_is_not_a_snapshot_of_the_repository_is_an_error_that_says_why() {
    let check = |json: &str, expected: &str| {
        assert_eq!(decode(json, REPOSITORY).unwrap_err().to_string(), expected, "{json}");
    };
    let file = |schema: u32, name: &str, made_at: &str| {
        format!(
            r#"{{"schema": {schema}, "repository": "{name}", "made_at": "{made_at}", "issues": [], "files": {{}}}}"#
        )
    };
    let time = "2026-09-01T00:00:00Z";
    assert!(decode(&file(1, "almalinux/alesco", time), REPOSITORY).is_ok());
    check(&file(4, REPOSITORY, time), "its schema is 4, and this version reads schemas up to 3");
    check(&file(1, "AlmaLinux/other", time), r#"it is a snapshot of "AlmaLinux/other""#);
    check(&file(1, REPOSITORY, "today"), "its made_at is not a time");
    check("[]", "it has no schema");
    check("null", "it has no schema");
    check("<html>", "it is not JSON: expected value at line 1 column 1");
    check(&SCHEMA_2[..10], "it is not JSON: EOF while parsing a string at line 2 column 8");
}

#[test]
fn half_a_surrogate_pair_in_a_title_is_replaced() {
    let file = SCHEMA_2.replacen("Build and", r"Build\ud800and", 1);
    assert_ne!(file, SCHEMA_2);
    let snapshot = decode(&file, REPOSITORY).unwrap();
    assert!(snapshot.proposals.iter().any(|proposal| proposal.title.contains("Build\u{fffd}and")));
}
