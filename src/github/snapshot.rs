//! The snapshot: a file with GitHub's answers of an earlier day, for readers whom GitHub does not answer.

use super::{Malformed, Problem, files, list, wire};
use crate::proposal::{Document, Proposal, Time};

/// The version of the file's layout that this program reads.
const SCHEMA: u32 = 1;

/// Every proposal of a repository as it was at one time.
#[derive(Clone, Debug, PartialEq)]
pub struct Snapshot {
    /// When it was made.
    pub made_at: Time,
    /// Open and decided ones.
    pub proposals: Vec<Proposal>,
    /// Their documents, by pull request number.
    pub documents: Vec<(u32, Document)>,
    /// What could not be read.
    pub problems: Vec<Problem>,
}

/// Reads a snapshot of `repository` (`owner/name`).
///
/// # Errors
/// [`Malformed`] if it is no snapshot, one of another repository or one of another schema.
pub fn snapshot(json: &str, repository: &str) -> Result<Snapshot, Malformed> {
    let file = wire::value(json)?;
    let schema = wire::number(&file, "schema").ok_or(Malformed("it has no schema".to_owned()))?;
    if schema != SCHEMA {
        return Err(Malformed(format!("schema {schema} instead of {SCHEMA}")));
    }
    let made_of = wire::text(&file, "repository").unwrap_or_default();
    if !made_of.eq_ignore_ascii_case(repository) {
        return Err(Malformed(format!("made of {made_of}")));
    }
    let made_at = wire::time(&file, "made_at").ok_or(Malformed("made_at is no time".to_owned()))?;
    // As `GET /repos/{owner}/{repo}/issues?state=all` returns them.
    let (proposals, problems) = list::proposals_of(wire::items(&file, "issues"));
    // By pull request number, as `GET /repos/{owner}/{repo}/pulls/{number}/files` returns them.
    let mut documents = Vec::new();
    for proposal in &proposals {
        let number = proposal.number.to_string();
        if let Some(files) = file.get("files").and_then(|files| files.get(&number)?.as_list()) {
            documents.push((proposal.number, files::document_of(files)));
        }
    }
    Ok(Snapshot { made_at, proposals, documents, problems })
}
