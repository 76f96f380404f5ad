//! Everything a snapshot holds: the list, the documents and the events.

use std::collections::BTreeMap;

use super::client::Client;
use super::{Env, Error, Options, Progress, paginate};
use crate::github::{self, Scope, StageHistories};
use crate::proposal::Proposal;
use crate::snapshot::{FetchedDocument, Snapshot};

/// What was fetched. It is complete: a failed request ends the run.
pub(super) struct Collected {
    pub(super) snapshot: Snapshot,
    pub(super) histories: StageHistories,
}

pub(super) fn collect(options: &Options, client: &Client, env: &dyn Env) -> Result<Collected, Error> {
    let repository = &options.repository;
    let items = |what, url: &str| paginate::collect_items(options, client, env, what, url);
    // Taken before the first request: everything in the snapshot is at least as new.
    let made_at = env.now();
    let list = items(Some("pages of the list"), &repository.issues_url(Scope::All))?;
    let (listed, problems) = github::parse_issues(&list);
    // A proposal that moved to the next page while pages were fetched occurs twice; the later page is newer.
    let newest: BTreeMap<u32, Proposal> =
        listed.into_iter().map(|proposal| (proposal.number, proposal)).collect();
    let proposals: Vec<Proposal> = newest.into_values().rev().collect();

    let mut documents = Vec::new();
    for (done, proposal) in proposals.iter().enumerate() {
        env.progress(Progress { what: "documents", done, total: Some(proposals.len()) });
        // Without it nobody could tell later whether the document is current.
        let Some(read_after) = proposal.updated_at else { continue };
        let files = items(None, &repository.files_url(proposal.number))?;
        let document = github::parse_files(&files);
        documents.push(FetchedDocument { number: proposal.number, read_after, document });
    }

    let events = items(Some("pages of events"), &repository.events_url())?;
    let histories = github::parse_events(&events);
    let snapshot = Snapshot { made_at, scope: Scope::All, proposals, documents, problems, incomplete: false };
    Ok(Collected { snapshot, histories })
}
