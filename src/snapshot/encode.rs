//! Snapshot to JSON. Fields that hold nothing are left out.

use super::{FetchedDocument, SCHEMA, Snapshot};
use crate::github::{Scope, SkippedItem, StageHistories};
use crate::json::Value;
use crate::proposal::{Document, Evidence, Label, Proposal, Sig, StageTransition, Time, to_iso8601};

impl Snapshot {
    /// Encodes the snapshot as one of `repository` (`owner/name`). Equal snapshots give equal JSON.
    pub fn to_json(&self, repository: &str) -> Value {
        self.encode(repository, |_| Value::Nothing, Value::Nothing)
    }

    /// Encodes the snapshot, with the stages that each proposal went through. [`decode`](super::decode) ignores
    /// them; they are for other readers of the file.
    pub fn to_json_with_history(&self, histories: &StageHistories, repository: &str) -> Value {
        let history = |number| {
            let transitions = histories.by_number.get(&number).map(Vec::as_slice).unwrap_or_default();
            encode_history(transitions)
        };
        self.encode(repository, history, encode_problems(&histories.problems))
    }

    fn encode(&self, repository: &str, history: impl Fn(u32) -> Value, history_problems: Value) -> Value {
        let mut documents = self.documents.iter().peekable();
        let records = self.proposals.iter().map(|proposal| {
            let document = documents.next_if(|document| document.number == proposal.number);
            encode_record(proposal, document, history(proposal.number))
        });
        object_skip_nulls(&mut [
            ("schema", num(SCHEMA)),
            ("repository", Value::Text(repository.to_owned())),
            ("made_at", encode_time(self.made_at)),
            ("open_only", flag(self.scope == Scope::Open)),
            ("incomplete", flag(self.incomplete)),
            ("proposals", Value::List(records.collect())),
            ("problems", encode_problems(&self.problems)),
            ("history_problems", history_problems),
        ])
    }
}

fn object_skip_nulls(fields: &mut [(&str, Value)]) -> Value {
    let present = fields.iter_mut().filter(|(_, value)| *value != Value::Nothing);
    Value::Object(present.map(|(key, value)| ((*key).to_owned(), std::mem::take(value))).collect())
}

fn non_empty_str(text: &str) -> Value {
    if text.is_empty() { Value::Nothing } else { Value::Text(text.to_owned()) }
}

fn non_empty_array(items: Vec<Value>) -> Value {
    if items.is_empty() { Value::Nothing } else { Value::List(items) }
}

fn num(number: u32) -> Value {
    Value::Number(number.into())
}

fn flag(is_set: bool) -> Value {
    if is_set { Value::Truth(true) } else { Value::Nothing }
}

fn opt<T>(value: Option<T>, encode: impl FnOnce(T) -> Value) -> Value {
    value.map_or(Value::Nothing, encode)
}

fn encode_time(time: Time) -> Value {
    Value::Text(to_iso8601(time))
}

/// Encodes a proposal as listed, with `document` and `history` as nested values.
fn encode_record(proposal: &Proposal, document: Option<&FetchedDocument>, history: Value) -> Value {
    let decision = proposal.status.decision();
    object_skip_nulls(&mut [
        ("number", num(proposal.number)),
        ("title", Value::Text(proposal.title.clone())),
        ("author", opt(proposal.author.clone(), Value::Text)),
        ("stage", non_empty_str(proposal.status.stage().as_str())),
        ("outcome", opt(decision, |decision| non_empty_str(decision.outcome.as_str()))),
        ("inferred", flag(decision.is_some_and(|decision| decision.inferred))),
        ("closed_at", opt(decision.and_then(|decision| decision.at), encode_time)),
        ("draft", flag(proposal.draft)),
        ("is_rfc", flag(proposal.is_rfc)),
        ("sigs", encode_sigs(&proposal.sigs)),
        ("labels", non_empty_array(proposal.labels.iter().map(encode_label).collect())),
        ("opened_at", opt(proposal.opened_at, encode_time)),
        ("updated_at", opt(proposal.updated_at, encode_time)),
        ("comments", num(proposal.comments)),
        ("thumbs_up", num(proposal.thumbs_up)),
        ("document", opt(document, encode_document)),
        ("history", history),
    ])
}

fn encode_document(fetched: &FetchedDocument) -> Value {
    let Document { is_rfc, rfc_number, status, sigs, summary } = &fetched.document;
    object_skip_nulls(&mut [
        ("read_after", encode_time(fetched.read_after)),
        ("is_rfc", flag(*is_rfc)),
        ("rfc_number", opt(*rfc_number, |rfc| num(rfc.get().into()))),
        ("status", non_empty_str(status)),
        ("sigs", encode_sigs(sigs)),
        ("summary", non_empty_str(summary)),
    ])
}

fn encode_history(transitions: &[StageTransition]) -> Value {
    let encode = |transition: &StageTransition| {
        object_skip_nulls(&mut [
            ("at", encode_time(transition.at)),
            ("stage", non_empty_str(transition.stage.as_str())),
        ])
    };
    non_empty_array(transitions.iter().map(encode).collect())
}

fn encode_problems(problems: &[SkippedItem]) -> Value {
    let encode = |problem: &SkippedItem| {
        object_skip_nulls(&mut [
            ("item", Value::Number(problem.item as u64)),
            ("reason", Value::Text(problem.reason.to_owned())),
        ])
    };
    non_empty_array(problems.iter().map(encode).collect())
}

fn encode_label(label: &Label) -> Value {
    let Label { name, description, color } = label;
    let color = color.css().split_off(1);
    object_skip_nulls(&mut [
        ("name", Value::Text(name.clone())),
        ("description", non_empty_str(description)),
        ("color", non_empty_str(&color)),
    ])
}

fn encode_sigs(sigs: &[Sig]) -> Value {
    let encode = |Sig { slug, name, evidence }: &Sig| {
        let (kind, sentence) = match evidence {
            Evidence::Label => ("label", ""),
            Evidence::Field => ("field", ""),
            Evidence::Mention(sentence) => ("mention", sentence.as_str()),
        };
        object_skip_nulls(&mut [
            ("slug", Value::Text(slug.clone())),
            ("name", Value::Text(name.clone())),
            ("evidence", non_empty_str(kind)),
            ("sentence", non_empty_str(sentence)),
        ])
    };
    non_empty_array(sigs.iter().map(encode).collect())
}
