//! How the outcome of a closed proposal is known.

use chrono::NaiveDate;

use super::header_status::HeaderStatus;
use super::{Closing, Contradiction, Note, NoteKind, Outcome, Proposal, Relation, Vote};

/// What the outcome of a closed proposal is known from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum OutcomeSource {
    /// A label of the outcome's name.
    Label,
    /// The minutes of a meeting.
    Minutes,
    /// The document of the proposal that replaces it.
    Document,
    /// The merge of its pull request.
    Merge,
    /// Its author closed it. The outcome is inferred from that.
    Author,
    /// Nothing: it is open, or its outcome is not recorded.
    #[default]
    None,
}

impl OutcomeSource {
    /// Returns its value in `data-outcome-from`.
    pub fn as_str(self) -> &'static str {
        match self {
            OutcomeSource::Label => "label",
            OutcomeSource::Minutes => "minutes",
            OutcomeSource::Document => "document",
            OutcomeSource::Merge => "merge",
            OutcomeSource::Author => "author",
            OutcomeSource::None => "none",
        }
    }
}

/// How the outcome of a closed proposal is known. Empty for an open one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OutcomeEvidence {
    /// The source that gives the outcome.
    pub source: OutcomeSource,
    /// The day of the meeting whose minutes give the outcome.
    pub date: Option<NaiveDate>,
    /// The sentence that gives the outcome.
    pub text: Option<String>,
    /// The vote that decided.
    pub vote: Option<Vote>,
    /// The newest decision on a part of the proposal that no decision on the whole follows.
    pub partial: Option<Note>,
    /// Sources that say something else.
    pub contradictions: Vec<Contradiction>,
}

/// Finds the outcome of a closed proposal, and how it is known.
pub(super) fn find(proposal: &Proposal, closing: &Closing) -> (Outcome, OutcomeEvidence) {
    let (outcome, evidence) = first_that_holds(proposal, closing);
    let partial = partial(proposal).cloned();
    let contradictions = contradictions(proposal, closing, outcome, evidence.source);
    (outcome, OutcomeEvidence { partial, contradictions, ..evidence })
}

fn first_that_holds(proposal: &Proposal, closing: &Closing) -> (Outcome, OutcomeEvidence) {
    let from = |source: OutcomeSource| OutcomeEvidence { source, ..OutcomeEvidence::default() };
    if let Some(outcome) = Outcome::LABELLED.into_iter().find(|outcome| proposal.has_label(outcome.as_str()))
    {
        return (outcome, from(OutcomeSource::Label));
    }
    if let Some((outcome, note)) = verdict(proposal) {
        return (outcome, from_note(note));
    }
    // Minutes have a date, so they come first.
    let replaced_by = &proposal.record.replaced_by;
    if let Some(relation) =
        replaced_by.iter().find(|relation| relation.date.is_some()).or(replaced_by.first())
    {
        return (Outcome::Superseded, from_relation(relation));
    }
    if closing.merged {
        let outcome = if proposal.is_rfc { Outcome::Accepted } else { Outcome::Merged };
        return (outcome, from(OutcomeSource::Merge));
    }
    if let Some(note) = proposal.record.notes.iter().rev().find(|note| note.is_closed_by_author()) {
        return (Outcome::Withdrawn, from_note(note));
    }
    if closing.by_author {
        return (Outcome::Withdrawn, from(OutcomeSource::Author));
    }
    (Outcome::Unrecorded, OutcomeEvidence::default())
}

fn from_note(note: &Note) -> OutcomeEvidence {
    OutcomeEvidence {
        source: OutcomeSource::Minutes,
        date: Some(note.date),
        text: note.sentence.clone(),
        vote: note.vote,
        ..OutcomeEvidence::default()
    }
}

fn from_relation(relation: &Relation) -> OutcomeEvidence {
    let source = if relation.date.is_some() { OutcomeSource::Minutes } else { OutcomeSource::Document };
    OutcomeEvidence {
        source,
        date: relation.date,
        text: relation.sentence.clone(),
        ..OutcomeEvidence::default()
    }
}

/// Returns the newest decision on the whole proposal. The committee decides on RFCs: what minutes say of another
/// pull request is no decision on a proposal.
fn verdict(proposal: &Proposal) -> Option<(Outcome, &Note)> {
    let note = proposal.record.notes.iter().rev().find(|note| proposal.is_rfc && note.is_verdict())?;
    let outcome = if note.kind == NoteKind::Rejected { Outcome::Rejected } else { Outcome::Accepted };
    Some((outcome, note))
}

/// Returns the newest decision on a part, unless a decision on the whole follows it.
fn partial(proposal: &Proposal) -> Option<&Note> {
    let mut later = proposal.record.notes.iter().rev().take_while(|note| !note.is_verdict());
    later.find(|note| proposal.is_rfc && note.kind == NoteKind::PartlyAccepted)
}

fn contradictions(
    proposal: &Proposal,
    closing: &Closing,
    outcome: Outcome,
    source: OutcomeSource,
) -> Vec<Contradiction> {
    let mut contradictions = Vec::new();
    if closing.merged && matches!(outcome, Outcome::Rejected | Outcome::Withdrawn) {
        contradictions.push(Contradiction::Merged);
    }
    if !closing.merged && outcome == Outcome::Accepted {
        contradictions.push(Contradiction::NotMerged);
    }
    let verdict_differs = verdict(proposal).filter(|(verdict, _)| differ(*verdict, outcome));
    // A vote that was put off and never made up for, or one that decided nothing.
    let is_undecided = |note: &&Note| note.is_vote_ahead() || note.is_indecisive();
    let newest_result = || proposal.record.notes.iter().rev().find(|note| note.is_result());
    let undecided = newest_result().filter(is_undecided).filter(|_| proposal.is_rfc);
    let is_said = source == OutcomeSource::Merge || source == OutcomeSource::None;
    let minutes = verdict_differs.map(|(_, note)| note).or(undecided.filter(|_| is_said));
    contradictions.extend(minutes.map(|note| Contradiction::Minutes(note.clone())));
    let header = HeaderStatus::parse(&proposal.document_status).and_then(HeaderStatus::outcome);
    if header.is_some_and(|header| differ(header, outcome)) {
        contradictions.push(Contradiction::Header(proposal.document_status.clone()));
    }
    contradictions
}

/// True if two outcomes contradict each other. Any proposal may be superseded later, and a merged one is an accepted
/// one that is no RFC.
fn differ(one: Outcome, other: Outcome) -> bool {
    let comparable = |outcome| if outcome == Outcome::Merged { Outcome::Accepted } else { outcome };
    let is_superseded = one == Outcome::Superseded || other == Outcome::Superseded;
    !is_superseded && comparable(one) != comparable(other)
}
