//! What goes into [`next`](super::next) and what comes out of it.

use crate::github::{Repository, Response, Scope, SkippedItem, TransportError};
use crate::proposal::Time;
use crate::snapshot::Snapshot;

/// A network request of the feed.
#[derive(Clone, Debug, PartialEq)]
pub enum Request {
    /// A page of the list, by its URL.
    List(String),
    /// The files of a pull request, by its number.
    Files(u32),
    /// A further page of the files of a pull request, by its number and the page's URL.
    MoreFiles(u32, String),
    /// The site's snapshot.
    Snapshot,
}

/// An input of the feed.
#[derive(Clone, Debug)]
pub enum Event {
    /// The saved copy of an earlier visit was read, or another tab has just saved one.
    SavedCopyLoaded(String),
    /// The page preloads the list, so the next request for it costs nothing.
    Preloaded,
    /// The proposals of this scope have to be shown.
    ScopeRequested(Scope),
    /// The visitor asked for a refresh.
    RefreshClicked,
    /// The meetings have to be shown.
    #[cfg(any(feature = "browser", test))]
    MeetingsRequested,
    /// The time of [`Effect::SetTimer`] has come.
    TimerFired,
    /// A minute passed.
    MinuteTick,
    /// The page became visible (`true`) or hidden (`false`).
    VisibilityChanged(bool),
    /// The browser lost its connection.
    Offline,
    /// The browser has a connection again.
    Online,
    /// This tab holds the lock between tabs. Carries the saved copies as they are now.
    LockAcquired(Vec<String>),
    /// A response to a request that is not the feed's said something about the rate limit.
    RateLimitReported {
        /// Requests left in this hour.
        remaining: Option<u32>,
        /// When the limit ends, if it is used up.
        limited_until: Option<Time>,
    },
    /// The browser answered the request for this page of the list from a cache, with a response of an earlier page.
    ResponseRepeated(String),
    /// A request ended.
    ResponseReceived(Request, Result<Response, TransportError>),
}

/// Something to do outside of the feed.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Send a request, and dispatch [`Event::ResponseReceived`] with its result. Replaces a pending request of
    /// the same variant.
    Send(Request),
    /// Dispatch [`Event::TimerFired`] at this time. Replaces the timer set before.
    SetTimer(Time),
    /// Request the lock between tabs, and dispatch [`Event::LockAcquired`] once it is held.
    AcquireLock,
    /// Release the lock, or give up the request for it.
    ReleaseLock,
    /// Save this copy for the next visit and for other tabs.
    Save(Box<Snapshot>),
    /// Log the items of a page that could not be read.
    WarnSkippedItems(Vec<SkippedItem>),
    /// Log why the site's snapshot cannot be used.
    WarnSnapshot(String),
}

/// The fixed parameters of a feed.
#[derive(Clone, Debug)]
pub struct FeedConfig {
    /// The repository whose proposals are shown.
    pub repository: Repository,
    /// True if the site provides a snapshot.
    pub has_snapshot: bool,
}
