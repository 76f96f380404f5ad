mod atom;
mod changes;
mod digest;
mod escaping;

use std::sync::Arc;

use chrono::NaiveDate;

use super::*;
use crate::minutes::{Attendance, Decision, Discussion};
use crate::proposal::{Closing, Note, NoteKind, Record, Stage, StageTransition};

const SOURCE: &str = "AlmaLinux/wiki/docs/alesco/meeting-minutes";
const MADE_AT: &str = "2026-09-01T08:00:00Z";

fn time(text: &str) -> Time {
    chrono::DateTime::parse_from_rfc3339(text).unwrap().to_utc()
}

fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn repository() -> Repository {
    Repository {
        name: "AlmaLinux/ALESCo".to_owned(),
        api: "https://api.github.com".to_owned(),
        web_base: "https://github.com".to_owned(),
    }
}

/// Returns an open RFC without any date.
fn proposal(number: u32, title: &str) -> Proposal {
    Proposal { number, title: title.to_owned(), is_rfc: true, ..Proposal::default() }
}

/// Returns a proposal with this record, assessed.
fn with_record(proposal: Proposal, record: Record) -> Proposal {
    proposal.with_record(&Arc::new(record))
}

fn closed(proposal: Proposal, merged: bool, at: &str) -> Proposal {
    Proposal { closing: Some(Closing { merged, by_author: false, at: Some(time(at)) }), ..proposal }
}

fn note(on: &str, kind: NoteKind) -> Note {
    Note { date: date(on), kind, sentence: None, vote: None }
}

fn transition(at: &str, stage: Stage) -> StageTransition {
    StageTransition { at: time(at), stage }
}

fn meeting(on: &str) -> Meeting {
    Meeting {
        date: date(on),
        attendance: Attendance { members: Vec::new(), community: Vec::new() },
        discussions: Vec::new(),
        decisions: Vec::new(),
        replacements: Vec::new(),
    }
}

fn decision(text: &str, points: &[&str]) -> Decision {
    let points = points.iter().map(|point| (*point).to_owned()).collect();
    Decision { text: text.to_owned(), points, links: Vec::new(), pull_requests: Vec::new() }
}

fn discussion(pull_request: Option<u32>, sentence: Option<&str>) -> Discussion {
    let sentence = sentence.map(str::to_owned);
    Discussion { pull_request, url: None, kind: NoteKind::Discussed, sentence, vote: None }
}

/// Passes a publication of proposals and meetings to `use_it`.
fn published<T>(
    proposals: &[Proposal],
    meetings: &[Meeting],
    use_it: impl FnOnce(&Publication<'_>) -> T,
) -> T {
    let repository = repository();
    use_it(&Publication {
        repository: &repository,
        proposals,
        meetings,
        minutes_source: Some(SOURCE),
        made_at: time(MADE_AT),
    })
}
