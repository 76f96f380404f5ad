//! Arbitrary bytes, arbitrary JSON and mutations of real responses, for everything that decodes input from outside.
//! Nothing panics, nothing is counted twice, and what was decoded survives a snapshot. CONTRIBUTING.md has the command
//! for a million cases.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::any_json::json;
use super::any_records::any_archive;
use super::any_snapshot::any_snapshot;
use super::archive::Archive;
use super::mutations::{REAL, mutation, place, places};
use super::*;
use crate::github::{parse_events, parse_json, parse_pull_files, parse_timeline};
use crate::proposal::{Proposal, Records, Time};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::Value;

/// Runs this many cases of a property, or as many as `PROPTEST_CASES` says.
fn cases(cases: u32) -> ProptestConfig {
    let is_set = std::env::var_os("PROPTEST_CASES").is_some();
    let config = ProptestConfig::default();
    ProptestConfig { cases: if is_set { config.cases } else { cases }, ..config }
}

/// Decodes a text by everything that decodes, and checks the results.
fn decode_by_all(text: &str) {
    if let Ok(items) = parse_list(text) {
        let (proposals, problems) = parse_issues(&items);
        assert!(proposals.len() + problems.len() <= items.len());
        survives_a_snapshot(proposals);
        let _ = (parse_files(&items), parse_pull_files(&items), parse_timeline(&items));
        let histories = parse_events(&items);
        assert!(histories.problems.len() + histories.by_number.len() <= items.len());
    }
    if let Ok(snapshot) = decode(text, REPOSITORY) {
        let file: Value = parse_json(text).unwrap();
        let [proposals, issues, problems] =
            ["proposals", "issues", "problems"].map(|key| github::fields::array_field(&file, key).len());
        let decoded = snapshot.proposals.len() + snapshot.problems.len();
        // Schema 1 has plain issues in its list, which are neither.
        if github::fields::u32_field(&file, "schema") == Some(1) {
            assert!(decoded <= issues);
        } else {
            assert_eq!(decoded, proposals + problems);
        }
        assert!(snapshot.documents.len() <= snapshot.proposals.len());
        survives_a_snapshot(snapshot.proposals);
        let _ = Archive::decode(&file);
    }
}

/// Checks that proposals are the same after encoding and decoding.
fn survives_a_snapshot(proposals: Vec<Proposal>) {
    let by_number: BTreeMap<u32, Proposal> =
        proposals.into_iter().map(|proposal| (proposal.number, proposal)).collect();
    let snapshot = Snapshot {
        made_at: Time::default(),
        scope: Scope::All,
        proposals: by_number.into_values().collect(),
        documents: Vec::new(),
        records: Records::default(),
        problems: Vec::new(),
        incomplete: false,
    };
    assert_eq!(decode(&snapshot.to_json(REPOSITORY), REPOSITORY), Ok(snapshot));
}

proptest! {
    #![proptest_config(cases(1000))]

    #[test]
    fn arbitrary_bytes_are_decoded_or_refused(bytes in vec(any::<u8>(), 0..200)) {
        let text = String::from_utf8_lossy(&bytes);
        prop_assert!(parse_list(&text).is_err() || text.trim_start().starts_with('['));
        decode_by_all(&text);
    }

    #[test]
    fn arbitrary_json_is_decoded_or_refused(value in json()) {
        decode_by_all(&value.to_string());
    }

    #[test]
    fn real_responses_with_other_values_are_decoded_or_refused(
        of in any::<Index>(),
        mutations in vec((any::<Index>(), mutation()), 1..4),
    ) {
        let mut value = of.get(&REAL).clone();
        for (at, mutation) in mutations {
            let at = at.index(places(&value));
            mutation.apply(place(&mut value, at));
        }
        decode_by_all(&value.to_string());
    }

    /// As a broken connection or a broken server leaves them.
    #[test]
    fn real_responses_with_other_bytes_are_decoded_or_refused(
        of in any::<Index>(),
        at in any::<Index>(),
        length in 0..40usize,
        put in prop_oneof!["[\"{}\\[\\],:0-9a-z\\\\]{0,6}", any::<String>()],
    ) {
        static TEXTS: LazyLock<Vec<String>> = LazyLock::new(|| REAL.iter().map(Value::to_string).collect());
        let text = of.get(&TEXTS).as_bytes();
        let (from, to) = (at.index(text.len()), (at.index(text.len()) + length).min(text.len()));
        let bytes = [&text[..from], put.as_bytes(), &text[to..]].concat();
        decode_by_all(&String::from_utf8_lossy(&bytes));
    }

    #[test]
    fn any_snapshot_is_the_same_after_encoding_and_decoding(
        snapshot in any_snapshot(),
        archive in any_archive(),
    ) {
        let text = snapshot.to_json(REPOSITORY);
        prop_assert_eq!(decode(&text, REPOSITORY), Ok(snapshot.clone()));
        let more = snapshot.to_json_with_archive(&archive, REPOSITORY);
        prop_assert_eq!(decode(&more, REPOSITORY), Ok(snapshot));
        let file = serde_json::from_str(&more).unwrap();
        prop_assert_eq!(Archive::decode(&file), archive);
    }
}
