//! JSON to snapshot. Lenient, as the decoding of GitHub's responses is.

use std::fmt;

use serde_json::Value;

use super::decode_records::decode_records;
use super::schema1::decode_schema1;
use super::{FetchedDocument, SCHEMA, Snapshot};
use crate::github::fields::{array_field, bool_field, str_field, string_field, time_field, u32_field};
use crate::github::{self, Scope, SkippedItem};
use crate::proposal::{Closing, Document, Evidence, Proposal, RfcNumber, Sig, Stage};

/// Why a file or a saved copy cannot be decoded.
#[derive(Clone, Debug, PartialEq)]
pub enum DecodeError {
    /// It is not JSON. Holds the parser's message.
    NotJson(String),
    /// It has no `schema`.
    NoSchema,
    /// Its schema is newer than [`SCHEMA`].
    NewerSchema(u32),
    /// It belongs to this repository.
    OtherRepository(String),
    /// Its `made_at` is missing, or not a time.
    NoTime,
    /// It has no list of proposals, or none of them can be read.
    NoProposals,
}

impl fmt::Display for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            DecodeError::NotJson(reason) => write!(f, "it is not JSON: {reason}"),
            DecodeError::NoSchema => f.write_str("it has no schema"),
            DecodeError::NewerSchema(schema) => {
                write!(f, "its schema is {schema}, and this version reads schemas up to {SCHEMA}")
            }
            DecodeError::OtherRepository(name) => write!(f, "it is a snapshot of {name:?}"),
            DecodeError::NoTime => f.write_str("its made_at is not a time"),
            DecodeError::NoProposals => f.write_str("none of its proposals can be read"),
        }
    }
}

impl std::error::Error for DecodeError {}

/// Decodes a snapshot of `repository` (`owner/name`).
///
/// # Errors
/// [`DecodeError`] if it is not a snapshot, one of another repository, or one of a newer schema.
pub fn decode(json: &str, repository: &str) -> Result<Snapshot, DecodeError> {
    let file = github::parse_json(json).map_err(|error| DecodeError::NotJson(error.to_string()))?;
    decode_value(&file, repository)
}

/// Decodes a snapshot that is parsed already: see [`decode`].
///
/// # Errors
/// The same as those of [`decode`], without [`DecodeError::NotJson`].
pub fn decode_value(file: &Value, repository: &str) -> Result<Snapshot, DecodeError> {
    let schema = u32_field(file, "schema").ok_or(DecodeError::NoSchema)?;
    if schema > SCHEMA {
        return Err(DecodeError::NewerSchema(schema));
    }
    let name = str_field(file, "repository").unwrap_or_default();
    if !name.eq_ignore_ascii_case(repository) {
        return Err(DecodeError::OtherRepository(name.to_owned()));
    }
    let made_at = time_field(file, "made_at").ok_or(DecodeError::NoTime)?;
    if schema == 1 {
        return decode_schema1(file, made_at);
    }
    let mut snapshot = Snapshot {
        made_at,
        scope: if bool_field(file, "open_only") { Scope::Open } else { Scope::All },
        proposals: Vec::new(),
        documents: Vec::new(),
        records: decode_records(file, made_at),
        problems: Vec::new(),
        incomplete: bool_field(file, "incomplete"),
    };
    for (index, record) in array_field(file, "proposals").iter().enumerate() {
        match decode_proposal(record, schema) {
            Ok((proposal, document)) => {
                snapshot.proposals.push(proposal);
                snapshot.documents.extend(document);
            }
            Err(reason) => snapshot.problems.push(SkippedItem { item: index + 1, reason }),
        }
    }
    check_list(file, "proposals", snapshot.proposals.is_empty())?;
    snapshot.problems.extend(decode_problems(file, "problems"));
    Ok(snapshot)
}

/// Tells an empty list of proposals from none, and from one of which nothing could be read.
pub(super) fn check_list(file: &Value, key: &str, is_nothing_read: bool) -> Result<(), DecodeError> {
    let is_valid =
        file.get(key).and_then(Value::as_array).is_some_and(|list| list.is_empty() || !is_nothing_read);
    if is_valid { Ok(()) } else { Err(DecodeError::NoProposals) }
}

/// Decodes the items that could not be read when the snapshot was made.
pub(super) fn decode_problems(file: &Value, key: &str) -> Vec<SkippedItem> {
    let decode = |problem: &Value| SkippedItem {
        item: u32_field(problem, "item").unwrap_or_default() as usize,
        reason: "it could not be read when the snapshot was made",
    };
    array_field(file, key).iter().map(decode).collect()
}

/// Decodes a proposal, and its document if that was fetched.
///
/// # Errors
/// What is missing.
fn decode_proposal(record: &Value, schema: u32) -> Result<(Proposal, Option<FetchedDocument>), &'static str> {
    let number = u32_field(record, "number").ok_or("it has no number")?;
    let title = string_field(record, "title").ok_or("it has no title")?;
    let closing = decode_closing(record, schema).ok_or("it has no stage")?;
    let proposal = Proposal {
        number,
        title,
        author: string_field(record, "author"),
        closing,
        draft: bool_field(record, "draft"),
        is_rfc: bool_field(record, "is_rfc"),
        sigs: decode_sigs(record),
        labels: array_field(record, "labels").iter().filter_map(github::label).collect(),
        opened_at: time_field(record, "opened_at"),
        updated_at: time_field(record, "updated_at"),
        comments: u32_field(record, "comments").unwrap_or_default(),
        thumbs_up: u32_field(record, "thumbs_up").unwrap_or_default(),
        ..Proposal::default()
    };
    let document = record.get("document").and_then(|document| decode_document(document, number));
    Ok((proposal.assessed(), document))
}

fn decode_document(document: &Value, number: u32) -> Option<FetchedDocument> {
    Some(FetchedDocument {
        number,
        read_after: time_field(document, "read_after")?,
        document: Document {
            is_rfc: bool_field(document, "is_rfc"),
            rfc_number: u32_field(document, "rfc_number").and_then(RfcNumber::new),
            status: string_field(document, "status").unwrap_or_default(),
            sigs: decode_sigs(document),
            summary: string_field(document, "summary").unwrap_or_default(),
        },
    })
}

/// Returns how a proposal was closed, or that it is open; `None` if it has no stage. Schema 2 says how only by the
/// outcome.
fn decode_closing(record: &Value, schema: u32) -> Option<Option<Closing>> {
    let stage: Stage = str_field(record, "stage")?.parse().ok()?;
    if stage != Stage::Closed {
        return Some(None);
    }
    let outcome = str_field(record, "outcome").unwrap_or_default();
    let (merged, by_author) = match schema {
        2 => (matches!(outcome, "accepted" | "merged"), bool_field(record, "inferred")),
        _ => (bool_field(record, "merged"), bool_field(record, "closed_by_author")),
    };
    Some(Some(Closing { merged, by_author, at: time_field(record, "closed_at") }))
}

fn decode_sigs(object: &Value) -> Vec<Sig> {
    let decode = |sig: &Value| {
        let evidence = match str_field(sig, "evidence")? {
            "label" => Evidence::Label,
            "field" => Evidence::Field,
            _ => Evidence::Mention(string_field(sig, "sentence").unwrap_or_default()),
        };
        Some(Sig { slug: string_field(sig, "slug")?, name: string_field(sig, "name")?, evidence })
    };
    array_field(object, "sigs").iter().filter_map(decode).collect()
}
