//! Which pull request replaces which.

use std::collections::BTreeSet;

use super::wording::{Word, sentences};

/// A pull request that is replaced by another one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Replacement {
    /// The pull request that is replaced.
    pub old: u32,
    /// The pull request that replaces it; `None` if it has no number yet.
    pub new: Option<u32>,
    /// The sentence that says so, as plain text.
    pub sentence: String,
}

const REPLACE: [&str; 6] = ["replaces", "replacing", "replaced", "supersedes", "superseding", "superseded"];

/// May stand between the verb and the link to a pull request. Any other word is the object itself:
/// "replaces the stock kernel".
const BEFORE_LINK: [&str; 17] = [
    "the",
    "a",
    "its",
    "closed",
    "old",
    "older",
    "earlier",
    "previous",
    "original",
    "abandoned",
    "withdrawn",
    "rejected",
    "new",
    "rfc",
    "proposal",
    "pull",
    "request",
];

/// Finds pairs of the old and the new pull request in `words`. `subject` is what "replaces" is said of where
/// the sentence links to no pull request before it.
pub(super) fn find(words: &[Word<'_>], subject: Option<u32>) -> Vec<(u32, Option<u32>)> {
    let mut pairs = Vec::new();
    for sentence in sentences(words) {
        let mut last = subject;
        for (index, word) in sentence.iter().enumerate() {
            last = word.pull_request.or(last);
            if !word.is_in(&REPLACE) {
                continue;
            }
            let after = sentence.get(index + 1..).unwrap_or_default();
            let is_passive = after.first().is_some_and(|word| word.is_in(&["by"]));
            let is_filler = |word: &&Word| word.pull_request.is_none() && word.is_in(&BEFORE_LINK);
            let linked = after
                .iter()
                .skip(usize::from(is_passive))
                .find(|word| !is_filler(word))
                .and_then(|word| word.pull_request);
            let pair = match (linked, last) {
                (Some(new), Some(old)) if is_passive => (old, Some(new)),
                (Some(old), new) if !is_passive => (old, new),
                _ => continue,
            };
            if pair.1 != Some(pair.0) {
                pairs.push(pair);
            }
        }
    }
    pairs
}

/// The replacements of a meeting, each pair once.
#[derive(Debug, Default)]
pub(super) struct Replacements {
    list: Vec<Replacement>,
    known: BTreeSet<(u32, Option<u32>)>,
}

impl Replacements {
    /// Adds the pairs that `sentence` states.
    pub(super) fn add(&mut self, pairs: &[(u32, Option<u32>)], sentence: &str) {
        for &(old, new) in pairs {
            if self.known.insert((old, new)) {
                self.list.push(Replacement { old, new, sentence: sentence.to_owned() });
            }
        }
    }

    pub(super) fn into_list(self) -> Vec<Replacement> {
        self.list
    }
}
