//! Arbitrary texts in the browser's storage: none panics, and visits are the same after encoding and decoding.

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;

use super::*;
use crate::ui::{Visit, Visits};

fn visits() -> impl Strategy<Value = Visits> {
    // Whole seconds, as GitHub's times have.
    let visit = (any::<u32>(), option::of(0..253_402_300_000i64), vec(any::<u64>(), 0..5));
    vec(visit, 0..20).prop_map(|all| {
        let mut visits = Visits::default();
        for (number, seconds, sections) in all {
            let updated_at = seconds.and_then(|seconds| Time::from_timestamp(seconds, 0));
            visits.add(Visit { number, updated_at, sections });
        }
        visits
    })
}

proptest! {
    #[test]
    fn any_visits_are_the_same_after_encoding_and_decoding(visits in visits()) {
        prop_assert_eq!(Visits::decode(&visits.encode()), visits);
    }

    #[test]
    fn arbitrary_visits_are_decoded_or_left_out(text in "([0-9]{1,22}|[ -]|\n|\\PC){0,30}") {
        let visits = Visits::decode(&text);
        prop_assert_eq!(Visits::decode(&visits.encode()), visits);
    }

    #[test]
    fn damaged_visits_are_decoded_or_left_out(visits in visits(), at: prop::sample::Index, put in "\\PC{0,4}") {
        let before = visits.encode();
        let at = at.index(before.len() + 1);
        let text = format!("{}{put}", &before[..at]);
        let decoded = Visits::decode(&text).encode();
        let whole = before.get(..at).and_then(|kept| kept.rsplit_once('\n')).map_or("", |(whole, _)| whole);
        prop_assert!(decoded.starts_with(whole), "{decoded}");
    }
}
