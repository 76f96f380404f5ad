//! The data of one repository, shared by all widgets of the page that show it.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo_timers::callback::Interval;
use leptos::prelude::*;

use super::feed_effects::{FeedEffects, InFlight, saved_copies};
use crate::browser::listener::Listener;
use crate::browser::visibility::is_page_visible;
use crate::browser::{clock, mounts, storage, url};
use crate::config::Config;
use crate::feed::{Event, FeedConfig, Request, State};
use crate::github::{Repository, Response, Scope};
#[cfg(feature = "browser")]
use crate::{
    feed::{self, FeedError, TransportError},
    proposal::Time,
};

/// Stands in for a widget id, which begin at 1: what the page's preload of the list asks for.
const PRELOAD_ID: u32 = 0;

thread_local! {
    /// The preloads of the page that have answered. A feed that begins later has the saved copy.
    static USED_PRELOADS: RefCell<Vec<String>> = const { RefCell::new(Vec::new()) };
}

/// The feed of one repository. Ends with its last widget.
pub struct FeedHandle {
    /// The feed's state.
    pub state: ReadSignal<State>,
    effects: Rc<FeedEffects>,
    /// Which proposals each widget needs, by widget id.
    scopes: RefCell<Vec<(u32, Scope)>>,
    started: Cell<bool>,
    _clock: Interval,
    _listeners: [Listener; 4],
    /// Owns the state's signal.
    owner: Owner,
}

impl FeedHandle {
    /// Returns the feed that a widget with this configuration needs, with the saved copy in it. It requests
    /// nothing before [`FeedHandle::start`].
    pub fn new(config: &Config) -> Self {
        let owner = Owner::new();
        let repository = repository(config);
        let (key, copies) = (repository.storage_key(Scope::Open), saved_copies(&repository));
        let (state, set_state) = owner.with(|| signal(State::default()));
        let effects = Rc::new(FeedEffects {
            config: FeedConfig { repository, has_snapshot: config.snapshot.is_some() },
            snapshot_url: config.snapshot.clone(),
            state: set_state,
            in_flight: InFlight::default(),
        });
        effects.dispatch(Event::MinuteTick);
        copies.into_iter().for_each(|copy| effects.dispatch(Event::SavedCopyLoaded(copy)));
        let saved_elsewhere = Rc::downgrade(&effects);
        let visibility = effects.dispatcher(|| Event::VisibilityChanged(is_page_visible()));
        let online = effects.dispatcher(|| Event::Online);
        let offline = effects.dispatcher(|| Event::Offline);
        let listeners = [
            storage::on_change(key, move |copy| {
                if let Some(effects) = saved_elsewhere.upgrade() {
                    effects.dispatch(Event::SavedCopyLoaded(copy));
                }
            }),
            Listener::on_document("visibilitychange", move |_| visibility()),
            Listener::on_window("online", move |_| online()),
            Listener::on_window("offline", move |_| offline()),
        ];
        FeedHandle {
            state,
            _clock: clock::every_minute(effects.dispatcher(|| Event::MinuteTick)),
            effects,
            scopes: RefCell::default(),
            started: Cell::new(false),
            _listeners: listeners,
            owner,
        }
    }

    /// True if the feed has the data that a widget with this configuration shows.
    pub fn matches(&self, config: &Config) -> bool {
        *self.repository() == repository(config)
    }

    /// Returns the repository whose proposals the feed holds.
    pub fn repository(&self) -> &Repository {
        &self.effects.config.repository
    }

    /// Sends the first requests, once: when all widgets of the page are known, so that one request serves all of
    /// them. While the page is still loading, only if it preloads the list, because the preload says
    /// what its widgets need.
    pub fn start(&self) {
        if self.started.get() {
            return;
        }
        let is_preloaded = |scope| mounts::is_preloaded(&self.repository().issues_url(scope));
        if is_preloaded(Scope::All) {
            self.set_scope(PRELOAD_ID, Scope::All);
        }
        let preloaded = is_preloaded(self.max_scope());
        if !preloaded && mounts::is_page_loading() {
            return;
        }
        self.started.set(true);
        self.effects.dispatch(Event::VisibilityChanged(is_page_visible()));
        if preloaded && use_preload(self.repository().issues_url(self.max_scope())) {
            self.effects.dispatch(Event::Preloaded);
        }
        self.effects.dispatch(Event::ScopeRequested(self.max_scope()));
    }

    /// Notes which proposals a widget needs.
    pub fn set_scope(&self, widget: u32, scope: Scope) {
        self.change_scopes(|scopes| {
            scopes.retain(|(id, _)| *id != widget);
            scopes.push((widget, scope));
        });
    }

    /// Forgets what a widget needed.
    pub fn unregister(&self, widget: u32) {
        self.change_scopes(|scopes| scopes.retain(|(id, _)| *id != widget));
    }

    /// Takes in the snapshot that the page contains.
    pub fn seed_snapshot(&self, snapshot: String) {
        let response = Response { status: 200, body: snapshot, ..Response::default() };
        self.effects.dispatch(Event::ResponseReceived(Request::Snapshot, Ok(response)));
    }

    /// Returns when the rate limit in force ends.
    #[cfg(feature = "browser")]
    pub fn rate_limit_end(&self) -> Option<Time> {
        self.state.with_untracked(State::rate_limit_end)
    }

    /// True if the requests that are left are left to others.
    #[cfg(feature = "browser")]
    pub fn is_reserve_reached(&self) -> bool {
        self.state.with_untracked(State::is_reserve_reached)
    }

    /// True if this proposal is known to be merged.
    #[cfg(feature = "browser")]
    pub fn is_merged(&self, number: u32) -> bool {
        self.state.with_untracked(|state| state.is_merged(number))
    }

    /// True if a further page may be requested: of the same API, and while enough requests are left.
    #[cfg(feature = "browser")]
    pub fn may_request_page(&self, url: &str) -> bool {
        self.repository().is_api_url(url) && !self.is_reserve_reached()
    }

    /// Takes note of what the result of a view's request says about the rate limit, and turns a failure into a
    /// [`FeedError`].
    #[cfg(feature = "browser")]
    pub fn check_response(&self, result: Result<Response, TransportError>) -> Result<Response, FeedError> {
        let remaining = result.as_ref().ok().and_then(|response| response.remaining);
        let checked = feed::into_result(result, 0, clock::now());
        let limited_until = checked.as_ref().err().and_then(|error| error.limited_until());
        self.effects.dispatch(Event::RateLimitReported { remaining, limited_until });
        checked
    }

    /// Asks GitHub again.
    pub fn refresh(&self) {
        self.effects.dispatch(Event::RefreshClicked);
    }

    /// Asks for the meetings that have minutes.
    #[cfg(feature = "browser")]
    pub fn request_meetings(&self) {
        self.effects.dispatch(Event::MeetingsRequested);
    }

    fn change_scopes(&self, change: impl FnOnce(&mut Vec<(u32, Scope)>)) {
        let before = self.max_scope();
        change(&mut self.scopes.borrow_mut());
        let after = self.max_scope();
        let has_widgets = !self.scopes.borrow().is_empty();
        if self.started.get() && has_widgets && after != before {
            self.effects.dispatch(Event::ScopeRequested(after));
        }
    }

    fn max_scope(&self) -> Scope {
        self.scopes.borrow().iter().map(|(_, scope)| *scope).max().unwrap_or(Scope::Open)
    }
}

/// True if no feed of the page has used this preload before.
fn use_preload(url: String) -> bool {
    USED_PRELOADS.with_borrow_mut(|used| {
        let is_new = !used.contains(&url);
        if is_new {
            used.push(url);
        }
        is_new
    })
}

impl Drop for FeedHandle {
    fn drop(&mut self) {
        self.owner.cleanup();
    }
}

fn repository(config: &Config) -> Repository {
    Repository {
        web_base: url::web_base_url(&config.api).unwrap_or_default(),
        api: config.api.trim_end_matches('/').to_owned(),
        name: config.repository.clone(),
    }
}
