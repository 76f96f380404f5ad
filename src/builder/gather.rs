//! All that a snapshot holds: the list, the documents, what happened.

use std::collections::BTreeMap;

use super::client::Client;
use super::{Failure, Order, Progress, World, pages};
use crate::github::{self, Histories, Malformed, ReadDocument, Scope, Snapshot};
use crate::json::Value;
use crate::proposal::Proposal;

/// What was gathered, complete: what could not be had ended the run.
pub(super) struct Gathered {
    pub(super) snapshot: Snapshot,
    pub(super) histories: Histories,
}

pub(super) fn gather(order: &Order, client: &Client, world: &dyn World) -> Result<Gathered, Failure> {
    let repository = &order.repository;
    // From here on GitHub may change; so far back, at least, is all true.
    let made_at = world.now();
    let url = repository.list(Scope::All);
    let list = Value::List(pages::items(client, world, Some("pages of the list"), &url)?);
    let (listed, problems) = github::proposals(&list).map_err(unreadable(&url))?;
    // Where one comes up twice, for others came while pages were read, the later page is fresher.
    let newest: BTreeMap<u32, Proposal> =
        listed.into_iter().map(|proposal| (proposal.number, proposal)).collect();
    let proposals: Vec<Proposal> = newest.into_values().rev().collect();

    let mut documents = Vec::new();
    let of = Some(proposals.len());
    for (at, proposal) in proposals.iter().enumerate() {
        world.progress(Progress { what: "documents", at, of });
        // A reader could not tell whether it is the document as of the last change.
        let Some(read_after) = proposal.updated_at else { continue };
        let url = repository.files(proposal.number);
        let files = Value::List(pages::items(client, world, None, &url)?);
        let document = github::document(&files).map_err(unreadable(&url))?;
        documents.push(ReadDocument { number: proposal.number, read_after, document });
    }

    let events = pages::items(client, world, Some("pages of events"), &repository.events())?;
    let histories = github::histories(&events);
    let snapshot = Snapshot { made_at, scope: Scope::All, proposals, documents, problems, incomplete: false };
    Ok(Gathered { snapshot, histories })
}

fn unreadable(url: &str) -> impl FnOnce(Malformed) -> Failure {
    let url = url.to_owned();
    |Malformed(reason)| Failure::Unreadable { url, reason }
}
