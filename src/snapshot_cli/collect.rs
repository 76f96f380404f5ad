//! All that a snapshot holds: the list, the documents, what happened.

use std::collections::BTreeMap;

use super::client::Client;
use super::{Env, Error, Options, Progress, paginate};
use crate::github::{self, DecodeError, Scope, StageHistories};
use crate::json::Value;
use crate::proposal::Proposal;
use crate::snapshot::{FetchedDocument, Snapshot};

/// What was collected, complete: what could not be had ended the run.
pub(super) struct Collected {
    pub(super) snapshot: Snapshot,
    pub(super) histories: StageHistories,
}

pub(super) fn collect(options: &Options, client: &Client, env: &dyn Env) -> Result<Collected, Error> {
    let repository = &options.repository;
    // From here on GitHub may change; so far back, at least, is all true.
    let made_at = env.now();
    let url = repository.issues_url(Scope::All);
    let list = Value::List(paginate::collect_items(client, env, Some("pages of the list"), &url)?);
    let (listed, problems) = github::proposals(&list).map_err(invalid_response(&url))?;
    // Where one comes up twice, for others came while pages were read, the later page is fresher.
    let newest: BTreeMap<u32, Proposal> =
        listed.into_iter().map(|proposal| (proposal.number, proposal)).collect();
    let proposals: Vec<Proposal> = newest.into_values().rev().collect();

    let mut documents = Vec::new();
    let of = Some(proposals.len());
    for (at, proposal) in proposals.iter().enumerate() {
        env.progress(Progress { what: "documents", at, of });
        // A reader could not tell whether it is the document as of the last change.
        let Some(read_after) = proposal.updated_at else { continue };
        let url = repository.files_url(proposal.number);
        let files = Value::List(paginate::collect_items(client, env, None, &url)?);
        let document = github::document(&files).map_err(invalid_response(&url))?;
        documents.push(FetchedDocument { number: proposal.number, read_after, document });
    }

    let events = paginate::collect_items(client, env, Some("pages of events"), &repository.events_url())?;
    let histories = github::stage_histories(&events);
    let snapshot = Snapshot { made_at, scope: Scope::All, proposals, documents, problems, incomplete: false };
    Ok(Collected { snapshot, histories })
}

fn invalid_response(url: &str) -> impl FnOnce(DecodeError) -> Error {
    let url = url.to_owned();
    |DecodeError(reason)| Error::InvalidResponse { url, reason }
}
