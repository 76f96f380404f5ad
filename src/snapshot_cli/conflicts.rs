//! Which open pull requests cannot be merged because of a conflict. GitHub's list does not say it.

use std::collections::BTreeSet;

use serde_json::Value;

use super::client::Client;
use super::output::PreviousSnapshot;
use super::{Error, Problem, Progress};
use crate::github::DecodeError;
use crate::proposal::Proposal;

/// The open pull requests with a conflict, by number.
#[derive(Default)]
pub(super) struct Conflicts {
    pub(super) numbers: BTreeSet<u32>,
    pub(super) problems: Vec<Problem>,
}

/// Asks GitHub of each open pull request. Where GitHub does not know yet, or the request fails, what the existing snapshot
/// says of an unchanged pull request is kept.
///
/// # Errors
/// The errors of requests that would concern other pull requests, too.
pub(super) fn collect(
    client: &Client,
    proposals: &[Proposal],
    previous: Option<&PreviousSnapshot>,
) -> Result<Conflicts, Error> {
    let mut conflicts = Conflicts::default();
    let open: Vec<&Proposal> = proposals.iter().filter(|proposal| proposal.closing.is_none()).collect();
    for (done, proposal) in open.iter().enumerate() {
        client.env.progress(Progress { what: "conflicts", done, total: Some(open.len()) });
        let number = proposal.number;
        let known = match is_mergeable(client, number) {
            Ok(mergeable) => mergeable.map(|mergeable| !mergeable),
            Err(error) if error.is_of_one_item() => {
                conflicts.problems.push(Problem::Conflict { number, reason: error.to_string() });
                None
            }
            Err(error) => return Err(error),
        };
        if known.unwrap_or_else(|| had_conflict(previous, proposal)) {
            conflicts.numbers.insert(number);
        }
    }
    Ok(conflicts)
}

/// Returns what GitHub says; `None` while it computes that in the background.
fn is_mergeable(client: &Client, number: u32) -> Result<Option<bool>, Error> {
    let url = client.options.repository.pull_details_url(number);
    let response = client.get(&url)?;
    let pull: Value = serde_json::from_str(&response.body)
        .map_err(|error| Error::InvalidResponse { url, reason: DecodeError::NotJson(error.to_string()) })?;
    Ok(pull.get("mergeable").and_then(Value::as_bool))
}

/// True if the existing snapshot has a conflict of the pull request, which has not changed since.
fn had_conflict(previous: Option<&PreviousSnapshot>, proposal: &Proposal) -> bool {
    let Some(PreviousSnapshot { snapshot, .. }) = previous else { return false };
    let is_unchanged =
        |before: &&Proposal| (before.number, before.updated_at) == (proposal.number, proposal.updated_at);
    snapshot.proposals.iter().any(|before| is_unchanged(&before))
        && snapshot.records.get(proposal.number).is_some_and(|record| record.has_conflict)
}
