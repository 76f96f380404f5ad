//! The snapshot: a file with GitHub's answers of an earlier day, for readers whom GitHub does not answer.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::value::RawValue;

use super::{Malformed, Problem, files, list};
use crate::proposal::{Document, Proposal, Time};

/// The version of the file's layout that this program reads.
const SCHEMA: u32 = 1;

#[derive(Deserialize)]
struct File<'a> {
    schema: u32,
    repository: String,
    made_at: String,
    /// As `GET /repos/{owner}/{repo}/issues?state=all` returns them.
    #[serde(borrow)]
    issues: Vec<&'a RawValue>,
    /// By pull request number, as `GET /repos/{owner}/{repo}/pulls/{number}/files` returns them.
    #[serde(borrow)]
    files: BTreeMap<u32, Vec<&'a RawValue>>,
}

/// Every proposal of a repository as it was at one time.
#[derive(Clone, Debug, PartialEq)]
pub struct Snapshot {
    /// When it was made.
    pub made_at: Time,
    /// Open and decided ones.
    pub proposals: Vec<Proposal>,
    /// Their documents, by pull request number.
    pub documents: BTreeMap<u32, Document>,
    /// What could not be read.
    pub problems: Vec<Problem>,
}

/// Reads a snapshot of `repository` (`owner/name`).
///
/// # Errors
/// [`Malformed`] if it is no snapshot, one of another repository or one of another schema.
pub fn snapshot(json: &str, repository: &str) -> Result<Snapshot, Malformed> {
    let file: File = serde_json::from_str(json)?;
    if file.schema != SCHEMA {
        return Err(Malformed(format!("schema {} instead of {SCHEMA}", file.schema)));
    }
    if !file.repository.eq_ignore_ascii_case(repository) {
        return Err(Malformed(format!("made of {}", file.repository)));
    }
    let made_at = list::time(Some(file.made_at)).ok_or(Malformed("made_at is no time".to_owned()))?;
    let (proposals, problems) = list::proposals_of(&file.issues);
    let documents = file.files.iter().map(|(number, files)| (*number, files::document_of(files)));
    Ok(Snapshot { made_at, proposals, documents: documents.collect(), problems })
}
