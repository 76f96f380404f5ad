//! JSON to snapshot.

use super::schema1::decode_schema1;
use super::{FetchedDocument, SCHEMA, Snapshot};
use crate::github::{self, DecodeError, Scope, SkippedItem};
use crate::json::{self, Value, items, number, text, time, truth};
use crate::proposal::{Closing, Document, Evidence, Outcome, Proposal, RfcNumber, Sig, Stage};

/// Decodes a snapshot of `repository` (`owner/name`).
///
/// # Errors
/// [`DecodeError`] if it is not a snapshot, one of another repository, or one of a newer schema.
pub fn decode(file: &Value, repository: &str) -> Result<Snapshot, DecodeError> {
    let schema = number(file, "schema").ok_or(DecodeError("it has no schema".to_owned()))?;
    if schema > SCHEMA {
        return Err(DecodeError(format!("its schema is {schema}, and this program reads up to {SCHEMA}")));
    }
    let made_of = text(file, "repository").unwrap_or_default();
    if !made_of.eq_ignore_ascii_case(repository) {
        return Err(DecodeError(format!("made of {made_of}")));
    }
    let made_at = time(file, "made_at").ok_or(DecodeError("made_at is no time".to_owned()))?;
    if schema == 1 {
        return Ok(decode_schema1(file, made_at));
    }
    let mut snapshot = Snapshot {
        made_at,
        scope: if truth(file, "open_only") { Scope::Open } else { Scope::All },
        proposals: Vec::new(),
        documents: Vec::new(),
        problems: Vec::new(),
        incomplete: truth(file, "incomplete"),
    };
    for (index, record) in items(file, "proposals").iter().enumerate() {
        match decode_record(record) {
            Ok((proposal, document)) => {
                snapshot.proposals.push(proposal);
                snapshot.documents.extend(document);
            }
            Err(reason) => snapshot.problems.push(SkippedItem { item: index + 1, reason }),
        }
    }
    for problem in items(file, "problems") {
        let item = json::number(problem, "item").unwrap_or_default() as usize;
        snapshot
            .problems
            .push(SkippedItem { item, reason: "it could not be read when the snapshot was made" });
    }
    Ok(snapshot)
}

/// Decodes a proposal, and its document if that was fetched.
///
/// # Errors
/// The missing field.
fn decode_record(record: &Value) -> Result<(Proposal, Option<FetchedDocument>), &'static str> {
    let number_of = number(record, "number").ok_or("it has no number")?;
    let title = text(record, "title").ok_or("it has no title")?;
    let closing = closing(record).ok_or("it has no stage")?;
    let proposal = Proposal {
        number: number_of,
        title,
        author: text(record, "author"),
        closing,
        draft: truth(record, "draft"),
        is_rfc: truth(record, "is_rfc"),
        sigs: sigs(record),
        labels: items(record, "labels").iter().filter_map(github::label).collect(),
        opened_at: time(record, "opened_at"),
        updated_at: time(record, "updated_at"),
        comments: number(record, "comments").unwrap_or_default(),
        thumbs_up: number(record, "thumbs_up").unwrap_or_default(),
        ..Proposal::default()
    };
    let document = record.get("document").and_then(|document| {
        let rfc_number = number(document, "rfc_number").and_then(RfcNumber::new);
        Some(FetchedDocument {
            number: number_of,
            read_after: time(document, "read_after")?,
            document: Document {
                is_rfc: truth(document, "is_rfc"),
                rfc_number,
                status: text(document, "status").unwrap_or_default(),
                sigs: sigs(document),
                summary: text(document, "summary").unwrap_or_default(),
            },
        })
    });
    Ok((proposal.assessed(), document))
}

/// Returns how a proposal was closed, or that it is open; `None` if it has no stage.
fn closing(record: &Value) -> Option<Option<Closing>> {
    let stage: Stage = record.get("stage")?.as_str()?.parse().ok()?;
    if stage != Stage::Closed {
        return Some(None);
    }
    let outcome = record.get("outcome").and_then(Value::as_str).unwrap_or_default();
    Some(Some(Closing {
        merged: matches!(outcome.parse(), Ok(Outcome::Accepted | Outcome::Merged)),
        by_author: truth(record, "inferred"),
        at: time(record, "closed_at"),
    }))
}

fn sigs(record: &Value) -> Vec<Sig> {
    let sig = |sig: &Value| {
        let evidence = match sig.get("evidence")?.as_str()? {
            "label" => Evidence::Label,
            "field" => Evidence::Field,
            _ => Evidence::Mention(text(sig, "sentence").unwrap_or_default()),
        };
        Some(Sig { slug: text(sig, "slug")?, name: text(sig, "name")?, evidence })
    };
    items(record, "sigs").iter().filter_map(sig).collect()
}
