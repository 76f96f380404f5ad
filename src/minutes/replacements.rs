//! Which pull request replaces which.

use std::collections::BTreeSet;
use std::ops::Range;

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

const REPLACE: [&str; 8] = [
    "replaces",
    "replacing",
    "replaced",
    "supersedes",
    "superseding",
    "superseded",
    "obsoletes",
    "obsoleted",
];

/// May stand between the verb and the link to a pull request. Any other word is the object itself:
/// "replaces the stock kernel".
const BEFORE_LINK: [&str; 18] = [
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
    // "the earlier proposal in", never "replaced in".
    "in",
];

/// A replacement as it is found in the words of a statement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Pair {
    pub(super) old: u32,
    pub(super) new: Option<u32>,
    /// The bytes of the sentence in the statement.
    sentence: Range<usize>,
}

impl Pair {
    pub(super) fn numbers(&self) -> impl Iterator<Item = u32> + use<> {
        [Some(self.old), self.new].into_iter().flatten()
    }
}

/// Finds one replacement in each sentence of `words`. `subject` is what "replaces" is said of where the
/// sentence links to no pull request before it.
pub(super) fn find(words: &[Word<'_>], subject: Option<u32>) -> Vec<Pair> {
    let mut pairs = Vec::new();
    let mut sentences = sentences(words).peekable();
    while let Some(sentence) = sentences.next() {
        let start = sentence.first().map_or(0, |word| word.start);
        let end = sentences.peek().and_then(|next| next.first()).map_or(usize::MAX, |word| word.start);
        let pair = find_in_sentence(sentence, subject);
        pairs.extend(pair.map(|(old, new)| Pair { old, new, sentence: start..end }));
    }
    pairs
}

/// Returns the old and the new pull request.
fn find_in_sentence(sentence: &[Word<'_>], subject: Option<u32>) -> Option<(u32, Option<u32>)> {
    let mut last = subject;
    sentence.iter().enumerate().find_map(|(index, word)| {
        last = word.pull_request.or(last);
        if !word.is_in(&REPLACE) {
            return None;
        }
        let after = sentence.get(index + 1..)?;
        if after.first().is_some_and(|word| word.is_in(&["in"])) {
            return None;
        }
        let is_passive = after.first().is_some_and(|word| word.is_in(&["by"]));
        let is_filler = |word: &&Word| word.pull_request.is_none() && word.is_in(&BEFORE_LINK);
        let linked = after.iter().skip(usize::from(is_passive)).find(|word| !is_filler(word))?.pull_request?;
        let (old, new) = if is_passive { (last?, Some(linked)) } else { (linked, last) };
        (new != Some(old)).then_some((old, new))
    })
}

/// The replacements of a text, each pair once.
#[derive(Debug, Default)]
pub(super) struct Replacements {
    list: Vec<Replacement>,
    known: BTreeSet<(u32, Option<u32>)>,
}

impl Replacements {
    /// Adds what was found in `statement`.
    pub(super) fn add(&mut self, pairs: &[Pair], statement: &str) {
        for Pair { old, new, sentence } in pairs {
            let sentence = statement.get(sentence.start..sentence.end.min(statement.len()));
            self.push(*old, *new, sentence.unwrap_or(statement).trim_end());
        }
    }

    /// Adds a replacement, unless the pair is known.
    pub(super) fn push(&mut self, old: u32, new: Option<u32>, sentence: &str) {
        if self.known.insert((old, new)) {
            self.list.push(Replacement { old, new, sentence: sentence.to_owned() });
        }
    }

    pub(super) fn into_list(self) -> Vec<Replacement> {
        self.list
    }
}
