//! Messages about whose turn a proposal is, and what changed.

use super::{Catalog, Str};
use crate::proposal::Party;
use crate::query::{ActivityValue, ChangedSince};
#[cfg(feature = "browser")]
use {
    super::timeline,
    crate::proposal::{EventKind, Proposal, RecordedEvent, Time, Turn},
};

impl Catalog {
    /// Returns the name of who has to act.
    pub fn party(&self, party: Party) -> Str {
        self.get(match party {
            Party::Committee => "The committee",
            Party::Author => "Author",
            Party::Board => "The board",
            Party::Nobody => "Nobody",
        })
    }

    /// Returns the name of whose turn it is, or since when a proposal changed.
    pub fn activity(&self, value: ActivityValue) -> Str {
        match value {
            ActivityValue::Turn(party) => self.party(party),
            ActivityValue::Changed(ChangedSince::Visit) => self.get("since your last visit"),
            ActivityValue::Changed(ChangedSince::Meeting) => self.get("since the last meeting"),
            ActivityValue::Changed(ChangedSince::Fortnight) => self.get("in the last 14 days"),
        }
    }
}

#[cfg(feature = "browser")]
impl Catalog {
    /// Returns whose turn a proposal is, and why.
    pub fn turn(&self, proposal: &Proposal, turn: Turn) -> String {
        let (party, reason) = (self.party(turn.party()), self.turn_reason(proposal, turn));
        self.format("Whose turn: {party} ({reason})", &[("party", &party), ("reason", &reason)])
    }

    fn turn_reason(&self, proposal: &Proposal, turn: Turn) -> String {
        match turn {
            Turn::Draft => self.get("Marked as a draft").into_owned(),
            Turn::VoteDue => self.get("To be voted on").into_owned(),
            Turn::BoardLabel(name) => self.quoted(name),
            Turn::Quiet(day) => self.format("no change since {day}", &[("day", &self.calendar_day(day))]),
            Turn::NumberMissing => self.get("the document has no RFC number").into_owned(),
            Turn::Conflict => self.get("the branch has a merge conflict").into_owned(),
            Turn::BoardReview(at) => self.event(EventKind::ReviewRequested, None, at),
            Turn::ChangesRequested(member, at) => self.event(EventKind::ChangesRequested, Some(member), at),
            Turn::MemberWrote(kind, member, at) => self.event(kind, Some(member), at),
            Turn::AuthorWrote(kind, at) => self.event(kind, proposal.author.as_deref(), at),
            Turn::Pushed(at) => self.event(EventKind::Pushed, None, at),
            Turn::Opened(kind, at) => self.event(kind, None, at),
        }
    }

    /// Returns what GitHub recorded, with the label or else the account that it concerns.
    pub fn recorded_event(&self, event: &RecordedEvent) -> String {
        let is_about_subject = matches!(event.kind, EventKind::Labelled | EventKind::Unlabelled);
        let name = if is_about_subject { &event.subject } else { &event.actor };
        self.event(event.kind, name.as_deref(), event.at)
    }

    fn event(&self, kind: EventKind, name: Option<&str>, at: Time) -> String {
        let (event, day) = (self.get(timeline::event(kind)), self.day(at));
        match name {
            None => self.format("{event}, {day}", &[("event", &event), ("day", &day)]),
            Some(name) => {
                self.format("{name}: {event}, {day}", &[("name", name), ("event", &event), ("day", &day)])
            }
        }
    }
}
