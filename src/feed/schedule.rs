//! When GitHub is asked by itself: every ten minutes while somebody looks, and after trouble as the
//! trouble calls for.

use chrono::TimeDelta;

use super::{Effect, Feed, Source, Trouble};
use crate::proposal::Time;

/// Data younger than this is not asked for again.
const YOUNG: TimeDelta = TimeDelta::minutes(5);

/// Data older than this is refreshed.
const OLD: TimeDelta = TimeDelta::minutes(10);

/// After faults that pass, the wait doubles from one minute up to this many.
const LONGEST_BACKOFF: u32 = 15;

/// When GitHub is asked next, and whether it may be.
#[derive(Clone, Debug, Default)]
pub(super) struct Schedule {
    /// When it is asked next, if at all.
    pub(super) due: Option<Time>,
    /// How often in a row it failed.
    failures: u32,
    /// Whether the page is out of sight, where nothing is asked.
    pub(super) hidden: bool,
}

/// No wait ends after this. A time beyond is one of a clock that was set meanwhile.
pub(super) fn latest(now: Time) -> Time {
    now + TimeDelta::hours(1)
}

impl Feed<'_> {
    /// Whether what is on the screen is so young that GitHub would hardly say otherwise.
    pub(super) fn is_young(&self) -> bool {
        let age = self.state.shown.as_ref().map(|shown| (shown.source, self.state.now - shown.as_of));
        age.is_some_and(|(source, age)| source != Source::Snapshot && age >= TimeDelta::zero() && age < YOUNG)
    }

    /// Data as of this time was got, by this tab or another one.
    pub(super) fn succeed(&mut self, as_of: Time) {
        self.state.trouble = None;
        self.state.schedule.failures = 0;
        self.wake_at(Some(as_of + OLD));
    }

    /// The list is not what GitHub would say now, and that is why. What is there of it may still
    /// want its documents.
    pub(super) fn fail(&mut self, trouble: Trouble) {
        self.state.trouble = Some(trouble);
        self.state.schedule.failures += 1;
        self.wake_at(self.next_try(trouble));
        if self.state.shown.as_ref().is_none_or(|shown| shown.source == Source::Saved) {
            self.ask_snapshot();
        }
        if !trouble.meets_everything() {
            self.read_documents();
        }
    }

    fn next_try(&self, trouble: Trouble) -> Option<Time> {
        match trouble {
            Trouble::RateLimited(until) => Some(until),
            Trouble::Offline | Trouble::Timeout | Trouble::Server(500..) => {
                let doublings = self.state.schedule.failures.saturating_sub(1).min(4);
                let minutes = (1 << doublings).min(LONGEST_BACKOFF);
                // Up to a fifth more, so that all who failed together do not come back together.
                let spread = i64::from(self.state.now.timestamp_subsec_millis()) * 12 * i64::from(minutes);
                Some(self.state.now + TimeDelta::minutes(minutes.into()) + TimeDelta::milliseconds(spread))
            }
            // What a proxy or a sign-in page does may end at any time.
            Trouble::Malformed => Some(self.state.now + OLD),
            // It would be the same again.
            Trouble::NotFound | Trouble::Server(_) => None,
        }
    }

    fn wake_at(&mut self, due: Option<Time>) {
        self.state.schedule.due = due;
        if let Some(due) = due {
            self.effects.push(Effect::WakeAt(due));
        }
    }

    /// Asks GitHub, if it is time and somebody looks.
    pub(super) fn wake(&mut self) {
        let Some(due) = self.state.schedule.due else { return };
        if self.state.schedule.hidden || self.state.listing.is_some() {
            return;
        }
        if self.state.now < due && due <= latest(self.state.now) {
            return self.wake_at(Some(due));
        }
        if self.may_ask() {
            self.ask_list(self.state.wanted);
        }
    }

    pub(super) fn see(&mut self, seen: bool) {
        self.state.schedule.hidden = !seen;
        self.wake();
    }

    /// Whatever is asked next cannot be answered. What is there stays as young as it is.
    pub(super) fn go_offline(&mut self) {
        if self.state.listing.is_none() && self.state.shown.is_some() {
            self.state.trouble.get_or_insert(Trouble::Offline);
        }
    }

    /// Whatever stood between here and GitHub may be gone.
    pub(super) fn come_online(&mut self) {
        let Some(Trouble::Offline | Trouble::Timeout) = self.state.trouble else { return };
        if self.state.schedule.failures == 0 {
            // Nothing was asked meanwhile.
            self.state.trouble = None;
        } else {
            self.state.schedule.due = Some(self.state.now);
            self.wake();
        }
    }
}
