//! Decides which source is shown, how fresh it is, what is wrong with it and what to request next.
//!
//! [`next`] is a pure function: every event comes in with its time, everything to do goes out as an [`Effect`].

mod candidates;
mod documents;
mod error;
mod event;
mod lock;
#[cfg(any(feature = "browser", test))]
mod meetings;
mod paging;
mod schedule;
mod state;
mod transition;

pub use documents::DocumentQueue;
pub use error::{FeedError, into_result};
pub use event::{Effect, Event, FeedConfig, Request};
#[cfg(any(feature = "browser", test))]
pub use meetings::Meetings;
pub use paging::Progress;
pub use state::{Dataset, Source, State};

pub use crate::github::TransportError;
use crate::proposal::Time;
use transition::Transition;

/// Returns the state after `event`, and what has to be done about it.
pub fn next(state: State, event: Event, config: &FeedConfig, now: Time) -> (State, Vec<Effect>) {
    let mut feed = Transition { state: State { now, ..state }, effects: Vec::new(), config };
    match event {
        Event::SavedCopyLoaded(copy) => feed.load_saved_copy(&copy),
        Event::Preloaded => feed.state.preloaded = true,
        Event::ScopeRequested(scope) => feed.request_scope(scope),
        Event::RefreshClicked => feed.refresh(),
        #[cfg(any(feature = "browser", test))]
        Event::MeetingsRequested => feed.request_meetings(),
        Event::TimerFired => feed.on_timer(),
        Event::MinuteTick => {}
        Event::VisibilityChanged(visible) => feed.set_visibility(visible),
        Event::Offline => feed.on_offline(),
        Event::Online => feed.on_online(),
        Event::LockAcquired(copies) => feed.on_lock_acquired(&copies),
        Event::RateLimitReported { remaining, limited_until } => {
            feed.note_rate_limit(remaining, limited_until);
        }
        Event::ResponseRepeated(url) => feed.on_repeated_page(&url),
        Event::ResponseReceived(Request::List(url), result) => feed.on_page(&url, result),
        Event::ResponseReceived(Request::Files(number), result) => feed.on_files(number, None, result),
        Event::ResponseReceived(Request::MoreFiles(number, url), result) => {
            feed.on_files(number, Some(url), result);
        }
        Event::ResponseReceived(Request::Snapshot, result) => feed.on_snapshot(result),
    }
    feed.release_lock();
    (feed.state, feed.effects)
}

#[cfg(test)]
mod tests;
