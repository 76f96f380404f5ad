//! A proposal as snapshots and saved copies have it: what was read of it, in the program's own words.
//! README describes the fields.

use super::{Problem, ReadDocument};
use crate::json::{Value, items, number, text, time, truth};
use crate::proposal::{
    Colour, Decision, Document, Evidence, Label, Outcome, Proposal, RfcNumber, Sig, Stage, Status, Step, Time,
};

/// An object of those fields that say something.
pub(super) fn fields(fields: &mut [(&str, Value)]) -> Value {
    let known = fields.iter_mut().filter(|(_, value)| *value != Value::Nothing);
    Value::Object(known.map(|(key, value)| ((*key).to_owned(), std::mem::take(value))).collect())
}

fn word(word: &str) -> Value {
    if word.is_empty() { Value::Nothing } else { Value::Text(word.to_owned()) }
}

fn list(items: Vec<Value>) -> Value {
    if items.is_empty() { Value::Nothing } else { Value::List(items) }
}

fn count(count: u32) -> Value {
    Value::Number(count.into())
}

pub(super) fn mark(is_so: bool) -> Value {
    if is_so { Value::Truth(true) } else { Value::Nothing }
}

fn or_nothing<T>(value: Option<T>, write: impl FnOnce(T) -> Value) -> Value {
    value.map_or(Value::Nothing, write)
}

/// The record of a proposal, without its document's share, beside its document and its history.
pub(super) fn write(
    proposal: &Proposal,
    read: Option<&ReadDocument>,
    history: Value,
    machine: fn(Time) -> String,
) -> Value {
    let moment = |time: Option<Time>| or_nothing(time, |time| Value::Text(machine(time)));
    let decision = proposal.status.decision();
    let document = |read: &ReadDocument| {
        let Document { is_rfc, rfc_number, sigs, summary } = &read.document;
        fields(&mut [
            ("read_after", moment(Some(read.read_after))),
            ("is_rfc", mark(*is_rfc)),
            ("rfc_number", or_nothing(*rfc_number, |rfc| count(rfc.value().into()))),
            ("sigs", sigs_written(sigs)),
            ("summary", word(summary)),
        ])
    };
    fields(&mut [
        ("number", count(proposal.number)),
        ("title", Value::Text(proposal.title.clone())),
        ("author", or_nothing(proposal.author.clone(), Value::Text)),
        ("stage", word(proposal.status.stage().word())),
        ("outcome", or_nothing(decision, |decision| word(decision.outcome.word()))),
        ("inferred", mark(decision.is_some_and(|decision| decision.inferred))),
        ("closed_at", moment(decision.and_then(|decision| decision.at))),
        ("draft", mark(proposal.draft)),
        ("is_rfc", mark(proposal.is_rfc)),
        ("sigs", sigs_written(&proposal.sigs)),
        ("labels", list(proposal.labels.iter().map(label_written).collect())),
        ("opened_at", moment(proposal.opened_at)),
        ("updated_at", moment(proposal.updated_at)),
        ("comments", count(proposal.comments)),
        ("thumbs_up", count(proposal.thumbs_up)),
        ("document", or_nothing(read, document)),
        ("history", history),
    ])
}

/// The stages that a proposal went through. Written for readers of the file; [`read`] leaves them alone.
pub(super) fn history(steps: &[Step], machine: fn(Time) -> String) -> Value {
    let step = |step: &Step| {
        fields(&mut [("at", Value::Text(machine(step.at))), ("stage", word(step.stage.word()))])
    };
    list(steps.iter().map(step).collect())
}

pub(super) fn problems(problems: &[Problem]) -> Value {
    let problem = |problem: &Problem| {
        fields(&mut [
            ("item", Value::Number(problem.item as u64)),
            ("reason", Value::Text(problem.reason.to_owned())),
        ])
    };
    list(problems.iter().map(problem).collect())
}

fn label_written(label: &Label) -> Value {
    let Label { name, description, colour } = label;
    let colour = colour.css().split_off(1);
    fields(&mut [
        ("name", Value::Text(name.clone())),
        ("description", word(description)),
        ("color", word(&colour)),
    ])
}

fn sigs_written(sigs: &[Sig]) -> Value {
    let sig = |Sig { slug, name, evidence }: &Sig| {
        let (kind, sentence) = match evidence {
            Evidence::Label => (LABEL, ""),
            Evidence::Field => (FIELD, ""),
            Evidence::Mention(sentence) => (MENTION, sentence.as_str()),
        };
        fields(&mut [
            ("slug", Value::Text(slug.clone())),
            ("name", Value::Text(name.clone())),
            ("evidence", word(kind)),
            ("sentence", word(sentence)),
        ])
    };
    list(sigs.iter().map(sig).collect())
}

const LABEL: &str = "label";
const FIELD: &str = "field";
const MENTION: &str = "mention";

/// The proposal of a record, and its document where that was read.
///
/// # Errors
/// What is missing.
pub(super) fn read(record: &Value) -> Result<(Proposal, Option<ReadDocument>), &'static str> {
    let number_of = number(record, "number").ok_or("it has no number")?;
    let title = text(record, "title").ok_or("it has no title")?;
    let status = status(record).ok_or("it has no stage")?;
    let proposal = Proposal {
        number: number_of,
        title,
        author: text(record, "author"),
        status,
        draft: truth(record, "draft"),
        is_rfc: truth(record, "is_rfc"),
        is_read: false,
        rfc_number: None,
        sigs: sigs(record),
        labels: items(record, "labels").iter().filter_map(label).collect(),
        summary: String::new(),
        opened_at: time(record, "opened_at"),
        updated_at: time(record, "updated_at"),
        comments: number(record, "comments").unwrap_or_default(),
        thumbs_up: number(record, "thumbs_up").unwrap_or_default(),
    };
    let document = record.get("document").and_then(|document| {
        let rfc_number = number(document, "rfc_number").and_then(RfcNumber::new);
        Some(ReadDocument {
            number: number_of,
            read_after: time(document, "read_after")?,
            document: Document {
                is_rfc: truth(document, "is_rfc"),
                rfc_number,
                sigs: sigs(document),
                summary: text(document, "summary").unwrap_or_default(),
            },
        })
    });
    Ok((proposal, document))
}

fn status(record: &Value) -> Option<Status> {
    let stage = record.get("stage")?.as_str()?;
    let stage = Stage::ALL.into_iter().find(|known| known.word() == stage)?;
    if stage != Stage::Closed {
        return Some(Status::Open(stage));
    }
    let outcome = record.get("outcome").and_then(Value::as_str).unwrap_or_default();
    let outcome = Outcome::ALL.into_iter().find(|known| known.word() == outcome);
    Some(Status::Closed(Decision {
        outcome: outcome.unwrap_or(Outcome::Unrecorded),
        inferred: truth(record, "inferred"),
        at: time(record, "closed_at"),
    }))
}

fn sigs(of: &Value) -> Vec<Sig> {
    let sig = |sig: &Value| {
        let evidence = match sig.get("evidence")?.as_str()? {
            LABEL => Evidence::Label,
            FIELD => Evidence::Field,
            _ => Evidence::Mention(text(sig, "sentence").unwrap_or_default()),
        };
        Some(Sig { slug: text(sig, "slug")?, name: text(sig, "name")?, evidence })
    };
    items(of, "sigs").iter().filter_map(sig).collect()
}

/// A label is an object, or in some of GitHub's answers just its name.
pub(super) fn label(label: &Value) -> Option<Label> {
    let name = label.as_str().map(str::to_owned).or_else(|| text(label, "name"))?;
    let colour = label.get("color").and_then(Value::as_str).and_then(Colour::from_hex);
    let description = text(label, "description").unwrap_or_default();
    Some(Label { name, description, colour: colour.unwrap_or_default() })
}
