//! The documents of open proposals, one after the other, while GitHub's limit leaves room.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{Feed, Reply, Request, Source, Trouble, trouble};
use crate::github;
use crate::proposal::{Document, Proposal, Stage, Time};

/// So many requests are left to others behind the same address.
const RESERVE: u32 = 20;

/// What is known of the documents.
#[derive(Clone, Debug, Default)]
pub struct Documents {
    /// By pull request number, each with the time of the change that it was read after.
    known: BTreeMap<u32, (Time, Document)>,
    /// Numbers of the pull requests whose documents are to be read, in reverse.
    queue: Vec<u32>,
    /// How many could not be read.
    failed: usize,
}

impl Documents {
    /// The document of a proposal, if it is known as of the proposal's last change.
    pub(super) fn of(&self, proposal: &Proposal) -> Option<&Document> {
        let (read_after, document) = self.known.get(&proposal.number)?;
        (Some(*read_after) == proposal.updated_at).then_some(document)
    }

    /// Takes in documents that belong to proposals as changed last at those times.
    pub(super) fn learn(&mut self, documents: BTreeMap<u32, Document>, updated: &[(u32, Option<Time>)]) {
        for (number, document) in documents {
            let known = updated.iter().find(|(of, _)| *of == number);
            if let Some((_, Some(time))) = known {
                self.known.insert(number, (*time, document));
            }
        }
    }

    /// How many documents of open proposals are not read, neither now nor soon.
    pub fn unread(&self) -> usize {
        self.failed
    }
}

impl Feed<'_> {
    /// Begins to read the documents that the list on the screen calls for, once it is complete
    /// and it is clear which of them the snapshot has already.
    pub(super) fn read_documents(&mut self) {
        let Some(shown) = self.state.shown.as_ref().filter(|shown| shown.source == Source::Live) else {
            return;
        };
        if self.state.listing.is_some() || self.state.awaiting_snapshot {
            return;
        }
        let documents = &self.state.documents;
        let unknown =
            shown.proposals.iter().rev().filter(|proposal| {
                proposal.status.stage() != Stage::Closed && documents.of(proposal).is_none()
            });
        self.state.documents.queue = unknown.map(|proposal| proposal.number).collect();
        self.state.documents.failed = 0;
        self.read_next_document();
    }

    fn read_next_document(&mut self) {
        if self.state.remaining.is_some_and(|left| left <= RESERVE) {
            return self.give_up_documents();
        }
        if let Some(number) = self.state.documents.queue.last() {
            self.send(Request::Files(*number));
        }
    }

    fn give_up_documents(&mut self) {
        let documents = &mut self.state.documents;
        documents.failed += documents.queue.len();
        documents.queue.clear();
    }

    pub(super) fn files(&mut self, number: u32, reply: Reply) {
        if self.state.documents.queue.pop_if(|awaited| *awaited == number).is_none() {
            return;
        }
        let read = trouble::accepted(reply, self.now).and_then(|answer| {
            self.state.remaining = answer.remaining.or(self.state.remaining);
            github::document(&answer.text).map_err(|_| Trouble::Malformed)
        });
        match read {
            Ok(document) => self.add_document(number, document),
            Err(trouble) => {
                self.state.documents.failed += 1;
                // The next one would meet the same.
                if matches!(trouble, Trouble::Offline | Trouble::Timeout | Trouble::RateLimited(_)) {
                    return self.give_up_documents();
                }
            }
        }
        self.read_next_document();
    }

    fn add_document(&mut self, number: u32, document: Document) {
        let Some(shown) = self.state.shown.as_mut().filter(|shown| shown.source == Source::Live) else {
            return;
        };
        let Some(proposal) = shown.proposals.iter_mut().find(|p| p.number == number) else { return };
        *proposal = Arc::new(Proposal::clone(proposal).with_document(&document));
        if let Some(time) = proposal.updated_at {
            self.state.documents.known.insert(number, (time, document));
        }
    }
}
