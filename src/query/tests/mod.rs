mod arbitrary;
mod baseline;
mod fuzz;
mod params;
mod properties;
mod recorded;
#[cfg(feature = "browser")]
mod routes;
mod scopes;

use std::sync::Arc;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::url_params::{InvalidParam, encode, parse};
use super::*;
use crate::snapshot;

/// Does what the browser's `String.normalize` and `toLowerCase` do.
fn casefold(text: &str) -> String {
    text.nfkd().filter(|c| !is_combining_mark(*c)).collect::<String>().to_lowercase()
}

/// Returns the recorded proposals with their documents. Labels, counts and texts are made up for tests.
fn recorded() -> Vec<SearchEntry> {
    let json = include_str!("../../../tests/fixtures/snapshot-2.json");
    let snapshot::Snapshot { proposals, documents, .. } = snapshot::decode(json, "AlmaLinux/ALESCo").unwrap();
    let with_document =
        |proposal: Proposal| match documents.iter().find(|other| other.number == proposal.number) {
            Some(fetched) => proposal.with_document(&fetched.document),
            None => proposal,
        };
    proposals
        .into_iter()
        .map(|proposal| SearchEntry::new(Arc::new(with_document(proposal)), casefold))
        .collect()
}

/// An activity that differs between proposals.
fn activity(proposal: &Proposal) -> Activity {
    let number = proposal.number as usize;
    let turn = match ActivityValue::TURNS.get(number % 5) {
        Some(ActivityValue::Turn(party)) => Some(*party),
        _ => None,
    };
    let [changed_since_visit, changed_since_meeting, changed_in_fortnight] =
        [1, 2, 4].map(|bit| number & bit != 0);
    Activity { turn, changed_since_visit, changed_since_meeting, changed_in_fortnight }
}

/// Returns the numbers of the selected proposals, in their order.
fn numbers(items: &[SearchEntry], query: &Query) -> Vec<u32> {
    select(items, Scope::All, query, casefold, activity)
        .proposals
        .iter()
        .map(|proposal| proposal.number)
        .collect()
}

fn params(address: &str) -> Vec<(&str, String)> {
    let pairs = address.split('&').filter_map(|pair| pair.split_once('='));
    pairs.map(|(key, value)| (key, value.to_owned())).collect()
}

/// Parses the query of a URL without percent-encoding.
fn query_of(address: &str) -> Query {
    let params = params(address);
    parse(&params, &Query::default()).0
}
