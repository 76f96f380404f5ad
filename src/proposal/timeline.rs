//! The history of a proposal as one list: GitHub's events and what the committee's minutes say.

use chrono::NaiveDate;

use super::{EventKind, Note, NoteKind, Proposal, RecordedEvent, Time, date_to_iso8601, to_iso8601};

/// How many quiet entries in a row are folded.
const MIN_FOLDED: usize = 4;

/// Something that happened to a proposal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TimelineEntry {
    /// GitHub recorded it.
    Event(RecordedEvent),
    /// The minutes of a meeting say it.
    Note(Note),
}

/// Entries of a timeline that follow each other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TimelineSpan {
    /// An entry that is shown.
    Shown(TimelineEntry),
    /// Entries of a quiet time, which are shown on demand.
    Folded(Vec<TimelineEntry>),
}

impl TimelineEntry {
    /// Returns its value in `data-event`.
    pub fn name(&self) -> &'static str {
        match self {
            TimelineEntry::Event(event) => event.kind.as_str(),
            TimelineEntry::Note(note) if note.vote.is_some() => "voted",
            TimelineEntry::Note(_) => "discussed",
        }
    }

    /// Returns its value in `data-at`: the day of a meeting, or a time.
    pub fn at(&self) -> String {
        match self {
            TimelineEntry::Event(event) => to_iso8601(event.at),
            TimelineEntry::Note(note) => date_to_iso8601(note.date),
        }
    }

    /// True if it decides something, or brings a decision nearer.
    pub fn is_decision(&self) -> bool {
        match self {
            TimelineEntry::Event(event) => event.kind.is_end(),
            TimelineEntry::Note(note) => note.vote.is_some() || note.is_result(),
        }
    }

    /// True if it may be folded: work on the text, and meetings that changed nothing.
    fn is_quiet(&self) -> bool {
        match self {
            TimelineEntry::Event(event) => matches!(
                event.kind,
                EventKind::Pushed
                    | EventKind::ReviewRequested
                    | EventKind::Reviewed
                    | EventKind::Dismissed
                    | EventKind::Referenced
                    | EventKind::Drafted
                    | EventKind::Readied
            ),
            TimelineEntry::Note(note) => note.kind == NoteKind::NoChange,
        }
    }

    /// Returns what orders entries: the day, then minutes behind the events of their day, then the time.
    fn order(&self) -> (NaiveDate, bool, Option<Time>) {
        match self {
            TimelineEntry::Event(event) => (event.at.date_naive(), false, Some(event.at)),
            TimelineEntry::Note(note) => (note.date, true, None),
        }
    }
}

/// Returns the history of a proposal, oldest first. `events` are those that GitHub sent on demand; `None` stands for those
/// of the proposal's record.
///
/// The list of proposals knows when one was opened and closed, so both are in the history even without events. Comments are
/// left out: GitHub shows them, and there may be hundreds.
pub fn timeline(proposal: &Proposal, events: Option<&[RecordedEvent]>) -> Vec<TimelineEntry> {
    let events = events.unwrap_or(&proposal.record.events);
    let is_shown = |event: &&RecordedEvent| event.kind != EventKind::Commented;
    let events_shown = events.iter().filter(is_shown).cloned().map(TimelineEntry::Event);
    let event = |at, kind, actor: Option<&String>| {
        let actor = actor.cloned();
        TimelineEntry::Event(RecordedEvent { at, kind, actor, subject: None, url: None })
    };
    let opened = proposal.opened_at.map(|at| event(at, EventKind::Opened, proposal.author.as_ref()));
    // The list may be newer than the events.
    let last_end = events.iter().rfind(|event| event.kind.is_end());
    let has_end = last_end.is_some_and(|event| event.kind.is_closing());
    let closed = proposal.closing.filter(|_| !has_end).and_then(|closing| {
        let kind = if closing.merged { EventKind::Merged } else { EventKind::Closed };
        let author = proposal.author.as_ref().filter(|_| closing.by_author);
        Some(event(closing.at?, kind, author))
    });
    let notes = proposal.record.notes.iter().cloned().map(TimelineEntry::Note);
    let mut entries: Vec<TimelineEntry> = Vec::new();
    // Not `sort`, which is a kilobyte of code for each type. Most entries come in their order.
    for entry in events_shown.chain(opened).chain(closed).chain(notes) {
        let place = entries.partition_point(|earlier| earlier.order() <= entry.order());
        entries.insert(place, entry);
    }
    entries
}

/// Folds each run of at least `MIN_FOLDED` quiet entries.
pub fn folded(entries: Vec<TimelineEntry>) -> Vec<TimelineSpan> {
    let mut spans = Vec::new();
    let mut quiet = Vec::new();
    for entry in entries {
        if entry.is_quiet() {
            quiet.push(entry);
        } else {
            spans.extend(quiet_spans(std::mem::take(&mut quiet)));
            spans.push(TimelineSpan::Shown(entry));
        }
    }
    spans.extend(quiet_spans(quiet));
    spans
}

fn quiet_spans(entries: Vec<TimelineEntry>) -> Vec<TimelineSpan> {
    if entries.len() >= MIN_FOLDED {
        vec![TimelineSpan::Folded(entries)]
    } else {
        entries.into_iter().map(TimelineSpan::Shown).collect()
    }
}
