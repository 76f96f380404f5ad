//! The documents of open proposals, fetched one after the other while GitHub's rate limit allows it.

use std::sync::Arc;

use super::state::Fetch;
use super::transition::{Transition, index_of};
use super::{FeedError, Request, Source};
use crate::github::{self, Response, TransportError};
use crate::proposal::{Document, Proposal, Stage};
use crate::snapshot::FetchedDocument;

/// Requests left to other users of the same IP address.
const RATE_LIMIT_RESERVE: u32 = 20;

/// The documents that are known, and those still to be fetched.
#[derive(Clone, Debug, Default)]
pub struct DocumentQueue {
    /// Sorted by number, highest first. They arrive in this order, so each is appended.
    known: Vec<FetchedDocument>,
    /// The pull request whose files were requested.
    pending: Option<u32>,
    /// The pull requests to request after it; the next is the last element.
    queue: Vec<u32>,
    failed: usize,
}

impl DocumentQueue {
    pub(super) fn get(&self, number: u32) -> Option<&FetchedDocument> {
        let at = self.known.binary_search_by(|known| number.cmp(&known.number)).ok()?;
        self.known.get(at)
    }

    fn insert(&mut self, document: FetchedDocument) {
        let at = self.known.partition_point(|other| other.number > document.number);
        match self.known.get_mut(at).filter(|other| other.number == document.number) {
            Some(other) => *other = document,
            None => self.known.insert(at, document),
        }
    }

    /// True if the document was fetched after the proposal's last change.
    fn is_current(&self, listed: &Proposal) -> bool {
        self.get(listed.number).is_some_and(|known| Some(known.read_after) == listed.updated_at)
    }

    /// Adds the documents that are newer than the known ones. Returns whether there are any.
    pub(super) fn merge(&mut self, documents: Vec<FetchedDocument>) -> bool {
        let mut has_news = false;
        for document in documents {
            if self.get(document.number).is_none_or(|known| known.read_after < document.read_after) {
                self.insert(document);
                has_news = true;
            }
        }
        has_news
    }

    /// True while a document is being fetched.
    pub fn is_fetching(&self) -> bool {
        self.pending.is_some()
    }

    /// Returns how many documents of open proposals failed and are not queued.
    pub fn failed_count(&self) -> usize {
        self.failed
    }
}

impl Transition<'_> {
    /// Queues the documents that the live list lacks. Waits for the whole list, and for the snapshot, which may
    /// have some of them.
    pub(super) fn request_documents(&mut self) {
        let Some(shown) = self.state.shown.as_ref().filter(|shown| shown.source == Source::Live) else {
            return;
        };
        if self.state.list_request.is_some() || self.state.snapshot == Fetch::Pending {
            return;
        }
        let documents = &self.state.documents;
        let mut queue = Vec::new();
        for listed in shown.listed.iter().rev() {
            let is_open = listed.status.stage() != Stage::Closed;
            if is_open && !documents.is_current(listed) && documents.pending != Some(listed.number) {
                queue.push(listed.number);
            }
        }
        self.state.documents.queue = queue;
        self.state.documents.failed = 0;
        self.request_next_document();
    }

    fn request_next_document(&mut self) {
        if self.state.documents.pending.is_some() {
            return;
        }
        let reserve_reached = self.state.remaining.is_some_and(|left| left <= RATE_LIMIT_RESERVE);
        if self.active_rate_limit().is_some() || reserve_reached {
            return self.abandon_documents();
        }
        self.state.documents.pending = self.state.documents.queue.pop();
        if let Some(number) = self.state.documents.pending {
            self.send(Request::Files(number));
        }
    }

    /// Empties the queue, and counts what was in it as failed.
    fn abandon_documents(&mut self) {
        let documents = &mut self.state.documents;
        documents.failed += documents.queue.len();
        documents.queue.clear();
    }

    /// Handles the files of a pull request. A response that is not pending is ignored.
    pub(super) fn on_files(&mut self, number: u32, result: Result<Response, TransportError>) {
        if self.state.documents.pending.take_if(|pending| *pending == number).is_none() {
            return;
        }
        let decoded = self
            .check_response(result)
            .and_then(|response| github::parse_list(&response.body).map_err(|_| FeedError::InvalidResponse));
        match decoded {
            Ok(files) => self.add_document(number, github::parse_files(&files)),
            Err(error) => {
                self.state.documents.failed += 1;
                if error.affects_all_requests() {
                    return self.abandon_documents();
                }
            }
        }
        self.request_next_document();
    }

    fn add_document(&mut self, number: u32, document: Document) {
        let Some(shown) = self.state.shown.as_ref() else { return };
        let Some(at) = index_of(&shown.listed, number) else { return };
        let Some(listed) = shown.listed.get(at).map(Arc::clone) else { return };
        let read_after = listed.updated_at.unwrap_or_default();
        self.state.documents.insert(FetchedDocument { number, read_after, document });
        self.state.dirty = true;
        let known = self.state.with_known(&listed);
        if let Some(proposal) = self.state.shown.as_mut().and_then(|shown| shown.proposals.get_mut(at)) {
            *proposal = known;
        }
    }
}
