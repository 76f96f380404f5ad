//! Why a proposal stands where it does on the agenda.

use chrono::NaiveDate;

use super::section::is_since;
use crate::proposal::{
    Decision, EventKind, NoteKind, Proposal, RecordedEvent, Stage, StageSource, StageTransition, Time,
};

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
    /// GitHub recorded it: a commit, a label, a review, or a comment by somebody else than the author.
    Event(RecordedEvent),
    /// It was changed last, in a way that neither GitHub's list nor the recorded events tell.
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
    let mut changes = Vec::new();
    // A proposal that is open and was closed was reopened afterwards, which is the news.
    let is_news =
        |transition: &&StageTransition| transition.stage != Stage::Closed && is_since(transition.at, since);
    let transitions = record.history.iter().filter(is_news);
    changes.extend(transitions.map(|transition| Reason::StageReached(transition.stage, transition.at)));
    let notes = record.notes.iter().filter(|note| note.date > since && note.kind != NoteKind::NoChange);
    changes.extend(notes.map(|note| Reason::Discussed(note.date)));
    let replaced = record.replaces.iter().filter(|relation| relation.date.is_some_and(|date| date > since));
    changes.extend(replaced.map(|relation| Reason::Replaces(relation.number)));
    changes.extend(events(proposal, since).into_iter().map(Reason::Event));
    // An event that is no news, such as a comment of the author, explains it, too.
    let is_explained =
        |at: &Time| proposal.opened_at == Some(*at) || record.events.iter().any(|event| event.at >= *at);
    let updated = proposal.updated_at.filter(|at| is_since(*at, since) && !is_explained(at));
    changes.extend(updated.map(Reason::Updated));
    changes
}

/// Returns what GitHub recorded on the day `since` and later: of each account the last event of a kind. Leaves out the
/// label events that changed the stage, which is a reason of its own.
fn events(proposal: &Proposal, since: NaiveDate) -> Vec<RecordedEvent> {
    let mut last: Vec<RecordedEvent> = Vec::new();
    for event in &proposal.record.events {
        let is_stage = proposal.record.history.iter().any(|transition| transition.at == event.at);
        if !is_since(event.at, since) || is_stage || !is_change(proposal, event) {
            continue;
        }
        let is_label = matches!(event.kind, EventKind::Labelled | EventKind::Unlabelled);
        let is_replaced = |known: &RecordedEvent| {
            let is_same = (known.kind, &known.actor) == (event.kind, &event.actor);
            is_same && (!is_label || known.subject == event.subject)
        };
        last.retain(|known| !is_replaced(known));
        last.push(event.clone());
    }
    last
}

/// True if an event is news for the committee.
fn is_change(proposal: &Proposal, event: &RecordedEvent) -> bool {
    use EventKind::{Closed, Commented, Merged, Opened, Pushed, Referenced, ReviewRequested};
    match event.kind {
        Commented => event.actor.is_none() || event.actor != proposal.author,
        // A pull request is opened with the commits before it.
        Pushed => proposal.opened_at.is_none_or(|opened| event.at > opened),
        // A proposal that is open and was closed was reopened afterwards, which is the news.
        Opened | ReviewRequested | Referenced | Closed | Merged => false,
        _ => true,
    }
}
