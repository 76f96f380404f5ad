//! A discussion while its statements are read.

use std::collections::BTreeMap;

use crate::minutes::classify::{Place, kinds, precedence};
use crate::minutes::vote::{Ballot, is_about_vote, is_unanimous};
use crate::minutes::wording::Word;
use crate::minutes::{Discussion, Kind, Vote};

/// What is known so far about a pull request.
#[derive(Debug, Default)]
pub(super) struct Draft {
    /// The pull request; `None` for a proposal that has none.
    pub(super) number: Option<u32>,
    pub(super) url: Option<String>,
    /// The line that names it first.
    pub(super) line: usize,
    /// The number of drafts before it.
    order: usize,
    /// What to show if no statement gives a result.
    pub(super) fallback: Option<String>,
    result: Option<Statement>,
    ballot: Ballot,
    is_unanimous: bool,
    is_approved: bool,
    is_rejected: bool,
}

/// A statement that gives a result.
#[derive(Debug)]
struct Statement {
    place: Place,
    kind: Kind,
    text: String,
}

impl Draft {
    /// Adds what a statement says. `text` is the statement as it is shown.
    pub(super) fn add_statement(&mut self, words: &[Word<'_>], place: Place, text: &str) {
        // Struck out words are not said.
        if text.contains("~~") {
            return;
        }
        self.ballot.add(text);
        let kinds: Vec<Kind> = kinds(words, place).collect();
        self.is_approved |= kinds.iter().any(|kind| kind.is_approval());
        self.is_rejected |= kinds.contains(&Kind::Rejected);
        let strongest = kinds.iter().copied().max_by_key(|kind| precedence(*kind));
        let outcome = (place == Place::Outcome).then_some(Kind::Discussed);
        if let Some(kind) = strongest.or(outcome) {
            self.set(place, kind, text);
        }
        let is_verdict = strongest.is_some_and(is_verdict);
        let is_about_proposal = is_verdict || place == Place::Decision || is_about_vote(words);
        self.is_unanimous |= is_about_proposal && is_unanimous(words);
    }

    /// Takes the result unless one that is known comes before it.
    pub(super) fn set(&mut self, place: Place, kind: Kind, text: &str) {
        let rank = |place: Place, kind: Kind| (place, precedence(kind));
        if self.result.as_ref().is_none_or(|known| rank(place, kind) >= rank(known.place, known.kind)) {
            self.result = Some(Statement { place, kind, text: text.to_owned() });
        }
    }

    /// True if it is said to be both approved and rejected.
    pub(super) fn is_contradictory(&self) -> bool {
        self.is_approved && self.is_rejected
    }

    pub(super) fn finish(self) -> Discussion {
        let is_contradictory = self.is_contradictory();
        let pull_request = self.number;
        // A pull request's address follows from its number.
        let url = self.url.filter(|_| pull_request.is_none());
        if is_contradictory {
            return Discussion { pull_request, url, kind: Kind::Discussed, sentence: None, vote: None };
        }
        let (kind, sentence) = match self.result.filter(|result| !result.text.is_empty()) {
            Some(result) => (result.kind, Some(result.text)),
            None => (Kind::Discussed, self.fallback.filter(|text| !text.is_empty())),
        };
        let unanimous = (self.is_unanimous && is_verdict(kind)).then_some(Vote::Unanimous);
        let vote = self.ballot.tally().map(Vote::Counted).or(unanimous);
        Discussion { pull_request, url, kind, sentence, vote }
    }
}

/// True if the committee decided on the proposal, or on a part of it.
fn is_verdict(kind: Kind) -> bool {
    kind.is_approval() || kind == Kind::Rejected
}

/// The drafts, one for each pull request.
#[derive(Debug, Default)]
pub(super) struct Drafts {
    /// By number. Each proposal without a number has its own place.
    by_number: BTreeMap<(Option<u32>, usize), Draft>,
}

impl Drafts {
    /// Returns the draft of a pull request, a new one if there is none. `line` is where the minutes name it.
    pub(super) fn get(&mut self, number: Option<u32>, line: usize) -> &mut Draft {
        let order = self.by_number.len();
        let key = (number, if number.is_some() { 0 } else { order });
        self.by_number.entry(key).or_insert_with(|| Draft { number, line, order, ..Draft::default() })
    }

    /// Returns the drafts in the order in which they came.
    pub(super) fn into_list(self) -> Vec<Draft> {
        let mut list: Vec<Draft> = self.by_number.into_values().collect();
        list.sort_by_key(|draft| draft.order);
        list
    }
}
