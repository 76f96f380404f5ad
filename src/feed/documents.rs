//! The documents of open proposals, fetched one after the other while GitHub's rate limit allows it.

use std::sync::Arc;

use serde_json::Value;

use super::state::Fetch;
use super::transition::{Transition, index_of};
use super::{FeedError, Request, Source};
use crate::github::{self, Links, MAX_FILE_PAGES, Response, TransportError};
use crate::proposal::{Document, Proposal, Stage, Time};
use crate::snapshot::FetchedDocument;

/// The documents that are known, and those still to be fetched.
#[derive(Clone, Debug, Default)]
pub struct DocumentQueue {
    /// Sorted by number, highest first. They arrive in this order, so each is appended.
    known: Vec<FetchedDocument>,
    /// The files that were requested.
    pending: Option<PendingFiles>,
    /// The pull requests to request after it, each with its last change; the next is the last element.
    queue: Vec<(u32, Time)>,
    failed: usize,
    /// The pull requests whose files brought no document, each with its last change. They are requested again only
    /// after another change.
    given_up: Vec<(u32, Time)>,
}

/// The files of a pull request that is being fetched.
#[derive(Clone, Debug)]
struct PendingFiles {
    number: u32,
    /// The pull request's last change that was known when the first page was requested.
    read_after: Time,
    /// URL of the pending page; `None` for the first one.
    page: Option<String>,
    /// The files of the pages that have arrived.
    files: Vec<Value>,
    loaded_pages: usize,
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

    /// Counts a document as failed, and does not request it again before another change of the pull request.
    fn give_up(&mut self, number: u32, read_after: Time) {
        self.failed += 1;
        self.given_up.retain(|(known, _)| *known != number);
        self.given_up.push((number, read_after));
    }

    fn is_pending(&self, number: u32) -> bool {
        self.pending.as_ref().is_some_and(|pending| pending.number == number)
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
    /// Queues the documents that the live list lacks, apart from those that were given up. Waits for the whole list,
    /// and for the snapshot, which may have some of them.
    pub(super) fn request_documents(&mut self) {
        let Some(shown) = self.state.shown.as_ref().filter(|shown| shown.source == Source::Live) else {
            return;
        };
        if self.state.list_request.is_some() || self.state.snapshot == Fetch::Pending {
            return;
        }
        let documents = &self.state.documents;
        let (mut queue, mut failed) = (Vec::new(), 0);
        for listed in shown.listed.iter().rev() {
            let is_open = listed.status.stage() != Stage::Closed;
            if let Some(updated_at) = listed.updated_at
                && is_open
                && !documents.is_current(listed)
                && !documents.is_pending(listed.number)
            {
                let next = (listed.number, updated_at);
                if documents.given_up.contains(&next) {
                    failed += 1;
                } else {
                    queue.push(next);
                }
            }
        }
        self.state.documents.queue = queue;
        self.state.documents.failed = failed;
        self.request_next_document();
    }

    fn request_next_document(&mut self) {
        if self.state.documents.pending.is_some() {
            return;
        }
        if self.state.rate_limit_end().is_some() || self.state.is_reserve_reached() {
            return self.abandon_documents();
        }
        let Some((number, read_after)) = self.state.documents.queue.pop() else { return };
        let pending = PendingFiles { number, read_after, page: None, files: Vec::new(), loaded_pages: 0 };
        self.state.documents.pending = Some(pending);
        self.send(Request::Files(number));
    }

    /// Empties the queue, and counts what was in it as failed.
    fn abandon_documents(&mut self) {
        let documents = &mut self.state.documents;
        documents.failed += documents.queue.len();
        documents.queue.clear();
    }

    /// Handles a page of the files of a pull request. A response that is not pending is ignored.
    pub(super) fn on_files(
        &mut self,
        number: u32,
        page: Option<String>,
        result: Result<Response, TransportError>,
    ) {
        let is_pending = |pending: &mut PendingFiles| pending.number == number && pending.page == page;
        let Some(mut pending) = self.state.documents.pending.take_if(is_pending) else { return };
        let decoded = self.check_response(result).and_then(|response| {
            let files = github::parse_list(&response.body).map_err(|_| FeedError::InvalidResponse)?;
            Ok((files, Links::parse(response.link.as_deref().unwrap_or_default()).next))
        });
        match decoded {
            Ok((files, next)) => {
                pending.files.extend(files);
                pending.loaded_pages += 1;
                match next.filter(|_| !github::has_document(&pending.files)) {
                    None => {
                        let document = github::parse_files(&pending.files);
                        self.add_document(number, pending.read_after, document);
                    }
                    Some(url) if self.may_request_page(&url, &pending) => {
                        pending.page = Some(url.clone());
                        self.state.documents.pending = Some(pending);
                        return self.send(Request::MoreFiles(number, url));
                    }
                    // The document may be among the files that are not read.
                    Some(_) if self.state.is_reserve_reached() => self.state.documents.failed += 1,
                    Some(_) => self.state.documents.give_up(number, pending.read_after),
                }
            }
            Err(error) if error.affects_all_requests() => {
                self.state.documents.failed += 1;
                return self.abandon_documents();
            }
            Err(error) if self.retry_at(error).is_none() => {
                self.state.documents.give_up(number, pending.read_after);
            }
            Err(_) => self.state.documents.failed += 1,
        }
        self.request_next_document();
    }

    /// True if another page of files may be requested: of the same API, and within the limits.
    fn may_request_page(&self, url: &str, pending: &PendingFiles) -> bool {
        self.config.repository.is_api_url(url)
            && pending.loaded_pages < MAX_FILE_PAGES
            && !self.state.is_reserve_reached()
    }

    fn add_document(&mut self, number: u32, read_after: Time, document: Document) {
        let Some(shown) = self.state.shown.as_ref() else { return };
        let Some(at) = index_of(&shown.listed, number) else { return };
        let Some(listed) = shown.listed.get(at).map(Arc::clone) else { return };
        self.state.documents.insert(FetchedDocument { number, read_after, document });
        self.state.dirty = true;
        let known = self.state.with_known(&listed);
        if let Some(proposal) = self.state.shown.as_mut().and_then(|shown| shown.proposals.get_mut(at)) {
            *proposal = known;
        }
    }
}
