//! What is known of a proposal beyond GitHub's list and its own document.

use chrono::NaiveDate;

use super::{Note, NoteKind, RecordedEvent, StageTransition};

/// What the minutes, the documents of other proposals and the label events tell about a proposal.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Record {
    /// What the minutes of each meeting say about it, oldest first.
    pub notes: Vec<Note>,
    /// The first meeting with minutes after that of the newest note.
    pub next_meeting: Option<NaiveDate>,
    /// The proposals that it replaces.
    pub replaces: Vec<Relation>,
    /// The proposals that replace it.
    pub replaced_by: Vec<Relation>,
    /// The stages that it reached by its label events, oldest first.
    pub history: Vec<StageTransition>,
    /// What else GitHub recorded, oldest first, as far as the events of the repository have it. The list module leaves
    /// it out.
    pub events: Vec<RecordedEvent>,
    /// True if GitHub said that it cannot be merged because of a conflict. The list module leaves it out, too.
    pub has_conflict: bool,
}

/// Another proposal that replaces this one, or is replaced by it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Relation {
    /// The other pull request's number.
    pub number: u32,
    /// The day of the meeting whose minutes say so; `None` if a document says so.
    pub date: Option<NaiveDate>,
    /// The sentence that says so, as plain text.
    pub sentence: Option<String>,
}

impl Record {
    /// Returns the newest note.
    pub fn newest_note(&self) -> Option<&Note> {
        self.notes.last()
    }

    /// Returns the newest note of another kind than [`NoteKind::NoChange`].
    pub fn newest_change(&self) -> Option<&Note> {
        self.notes.iter().rev().find(|note| note.kind != NoteKind::NoChange)
    }
}
