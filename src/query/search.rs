//! Text search: every word has to be found, regardless of accents and case.

use std::sync::Arc;

use crate::proposal::{Proposal, RfcNumber};

/// Removes case and accents from a text. A parameter, because the browser has the best implementation.
pub type Casefold = fn(&str) -> String;

/// A proposal with its searchable text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SearchEntry {
    /// The proposal.
    pub proposal: Arc<Proposal>,
    /// Title, author, labels, SIGs and abstract, case-folded.
    words: String,
}

impl SearchEntry {
    /// Prepares a proposal for search.
    pub fn new(proposal: Arc<Proposal>, casefold: Casefold) -> Self {
        let mut words = proposal.title.clone();
        let labels = proposal.labels.iter().map(|label| label.name.as_str());
        let sigs = proposal.sigs.iter().flat_map(|sig| [sig.name.as_str(), "SIG"]);
        let author = proposal.author.as_deref();
        for part in author.into_iter().chain(labels).chain(sigs).chain([proposal.summary.as_str()]) {
            words.push(' ');
            words.push_str(part);
        }
        if proposal.is_rfc {
            words.push_str(" RFC");
        }
        SearchEntry { words: casefold(&words), proposal }
    }

    /// True if every term is found.
    pub(super) fn matches(&self, terms: &[Term]) -> bool {
        terms.iter().all(|term| match term {
            Term::Pull(number) => self.proposal.number == *number,
            Term::Rfc(number) => self.proposal.rfc_number == Some(*number),
            Term::Number(digits) => {
                // Only RFC numbers have leading zeros.
                (!digits.starts_with('0') && digits.parse() == Ok(self.proposal.number))
                    || self
                        .proposal
                        .rfc_number
                        .is_some_and(|rfc| RfcNumber::parse_prefix(digits) == Some(rfc))
                    || self.words.split(|c: char| !c.is_ascii_alphanumeric()).any(|word| word == digits)
            }
            Term::Word(word) => self.words.contains(word.as_str()),
        })
    }
}

/// A search term, of one or two words.
#[derive(Debug, PartialEq)]
pub(super) enum Term {
    /// `#18`: the pull request.
    Pull(u32),
    /// `rfc 8`, `rfc8`, `rfc-0008`: the RFC.
    Rfc(RfcNumber),
    /// `18`, `0008`: the pull request, the RFC, or the number in the text, never a part of another number.
    Number(String),
    /// Anything else, anywhere in the text.
    Word(String),
}

/// Parses a search text, which is case-folded.
pub(super) fn terms(text: &str) -> Vec<Term> {
    let mut terms = Vec::new();
    let mut words = text.split_whitespace().peekable();
    while let Some(word) = words.next() {
        // The number is not typed completely: "#", or the zeros of "rfc 0008".
        if word == "#" {
            continue;
        }
        let is_number = |word: &str| word.bytes().all(|b| b.is_ascii_digit());
        let own_number = word.strip_prefix("rfc").map(|rest| rest.trim_start_matches([':', '-', '#']));
        let number = match own_number {
            Some("") => words.next_if(|next| is_number(next)),
            number => number.filter(|number| is_number(number)),
        };
        let term = match (number, word.strip_prefix('#').and_then(|digits| digits.parse().ok())) {
            (Some(number), _) => {
                RfcNumber::parse_prefix(number).map_or(Term::Word("rfc".to_owned()), Term::Rfc)
            }
            (None, Some(number)) => Term::Pull(number),
            (None, None) if is_number(word) => Term::Number(word.to_owned()),
            (None, None) => Term::Word(word.to_owned()),
        };
        terms.push(term);
    }
    terms
}
