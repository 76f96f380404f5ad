//! What is prepared for a meeting of the committee: the agenda, computed from the record, and every decision so far.
//! Pure.
//!
//! [`agenda`] puts each proposal into one [`Section`] and gives the [`Reason`]s. [`minutes_draft`] writes the agenda in
//! the form of the minutes, and [`plain_text`] for a chat. [`decisions()`] lists what the minutes record as decided.

mod calendar;
mod decisions;
mod draft;
mod quorum;
mod reason;
mod section;
mod text;

#[cfg(test)]
mod tests;

pub use calendar::calendar_event;
pub use decisions::{
    DatedDecision, DecisionFilter, FileFormat, TextPart, decisions, sigs_of, text_parts, to_markdown, years,
};
pub use draft::minutes_draft;
pub use quorum::quorum;
pub use reason::Reason;
pub use section::Section;
pub use text::plain_text;

use std::sync::Arc;

use chrono::NaiveDate;

use crate::proposal::{Proposal, Since, Stage};

/// What the committee has before it.
#[derive(Clone, Debug, PartialEq)]
pub struct Agenda {
    /// The first day of the time in which a change counts.
    pub since: NaiveDate,
    /// The proposals, by section and then by how long they have been waiting.
    pub entries: Vec<Entry>,
}

/// A proposal on the agenda.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// Where it stands on the agenda.
    pub section: Section,
    /// The proposal.
    pub proposal: Arc<Proposal>,
    /// Why it stands there. At least one.
    pub reasons: Vec<Reason>,
    /// The proposals that it replaces, as far as they are loaded.
    pub replaces: Vec<Arc<Proposal>>,
}

impl Entry {
    /// True if the proposal has changed since the day that the agenda is compared with.
    pub fn has_changed(&self) -> bool {
        match self.section {
            Section::Unchanged => false,
            // The first reason says how the vote is known, or who put it off. The others are changes.
            Section::Vote | Section::Postponed => self.reasons.len() > 1,
            Section::Changed | Section::New | Section::Closed => true,
        }
    }
}

impl Agenda {
    /// Returns the entries of a section.
    pub fn section(&self, section: Section) -> impl Iterator<Item = &Entry> {
        self.entries.iter().filter(move |entry| entry.section == section)
    }
}

/// Computes the agenda from all proposals. Changes count from the beginning of the day `since`, in UTC: minutes have no
/// time, and a change that is shown once too often does less harm than one that is not shown.
///
/// Open proposals are always on the agenda, closed ones only if they were closed in that time.
pub fn agenda(proposals: &[Arc<Proposal>], since: NaiveDate) -> Agenda {
    let entry = |proposal: &Arc<Proposal>| {
        let (section, reasons) = section::find(proposal, since)?;
        let find = |number: u32| proposals.iter().find(|other| other.number == number).cloned();
        let replaces = proposal.record.replaces.iter().filter_map(|relation| find(relation.number)).collect();
        Some(Entry { section, proposal: Arc::clone(proposal), reasons, replaces })
    };
    let order = |entry: &Entry| (entry.section, waiting_since(&entry.proposal));
    // Smaller in the module than a sort, and there are few.
    let mut entries: Vec<Entry> = Vec::new();
    for entry in proposals.iter().filter_map(entry) {
        let place = entries.partition_point(|other| order(other) <= order(&entry));
        entries.insert(place, entry);
    }
    Agenda { since, entries }
}

/// Returns a key that sorts the proposals that wait longest first, and those whose stage has no date last.
fn waiting_since(proposal: &Proposal) -> impl Ord + use<> {
    let start = match proposal.status.stage() {
        Stage::Closed => proposal.status.decision().and_then(|decision| decision.at),
        _ => proposal.stage_since.map(Since::start),
    };
    (start.is_none(), start, proposal.number)
}
