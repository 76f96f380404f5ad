//! The live list, page after page.

use std::sync::Arc;

use super::lock::LockState;
use super::transition::{Transition, merge_sorted};
use super::{Dataset, Effect, FeedError, Request, Source};
use crate::github::{self, Links, Response, Scope, SkippedItem, TransportError};
use crate::proposal::{Proposal, Time};

/// Pages requested at most. A longer list is shown as incomplete.
const MAX_PAGES: u32 = 10;

/// A list that is being requested.
#[derive(Clone, Debug)]
pub(super) struct ListRequest {
    pub(super) scope: Scope,
    /// URL of the pending page. Responses from other URLs are ignored.
    pub(super) pending_url: String,
    /// `as_of` of the shown dataset when the request started.
    pub(super) shown_as_of: Option<Time>,
    loaded_pages: u32,
    /// As of the `Link` header's `last`.
    total_pages: Option<u32>,
    proposals: Vec<Arc<Proposal>>,
    problems: Vec<SkippedItem>,
}

/// How much of a list has arrived.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Progress {
    /// Pages that have arrived.
    pub loaded_pages: u32,
    /// All pages; 1 until GitHub says otherwise.
    pub total_pages: u32,
}

impl ListRequest {
    pub(super) fn progress(&self) -> Progress {
        Progress {
            loaded_pages: self.loaded_pages,
            total_pages: self.total_pages.unwrap_or(1).max(self.loaded_pages),
        }
    }

    /// Adds a page. An item that moved to the next page meanwhile counts once.
    fn add(&mut self, proposals: Vec<Proposal>, problems: Vec<SkippedItem>, links: &Links) {
        self.proposals = merge_sorted(proposals, std::mem::take(&mut self.proposals));
        self.problems.extend(problems);
        self.loaded_pages += 1;
        let page_of =
            |url: &str| url.split(['?', '&']).find_map(|pair| pair.strip_prefix("page="))?.parse().ok();
        self.total_pages = links.last.as_deref().and_then(page_of).or(self.total_pages);
    }
}

impl Transition<'_> {
    /// Requests the first page of the list, as soon as this tab holds the lock.
    pub(super) fn request_list(&mut self, scope: Scope) {
        let url = self.config.repository.issues_url(scope);
        self.state.list_request = Some(ListRequest {
            scope,
            pending_url: url.clone(),
            shown_as_of: self.state.shown.as_ref().map(|shown| shown.as_of),
            loaded_pages: 0,
            total_pages: None,
            proposals: Vec::new(),
            problems: Vec::new(),
        });
        self.state.changed_count = 0;
        match self.state.lock {
            LockState::Idle => {
                self.state.lock = LockState::Requested;
                self.effects.push(Effect::AcquireLock);
            }
            LockState::Requested => {}
            LockState::Held => self.send(Request::List(url)),
        }
    }

    /// Handles a response that an earlier page has had: it is as old as the saved copy. Keeps that while it is fresh, and
    /// requests the list again otherwise.
    pub(super) fn on_repeated_page(&mut self, url: &str) {
        let Some(request) = self.state.list_request.take_if(|request| request.pending_url == url) else {
            return;
        };
        match self.state.shown.as_ref().map(|shown| shown.as_of) {
            Some(as_of) if self.is_fresh() && self.state.covers_scope(request.scope) => {
                self.on_success(as_of)
            }
            _ => {
                self.state.list_request = Some(request);
                self.send(Request::List(url.to_owned()));
            }
        }
    }

    /// Handles a page of the list.
    pub(super) fn on_page(&mut self, url: &str, result: Result<Response, TransportError>) {
        let Some(mut request) = self.state.list_request.take_if(|request| request.pending_url == url) else {
            return;
        };
        let decoded = self.check_response(result).and_then(|response| {
            let items = github::parse_list(&response.body).map_err(|_| FeedError::InvalidResponse)?;
            Ok((Links::parse(response.link.as_deref().unwrap_or_default()), items))
        });
        let (links, items) = match decoded {
            Ok(decoded) => decoded,
            Err(error) => return self.on_error(error),
        };
        let (proposals, problems) = github::parse_issues(&items);
        self.warn_skipped(&problems);
        if proposals.is_empty() && !problems.is_empty() {
            return self.on_error(FeedError::InvalidResponse);
        }
        request.add(proposals, problems, &links);
        let incomplete = links.next.is_some();
        // A link to another host is not followed.
        let repository = &self.config.repository;
        let next = links.next.filter(|url| repository.is_api_url(url) && request.loaded_pages < MAX_PAGES);
        // The first pages of a list do not replace a complete one.
        if next.is_none() || self.state.shown.as_ref().is_none_or(|shown| shown.incomplete) {
            self.show(Dataset {
                proposals: Vec::new(),
                listed: request.proposals.clone(),
                source: Source::Live,
                as_of: self.state.now,
                scope: request.scope,
                problems: request.problems.clone(),
                incomplete,
            });
        }
        match next {
            Some(url) => {
                request.pending_url.clone_from(&url);
                self.state.list_request = Some(request);
                self.send(Request::List(url));
            }
            None => {
                self.on_success(self.state.now);
                self.save();
                self.request_documents();
            }
        }
    }
}
