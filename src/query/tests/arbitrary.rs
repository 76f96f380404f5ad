//! Arbitrary proposals and queries.

use proptest::prelude::*;

use super::*;
use crate::proposal::{Color, Decision, Label, RfcNumber, Sig, Status, Time};

pub fn stage() -> impl Strategy<Value = Stage> {
    prop::sample::select(&Stage::ALL[..])
}

pub fn outcome() -> impl Strategy<Value = Outcome> {
    prop::sample::select(&Outcome::ALL[..])
}

fn status() -> impl Strategy<Value = Status> {
    let decision =
        outcome().prop_map(|outcome| Status::Closed(Decision { outcome, inferred: false, at: None }));
    let open = prop::sample::select(&[Stage::Submitted, Stage::Discussion, Stage::Vote][..]);
    prop_oneof![open.prop_map(Status::Open), decision]
}

fn proposal() -> impl Strategy<Value = Proposal> {
    let sig = prop::sample::select(&["core", "cloud", "altarch"][..]);
    let tag = prop::sample::select(&["kernel", "Board, input", "x\\"][..]);
    (
        (1..40u32, "[ab é]{0,6}", status(), any::<bool>()),
        prop::collection::btree_set(sig, 0..3),
        prop::collection::btree_set(tag, 0..3),
        (0..5i64, 0..3u32, prop::option::of(1..12u16)),
        prop::option::of(prop::sample::select(&["anna", "Benny"][..])),
    )
        .prop_map(|((number, title, status, is_rfc), sigs, tags, (day, comments, rfc), author)| {
            Proposal {
                number,
                title,
                status,
                is_rfc,
                has_document: true,
                author: author.map(str::to_owned),
                rfc_number: rfc.and_then(|rfc| RfcNumber::parse_prefix(&rfc.to_string())),
                sigs: sigs
                    .into_iter()
                    .map(|slug| Sig {
                        slug: slug.to_owned(),
                        name: slug.to_owned(),
                        evidence: crate::proposal::Evidence::Label,
                    })
                    .collect(),
                labels: tags
                    .into_iter()
                    .map(|name| Label {
                        name: name.to_owned(),
                        description: String::new(),
                        color: Color::default(),
                    })
                    .collect(),
                opened_at: Time::from_timestamp(day, 0),
                updated_at: Time::from_timestamp(-day, 0),
                comments,
                ..Proposal::default()
            }
        })
}

pub fn items() -> impl Strategy<Value = Vec<SearchEntry>> {
    prop::collection::vec(proposal(), 0..25).prop_map(|mut proposals| {
        proposals.sort_by_key(|proposal| proposal.number);
        proposals.dedup_by_key(|proposal| proposal.number);
        proposals.into_iter().map(|proposal| SearchEntry::new(Arc::new(proposal), casefold)).collect()
    })
}

fn subset<T: Clone + std::fmt::Debug + 'static>(values: &[T]) -> impl Strategy<Value = Vec<T>> + use<T> {
    prop::sample::subsequence(values.to_vec(), 0..=values.len()).prop_shuffle()
}

pub fn query() -> impl Strategy<Value = Query> {
    let owned = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect::<Vec<String>>();
    (
        prop::sample::select(&StateFilter::ALL[..]),
        subset(&Stage::ALL),
        subset(&Outcome::ALL),
        subset(&owned(&["core", "cloud", "gone", "none"])),
        subset(&owned(&["kernel", "Board, input", "x\\", "gone"])),
        subset(&owned(&["anna", "benny", "gone"])),
        (subset(&ActivityValue::TURNS), subset(&ActivityValue::CHANGES)),
        prop_oneof![Just(String::new()), "[ab é#0-9]{0,4}"],
        prop::sample::select(&Sort::ALL[..]),
    )
        .prop_map(|(show, stages, outcomes, sigs, tags, authors, (turns, changed), text, sort)| Query {
            show,
            stages,
            outcomes,
            sigs,
            tags,
            authors,
            turns,
            changed,
            text,
            sort,
        })
}
