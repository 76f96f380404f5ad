//! Which source is on the screen, how fresh it is, what is in its way and what to ask next.
//!
//! [`next`] is a pure function: every event comes in with its time, every deed goes out as an
//! [`Effect`].

mod copies;
mod documents;
mod listing;
mod schedule;
mod trouble;

use std::sync::Arc;

pub use documents::Documents;
use listing::Listing;
pub use listing::Progress;
use schedule::Schedule;
pub use trouble::{Reply, Silence, Trouble};

use crate::github::{self, Problem, Repository, Scope, Snapshot};
use crate::json::Value;
use crate::proposal::{Proposal, Time};

/// Where the proposals on the screen come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// GitHub, just now or a while ago.
    Live,
    /// What was live in this browser earlier.
    Saved,
    /// A file that the site made earlier.
    Snapshot,
}

impl Source {
    /// The word for it in attributes.
    pub fn word(self) -> &'static str {
        match self {
            Source::Live => "live",
            Source::Saved => "saved",
            Source::Snapshot => "snapshot",
        }
    }
}

/// The proposals on the screen, and what is known about them as a whole.
#[derive(Clone, Debug, PartialEq)]
pub struct Shown {
    /// The highest number first, with what is known of their documents.
    pub proposals: Vec<Arc<Proposal>>,
    /// The same without their documents.
    listed: Vec<Arc<Proposal>>,
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
    /// An older copy that holds more proposals than what is on the screen, or the other way round.
    aside: Option<Shown>,
    /// Why it is not what GitHub would say now.
    pub trouble: Option<Trouble>,
    /// When something happened last, if only that a minute passed.
    pub now: Time,
    /// How many proposals the last exchange of what is on the screen added, changed or took away.
    pub news: usize,
    /// What the documents add, and which are still to be read.
    pub documents: Documents,
    /// When GitHub is asked by itself.
    schedule: Schedule,
    listing: Option<Listing>,
    turn: Turn,
    /// Which proposals are to be shown.
    wanted: Scope,
    /// Whether the answer is on its way without being asked for.
    preloaded: bool,
    awaiting_snapshot: bool,
    asked_snapshot: bool,
    /// Requests left in this hour, if GitHub said so.
    remaining: Option<u32>,
    /// Until when GitHub asked not to be asked, whatever the request was.
    limited_until: Option<Time>,
    /// Whether documents were read that the saved copy lacks.
    unsaved: bool,
}

/// Tabs ask GitHub one after the other, so that the second finds what the first has saved.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
enum Turn {
    #[default]
    Ended,
    Awaited,
    Held,
}

impl State {
    /// How far the list has come while it is being asked for.
    pub fn progress(&self) -> Option<Progress> {
        self.listing.as_ref().map(Listing::progress)
    }

    /// Whether the screen holds the proposals that are wanted.
    pub fn covers(&self, scope: Scope) -> bool {
        self.shown.as_ref().is_some_and(|shown| shown.scope >= scope)
    }

    /// Whether anything may still come that would be shown.
    pub fn is_waiting(&self) -> bool {
        let has_begun = self.trouble.is_some() || self.covers(self.wanted);
        self.listing.is_some() || self.awaiting_snapshot || !has_begun
    }

    /// When GitHub is asked next by itself, if it is.
    pub fn next_try(&self) -> Option<Time> {
        self.schedule.due
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
    /// What the browser kept from an earlier visit, or another tab has just saved.
    Recalled(Value),
    /// The page asks GitHub for the list before anything else does, so its answer costs nothing more.
    Preloaded,
    /// The reader came, or came to want more: these proposals are to be shown.
    Wanted(Scope),
    /// The reader asks to try again.
    Retried,
    /// The time of [`Effect::WakeAt`] has come.
    Woke,
    /// A minute passed.
    Ticked,
    /// The page came into sight, or went out of it.
    Seen(bool),
    /// The browser has lost its connection.
    Offline,
    /// The browser has a connection again.
    Online,
    /// No other tab asks GitHub now. With what the browser keeps.
    TurnCame(Option<Value>),
    /// A request was answered, or was not.
    Answered(Request, Reply),
}

/// What is to be done.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Send a request, and tell of it with [`Event::Answered`]. One of the same kind that is not answered
    /// yet is of no use any more.
    Send(Request),
    /// Send [`Event::Woke`] at that time, and at no other.
    WakeAt(Time),
    /// Wait until no other tab asks GitHub, and send [`Event::TurnCame`].
    TakeTurn,
    /// Let other tabs ask.
    EndTurn,
    /// Keep this for the next visit.
    Save(Box<Snapshot>),
    /// Tell whoever looks into it which items of a page could not be read.
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
    let mut feed = Feed { state: State { now, ..state }, effects: Vec::new(), origin };
    match event {
        Event::Recalled(copy) => feed.recall(&copy),
        Event::Preloaded => feed.state.preloaded = true,
        Event::Wanted(scope) => feed.want(scope),
        Event::Retried => feed.retry(),
        Event::Woke => feed.wake(),
        Event::Ticked => {}
        Event::Seen(seen) => feed.see(seen),
        Event::Offline => feed.go_offline(),
        Event::Online => feed.come_online(),
        Event::TurnCame(copy) => feed.take_turn(copy),
        Event::Answered(Request::List(url), reply) => feed.page(&url, reply),
        Event::Answered(Request::Files(number), reply) => feed.files(number, reply),
        Event::Answered(Request::Snapshot, reply) => feed.snapshot(reply),
    }
    feed.end_turn();
    (feed.state, feed.effects)
}

/// A state on its way to the next.
struct Feed<'a> {
    state: State,
    effects: Vec<Effect>,
    origin: &'a Origin,
}

impl Feed<'_> {
    fn send(&mut self, request: Request) {
        self.effects.push(Effect::Send(request));
    }

    fn want(&mut self, scope: Scope) {
        self.state.wanted = scope;
        let preloaded = std::mem::take(&mut self.state.preloaded);
        let covered = self.state.covers(scope);
        if self.state.shown.is_none() {
            self.ask_snapshot();
        }
        if self.worth(self.state.aside.as_ref()) > self.worth(self.state.shown.as_ref())
            && let (Some(better), Some(shown)) = (self.state.aside.take(), self.state.shown.take())
        {
            self.show(better);
            self.state.aside = Some(shown);
        }
        let is_enough = match &self.state.listing {
            Some(listing) => listing.scope >= scope,
            // What is there is fresh, or the next try has its time.
            None => {
                let has_time = self.is_young() || self.state.schedule.due.is_some();
                covered && has_time && !preloaded
            }
        };
        if is_enough {
            return;
        }
        if self.state.schedule.hidden {
            self.state.schedule.due = Some(self.state.now);
        } else if self.may_ask() {
            self.ask_list(scope);
        }
    }

    fn retry(&mut self) {
        if self.state.listing.is_none() && self.may_ask() {
            self.ask_list(self.state.wanted);
        }
    }

    /// Until when GitHub asks not to be asked, if it does. Longer than an hour it never does: then the
    /// clock has been set.
    fn limit(&self) -> Option<Time> {
        let is_near = |until: &Time| self.state.now < *until && *until <= schedule::latest(self.state.now);
        self.state.limited_until.filter(is_near)
    }

    /// Whether GitHub's limit allows a request. If not, that is what stands in the way.
    fn may_ask(&mut self) -> bool {
        let Some(until) = self.limit() else { return true };
        let trouble = Trouble::RateLimited(until);
        if self.state.trouble != Some(trouble) {
            self.fail(trouble);
        }
        false
    }

    /// GitHub's answer, or the trouble. Either may tell what is left of the limit.
    fn accept(&mut self, reply: Reply) -> Result<github::Answer, Trouble> {
        if let Ok(answer) = &reply {
            self.state.remaining = answer.remaining.or(self.state.remaining);
        }
        let accepted = trouble::accepted(reply, self.state.now);
        if let Err(Trouble::RateLimited(until)) = accepted {
            self.state.limited_until = Some(until);
        }
        accepted
    }

    /// What is better to show: what holds all that is wanted, then what is younger. A time to come is one of a
    /// wrong clock.
    fn worth(&self, shown: Option<&Shown>) -> Option<(bool, Option<Time>)> {
        let Shown { scope, as_of, .. } = shown?;
        Some((*scope >= self.state.wanted, Some(*as_of).filter(|as_of| *as_of <= self.state.now)))
    }

    /// Puts proposals on the screen, with what is known of their documents. What was there before is put
    /// aside, where it holds more.
    fn show(&mut self, mut shown: Shown) {
        let documents = &self.state.documents;
        shown.proposals = shown.listed.iter().map(|listed| documents.added_to(listed)).collect();
        let before = self.state.shown.as_ref();
        let comparable = before.filter(|before| before.scope == shown.scope && !shown.incomplete);
        self.state.news = comparable.map_or(0, |before| differences(&before.listed, &shown.listed));
        let scope = shown.scope;
        let before = self.state.shown.replace(shown);
        if before.as_ref().is_some_and(|before| before.scope > scope) {
            self.state.aside = before;
        }
    }

    fn report(&mut self, problems: &[Problem]) {
        if !problems.is_empty() {
            self.effects.push(Effect::Report(problems.to_vec()));
        }
    }
}

/// Where the proposal of this number is in a list that is in order.
fn at(listed: &[Arc<Proposal>], number: u32) -> Option<usize> {
    listed.binary_search_by(|listed| number.cmp(&listed.number)).ok()
}

/// How many proposals of either list the other has not, or not as they are.
fn differences(before: &[Arc<Proposal>], after: &[Arc<Proposal>]) -> usize {
    let known = |proposal: &Proposal| at(before, proposal.number).and_then(|at| before.get(at));
    let same = after.iter().filter(|proposal| known(proposal) == Some(proposal)).count();
    let kept = after.iter().filter(|proposal| known(proposal).is_some()).count();
    (after.len() - same) + (before.len() - kept)
}

/// The list with more proposals in it, the highest number first, each number once.
fn in_order(more: Vec<Proposal>, mut listed: Vec<Arc<Proposal>>) -> Vec<Arc<Proposal>> {
    for proposal in more {
        if let Err(at) = listed.binary_search_by(|listed| proposal.number.cmp(&listed.number)) {
            listed.insert(at, Arc::new(proposal));
        }
    }
    listed
}

#[cfg(test)]
mod tests;
