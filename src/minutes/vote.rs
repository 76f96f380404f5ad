//! The figures of a vote.

use super::Tally;
use super::wording::{Word, contains, sentences};

/// Figures that may be spread over several statements, as "Yes: 3", "No: 1", "Abstain: 1".
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Ballot {
    signed: Option<Tally>,
    yes: Option<u32>,
    abstain: Option<u32>,
    no: Option<u32>,
}

impl Ballot {
    /// Adds the figures of one statement. A single `+1` or `-1` is the vote of one member and adds nothing.
    pub(super) fn add(&mut self, statement: &str) {
        let is_separator =
            |c: char| c.is_whitespace() || matches!(c, ',' | ';' | '/' | '(' | ')' | ':' | '.');
        let parts: Vec<&str> = statement.split(is_separator).filter(|part| !part.is_empty()).collect();
        self.signed = parts.windows(3).rev().find_map(signed).or(self.signed);
        let mut label = "";
        for part in parts {
            // "Yes – 3"
            if matches!(part, "-" | "–" | "—" | "=") {
                continue;
            }
            if let Ok(count) = part.parse() {
                self.set(label, count);
            }
            label = part;
        }
    }

    fn set(&mut self, label: &str, count: u32) {
        let is = |names: [&str; 2]| names.iter().any(|name| label.eq_ignore_ascii_case(name));
        if is(["yes", "for"]) {
            self.yes = Some(count);
        } else if is(["no", "against"]) {
            self.no = Some(count);
        } else if is(["abstain", "abstained"]) {
            self.abstain = Some(count);
        }
    }

    /// Returns the figures, if they are complete.
    pub(super) fn tally(self) -> Option<Tally> {
        let labelled = || Some(Tally { in_favor: self.yes?, abstained: self.abstain?, against: self.no? });
        self.signed.or_else(labelled)
    }
}

/// Parses three parts like `+4`, `0`, `-1`: for, abstained, against.
fn signed(parts: &[&str]) -> Option<Tally> {
    let [in_favor, abstained, against] = parts else { return None };
    let number = |text: &str| if text.starts_with('+') { None } else { text.parse().ok() };
    let in_favor = number(in_favor.strip_prefix('+')?)?;
    let abstained = number(abstained.strip_prefix(['+', '±']).unwrap_or(abstained))?;
    let against = match against.strip_prefix(['-', '−', '–']) {
        Some(count) => number(count)?,
        None => number(against).filter(|count| *count == 0)?,
    };
    Some(Tally { in_favor, abstained, against })
}

/// True if `words` say that a vote was unanimous, or that all members voted.
pub(super) fn is_unanimous(words: &[Word<'_>]) -> bool {
    sentences(words).any(|sentence| {
        let mut previous: Option<&Word<'_>> = None;
        let is_said = sentence.iter().any(|word| {
            let is_denied = previous.is_some_and(|word| word.is_in(&["not", "nearly", "almost", "non"]));
            previous = Some(word);
            word.is_in(&["unanimous", "unanimously"]) && !is_denied
        });
        is_said || has_vote_of_all(sentence)
    })
}

/// True for "All attending members voted", with up to three words between "all" and "voted".
fn has_vote_of_all(sentence: &[Word<'_>]) -> bool {
    let is_vote = |window: &[Word<'_>]| {
        let [all, rest @ ..] = window else { return false };
        all.is_in(&["all"])
            && rest.iter().any(|word| word.is_in(&["members"]))
            && rest.iter().any(|word| word.is_in(&["voted"]))
    };
    (0..sentence.len()).any(|at| is_vote(sentence.get(at..sentence.len().min(at + 5)).unwrap_or_default()))
}

/// True if `words` are about a vote or a decision: "Vote was unanimous", "Unanimous decision".
pub(super) fn is_about_vote(words: &[Word<'_>]) -> bool {
    words.iter().any(|word| word.is_in(&["vote", "voted", "voting"]))
        || contains(words, &["unanimous", "decision"])
}
