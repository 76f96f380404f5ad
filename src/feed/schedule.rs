//! When the feed polls GitHub: every ten minutes while the page is visible, and after an error as that allows.

use chrono::TimeDelta;

use super::transition::Transition;
use super::{Effect, FeedError, Source};
use crate::proposal::Time;

/// Data younger than this is not requested again.
const FRESH_FOR: TimeDelta = TimeDelta::minutes(5);

/// Age at which data is refreshed.
const REFRESH_AFTER: TimeDelta = TimeDelta::minutes(10);

/// After transient errors the delay doubles from one minute up to this.
const MAX_BACKOFF_MINUTES: u32 = 15;

/// When GitHub is polled next.
#[derive(Clone, Debug, Default)]
pub(super) struct Schedule {
    /// Time of the next request; `None` if there is none.
    pub(super) due: Option<Time>,
    /// Consecutive failures.
    pub(super) failures: u32,
    /// True while the page is hidden. Then nothing is requested.
    pub(super) hidden: bool,
}

/// Returns the latest time a timer may have. A later one was set by a clock that has been corrected since.
pub(super) fn max_timer(now: Time) -> Time {
    now + TimeDelta::hours(1)
}

impl Transition<'_> {
    /// True if the shown dataset is live or saved, and younger than [`FRESH_FOR`].
    pub(super) fn is_fresh(&self) -> bool {
        self.state.shown.as_ref().is_some_and(|shown| {
            let age = self.state.now - shown.as_of;
            shown.source != Source::Snapshot && age >= TimeDelta::zero() && age < FRESH_FOR
        })
    }

    /// Clears the error, and schedules the next refresh. `as_of` is the time of the new data, of this tab or of
    /// another one.
    pub(super) fn on_success(&mut self, as_of: Time) {
        self.state.error = None;
        self.state.schedule.failures = 0;
        self.set_timer(Some(as_of + REFRESH_AFTER));
    }

    /// Sets the error, and schedules the next attempt. Documents of the pages that arrived are still fetched.
    pub(super) fn on_error(&mut self, error: FeedError) {
        self.state.error = Some(error);
        self.state.schedule.failures += 1;
        self.set_timer(self.retry_at(error));
        if self.state.shown.as_ref().is_none_or(|shown| shown.source == Source::Saved) {
            self.request_snapshot();
        }
        if !error.affects_all_requests() {
            self.request_documents();
        }
    }

    /// Returns when to try again; `None` if another attempt would fail, too.
    pub(super) fn retry_at(&self, error: FeedError) -> Option<Time> {
        match error {
            FeedError::RateLimited(until) => Some(until),
            FeedError::Unreachable | FeedError::Timeout | FeedError::Status(500..) => {
                let doublings = self.state.schedule.failures.saturating_sub(1).min(4);
                let minutes = (1 << doublings).min(MAX_BACKOFF_MINUTES);
                // Up to a fifth more, so that clients that failed together do not return together.
                let jitter = i64::from(self.state.now.timestamp_subsec_millis()) * 12 * i64::from(minutes);
                Some(self.state.now + TimeDelta::minutes(minutes.into()) + TimeDelta::milliseconds(jitter))
            }
            // A proxy or a sign-in page may have responded. That may end at any time.
            FeedError::InvalidResponse => Some(self.state.now + REFRESH_AFTER),
            FeedError::NotFound | FeedError::Status(_) => None,
        }
    }

    fn set_timer(&mut self, due: Option<Time>) {
        self.state.schedule.due = due;
        if let Some(due) = due {
            self.effects.push(Effect::SetTimer(due));
        }
    }

    /// Requests the list if it is due and the page is visible.
    pub(super) fn on_timer(&mut self) {
        let Some(due) = self.state.schedule.due else { return };
        if self.state.schedule.hidden || self.state.list_request.is_some() {
            return;
        }
        if self.state.now < due && due <= max_timer(self.state.now) {
            return self.set_timer(Some(due));
        }
        if self.can_request() {
            self.request_list(self.state.requested_scope);
        }
    }

    pub(super) fn set_visibility(&mut self, visible: bool) {
        self.state.schedule.hidden = !visible;
        self.on_timer();
    }

    /// Handles a lost connection: reports it, but does not count it as a failed request.
    pub(super) fn on_offline(&mut self) {
        if self.state.list_request.is_none() && self.state.shown.is_some() {
            self.state.error.get_or_insert(FeedError::Unreachable);
        }
    }

    /// Handles a connection that is back.
    pub(super) fn on_online(&mut self) {
        let Some(FeedError::Unreachable | FeedError::Timeout) = self.state.error else { return };
        if self.state.schedule.failures == 0 {
            // Only `on_offline` set the error; no request has failed.
            self.state.error = None;
        } else {
            self.state.schedule.due = Some(self.state.now);
            self.on_timer();
        }
    }
}
