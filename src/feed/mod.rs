//! Which source is on the screen, how fresh it is, what is in its way and what to ask next.
//!
//! [`next`] is a pure function: every event comes in with its time, every deed goes out as an
//! [`Effect`].

mod documents;
mod listing;
mod trouble;

use std::sync::Arc;

pub use documents::Documents;
use listing::Listing;
pub use listing::Progress;
pub use trouble::{Reply, Silence, Trouble};

use crate::github::{self, Problem, Repository, Scope};
use crate::proposal::{Proposal, Time};

/// Where the proposals on the screen come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// GitHub, just now or a while ago.
    Live,
    /// A file that the site made earlier.
    Snapshot,
}

impl Source {
    /// The word for it in attributes.
    pub fn word(self) -> &'static str {
        match self {
            Source::Live => "live",
            Source::Snapshot => "snapshot",
        }
    }
}

/// The proposals on the screen, and what is known about them as a whole.
#[derive(Clone, Debug, PartialEq)]
pub struct Shown {
    /// In the order of the source.
    pub proposals: Vec<Arc<Proposal>>,
    /// Where they come from.
    pub source: Source,
    /// When the source said so.
    pub as_of: Time,
    /// Which proposals the source was asked for.
    pub scope: Scope,
    /// What the source sent and could not be read.
    pub problems: Vec<Problem>,
    /// Whether the source had more than was read: pages that failed, are on their way, or are
    /// beyond the limit of ten.
    pub incomplete: bool,
}

/// Everything about the data, from the first request on.
#[derive(Clone, Debug, Default)]
pub struct State {
    /// What is on the screen, if anything is.
    pub shown: Option<Shown>,
    /// Why it is not what GitHub would say now.
    pub trouble: Option<Trouble>,
    /// What the documents add, and which are still to be read.
    pub documents: Documents,
    listing: Option<Listing>,
    awaiting_snapshot: bool,
    /// Requests left in this hour, if GitHub said so.
    remaining: Option<u32>,
}

impl State {
    /// How far the list has come while it is being asked for.
    pub fn progress(&self) -> Option<Progress> {
        self.listing.as_ref().map(Listing::progress)
    }

    /// Whether anything may still come that would be shown.
    pub fn is_waiting(&self) -> bool {
        self.listing.is_some() || self.awaiting_snapshot
    }
}

/// What is asked for over the network.
#[derive(Clone, Debug, PartialEq)]
pub enum Request {
    /// A page of the list, by its address.
    List(String),
    /// The files of a pull request.
    Files(u32),
    /// The snapshot, if the host has one.
    Snapshot,
}

/// What happened.
#[derive(Clone, Debug)]
pub enum Event {
    /// The reader came, or came to want more: these proposals are to be shown.
    Wanted(Scope),
    /// The reader asks to try again, or the time for it has come.
    Retried(Scope),
    /// A request was answered, or was not.
    Answered(Request, Reply),
}

/// What is to be done.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Send a request, and tell of it with [`Event::Answered`].
    Send(Request),
    /// Send [`Event::Retried`] at that time.
    RetryAt(Time),
    /// Tell whoever looks into it which items could not be read.
    Report(Vec<Problem>),
    /// Tell whoever looks into it why the host's snapshot is of no use.
    ReportSnapshot(String),
}

/// What the feed knows of its surroundings. Never changes.
#[derive(Clone, Debug)]
pub struct Origin {
    /// Whose proposals.
    pub repository: Repository,
    /// Whether the host has a snapshot.
    pub has_snapshot: bool,
}

/// The state after `event`, and what is to be done about it.
pub fn next(state: State, event: Event, origin: &Origin, now: Time) -> (State, Vec<Effect>) {
    let mut feed = Feed { state, effects: Vec::new(), origin, now };
    match event {
        Event::Wanted(scope) => feed.want(scope),
        Event::Retried(scope) => feed.retry(scope),
        Event::Answered(Request::List(url), reply) => feed.page(&url, reply),
        Event::Answered(Request::Files(number), reply) => feed.files(number, reply),
        Event::Answered(Request::Snapshot, reply) => feed.snapshot(reply),
    }
    (feed.state, feed.effects)
}

/// A state on its way to the next.
struct Feed<'a> {
    state: State,
    effects: Vec<Effect>,
    origin: &'a Origin,
    now: Time,
}

impl Feed<'_> {
    fn send(&mut self, request: Request) {
        self.effects.push(Effect::Send(request));
    }

    fn want(&mut self, scope: Scope) {
        let known = self.state.shown.as_ref().filter(|shown| shown.source == Source::Live);
        let asked = self.state.listing.as_ref().map(|listing| listing.scope);
        if known.map(|shown| shown.scope).max(asked) >= Some(scope) {
            return;
        }
        let first = self.state.shown.is_none() && asked.is_none();
        if first && self.origin.has_snapshot && !self.state.awaiting_snapshot {
            self.state.awaiting_snapshot = true;
            self.send(Request::Snapshot);
        }
        if !self.state.trouble.is_some_and(|trouble| trouble.forbids_asking(self.now)) {
            self.ask_list(scope);
        }
    }

    fn retry(&mut self, scope: Scope) {
        let early = self.state.trouble.is_some_and(|trouble| trouble.forbids_asking(self.now));
        if self.state.listing.is_none() && !early {
            self.ask_list(scope);
        }
    }

    fn snapshot(&mut self, reply: Reply) {
        self.state.awaiting_snapshot = false;
        let snapshot = match trouble::accepted(reply, self.now) {
            Ok(answer) => github::snapshot(&answer.text, &self.origin.repository.name),
            Err(trouble) => Err(github::Malformed(trouble.word().to_owned())),
        };
        let snapshot = match snapshot {
            Ok(snapshot) => snapshot,
            Err(github::Malformed(reason)) => {
                self.effects.push(Effect::ReportSnapshot(reason));
                return self.read_documents();
            }
        };
        let updated: Vec<_> = snapshot.proposals.iter().map(|p| (p.number, p.updated_at)).collect();
        self.state.documents.learn(snapshot.documents, &updated);
        match self.state.shown.take() {
            None => self.show(Shown {
                proposals: snapshot.proposals.into_iter().map(Arc::new).collect(),
                source: Source::Snapshot,
                as_of: snapshot.made_at,
                scope: Scope::All,
                problems: snapshot.problems,
                incomplete: false,
            }),
            Some(mut shown) => {
                self.add_documents(&mut shown);
                self.state.shown = Some(shown);
                self.read_documents();
            }
        }
    }

    /// Puts proposals on the screen, with what is known of their documents.
    fn show(&mut self, mut shown: Shown) {
        if !shown.problems.is_empty() {
            self.effects.push(Effect::Report(shown.problems.clone()));
        }
        self.add_documents(&mut shown);
        self.state.shown = Some(shown);
    }

    fn add_documents(&self, shown: &mut Shown) {
        for proposal in &mut shown.proposals {
            if let Some(document) = self.state.documents.of(proposal) {
                *proposal = Arc::new(Proposal::clone(proposal).with_document(document));
            }
        }
    }
}

#[cfg(test)]
mod tests;
