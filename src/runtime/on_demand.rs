//! Requests for what one proposal's view shows beside the list, sent when a visitor asks for it.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use serde_json::Value;

use super::feed_handle::FeedHandle;
use crate::browser::http::{Fetch, REQUEST_TIMEOUT_MS};
use crate::feed::{FeedError, TransportError};
use crate::github::{self, Links, Response};

/// The requests for what a visitor has opened, until something else is opened.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Run(u32);

/// Requests of one kind, for one proposal at a time. Dropping it aborts what is under way.
pub struct OnDemandRequests {
    feed: Rc<FeedHandle>,
    /// What was begun last.
    current: Cell<Run>,
    pending: RefCell<Option<Fetch>>,
}

impl OnDemandRequests {
    /// Returns requests that obey the rate limit as `feed` knows it.
    pub fn new(feed: Rc<FeedHandle>) -> Self {
        OnDemandRequests { feed, current: Cell::default(), pending: RefCell::default() }
    }

    /// Begins anew. What is under way is aborted.
    pub fn begin(&self) -> Run {
        let Run(last) = self.current.get();
        let run = Run(last.wrapping_add(1));
        self.current.set(run);
        self.pending.take();
        run
    }

    /// True if nothing was begun after `run`.
    pub fn is_current(&self, run: Run) -> bool {
        self.current.get() == run
    }

    /// Requests a URL for a proposal, as this media type or as GitHub's default. Returns `None` once another run was begun.
    pub async fn get(
        &self,
        run: Run,
        url: String,
        media_type: Option<&str>,
    ) -> Option<Result<Response, FeedError>> {
        if let Some(until) = self.feed.rate_limit_end() {
            return (self.is_current(run)).then_some(Err(FeedError::RateLimited(until)));
        }
        let result = self.send(run, url, media_type).await?;
        Some(self.feed.check_response(result))
    }

    /// Requests a file of the site itself, whatever GitHub's rate limit. `Some(None)` if there is no such file. Returns `None`
    /// once another run was begun.
    pub async fn get_site_file(&self, run: Run, url: String) -> Option<Option<String>> {
        let response = self.send(run, url, None).await?;
        Some(response.ok().filter(|response| response.status == 200).map(|response| response.body))
    }

    async fn send(
        &self,
        run: Run,
        url: String,
        media_type: Option<&str>,
    ) -> Option<Result<Response, TransportError>> {
        if !self.is_current(run) {
            return None;
        }
        let fetch = Fetch::new(REQUEST_TIMEOUT_MS);
        let response = fetch.as_ref().map(|fetch| fetch.get_as(url, media_type));
        self.pending.replace(fetch);
        match response {
            Some(response) => response.await,
            None => Some(Err(TransportError::Unreachable)),
        }
    }

    /// Requests a list, page after page: `pages` at most, and further ones only of the same API and while enough
    /// requests are left. Returns `None` once another run was begun.
    pub async fn get_list(
        &self,
        run: Run,
        url: String,
        pages: usize,
    ) -> Option<Result<Vec<Value>, FeedError>> {
        let mut items = Vec::new();
        let mut next = Some(url);
        for _ in 0..pages {
            let Some(url) = next.take() else { break };
            let page = self.get(run, url, None).await?.and_then(|response| {
                let items = github::parse_list(&response.body).map_err(|_| FeedError::InvalidResponse)?;
                Ok((items, Links::parse(response.link.as_deref().unwrap_or_default()).next))
            });
            match page {
                Ok((more, link)) => {
                    items.extend(more);
                    next = link.filter(|url| self.feed.may_request_page(url));
                }
                Err(error) => return Some(Err(error)),
            }
        }
        Some(Ok(items))
    }
}
