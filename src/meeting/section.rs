//! The sections of the agenda, and which of them a proposal belongs to.

use chrono::NaiveDate;

use super::Reason;
use super::reason::{changes, put_off, vote};
use crate::proposal::{Proposal, Time};

/// A section of the agenda, in the order in which a meeting takes them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Section {
    /// To be voted on.
    Vote,
    /// A vote was put off earlier.
    Postponed,
    /// Something changed.
    Changed,
    /// New.
    New,
    /// Nothing changed.
    Unchanged,
    /// Closed, to be noted.
    Closed,
}

impl Section {
    /// Every section.
    pub const ALL: [Section; 6] = [
        Section::Vote,
        Section::Postponed,
        Section::Changed,
        Section::New,
        Section::Unchanged,
        Section::Closed,
    ];

    /// Returns its value in `data-agenda`.
    pub fn as_str(self) -> &'static str {
        match self {
            Section::Vote => "vote",
            Section::Postponed => "postponed",
            Section::Changed => "changed",
            Section::New => "new",
            Section::Unchanged => "unchanged",
            Section::Closed => "closed",
        }
    }
}

/// Returns the section of a proposal, and why; `None` if it was closed before `since`.
pub(super) fn find(proposal: &Proposal, since: NaiveDate) -> Option<(Section, Vec<Reason>)> {
    if let Some(decision) = proposal.status.decision() {
        let closed = decision.at.filter(|at| is_since(*at, since) && !was_noted(proposal, since))?;
        let mut reasons = vec![Reason::Closed(closed, decision)];
        let replaced_by = proposal.record.replaced_by.iter();
        reasons.extend(replaced_by.map(|relation| Reason::ReplacedBy(relation.number)));
        return Some((Section::Closed, reasons));
    }
    let changes = changes(proposal, since);
    let with_changes = |reason: Reason| {
        let mut reasons = vec![reason];
        reasons.extend_from_slice(&changes);
        reasons
    };
    let opened = proposal.opened_at.filter(|at| is_since(*at, since));
    let is_new = opened.filter(|_| proposal.record.notes.iter().all(|note| note.date > since));
    Some(if let Some(reason) = vote(proposal) {
        (Section::Vote, with_changes(reason))
    } else if let Some(reason) = put_off(proposal) {
        (Section::Postponed, with_changes(reason))
    } else if let Some(opened) = is_new {
        (Section::New, with_changes(Reason::Opened(opened)))
    } else if changes.is_empty() {
        (Section::Unchanged, vec![Reason::Unchanged(unchanged_since(proposal, since))])
    } else {
        (Section::Changed, changes)
    })
}

/// True if `time` is on the day `since` or later.
pub(super) fn is_since(time: Time, since: NaiveDate) -> bool {
    time.date_naive() >= since
}

/// True if the meeting of the day `since` took note of the end of a proposal that was closed on that day.
fn was_noted(proposal: &Proposal, since: NaiveDate) -> bool {
    let notes = &proposal.record.notes;
    notes.iter().any(|note| note.date == since && note.is_result() && !note.is_vote_ahead())
}

/// Returns the day of the last change, on GitHub or by the minutes; `since` if it is not known, or if all that happened since
/// then is no news.
fn unchanged_since(proposal: &Proposal, since: NaiveDate) -> NaiveDate {
    let Some(updated) = proposal.updated_at else { return since };
    let noted = proposal.record.newest_change().map(|note| note.date);
    let stage = proposal.record.history.last().map(|transition| transition.at.date_naive());
    noted.into_iter().chain(stage).fold(updated.date_naive(), NaiveDate::max).min(since)
}
