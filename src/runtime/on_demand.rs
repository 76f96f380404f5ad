//! Requests for what one proposal's view shows beside the list, sent when a visitor asks for it.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use serde_json::Value;

use super::feed_handle::FeedHandle;
use crate::browser::http::{Fetch, REQUEST_TIMEOUT_MS};
use crate::feed::{FeedError, TransportError};
use crate::github::{self, Links, Response};

/// Tells the requests for what a visitor has opened from those for what was opened before.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Generation(u32);

/// Requests of one kind, for one proposal at a time. Dropping it aborts what is under way.
pub struct OnDemandRequests {
    feed: Rc<FeedHandle>,
    /// What was begun last.
    current: Cell<Generation>,
    pending: RefCell<Option<Fetch>>,
}

impl OnDemandRequests {
    /// Returns requests that obey the rate limit as `feed` knows it.
    pub fn new(feed: Rc<FeedHandle>) -> Self {
        OnDemandRequests { feed, current: Cell::default(), pending: RefCell::default() }
    }

    /// Begins anew. What is under way is aborted.
    pub fn begin(&self) -> Generation {
        let Generation(last) = self.current.get();
        let generation = Generation(last.wrapping_add(1));
        self.current.set(generation);
        self.pending.take();
        generation
    }

    /// True if nothing was begun after `generation`.
    pub fn is_current(&self, generation: Generation) -> bool {
        self.current.get() == generation
    }

    /// Requests a URL for a proposal, as this media type or as GitHub's default. Returns `None` once another generation has begun.
    pub async fn get(
        &self,
        generation: Generation,
        url: String,
        media_type: Option<&str>,
    ) -> Option<Result<Response, FeedError>> {
        if let Some(until) = self.feed.rate_limit_end() {
            return self.is_current(generation).then_some(Err(FeedError::RateLimited(until)));
        }
        let result = self.send(generation, url, media_type).await?;
        Some(self.feed.check_response(result))
    }

    /// Requests a file of the site itself, whatever GitHub's rate limit. `Some(None)` if there is no such file. Returns `None`
    /// once another generation has begun.
    pub async fn get_site_file(&self, generation: Generation, url: String) -> Option<Option<String>> {
        let response = self.send(generation, url, None).await?;
        Some(response.ok().filter(|response| response.status == 200).map(|response| response.body))
    }

    async fn send(
        &self,
        generation: Generation,
        url: String,
        media_type: Option<&str>,
    ) -> Option<Result<Response, TransportError>> {
        if !self.is_current(generation) {
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
    /// requests are left. Returns `None` once another generation has begun.
    pub async fn get_list(
        &self,
        generation: Generation,
        url: String,
        pages: usize,
    ) -> Option<Result<Vec<Value>, FeedError>> {
        let mut items = Vec::new();
        let mut next = Some(url);
        for _ in 0..pages {
            let Some(url) = next.take() else { break };
            let page = self.get(generation, url, None).await?.and_then(|response| {
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
