//! What changed, and when.

use std::cmp::Reverse;

use chrono::{NaiveDate, NaiveTime, TimeDelta};

use super::Publication;
use crate::minutes::Meeting;
use crate::proposal::{EventKind, Note, Proposal, Record, Stage, Time, TimelineEntry, timeline};

/// How much later than the snapshot a change may be dated. GitHub may record an event while the snapshot is made, and the
/// noon of a meeting's day may be yet to come. What is dated later than that has a wrong date.
const TOLERANCE: TimeDelta = TimeDelta::days(1);

/// Something that changed.
#[derive(Clone, Debug, PartialEq)]
pub struct Change<'a> {
    /// When GitHub recorded it; for what minutes say, noon in UTC of the meeting's day, which is the same day in nearly
    /// every time zone.
    pub at: Time,
    /// What changed.
    pub kind: ChangeKind<'a>,
}

/// What changed.
#[derive(Clone, Debug, PartialEq)]
pub enum ChangeKind<'a> {
    /// A meeting has minutes.
    Minutes(&'a Meeting),
    /// The minutes say more of a proposal than that the meeting talked about it, or it reached discussion by them.
    Note(&'a Proposal, Note),
    /// A proposal was closed or merged.
    Closed {
        /// The proposal.
        proposal: &'a Proposal,
        /// True if it was merged.
        merged: bool,
        /// True if it was not reopened since, so that its outcome is that of this closing.
        is_last: bool,
    },
    /// A proposal reached a stage by its labels, or was reopened at one.
    Stage {
        /// The proposal.
        proposal: &'a Proposal,
        /// The stage.
        stage: Stage,
        /// True if it was closed before.
        reopened: bool,
    },
    /// A proposal was opened.
    Opened(&'a Proposal),
}

/// Returns all changes that have a date, newest first.
pub fn changes<'a>(publication: &Publication<'a>) -> Vec<Change<'a>> {
    let mut changes: Vec<Change<'a>> = publication.proposals.iter().flat_map(of_proposal).collect();
    let minutes =
        |meeting: &'a Meeting| Change { at: noon(meeting.date), kind: ChangeKind::Minutes(meeting) };
    changes.extend(publication.meetings.iter().map(minutes));
    changes.retain(|change| change.at - publication.made_at <= TOLERANCE);
    changes.sort_by_key(|change| (Reverse(change.at), change.kind.order()));
    changes
}

fn of_proposal(proposal: &Proposal) -> Vec<Change<'_>> {
    let entries = timeline(proposal, None);
    let is_closing = |entry: &TimelineEntry| match entry {
        TimelineEntry::Event(event) => event.kind.is_closing(),
        TimelineEntry::Note(_) => false,
    };
    let last = entries.iter().rposition(is_closing).filter(|_| proposal.closing.is_some());
    let first = first_discussion(proposal);
    let change = |(index, entry)| {
        let (at, kind) = match entry {
            TimelineEntry::Note(note) if has_entry(proposal, &note) || first == Some(&note) => {
                (noon(note.date), ChangeKind::Note(proposal, note))
            }
            TimelineEntry::Note(_) => return None,
            TimelineEntry::Event(event) => {
                let kind = match event.kind {
                    EventKind::Opened => ChangeKind::Opened(proposal),
                    EventKind::Closed | EventKind::Merged => ChangeKind::Closed {
                        proposal,
                        merged: event.kind == EventKind::Merged,
                        is_last: last == Some(index),
                    },
                    // What labels and a reopening do to the stage is in the history.
                    _ => return None,
                };
                (event.at, kind)
            }
        };
        Some(Change { at, kind })
    };
    let mut changes: Vec<Change<'_>> = entries.into_iter().enumerate().filter_map(change).collect();
    let mut before = Stage::Submitted;
    for transition in &proposal.record.history {
        let (stage, reopened) = (transition.stage, before == Stage::Closed);
        before = stage;
        // The timeline knows closings without events, too.
        if stage != Stage::Closed {
            let kind = ChangeKind::Stage { proposal, stage, reopened };
            changes.push(Change { at: transition.at, kind });
        }
    }
    changes
}

/// Returns the note by which an RFC reached discussion; `None` if minutes say more of it, or if by that day it had the stage by
/// labels, or was closed.
fn first_discussion(proposal: &Proposal) -> Option<&Note> {
    let Record { notes, history, .. } = &*proposal.record;
    let first = notes.first().filter(|note| proposal.is_rfc && !note.is_result())?;
    let is_before = |at: Time| at.date_naive() <= first.date;
    let stage =
        history.iter().rfind(|transition| is_before(transition.at)).map(|transition| transition.stage);
    // The list knows a closing without events, too.
    let was_closed = proposal.closing.and_then(|closing| closing.at).is_some_and(is_before);
    (stage.unwrap_or(Stage::Submitted) == Stage::Submitted && !was_closed).then_some(first)
}

/// True if a note is a change of its own. The others are in the entry of the minutes, and so is what the minutes say of a
/// pull request that is no RFC: that is no decision on a proposal. A closing is known from GitHub, with its time.
fn has_entry(proposal: &Proposal, note: &Note) -> bool {
    let is_decision = note.is_indecisive() || note.is_verdict() || note.kind.is_approval();
    note.is_vote_ahead() || (proposal.is_rfc && is_decision)
}

impl ChangeKind<'_> {
    /// Returns what orders changes of the same time.
    fn order(&self) -> (u8, Reverse<u32>) {
        match self {
            ChangeKind::Minutes(_) => (0, Reverse(0)),
            ChangeKind::Note(proposal, _) => (1, Reverse(proposal.number)),
            ChangeKind::Closed { proposal, .. } => (2, Reverse(proposal.number)),
            ChangeKind::Stage { proposal, .. } => (3, Reverse(proposal.number)),
            ChangeKind::Opened(proposal) => (4, Reverse(proposal.number)),
        }
    }
}

fn noon(date: NaiveDate) -> Time {
    date.and_time(NaiveTime::MIN).and_utc() + TimeDelta::hours(12)
}
