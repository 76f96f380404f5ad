//! JSON to records.

use chrono::NaiveDate;
use serde_json::Value;

use super::HAS_EVENTS;
use crate::github::fields::{array_field, bool_field, str_field, string_field, time_field, u32_field};
use crate::proposal::{
    DateOrTime, Note, NoteKind, Record, RecordedEvent, Records, Relation, StageTransition, Tally, Time, Vote,
    parse_date,
};

/// Decodes the records of a file made at `made_at`; none if it has none. A saved copy has records that are older than
/// itself.
pub(super) fn decode_records(file: &Value, made_at: Time) -> Records {
    let Some(records) = file.get("records").filter(|records| records.is_object()) else {
        return Records::default();
    };
    let made_at = time_field(records, "made_at").unwrap_or(made_at);
    let decode = |record: &Value| Some((u32_field(record, "number")?, decode_record(record)));
    let list = array_field(records, "proposals").iter().filter_map(decode);
    let next_meeting = str_field(records, "next_meeting").and_then(DateOrTime::parse);
    Records::new(made_at, list)
        .with_minutes(string_field(records, "minutes"), date_field(records, "minutes_until"))
        .with_next_meeting(next_meeting)
}

fn decode_record(record: &Value) -> Record {
    let mut notes: Vec<Note> = Vec::new();
    for note in array_field(record, "notes").iter().filter_map(decode_note) {
        // They are in order already. A stable sort would take a kilobyte of the list module.
        let at = notes.partition_point(|known| known.date <= note.date);
        notes.insert(at, note);
    }
    Record {
        notes,
        next_meeting: date_field(record, "next_meeting"),
        replaces: decode_relations(record, "replaces"),
        replaced_by: decode_relations(record, "replaced_by"),
        history: array_field(record, "history").iter().filter_map(decode_transition).collect(),
        events: if HAS_EVENTS { decode_events(record) } else { Vec::new() },
        has_conflict: HAS_EVENTS && bool_field(record, "conflict"),
    }
}

/// Decodes a note. One without a date says nothing; one of an unknown kind was at least a discussion.
fn decode_note(note: &Value) -> Option<Note> {
    Some(Note {
        date: date_field(note, "date")?,
        kind: decode_kind(note),
        sentence: string_field(note, "sentence"),
        vote: decode_vote(note),
    })
}

pub(super) fn decode_kind(note: &Value) -> NoteKind {
    str_field(note, "kind").and_then(|kind| kind.parse().ok()).unwrap_or(NoteKind::Discussed)
}

pub(super) fn decode_vote(note: &Value) -> Option<Vote> {
    let vote = note.get("vote")?;
    if bool_field(vote, "unanimous") {
        return Some(Vote::Unanimous);
    }
    Some(Vote::Counted(Tally {
        in_favor: u32_field(vote, "for")?,
        abstained: u32_field(vote, "abstain")?,
        against: u32_field(vote, "against")?,
    }))
}

fn decode_relations(record: &Value, key: &str) -> Vec<Relation> {
    let decode = |relation: &Value| {
        Some(Relation {
            number: u32_field(relation, "number")?,
            date: date_field(relation, "date"),
            sentence: string_field(relation, "sentence"),
        })
    };
    array_field(record, key).iter().filter_map(decode).collect()
}

fn decode_transition(transition: &Value) -> Option<StageTransition> {
    Some(StageTransition {
        at: time_field(transition, "at")?,
        stage: str_field(transition, "stage")?.parse().ok()?,
    })
}

/// Decodes events. One without a time or of an unknown kind is left out.
fn decode_events(record: &Value) -> Vec<RecordedEvent> {
    let decode = |event: &Value| {
        Some(RecordedEvent {
            at: time_field(event, "at")?,
            kind: str_field(event, "event")?.parse().ok()?,
            actor: string_field(event, "actor"),
            subject: string_field(event, "subject"),
            url: string_field(event, "url"),
        })
    };
    array_field(record, "events").iter().filter_map(decode).collect()
}

/// Returns the date of a field, `YYYY-MM-DD`.
pub(super) fn date_field(object: &Value, key: &str) -> Option<NaiveDate> {
    parse_date(str_field(object, key)?)
}
