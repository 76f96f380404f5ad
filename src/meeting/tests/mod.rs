//! The rules of the agenda, as tables. `tests/meeting.rs` has the real proposals.

mod calendar;
mod decisions;
mod draft;
mod sections;

use super::*;
use crate::proposal::{
    Closing, Color, EventKind, Label, Note, NoteKind, Outcome, Record, RecordedEvent, Relation,
    StageTransition, Time, parse_date,
};

/// The day that is compared with, unless a test says otherwise.
const SINCE: &str = "2026-07-16";

fn day(text: &str) -> NaiveDate {
    parse_date(text).unwrap()
}

/// Noon of a day.
fn noon(text: &str) -> Time {
    format!("{text}T12:00:00Z").parse().unwrap()
}

fn note(date: &str, kind: NoteKind) -> Note {
    Note { date: day(date), kind, sentence: None, vote: None }
}

/// An open proposal that was opened and changed long ago.
fn old(number: u32) -> Proposal {
    let opened_at = Some(noon("2026-01-02"));
    let title = format!("Title {number}");
    Proposal { number, title, is_rfc: true, opened_at, updated_at: opened_at, ..Proposal::default() }
        .assessed()
}

/// An old proposal with what the minutes say about it.
fn noted(notes: &[(&str, NoteKind)]) -> Proposal {
    let notes = notes.iter().map(|(date, kind)| note(date, *kind)).collect();
    old(1).with_record(&Arc::new(Record { notes, ..Record::default() }))
}

fn closed(number: u32, at: &str, closing: Closing) -> Proposal {
    Proposal { closing: Some(Closing { at: Some(noon(at)), ..closing }), ..old(number) }.assessed()
}

fn labels(name: &str) -> Vec<Label> {
    vec![Label { name: name.to_owned(), description: String::new(), color: Color::default() }]
}

const NEITHER: Closing = Closing { merged: false, by_author: false, at: None };

/// Returns the agenda of these proposals.
fn agenda_of(proposals: impl IntoIterator<Item = Proposal>) -> Agenda {
    agenda(&proposals.into_iter().map(Arc::new).collect::<Vec<_>>(), day(SINCE))
}
