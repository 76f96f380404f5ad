//! The lock between tabs. Tabs request the list one after the other, so that the second finds the copy that the
//! first has saved.

use super::state::Fetch;
use super::transition::Transition;
use super::{Effect, Request, Source};
use crate::snapshot::Snapshot;

/// This tab's share of the lock.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) enum LockState {
    #[default]
    Idle,
    Requested,
    Held,
}

impl Transition<'_> {
    /// Sends the list request that waited for the lock, unless another tab has saved what it would bring.
    pub(super) fn on_lock_acquired(&mut self, copies: &[String]) {
        if self.state.lock != LockState::Requested {
            return;
        }
        self.state.lock = LockState::Held;
        let Some(list_request) = self.state.list_request.take() else { return };
        copies.iter().for_each(|copy| self.load_saved_copy(copy));
        let is_newer = self.state.shown.as_ref().map(|shown| shown.as_of) > list_request.shown_as_of;
        if is_newer && self.is_fresh() && self.state.covers_scope(list_request.scope) {
            return;
        }
        // A request that is not the feed's may have found the limit meanwhile.
        if !self.can_request() {
            return;
        }
        let url = list_request.pending_url.clone();
        self.state.list_request = Some(list_request);
        self.send(Request::List(url));
    }

    /// Releases the lock once nothing is left to request and everything is saved.
    pub(super) fn release_lock(&mut self) {
        let live = self.state.shown.as_ref().is_some_and(|shown| shown.source == Source::Live);
        // The pending snapshot may have the documents.
        let goes_on = self.state.documents.is_fetching() || (live && self.state.snapshot == Fetch::Pending);
        if goes_on || self.state.list_request.is_some() {
            return;
        }
        if self.state.dirty {
            self.save();
        }
        if self.state.lock != LockState::Idle {
            self.state.lock = LockState::Idle;
            self.effects.push(Effect::ReleaseLock);
        }
    }

    /// Saves the live list, with the documents that are known of it.
    pub(super) fn save(&mut self) {
        let Some(shown) = self.state.shown.as_ref().filter(|shown| shown.source == Source::Live) else {
            return;
        };
        self.state.dirty = false;
        let documents = &self.state.documents;
        self.effects.push(Effect::Save(Box::new(Snapshot {
            made_at: shown.as_of,
            scope: shown.scope,
            proposals: shown.listed.iter().map(|listed| listed.as_ref().clone()).collect(),
            documents: shown
                .listed
                .iter()
                .filter_map(|listed| documents.get(listed.number).cloned())
                .collect(),
            records: self.state.records.clone(),
            problems: shown.problems.clone(),
            incomplete: shown.incomplete,
        })));
    }
}
