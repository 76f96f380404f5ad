//! Requests for what one proposal's view shows beside the list, sent when a visitor asks for it.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use serde_json::Value;

use super::feed_handle::FeedHandle;
use crate::browser::http::{Fetch, REQUEST_TIMEOUT_MS};
use crate::feed::{FeedError, TransportError};
use crate::github::{self, Links, Response};

/// Requests of one kind, for one proposal at a time. Dropping it aborts what is under way.
pub struct OnDemandRequests {
    feed: Rc<FeedHandle>,
    /// The proposal that was asked for last.
    number: Cell<u32>,
    pending: RefCell<Option<Fetch>>,
}

impl OnDemandRequests {
    /// Returns requests that obey the rate limit as `feed` knows it.
    pub fn new(feed: Rc<FeedHandle>) -> Self {
        OnDemandRequests { feed, number: Cell::new(0), pending: RefCell::default() }
    }

    /// Begins anew for a proposal. What is under way for another one is aborted.
    pub fn begin(&self, number: u32) {
        self.number.set(number);
        self.pending.take();
    }

    /// Requests a URL for a proposal, as this media type or as GitHub's default. Returns `None` once another one was begun.
    pub async fn get(
        &self,
        number: u32,
        url: String,
        media_type: Option<&str>,
    ) -> Option<Result<Response, FeedError>> {
        if let Some(until) = self.feed.rate_limit_end() {
            return (number == self.number.get()).then_some(Err(FeedError::RateLimited(until)));
        }
        let result = self.send(number, url, media_type).await?;
        Some(self.feed.check_response(result))
    }

    /// Requests a file of the site itself, whatever GitHub's rate limit. `Some(None)` if there is no such file. Returns `None`
    /// once another proposal was begun.
    pub async fn get_site_file(&self, number: u32, url: String) -> Option<Option<String>> {
        let response = self.send(number, url, None).await?;
        Some(response.ok().filter(|response| response.status == 200).map(|response| response.body))
    }

    async fn send(
        &self,
        number: u32,
        url: String,
        media_type: Option<&str>,
    ) -> Option<Result<Response, TransportError>> {
        if number != self.number.get() {
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
    /// requests are left. Returns `None` once another proposal was begun.
    pub async fn get_list(
        &self,
        number: u32,
        url: String,
        pages: usize,
    ) -> Option<Result<Vec<Value>, FeedError>> {
        let mut items = Vec::new();
        let mut next = Some(url);
        for _ in 0..pages {
            let Some(url) = next.take() else { break };
            let page = self.get(number, url, None).await?.and_then(|response| {
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
