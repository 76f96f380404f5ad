//! How the stage of an open proposal is known.
//!
//! Labels are the formal sign, but hardly any proposal has one. So the stage comes from the first source that says
//! something: a label, the header of the document, the newest minutes, an assigned RFC number, any minutes.

use chrono::NaiveDate;

use super::header_status::HeaderStatus;
use super::{Contradiction, Note, NoteKind, Proposal, Record, Since, Stage};

/// What the stage of an open proposal is known from, the strongest first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum StageSource {
    /// A label: the formal sign.
    Label,
    /// The `Status` in the document's header.
    Header,
    /// The newest minutes that name it: a vote is due.
    Minutes,
    /// The RFC number. It is assigned when a proposal is accepted for discussion.
    Number,
    /// Minutes that name it.
    Discussed,
    /// Nothing: it is submitted, or closed.
    #[default]
    None,
}

impl StageSource {
    /// Returns its value in `data-stage-from`.
    pub fn as_str(self) -> &'static str {
        match self {
            StageSource::Label => "label",
            StageSource::Header => "header",
            StageSource::Minutes => "minutes",
            StageSource::Number => "number",
            StageSource::Discussed => "discussed",
            StageSource::None => "none",
        }
    }
}

/// How the stage of an open proposal is known. Empty for a closed one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StageEvidence {
    /// The source that gives the stage.
    pub source: StageSource,
    /// The day of the meeting whose minutes give the stage.
    pub date: Option<NaiveDate>,
    /// The words that give the stage: a sentence of the minutes, or the header's `Status`.
    pub text: Option<String>,
    /// The meeting at which the vote was due, if there are minutes of it. They record no decision.
    pub vote_was_due: Option<NaiveDate>,
    /// Sources that say something else.
    pub contradictions: Vec<Contradiction>,
}

/// Finds the stage of an open proposal, and how it is known.
pub(super) fn find(proposal: &Proposal) -> (Stage, StageEvidence) {
    let header = HeaderStatus::parse(&proposal.document_status);
    let newest = proposal.record.newest_note();
    let due = newest.filter(|note| note.kind.expects_vote());
    let (stage, evidence) = if let Some(stage) = label_stage(proposal) {
        (stage, StageEvidence { source: StageSource::Label, ..StageEvidence::default() })
    } else if let Some(stage) = header.and_then(HeaderStatus::stage) {
        let text = Some(proposal.document_status.clone());
        (stage, StageEvidence { source: StageSource::Header, text, ..StageEvidence::default() })
    } else if let Some(note) = due {
        let vote_was_due = proposal.record.next_meeting;
        (Stage::Vote, StageEvidence { vote_was_due, ..from_note(StageSource::Minutes, note) })
    } else if proposal.rfc_number.is_some() {
        (Stage::Discussion, StageEvidence { source: StageSource::Number, ..StageEvidence::default() })
    } else if let Some(note) = newest {
        (Stage::Discussion, from_note(StageSource::Discussed, note))
    } else {
        (Stage::Submitted, StageEvidence::default())
    };
    let contradictions = contradictions(proposal, stage, header);
    (stage, StageEvidence { contradictions, ..evidence })
}

/// Returns the stage that a label gives.
fn label_stage(proposal: &Proposal) -> Option<Stage> {
    let stage = Stage::from_labels(|name| proposal.has_label(name));
    Some(stage).filter(|stage| *stage != Stage::Submitted)
}

fn from_note(source: StageSource, note: &Note) -> StageEvidence {
    StageEvidence { source, date: Some(note.date), text: note.sentence.clone(), ..StageEvidence::default() }
}

/// Returns what contradicts `stage`. An RFC number and a discussion say that it is at least [`Stage::Discussion`], so
/// they contradict nothing.
fn contradictions(proposal: &Proposal, stage: Stage, header: Option<HeaderStatus>) -> Vec<Contradiction> {
    let mut contradictions = Vec::new();
    if header.is_some_and(|header| header != HeaderStatus::Stage(stage)) {
        contradictions.push(Contradiction::Header(proposal.document_status.clone()));
    }
    let record = &proposal.record;
    let is_due = |note: &Note| note.kind.expects_vote() && record.next_meeting.is_none();
    let is_over = |note: &Note| note.kind == NoteKind::Closed || (proposal.is_rfc && note.is_verdict());
    let is_otherwise = |note: &Note| if is_due(note) { stage != Stage::Vote } else { is_over(note) };
    let result = record.notes.iter().rev().find(|note| note.is_result());
    contradictions
        .extend(result.filter(|note| is_otherwise(note)).map(|note| Contradiction::Minutes(note.clone())));
    contradictions
}

/// Returns the start of the stage that [`find`] found; `None` if no source dates it.
pub(super) fn since(proposal: &Proposal, stage: Stage, source: StageSource) -> Option<Since> {
    let record = &proposal.record;
    let last = record.history.last();
    if let Some(last) = last.filter(|last| last.stage == stage) {
        // Events date the stage only if it comes from labels, not from a stronger source than those.
        if matches!(source, StageSource::Label | StageSource::None) {
            return Some(Since::Time(last.at));
        }
    }
    if stage == Stage::Submitted {
        return proposal.opened_at.filter(|_| last.is_none()).map(Since::Time);
    }
    let stage_then = |note: &Note| if note.kind.expects_vote() { Stage::Vote } else { Stage::Discussion };
    let first = record.notes.iter().rev().take_while(|note| stage_then(note) == stage).last()?;
    let since = Since::Day(first.date);
    // What was said before it was closed and opened again belongs to another round.
    let reopened = reopened(record).filter(|reopened| reopened.start() > since.start());
    Some(reopened.unwrap_or(since))
}

fn reopened(record: &Record) -> Option<Since> {
    let closed = record.history.iter().rposition(|transition| transition.stage == Stage::Closed)?;
    record.history.get(closed + 1).map(|transition| Since::Time(transition.at))
}
