//! Arbitrary snapshots.

use std::collections::BTreeMap;

use super::any_json::words;
use super::any_records::{any_records, problems};
use super::*;
use crate::github::Scope;
use crate::proposal::{Closing, Color, Document, Evidence, Label, Proposal, RfcNumber, Sig, Time};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;

pub fn times() -> impl Strategy<Value = Time> {
    // From 1970 to 9999, in milliseconds.
    (0..253_402_300_000_000i64).prop_map(|at| Time::from_timestamp_millis(at).unwrap())
}

fn sigs() -> impl Strategy<Value = Vec<Sig>> {
    let evidence =
        prop_oneof![Just(Evidence::Label), Just(Evidence::Field), words().prop_map(Evidence::Mention),];
    let sig = (words(), words(), evidence).prop_map(|(slug, name, evidence)| Sig { slug, name, evidence });
    vec(sig, 0..3)
}

fn labels() -> impl Strategy<Value = Vec<Label>> {
    let color = (0..0x100_0000u32).prop_map(|rgb| Color::from_hex(&format!("{rgb:06x}")).unwrap());
    let label =
        (words(), words(), color).prop_map(|(name, description, color)| Label { name, description, color });
    vec(label, 0..3)
}

fn closing() -> impl Strategy<Value = Option<Closing>> {
    let closing = (any::<bool>(), any::<bool>(), option::of(times()))
        .prop_map(|(merged, by_author, at)| Closing { merged, by_author, at });
    option::of(closing)
}

/// A proposal without its document's share, as snapshots keep it.
fn proposal() -> impl Strategy<Value = Proposal> {
    let texts = (words(), option::of(words()));
    let marks = (any::<bool>(), any::<bool>());
    let counts = (any::<u32>(), any::<u32>());
    let moments = (option::of(times()), option::of(times()));
    (any::<u32>(), texts, closing(), marks, sigs(), labels(), moments, counts).prop_map(
        |(
            number,
            (title, author),
            closing,
            (draft, is_rfc),
            sigs,
            labels,
            (opened_at, updated_at),
            counts,
        )| {
            Proposal {
                number,
                title,
                author,
                closing,
                draft,
                is_rfc,
                sigs,
                labels,
                opened_at,
                updated_at,
                comments: counts.0,
                thumbs_up: counts.1,
                ..Proposal::default()
            }
            .assessed()
        },
    )
}

fn read_document() -> impl Strategy<Value = (Time, Document)> {
    let document = (any::<bool>(), option::of(1..=65_535u32), words(), sigs(), words()).prop_map(
        |(is_rfc, number, status, sigs, summary)| Document {
            is_rfc,
            rfc_number: number.and_then(RfcNumber::new),
            status,
            sigs,
            summary,
        },
    );
    (times(), document)
}

pub fn any_snapshot() -> impl Strategy<Value = Snapshot> {
    let known = vec((proposal(), option::of(read_document())), 0..4);
    (times(), any::<bool>(), known, any_records(), problems(), any::<bool>()).prop_map(
        |(made_at, open_only, known, records, problems, incomplete)| {
            let known: BTreeMap<u32, _> = known.into_iter().map(|known| (known.0.number, known)).collect();
            let documents = known.iter().filter_map(|(number, (_, read))| {
                let (read_after, document) = read.clone()?;
                Some(FetchedDocument { number: *number, read_after, document })
            });
            Snapshot {
                made_at,
                scope: if open_only { Scope::Open } else { Scope::All },
                documents: documents.collect(),
                proposals: known.into_values().map(|(proposal, _)| proposal).collect(),
                records,
                problems,
                incomplete,
            }
        },
    )
}
