//! Records to JSON.

use serde::Serialize;

use super::HAS_EVENTS;
use super::encode::is_false;
use crate::proposal::{
    DateOrTime, Note, Record, RecordedEvent, Records, Relation, StageTransition, Tally, Time, Vote,
    date_to_iso8601, to_iso8601,
};

#[derive(Serialize)]
pub(super) struct RecordsFile<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    made_at: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    minutes: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    minutes_until: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    next_meeting: Option<String>,
    proposals: Vec<RecordFile<'a>>,
}

#[derive(Serialize)]
struct RecordFile<'a> {
    number: u32,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    notes: Vec<NoteFile<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    next_meeting: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    replaces: Vec<RelationFile<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    replaced_by: Vec<RelationFile<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    history: Vec<TransitionFile>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    events: Vec<EventFile<'a>>,
    #[serde(skip_serializing_if = "is_false")]
    conflict: bool,
}

#[derive(Serialize)]
struct NoteFile<'a> {
    date: String,
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    sentence: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    vote: Option<VoteFile>,
}

/// The figures of a vote, or that it was unanimous.
#[derive(Serialize)]
#[serde(untagged)]
pub(super) enum VoteFile {
    Counted { r#for: u32, abstain: u32, against: u32 },
    Unanimous { unanimous: bool },
}

#[derive(Serialize)]
struct RelationFile<'a> {
    number: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    date: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    sentence: Option<&'a str>,
}

#[derive(Serialize)]
struct TransitionFile {
    at: String,
    stage: &'static str,
}

#[derive(Serialize)]
struct EventFile<'a> {
    at: String,
    event: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    actor: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    subject: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<&'a str>,
}

/// Encodes the records of a file made at `made_at`; `None` if they were not collected.
pub(super) fn encode_records(records: &Records, made_at: Time) -> Option<RecordsFile<'_>> {
    let as_of = records.as_of?;
    Some(RecordsFile {
        made_at: (as_of != made_at).then(|| to_iso8601(as_of)),
        minutes: records.minutes_source.as_deref(),
        minutes_until: records.minutes_until.map(date_to_iso8601),
        next_meeting: records.next_meeting.map(DateOrTime::to_iso8601),
        proposals: records.iter().map(encode_record).collect(),
    })
}

fn encode_record((number, record): (u32, &Record)) -> RecordFile<'_> {
    RecordFile {
        number,
        notes: record.notes.iter().map(encode_note).collect(),
        next_meeting: record.next_meeting.map(date_to_iso8601),
        replaces: record.replaces.iter().map(encode_relation).collect(),
        replaced_by: record.replaced_by.iter().map(encode_relation).collect(),
        history: record.history.iter().map(encode_transition).collect(),
        events: if HAS_EVENTS { record.events.iter().map(encode_event).collect() } else { Vec::new() },
        conflict: HAS_EVENTS && record.has_conflict,
    }
}

fn encode_note(note: &Note) -> NoteFile<'_> {
    NoteFile {
        date: date_to_iso8601(note.date),
        kind: note.kind.as_str(),
        sentence: note.sentence.as_deref(),
        vote: note.vote.map(encode_vote),
    }
}

pub(super) fn encode_vote(vote: Vote) -> VoteFile {
    match vote {
        Vote::Counted(Tally { in_favor, abstained, against }) => {
            VoteFile::Counted { r#for: in_favor, abstain: abstained, against }
        }
        Vote::Unanimous => VoteFile::Unanimous { unanimous: true },
    }
}

fn encode_relation(relation: &Relation) -> RelationFile<'_> {
    RelationFile {
        number: relation.number,
        date: relation.date.map(date_to_iso8601),
        sentence: relation.sentence.as_deref(),
    }
}

fn encode_transition(transition: &StageTransition) -> TransitionFile {
    TransitionFile { at: to_iso8601(transition.at), stage: transition.stage.as_str() }
}

fn encode_event(event: &RecordedEvent) -> EventFile<'_> {
    EventFile {
        at: to_iso8601(event.at),
        event: event.kind.as_str(),
        actor: event.actor.as_deref(),
        subject: event.subject.as_deref(),
        url: event.url.as_deref(),
    }
}
