//! Arbitrary bytes, arbitrary JSON and mutations of real answers, into everything that reads what comes from
//! elsewhere. Nothing panics, nothing is counted twice, and what was read comes back from a file.
//! CONTRIBUTING.md has the command for a million of each.

mod mutations;
mod snapshots;
mod values;

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::*;
use crate::json::{Value, native::write};
use crate::proposal::{Proposal, StageTransition};
use mutations::{REAL, mutation, place, places};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use snapshots::{any_snapshot, times};
use values::json;

/// So many cases of a property, or as many as `PROPTEST_CASES` says.
fn cases(cases: u32) -> ProptestConfig {
    let is_asked = std::env::var_os("PROPTEST_CASES").is_some();
    let asked = ProptestConfig::default();
    ProptestConfig { cases: if is_asked { asked.cases } else { cases }, ..asked }
}

/// Gives the value to everything that reads, and checks what comes of it.
fn read_by_all(value: &Value) {
    let items = value.as_list().map_or(0, <[Value]>::len);
    if let Ok((known, problems)) = proposals(value) {
        assert!(known.len() + problems.len() <= items);
        comes_back(known);
    }
    let _ = document(value);
    let histories = stage_histories(value.as_list().unwrap_or_default());
    assert!(histories.problems.len() + histories.by_number.len() <= items);
    if let Ok(read) = decode(value, REPOSITORY) {
        let listed = ["proposals", "issues", "problems"].map(|key| crate::json::items(value, key).len());
        assert!(read.proposals.len() + read.problems.len() <= listed.iter().sum());
        assert!(read.documents.len() <= read.proposals.len());
        comes_back(read.proposals);
    }
}

/// What was read of an answer is the same after it was kept in a file.
fn comes_back(known: Vec<Proposal>) {
    let known: BTreeMap<u32, Proposal> =
        known.into_iter().map(|proposal| (proposal.number, proposal)).collect();
    let proposals: Vec<Proposal> = known.into_values().collect();
    let kept = Snapshot {
        made_at: Time::default(),
        scope: Scope::All,
        proposals,
        documents: Vec::new(),
        problems: Vec::new(),
        incomplete: false,
    };
    assert_eq!(decode(&kept.to_json(REPOSITORY), REPOSITORY), Ok(kept));
}

proptest! {
    #![proptest_config(cases(1000))]

    #[test]
    fn any_bytes(bytes in vec(any::<u8>(), 0..200)) {
        let text = String::from_utf8_lossy(&bytes);
        let value = read(&text);
        prop_assert!(proposals(&value).is_err() || text.trim_start().starts_with('['));
        read_by_all(&value);
        let _ = Links::parse(&text);
    }

    #[test]
    fn any_json(value in json()) {
        read_by_all(&value);
        prop_assert_eq!(read(&write(&value)), value);
    }

    #[test]
    fn a_real_answer_with_other_values_in_it(of in any::<Index>(), mutations in vec((any::<Index>(), mutation()), 1..4)) {
        let mut value = of.get(&REAL).clone();
        for (at, mutation) in mutations {
            let at = at.index(places(&value));
            mutation.apply(place(&mut value, at));
        }
        read_by_all(&value);
    }

    /// As a broken line or a broken server leaves it.
    #[test]
    fn a_real_answer_with_other_bytes_in_it(
        of in any::<Index>(),
        at in any::<Index>(),
        length in 0..40usize,
        put in prop_oneof!["[\"{}\\[\\],:0-9a-z\\\\]{0,6}", any::<String>()],
    ) {
        static TEXTS: LazyLock<Vec<String>> = LazyLock::new(|| REAL.iter().map(write).collect());
        let text = of.get(&TEXTS).as_bytes();
        let (from, to) = (at.index(text.len()), (at.index(text.len()) + length).min(text.len()));
        let bytes = [&text[..from], put.as_bytes(), &text[to..]].concat();
        read_by_all(&read(&String::from_utf8_lossy(&bytes)));
    }

    #[test]
    fn any_link_header(header in "(<https://a/[?&=0-9a-z]{0,8}>|[;, <>=\"]|rel|next|last|prev|\\PC){0,12}") {
        let links = Links::parse(&header);
        for address in [links.next, links.last].into_iter().flatten() {
            let is_in_header = header.contains(&format!("<{address}>"));
            prop_assert!(is_in_header, "{address}");
        }
    }

    #[test]
    fn any_limit(status in 400..600u16, remaining: Option<u32>, reset: Option<i64>, retry_after: Option<i64>, now in times()) {
        let answer = Response { status, remaining, reset, retry_after, ..Response::default() };
        match answer.error(now) {
            Some(ApiError::RateLimited(until)) => prop_assert!((60..=3600).contains(&(until - now).num_seconds())),
            Some(ApiError::NotFound | ApiError::Status(_)) => {}
            None => prop_assert!(false, "{status} is a refusal"),
        }
    }

    #[test]
    fn any_snapshot_comes_back_from_its_file(known in any_snapshot(), at in times(), stage in select(&Stage::ALL[..])) {
        let file = known.to_json(REPOSITORY);
        let text = write(&file);
        prop_assert_eq!(&read(&text), &file);
        prop_assert_eq!(&write(&known.clone().to_json(REPOSITORY)), &text, "the same bytes");
        prop_assert_eq!(decode(&file, REPOSITORY), Ok(known.clone()));
        // StageHistories and what could not be read of them are no business of this reader.
        let of = known.proposals.iter().map(|proposal| (proposal.number, vec![StageTransition { at, stage }]));
        let problems = vec![SkippedItem { item: 1, reason: "it has no time" }];
        let more = known.to_json_with_history(&StageHistories { by_number: of.collect(), problems }, REPOSITORY);
        prop_assert_eq!(decode(&more, REPOSITORY), Ok(known));
    }
}
