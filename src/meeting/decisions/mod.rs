//! Every decision that the minutes record, as they are written.

mod export;
mod text_parts;

pub use export::{FileFormat, to_markdown};
pub use text_parts::{TextPart, text_parts};

use std::sync::Arc;

use chrono::{Datelike, NaiveDate};

use crate::minutes::{self, Meeting};
use crate::proposal::{Proposal, Sig};
use crate::query::Casefold;

/// An entry below "Decisions Adopted" of a meeting's minutes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DatedDecision {
    /// The day of the meeting.
    pub date: NaiveDate,
    /// The entry as it is written.
    pub decision: minutes::Decision,
    /// The SIGs of the proposals that it links to, each once.
    pub sigs: Vec<Sig>,
}

/// Which decisions are shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DecisionFilter {
    /// The search text. All of its words have to be found.
    pub text: String,
    /// The year of the meeting.
    pub year: Option<i32>,
    /// The slug of a SIG.
    pub sig: Option<String>,
}

/// Returns the decisions of all meetings, newest meeting first, those of one meeting in the order of its minutes.
pub fn decisions(meetings: &[Meeting], proposals: &[Arc<Proposal>]) -> Vec<DatedDecision> {
    // Smaller in the module than a sort, and there are few.
    let mut newest_first: Vec<&Meeting> = Vec::new();
    for meeting in meetings {
        let place = newest_first.partition_point(|other| other.date >= meeting.date);
        newest_first.insert(place, meeting);
    }
    let dated = |meeting: &Meeting, decision: &minutes::Decision| DatedDecision {
        date: meeting.date,
        decision: decision.clone(),
        sigs: sigs(decision, proposals),
    };
    newest_first
        .into_iter()
        .flat_map(|meeting| meeting.decisions.iter().map(|decision| dated(meeting, decision)))
        .collect()
}

fn sigs(decision: &minutes::Decision, proposals: &[Arc<Proposal>]) -> Vec<Sig> {
    let mut sigs: Vec<Sig> = Vec::new();
    for proposal in proposals.iter().filter(|proposal| decision.pull_requests.contains(&proposal.number)) {
        for sig in &proposal.sigs {
            if sigs.iter().all(|known| known.slug != sig.slug) {
                sigs.push(sig.clone());
            }
        }
    }
    sigs
}

/// Returns the years in which something was decided, newest first.
pub fn years(decisions: &[DatedDecision]) -> Vec<i32> {
    // They come newest first.
    let mut years: Vec<i32> = decisions.iter().map(|entry| entry.date.year()).collect();
    years.dedup();
    years
}

/// Returns the SIGs that decisions concern, as far as that is known, each once and by name.
pub fn sigs_of(decisions: &[DatedDecision]) -> Vec<Sig> {
    let mut sigs: Vec<Sig> = Vec::new();
    for sig in decisions.iter().flat_map(|entry| &entry.sigs) {
        if sigs.iter().all(|known| known.slug != sig.slug) {
            let place = sigs.partition_point(|known| known.name <= sig.name);
            sigs.insert(place, sig.clone());
        }
    }
    sigs
}

impl DecisionFilter {
    /// True if a decision is of the year and the SIG, and has all words of the text.
    pub fn matches(&self, entry: &DatedDecision, casefold: Casefold) -> bool {
        let is_of_year = self.year.is_none_or(|year| entry.date.year() == year);
        let is_of_sig = self.sig.as_ref().is_none_or(|slug| entry.sigs.iter().any(|sig| sig.slug == *slug));
        is_of_year && is_of_sig && has_words(entry, &casefold(&self.text), casefold)
    }
}

fn has_words(entry: &DatedDecision, words: &str, casefold: Casefold) -> bool {
    if words.trim().is_empty() {
        return true;
    }
    let decision = &entry.decision;
    let mut text = crate::proposal::date_to_iso8601(entry.date);
    let numbers = decision.pull_requests.iter().map(|number| format!("#{number}"));
    for part in [decision.text.clone()].into_iter().chain(decision.points.iter().cloned()).chain(numbers) {
        text.push(' ');
        text.push_str(&part);
    }
    let text = casefold(&text);
    words.split_whitespace().all(|word| text.contains(word))
}
