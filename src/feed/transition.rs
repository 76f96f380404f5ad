//! One step of the feed: what the other files add their handlers to.

use std::sync::Arc;

use super::state::State;
use super::{Dataset, Effect, FeedConfig, FeedError, Request, error};
use crate::github::{Response, Scope, SkippedItem, TransportError};
use crate::proposal::{Proposal, Time};

/// A state on its way to the next, with the effects so far.
pub(super) struct Transition<'a> {
    pub(super) state: State,
    pub(super) effects: Vec<Effect>,
    pub(super) config: &'a FeedConfig,
}

impl Transition<'_> {
    pub(super) fn send(&mut self, request: Request) {
        self.effects.push(Effect::Send(request));
    }

    /// Shows the dataset that fits `scope` best, and requests the list unless that is recent enough.
    pub(super) fn request_scope(&mut self, scope: Scope) {
        self.state.requested_scope = scope;
        let preloaded = std::mem::take(&mut self.state.preloaded);
        let covered = self.state.covers_scope(scope);
        if self.state.shown.is_none() {
            self.request_snapshot();
        }
        if self.rank(self.state.standby.as_ref()) > self.rank(self.state.shown.as_ref())
            && let (Some(better), Some(shown)) = (self.state.standby.take(), self.state.shown.take())
        {
            self.show(better);
            self.state.standby = Some(shown);
        }
        let is_enough = match &self.state.list_request {
            Some(pending) => pending.scope >= scope,
            None => {
                let fresh_or_scheduled = self.is_fresh() || self.state.schedule.due.is_some();
                covered && fresh_or_scheduled && !preloaded
            }
        };
        if is_enough {
            return;
        }
        if self.state.schedule.hidden {
            self.state.schedule.due = Some(self.state.now);
        } else if self.can_request() {
            if !self.has_recent_records() {
                self.request_snapshot();
            }
            self.request_list(scope);
        }
    }

    /// Requests the list now, unless it is being requested.
    pub(super) fn refresh(&mut self) {
        if self.state.list_request.is_none() && self.can_request() {
            self.request_list(self.state.requested_scope);
        }
    }

    /// True if GitHub's rate limit allows a request. If not, the limit becomes the feed's error.
    pub(super) fn can_request(&mut self) -> bool {
        let Some(until) = self.state.rate_limit_end() else { return true };
        let error = FeedError::RateLimited(until);
        if self.state.error != Some(error) {
            self.on_error(error);
        }
        false
    }

    /// Takes note of what a result says about the rate limit, and turns a failure into a [`FeedError`].
    pub(super) fn check_response(
        &mut self,
        result: Result<Response, TransportError>,
    ) -> Result<Response, FeedError> {
        let remaining = result.as_ref().ok().and_then(|response| response.remaining);
        let checked = error::into_result(result, self.state.schedule.failures, self.state.now);
        self.note_rate_limit(remaining, checked.as_ref().err().and_then(|error| error.limited_until()));
        checked
    }

    /// Takes note of what a response says about the rate limit.
    pub(super) fn note_rate_limit(&mut self, remaining: Option<u32>, limited_until: Option<Time>) {
        self.state.remaining = remaining.or(self.state.remaining);
        self.state.rate_limited_until = limited_until.or(self.state.rate_limited_until);
    }

    /// Ranks a dataset: one that covers the requested scope first, then the newer one. A timestamp in the future
    /// (wrong clock) ranks lowest.
    pub(super) fn rank(&self, dataset: Option<&Dataset>) -> Option<(bool, Option<Time>)> {
        let Dataset { scope, as_of, .. } = dataset?;
        Some((*scope >= self.state.requested_scope, Some(*as_of).filter(|as_of| *as_of <= self.state.now)))
    }

    /// Shows a dataset, with what is known of its documents and records. Keeps the previous one where that covers more,
    /// and its proposals that an incomplete dataset lacks.
    pub(super) fn show(&mut self, mut dataset: Dataset) {
        if let Some(before) = self.state.shown.as_ref().filter(|_| dataset.incomplete) {
            before.listed.iter().for_each(|known| insert(&mut dataset.listed, known));
        }
        dataset.proposals = dataset.listed.iter().map(|listed| self.state.with_known(listed)).collect();
        let before = self.state.shown.as_ref();
        let comparable = before.filter(|before| before.scope == dataset.scope && !dataset.incomplete);
        self.state.changed_count =
            comparable.map_or(0, |before| count_changes(&before.listed, &dataset.listed));
        let scope = dataset.scope;
        let before = self.state.shown.replace(dataset);
        if before.as_ref().is_some_and(|before| before.scope > scope) {
            self.state.standby = before;
        }
    }

    pub(super) fn warn_skipped(&mut self, problems: &[SkippedItem]) {
        if !problems.is_empty() {
            self.effects.push(Effect::WarnSkippedItems(problems.to_vec()));
        }
    }
}

/// Returns the index of the proposal of this number in a sorted list.
pub(super) fn index_of(listed: &[Arc<Proposal>], number: u32) -> Option<usize> {
    listed.binary_search_by(|listed| number.cmp(&listed.number)).ok()
}

/// Counts the proposals that only one of the lists has, and those that differ.
fn count_changes(before: &[Arc<Proposal>], after: &[Arc<Proposal>]) -> usize {
    let known = |proposal: &Proposal| index_of(before, proposal.number).and_then(|at| before.get(at));
    let same = after.iter().filter(|proposal| known(proposal) == Some(proposal)).count();
    let kept = after.iter().filter(|proposal| known(proposal).is_some()).count();
    (after.len() - same) + (before.len() - kept)
}

/// Adds `more` to a list sorted by number, highest first. A number that it has already is skipped.
pub(super) fn merge_sorted(more: Vec<Proposal>, mut listed: Vec<Arc<Proposal>>) -> Vec<Arc<Proposal>> {
    more.into_iter().for_each(|proposal| insert(&mut listed, &Arc::new(proposal)));
    listed
}

fn insert(listed: &mut Vec<Arc<Proposal>>, proposal: &Arc<Proposal>) {
    if let Err(at) = listed.binary_search_by(|listed| proposal.number.cmp(&listed.number)) {
        listed.insert(at, Arc::clone(proposal));
    }
}
