//! Snapshot to JSON. Fields that hold nothing are left out.

use std::sync::Arc;

use serde_json::Value;

use super::encode_records::encode_records;
use super::object::Object;
use super::{FetchedDocument, SCHEMA, Snapshot};
use crate::github::{Scope, SkippedItem};
use crate::proposal::{Evidence, Label, Outcome, Proposal, Record, Sig, Time, to_iso8601};

impl Snapshot {
    /// Encodes the snapshot as one of `repository` (`owner/name`), in one line. Equal snapshots give equal text.
    pub fn to_json(&self, repository: &str) -> String {
        self.encode(repository).to_string()
    }

    pub(super) fn encode(&self, repository: &str) -> Value {
        let mut documents = self.documents.iter().peekable();
        let encode = |proposal: &Proposal| {
            let document = documents.next_if(|document| document.number == proposal.number);
            encode_proposal(proposal, document, self.records.get(proposal.number))
        };
        let proposals: Vec<Value> = self.proposals.iter().map(encode).collect();
        Object::default()
            .field("schema", SCHEMA)
            .field("repository", repository)
            .field("made_at", to_iso8601(self.made_at))
            .flag("open_only", self.scope == Scope::Open)
            .flag("incomplete", self.incomplete)
            .field("proposals", proposals)
            .array("problems", encode_problems(&self.problems))
            .optional("records", encode_records(&self.records, self.made_at))
            .finish()
    }
}

/// Encodes a proposal as listed, beside its document. Stage and outcome are by all that is known.
fn encode_proposal(
    proposal: &Proposal,
    document: Option<&FetchedDocument>,
    record: Option<&Arc<Record>>,
) -> Value {
    let known = proposal.with_known(document.map(|fetched| &fetched.document), record);
    let closing = proposal.closing.as_ref();
    Object::default()
        .field("number", proposal.number)
        .field("title", proposal.title.as_str())
        .optional("author", proposal.author.as_deref())
        .field("stage", known.status.stage().as_str())
        .text("stage_from", source_name(known.stage_evidence.source.as_str()))
        .optional("outcome", known.status.outcome().map(Outcome::as_str))
        .text("outcome_from", source_name(known.outcome_evidence.source.as_str()))
        .flag("merged", closing.is_some_and(|closing| closing.merged))
        .flag("closed_by_author", closing.is_some_and(|closing| closing.by_author))
        .optional("closed_at", encode_time(closing.and_then(|closing| closing.at)))
        .flag("draft", proposal.draft)
        .flag("is_rfc", proposal.is_rfc)
        .array("sigs", proposal.sigs.iter().map(encode_sig))
        .array("labels", proposal.labels.iter().map(encode_label))
        .optional("opened_at", encode_time(proposal.opened_at))
        .optional("updated_at", encode_time(proposal.updated_at))
        .field("comments", proposal.comments)
        .field("thumbs_up", proposal.thumbs_up)
        .optional("document", document.map(encode_document))
        .finish()
}

/// Returns the name of a source; empty if it is none.
fn source_name(name: &str) -> &str {
    if name == "none" { "" } else { name }
}

fn encode_document(fetched: &FetchedDocument) -> Value {
    let document = &fetched.document;
    Object::default()
        .field("read_after", to_iso8601(fetched.read_after))
        .flag("is_rfc", document.is_rfc)
        .optional("rfc_number", document.rfc_number.map(|number| number.get()))
        .text("status", &document.status)
        .array("sigs", document.sigs.iter().map(encode_sig))
        .text("summary", &document.summary)
        .finish()
}

fn encode_sig(sig: &Sig) -> Value {
    let (evidence, sentence) = match &sig.evidence {
        Evidence::Label => ("label", ""),
        Evidence::Field => ("field", ""),
        Evidence::Mention(sentence) => ("mention", sentence.as_str()),
    };
    Object::default()
        .field("slug", sig.slug.as_str())
        .field("name", sig.name.as_str())
        .field("evidence", evidence)
        .text("sentence", sentence)
        .finish()
}

/// GitHub's form of a color has no `#`.
fn encode_label(label: &Label) -> Value {
    Object::default()
        .field("name", label.name.as_str())
        .text("description", &label.description)
        .field("color", label.color.css().split_off(1))
        .finish()
}

pub(super) fn encode_problems(problems: &[SkippedItem]) -> impl Iterator<Item = Value> {
    problems
        .iter()
        .map(|problem| Object::default().field("item", problem.item).field("reason", problem.reason).finish())
}

fn encode_time(time: Option<Time>) -> Option<String> {
    time.map(to_iso8601)
}
