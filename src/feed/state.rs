//! The state of the feed.

use std::sync::Arc;

use super::FeedError;
use super::documents::DocumentQueue;
use super::lock::LockState;
use super::paging::{ListRequest, Progress};
use super::schedule::{self, Schedule};
use super::transition::index_of;
use crate::github::{Scope, SkippedItem};
use crate::proposal::{Proposal, Records, Stage, Time};

/// Requests left to other users of the same IP address.
const RATE_LIMIT_RESERVE: u32 = 20;

/// Where the proposals on the screen come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// GitHub, during this visit.
    Live,
    /// This browser's copy of an earlier live list.
    Saved,
    /// The file that the site built.
    Snapshot,
}

impl Source {
    /// Returns its value in `data-source`.
    pub fn as_str(self) -> &'static str {
        match self {
            Source::Live => "live",
            Source::Saved => "saved",
            Source::Snapshot => "snapshot",
        }
    }
}

/// A list of proposals from one source.
#[derive(Clone, Debug, PartialEq)]
pub struct Dataset {
    /// The proposals with what is known of their documents, sorted by number, highest first.
    pub proposals: Vec<Arc<Proposal>>,
    /// The same proposals without their documents.
    pub(super) listed: Vec<Arc<Proposal>>,
    /// Where they come from.
    pub source: Source,
    /// When the source was up to date.
    pub as_of: Time,
    /// Which proposals it covers.
    pub scope: Scope,
    /// The items of the source that could not be read.
    pub problems: Vec<SkippedItem>,
    /// True if the source has more proposals: pages that failed, are pending, or exceed the limit of ten.
    pub incomplete: bool,
}

/// The site's snapshot, as far as it was requested.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) enum Fetch {
    #[default]
    NotRequested,
    Pending,
    Done,
}

/// Everything the feed knows.
#[derive(Clone, Debug, Default)]
pub struct State {
    /// What is on the screen, if anything is.
    pub shown: Option<Dataset>,
    /// The second-best dataset: wider scope but older, or the reverse. Swapped in when the requested scope changes.
    pub(super) standby: Option<Dataset>,
    /// Why the screen does not show GitHub's current list.
    pub error: Option<FeedError>,
    /// The time of the last event.
    pub now: Time,
    /// How many proposals the last replacement of the shown dataset added, changed or removed.
    pub changed_count: usize,
    /// The documents, fetched and queued.
    pub documents: DocumentQueue,
    /// What is on record of proposals: minutes, relations, label events.
    pub records: Records,
    /// The meetings that have minutes.
    #[cfg(any(feature = "browser", test))]
    pub meetings: super::Meetings,
    pub(super) schedule: Schedule,
    /// The list that is being requested.
    pub(super) list_request: Option<ListRequest>,
    pub(super) lock: LockState,
    /// The proposals that have to be shown.
    pub(super) requested_scope: Scope,
    /// True from `Event::Preloaded` until the next `Event::ScopeRequested`.
    pub(super) preloaded: bool,
    pub(super) snapshot: Fetch,
    /// Requests left in this hour, as of GitHub's last response.
    pub(super) remaining: Option<u32>,
    /// End of the rate limit that GitHub reported last, by any request.
    pub(super) rate_limited_until: Option<Time>,
    /// True if documents or records are known that the saved copy lacks.
    pub(super) dirty: bool,
}

impl State {
    /// Returns a listed proposal with what is known of its document and its record. The document may be older than
    /// the proposal: a comment changes a proposal, too.
    pub(super) fn with_known(&self, listed: &Arc<Proposal>) -> Arc<Proposal> {
        let document = self.documents.get(listed.number).map(|known| &known.document);
        let record = self.records.get(listed.number);
        match (document, record) {
            (None, None) => Arc::clone(listed),
            _ => Arc::new(listed.with_known(document, record)),
        }
    }

    /// Returns how many pages of the list have arrived; `None` if no list is being requested.
    pub fn progress(&self) -> Option<Progress> {
        self.list_request.as_ref().map(ListRequest::progress)
    }

    /// True if this proposal is known to be merged.
    #[cfg(feature = "browser")]
    pub fn is_merged(&self, number: u32) -> bool {
        let datasets = [&self.shown, &self.standby].into_iter().flatten();
        let proposal = datasets.flat_map(|dataset| &dataset.listed).find(|it| it.number == number);
        proposal.and_then(|proposal| proposal.closing.as_ref()).is_some_and(|closing| closing.merged)
    }

    /// True if the shown dataset covers `scope`.
    pub fn covers_scope(&self, scope: Scope) -> bool {
        self.shown.as_ref().is_some_and(|shown| shown.scope >= scope)
    }

    /// Returns the widest scope of what is loaded: the shown dataset, with [`State::closed_on_standby`].
    pub fn loaded_scope(&self) -> Scope {
        let datasets = [&self.shown, &self.standby].into_iter().flatten();
        datasets.map(|dataset| dataset.scope).max().unwrap_or(Scope::Open)
    }

    /// Returns the closed proposals that only the dataset on standby has, if that has a wider scope than the shown one.
    pub fn closed_on_standby(&self) -> impl Iterator<Item = &Arc<Proposal>> {
        let (scope, shown) =
            self.shown.as_ref().map_or((Scope::Open, &[][..]), |shown| (shown.scope, &shown.listed));
        let wider = self.standby.iter().filter(move |standby| standby.scope > scope);
        let is_closed = |proposal: &&Arc<Proposal>| proposal.status.stage() == Stage::Closed;
        let closed = wider.flat_map(|standby| &standby.proposals).filter(is_closed);
        closed.filter(|proposal| index_of(shown, proposal.number).is_none())
    }

    /// True if a pending or coming request may still bring something to show.
    pub fn is_loading(&self) -> bool {
        let has_begun = self.error.is_some() || self.covers_scope(self.requested_scope);
        self.list_request.is_some() || self.snapshot == Fetch::Pending || !has_begun
    }

    /// Returns the end of the rate limit in force. A limit never exceeds an hour: a later end means that the clock was
    /// set.
    pub fn rate_limit_end(&self) -> Option<Time> {
        let is_near = |until: &Time| self.now < *until && *until <= schedule::max_timer(self.now);
        self.rate_limited_until.filter(is_near)
    }

    /// True if the requests that are left are left to others: only what a visitor asks for may be requested.
    pub fn is_reserve_reached(&self) -> bool {
        self.remaining.is_some_and(|left| left <= RATE_LIMIT_RESERVE)
    }

    /// Returns when the feed requests the list next without a click; `None` if it does not.
    pub fn next_request_at(&self) -> Option<Time> {
        self.schedule.due
    }
}
