//! Why a proposal stands where it does on the agenda.

use chrono::NaiveDate;

use super::section::is_since;
use crate::proposal::{Decision, NoteKind, Proposal, Stage, StageSource, Time};

/// Why a proposal stands where it does on the agenda, or what became of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// Its label says that it is to be voted on.
    VoteByLabel,
    /// The `Status` in its document says that it is to be voted on.
    VoteByHeader(String),
    /// The meeting of this day scheduled the vote.
    VoteScheduled(NaiveDate),
    /// The vote was due at the meeting of this day, whose minutes record no decision.
    VoteWasDue(NaiveDate),
    /// The meeting of this day put the vote off.
    VotePutOff(NaiveDate),
    /// It was opened.
    Opened(Time),
    /// It reached this stage.
    StageReached(Stage, Time),
    /// The meeting of this day discussed it.
    Discussed(NaiveDate),
    /// It replaces the proposal of this number.
    Replaces(u32),
    /// The proposal of this number replaces it.
    ReplacedBy(u32),
    /// It was changed last, in a way that GitHub's list does not tell.
    Updated(Time),
    /// It has not changed since this day.
    Unchanged(NaiveDate),
    /// It was closed, with this outcome.
    Closed(Time, Decision),
}

/// Returns why an open proposal is to be voted on; `None` if it is not, or if the vote was put off.
pub(super) fn vote(proposal: &Proposal) -> Option<Reason> {
    if proposal.status.stage() != Stage::Vote {
        return None;
    }
    let evidence = &proposal.stage_evidence;
    match evidence.source {
        StageSource::Label => Some(Reason::VoteByLabel),
        StageSource::Header => Some(Reason::VoteByHeader(evidence.text.clone().unwrap_or_default())),
        _ if evidence.vote_was_due.is_some() => evidence.vote_was_due.map(Reason::VoteWasDue),
        _ => {
            let scheduled = proposal.record.newest_note();
            let scheduled = scheduled.filter(|note| note.kind == NoteKind::VoteScheduled);
            scheduled.map(|note| Reason::VoteScheduled(note.date))
        }
    }
}

/// Returns which meeting put a vote off that is still ahead; `None` if none did. Talk that follows changes nothing, a
/// result does.
pub(super) fn put_off(proposal: &Proposal) -> Option<Reason> {
    let result = proposal.record.notes.iter().rev().find(|note| note.is_result())?;
    let is_put_off = matches!(result.kind, NoteKind::VotePostponed | NoteKind::VoteDeferred);
    is_put_off.then_some(Reason::VotePutOff(result.date))
}

/// Returns what became of an open proposal on the day `since` and later, by what is on record. The meeting of that day
/// itself is what is compared with.
pub(super) fn changes(proposal: &Proposal, since: NaiveDate) -> Vec<Reason> {
    let record = &proposal.record;
    let transitions = record.history.iter().filter(|transition| is_since(transition.at, since));
    let stages = transitions.map(|transition| Reason::StageReached(transition.stage, transition.at));
    let notes = record.notes.iter().filter(|note| note.date > since && note.kind != NoteKind::NoChange);
    let discussed = notes.map(|note| Reason::Discussed(note.date));
    let replaces = record.replaces.iter().filter(|relation| relation.date.is_some_and(|date| date > since));
    let replaces = replaces.map(|relation| Reason::Replaces(relation.number));
    let opened = proposal.opened_at;
    let updated = proposal.updated_at.filter(|at| is_since(*at, since) && Some(*at) != opened);
    let updated = updated.map(Reason::Updated);
    stages.chain(discussed).chain(replaces).chain(updated).collect()
}
