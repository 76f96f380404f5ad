//! The list, page after page.

use std::sync::Arc;

use super::{Effect, Feed, Reply, Request, Shown, Source, Trouble, Turn, in_order};
use crate::github::{self, Links, Problem, Scope};
use crate::proposal::{Proposal, Time};

/// No more pages than these are read: a reader wants a view, not an archive.
const MOST_PAGES: u32 = 10;

/// A list that is being asked for.
#[derive(Clone, Debug)]
pub(super) struct Listing {
    pub(super) scope: Scope,
    /// The address of the page that is awaited. An answer from another one is out of date.
    pub(super) awaited: String,
    /// Of when the screen was when it was asked for.
    pub(super) before: Option<Time>,
    /// How many pages have come.
    pages: u32,
    /// How many there are, as far as GitHub said.
    of: Option<u32>,
    proposals: Vec<Arc<Proposal>>,
    problems: Vec<Problem>,
}

/// How far a list has come.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Progress {
    /// How many pages have come.
    pub pages: u32,
    /// How many there are; 1 until GitHub says otherwise.
    pub of: u32,
}

impl Listing {
    pub(super) fn progress(&self) -> Progress {
        Progress { pages: self.pages, of: self.of.unwrap_or(1).max(self.pages) }
    }

    /// Takes in a page. An item that moved from one page to the next while they were read counts once.
    fn add(&mut self, proposals: Vec<Proposal>, problems: Vec<Problem>, links: &Links) {
        self.proposals = in_order(proposals, std::mem::take(&mut self.proposals));
        self.problems.extend(problems);
        self.pages += 1;
        let page_of =
            |url: &str| url.split(['?', '&']).find_map(|pair| pair.strip_prefix("page="))?.parse().ok();
        self.of = links.last.as_deref().and_then(page_of).or(self.of);
    }
}

impl Feed<'_> {
    /// Asks for the list once it is this tab's turn.
    pub(super) fn ask_list(&mut self, scope: Scope) {
        let url = self.origin.repository.list(scope);
        self.state.listing = Some(Listing {
            scope,
            awaited: url.clone(),
            before: self.state.shown.as_ref().map(|shown| shown.as_of),
            pages: 0,
            of: None,
            proposals: Vec::new(),
            problems: Vec::new(),
        });
        self.state.news = 0;
        match self.state.turn {
            Turn::Ended => {
                self.state.turn = Turn::Awaited;
                self.effects.push(Effect::TakeTurn);
            }
            Turn::Awaited => {}
            Turn::Held => self.send(Request::List(url)),
        }
    }

    pub(super) fn page(&mut self, url: &str, reply: Reply) {
        let Some(mut listing) = self.state.listing.take_if(|listing| listing.awaited == url) else {
            return;
        };
        let read = self.accept(reply).and_then(|answer| {
            let items = github::proposals(&answer.body).map_err(|_| Trouble::Malformed)?;
            Ok((Links::read(answer.link.as_deref().unwrap_or_default()), items))
        });
        let (links, (proposals, problems)) = match read {
            Ok(read) => read,
            Err(trouble) => return self.fail(trouble),
        };
        self.report(&problems);
        if proposals.is_empty() && !problems.is_empty() {
            return self.fail(Trouble::Malformed);
        }
        listing.add(proposals, problems, &links);
        let incomplete = links.next.is_some();
        let api = format!("{}/", self.origin.repository.api);
        // Wherever a link points, only the same API is asked.
        let next = links.next.filter(|url| url.starts_with(&api) && listing.pages < MOST_PAGES);
        // What is complete on the screen is not exchanged for the beginning of a list.
        if next.is_none() || self.state.shown.as_ref().is_none_or(|shown| shown.incomplete) {
            self.show(Shown {
                proposals: Vec::new(),
                listed: listing.proposals.clone(),
                source: Source::Live,
                as_of: self.state.now,
                scope: listing.scope,
                problems: listing.problems.clone(),
                incomplete,
            });
        }
        match next {
            Some(url) => {
                listing.awaited.clone_from(&url);
                self.state.listing = Some(listing);
                self.send(Request::List(url));
            }
            None => {
                self.succeed(self.state.now);
                self.save();
                self.read_documents();
            }
        }
    }
}
