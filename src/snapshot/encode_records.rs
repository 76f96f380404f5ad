//! Records to JSON.

use serde_json::Value;

use super::object::Object;
use crate::proposal::{
    Note, Record, Records, Relation, StageTransition, Tally, Time, Vote, date_to_iso8601, to_iso8601,
};

/// Encodes the records of a file made at `made_at`; `None` if they were not collected.
pub(super) fn encode_records(records: &Records, made_at: Time) -> Option<Value> {
    let as_of = records.as_of?;
    let list: Vec<Value> = records.iter().map(encode_record).collect();
    let file = Object::default()
        .optional("made_at", (as_of != made_at).then(|| to_iso8601(as_of)))
        .optional("minutes", records.minutes_source.as_deref())
        .optional("minutes_until", records.minutes_until.map(date_to_iso8601))
        .field("proposals", list);
    Some(file.finish())
}

fn encode_record((number, record): (u32, &Record)) -> Value {
    Object::default()
        .field("number", number)
        .array("notes", record.notes.iter().map(encode_note))
        .optional("next_meeting", record.next_meeting.map(date_to_iso8601))
        .array("replaces", record.replaces.iter().map(encode_relation))
        .array("replaced_by", record.replaced_by.iter().map(encode_relation))
        .array("history", record.history.iter().map(encode_transition))
        .finish()
}

fn encode_note(note: &Note) -> Value {
    Object::default()
        .field("date", date_to_iso8601(note.date))
        .field("kind", note.kind.as_str())
        .optional("sentence", note.sentence.as_deref())
        .optional("vote", note.vote.map(encode_vote))
        .finish()
}

/// Encodes the figures of a vote, or that it was unanimous.
pub(super) fn encode_vote(vote: Vote) -> Value {
    match vote {
        Vote::Counted(Tally { in_favor, abstained, against }) => Object::default()
            .field("for", in_favor)
            .field("abstain", abstained)
            .field("against", against)
            .finish(),
        Vote::Unanimous => Object::default().flag("unanimous", true).finish(),
    }
}

fn encode_relation(relation: &Relation) -> Value {
    Object::default()
        .field("number", relation.number)
        .optional("date", relation.date.map(date_to_iso8601))
        .optional("sentence", relation.sentence.as_deref())
        .finish()
}

fn encode_transition(transition: &StageTransition) -> Value {
    Object::default()
        .field("at", to_iso8601(transition.at))
        .field("stage", transition.stage.as_str())
        .finish()
}
