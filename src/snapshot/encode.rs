//! Snapshot to JSON. Fields that hold nothing are left out.

use std::sync::Arc;

use serde::Serialize;

use super::encode_records::{RecordsFile, encode_records};
use super::{FetchedDocument, SCHEMA, Snapshot};
use crate::github::{Scope, SkippedItem};
use crate::proposal::{Evidence, Label, Outcome, Proposal, Record, Sig, Time, to_iso8601};

#[derive(Serialize)]
pub(super) struct File<'a> {
    schema: u32,
    repository: &'a str,
    made_at: String,
    #[serde(skip_serializing_if = "is_false")]
    open_only: bool,
    #[serde(skip_serializing_if = "is_false")]
    incomplete: bool,
    proposals: Vec<ProposalRecord<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    problems: Vec<ProblemRecord>,
    #[serde(skip_serializing_if = "Option::is_none")]
    records: Option<RecordsFile<'a>>,
}

/// A proposal as listed, beside its document. Stage and outcome are by all that is known.
#[derive(Serialize)]
struct ProposalRecord<'a> {
    number: u32,
    title: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    author: Option<&'a str>,
    stage: &'static str,
    #[serde(skip_serializing_if = "is_none")]
    stage_from: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    outcome: Option<&'static str>,
    #[serde(skip_serializing_if = "is_none")]
    outcome_from: &'static str,
    #[serde(skip_serializing_if = "is_false")]
    merged: bool,
    #[serde(skip_serializing_if = "is_false")]
    closed_by_author: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    closed_at: Option<String>,
    #[serde(skip_serializing_if = "is_false")]
    draft: bool,
    #[serde(skip_serializing_if = "is_false")]
    is_rfc: bool,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    sigs: Vec<SigRecord<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    labels: Vec<LabelRecord<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    opened_at: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    updated_at: Option<String>,
    comments: u32,
    thumbs_up: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    document: Option<DocumentRecord<'a>>,
}

#[derive(Serialize)]
struct DocumentRecord<'a> {
    read_after: String,
    #[serde(skip_serializing_if = "is_false")]
    is_rfc: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    rfc_number: Option<u16>,
    #[serde(skip_serializing_if = "str::is_empty")]
    status: &'a str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    sigs: Vec<SigRecord<'a>>,
    #[serde(skip_serializing_if = "str::is_empty")]
    summary: &'a str,
}

#[derive(Serialize)]
struct SigRecord<'a> {
    slug: &'a str,
    name: &'a str,
    evidence: &'static str,
    #[serde(skip_serializing_if = "str::is_empty")]
    sentence: &'a str,
}

#[derive(Serialize)]
struct LabelRecord<'a> {
    name: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    description: &'a str,
    color: String,
}

#[derive(Serialize)]
pub(super) struct ProblemRecord {
    item: usize,
    reason: &'static str,
}

impl Snapshot {
    /// Encodes the snapshot as one of `repository` (`owner/name`), in one line. Equal snapshots give equal text.
    pub fn to_json(&self, repository: &str) -> String {
        // Fails only for maps whose keys are not text. There are none.
        serde_json::to_string(&self.encode(repository)).unwrap_or_default()
    }

    pub(super) fn encode<'a>(&'a self, repository: &'a str) -> File<'a> {
        let mut documents = self.documents.iter().peekable();
        let encode = |proposal: &'a Proposal| {
            let document = documents.next_if(|document| document.number == proposal.number);
            encode_proposal(proposal, document, self.records.get(proposal.number))
        };
        File {
            schema: SCHEMA,
            repository,
            made_at: to_iso8601(self.made_at),
            open_only: self.scope == Scope::Open,
            incomplete: self.incomplete,
            proposals: self.proposals.iter().map(encode).collect(),
            problems: encode_problems(&self.problems),
            records: encode_records(&self.records, self.made_at),
        }
    }
}

fn encode_proposal<'a>(
    proposal: &'a Proposal,
    document: Option<&'a FetchedDocument>,
    record: Option<&Arc<Record>>,
) -> ProposalRecord<'a> {
    let known = proposal.with_known(document.map(|fetched| &fetched.document), record);
    let closing = proposal.closing.as_ref();
    ProposalRecord {
        number: proposal.number,
        title: &proposal.title,
        author: proposal.author.as_deref(),
        stage: known.status.stage().as_str(),
        stage_from: known.stage_evidence.source.as_str(),
        outcome: known.status.outcome().map(Outcome::as_str),
        outcome_from: known.outcome_evidence.source.as_str(),
        merged: closing.is_some_and(|closing| closing.merged),
        closed_by_author: closing.is_some_and(|closing| closing.by_author),
        closed_at: encode_time(closing.and_then(|closing| closing.at)),
        draft: proposal.draft,
        is_rfc: proposal.is_rfc,
        sigs: proposal.sigs.iter().map(encode_sig).collect(),
        labels: proposal.labels.iter().map(encode_label).collect(),
        opened_at: encode_time(proposal.opened_at),
        updated_at: encode_time(proposal.updated_at),
        comments: proposal.comments,
        thumbs_up: proposal.thumbs_up,
        document: document.map(encode_document),
    }
}

fn encode_document(fetched: &FetchedDocument) -> DocumentRecord<'_> {
    let document = &fetched.document;
    DocumentRecord {
        read_after: to_iso8601(fetched.read_after),
        is_rfc: document.is_rfc,
        rfc_number: document.rfc_number.map(|number| number.get()),
        status: &document.status,
        sigs: document.sigs.iter().map(encode_sig).collect(),
        summary: &document.summary,
    }
}

fn encode_sig(sig: &Sig) -> SigRecord<'_> {
    let (evidence, sentence) = match &sig.evidence {
        Evidence::Label => ("label", ""),
        Evidence::Field => ("field", ""),
        Evidence::Mention(sentence) => ("mention", sentence.as_str()),
    };
    SigRecord { slug: &sig.slug, name: &sig.name, evidence, sentence }
}

/// GitHub's form of a color has no `#`.
fn encode_label(label: &Label) -> LabelRecord<'_> {
    let color = label.color.css().split_off(1);
    LabelRecord { name: &label.name, description: &label.description, color }
}

pub(super) fn encode_problems(problems: &[SkippedItem]) -> Vec<ProblemRecord> {
    let encode = |problem: &SkippedItem| ProblemRecord { item: problem.item, reason: problem.reason };
    problems.iter().map(encode).collect()
}

fn encode_time(time: Option<Time>) -> Option<String> {
    time.map(to_iso8601)
}

pub(super) fn is_false(value: &bool) -> bool {
    !value
}

/// True for the name of a source that is no source.
fn is_none(source: &&'static str) -> bool {
    *source == "none"
}
