//! Schema 1: GitHub's responses, collected in one file.

use serde_json::Value;

use super::decode::check_list;
use super::{DecodeError, FetchedDocument, Snapshot};
use crate::github::fields::array_field;
use crate::github::{self, Scope};
use crate::proposal::{Proposal, Records, Time};

/// Decodes a file of schema 1. `issues` is what `GET /repos/{owner}/{repo}/issues?state=all` returns; `files` is an
/// object by pull request number of what `GET /repos/{owner}/{repo}/pulls/{number}/files` returns.
///
/// # Errors
/// [`DecodeError::NoProposals`].
pub(super) fn decode_schema1(file: &Value, made_at: Time) -> Result<Snapshot, DecodeError> {
    let (proposals, problems) = github::parse_issues(array_field(file, "issues"));
    // A list of plain issues only is empty, too.
    check_list(file, "issues", proposals.is_empty() && !problems.is_empty())?;
    let document = |proposal: &Proposal| {
        let files = file.get("files")?.get(proposal.number.to_string())?.as_array()?;
        let document = github::parse_files(files);
        Some(FetchedDocument { number: proposal.number, read_after: proposal.updated_at?, document })
    };
    let documents = proposals.iter().filter_map(document).collect();
    Ok(Snapshot {
        made_at,
        scope: Scope::All,
        proposals,
        documents,
        records: Records::default(),
        problems,
        incomplete: false,
    })
}
