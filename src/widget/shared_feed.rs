//! The feed that the widgets of one repository share: one list, one state.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo_timers::callback::Interval;
use leptos::prelude::*;

use super::courier::{Courier, OnItsWay};
use crate::browser::listener::{Listener, is_seen};
use crate::browser::{address, clock, mounts, storage};
use crate::config::Config;
use crate::feed::{Event, FeedConfig, Request, State};
use crate::github::{Repository, Response, Scope};

/// A repository's proposals, for every widget of the page that shows them. Ends with the last one.
pub(super) struct SharedFeed {
    /// The data, and how it stands with it.
    pub state: ReadSignal<State>,
    courier: Rc<Courier>,
    /// What each widget wants, by its id.
    wanted: RefCell<Vec<(u32, Scope)>>,
    started: Cell<bool>,
    _clock: Interval,
    _listeners: [Listener; 4],
    /// The signals belong to it.
    owner: Owner,
}

impl SharedFeed {
    /// The feed for a widget of these settings, with what the browser kept of it. It asks nothing until it
    /// is started.
    pub fn new(settings: &Config) -> SharedFeed {
        let owner = Owner::new();
        let repository = repository(settings);
        let key = repository.storage_key();
        let (state, set_state) = owner.with(|| signal(State::default()));
        let courier = Rc::new(Courier {
            origin: FeedConfig { repository, has_snapshot: settings.snapshot.is_some() },
            snapshot: settings.snapshot.clone(),
            feed: set_state,
            on_its_way: OnItsWay::default(),
        });
        courier.tell(storage::get(&key).map_or(Event::MinuteTick, Event::SavedCopyLoaded));
        let saved = Rc::downgrade(&courier);
        let seen = courier.telling(|| Event::VisibilityChanged(is_seen()));
        let (online, offline) = (courier.telling(|| Event::Online), courier.telling(|| Event::Offline));
        let listeners = [
            storage::on_change(key, move |copy| {
                if let Some(courier) = saved.upgrade() {
                    courier.tell(Event::SavedCopyLoaded(copy));
                }
            }),
            Listener::on_document("visibilitychange", move |_| seen()),
            Listener::on_window("online", move |_| online()),
            Listener::on_window("offline", move |_| offline()),
        ];
        SharedFeed {
            state,
            _clock: clock::every_minute(courier.telling(|| Event::MinuteTick)),
            courier,
            wanted: RefCell::new(Vec::new()),
            started: Cell::new(false),
            _listeners: listeners,
            owner,
        }
    }

    /// Whether it serves a widget of these settings.
    pub fn serves(&self, settings: &Config) -> bool {
        *self.repository() == repository(settings)
    }

    /// Whose proposals.
    pub fn repository(&self) -> &Repository {
        &self.courier.origin.repository
    }

    /// Starts to ask, once: when all widgets are there, so that the first request serves all of them. While the
    /// page still comes in, only for what it has preloaded, which says what all of them want.
    pub fn start(&self) {
        if self.started.get() {
            return;
        }
        let is_preloaded = |scope| mounts::is_preloaded(&self.repository().issues_url(scope));
        if is_preloaded(Scope::All) {
            self.want(PAGE, Scope::All);
        }
        let preloaded = is_preloaded(self.widest());
        if !preloaded && mounts::may_come() {
            return;
        }
        self.started.set(true);
        self.courier.tell(Event::VisibilityChanged(is_seen()));
        if preloaded {
            self.courier.tell(Event::Preloaded);
        }
        self.courier.tell(Event::ScopeRequested(self.widest()));
    }

    /// Takes note of what a widget wants.
    pub fn want(&self, widget: u32, scope: Scope) {
        let before = self.widest();
        self.leave(widget);
        self.wanted.borrow_mut().push((widget, scope));
        if self.started.get() && self.widest() != before {
            self.courier.tell(Event::ScopeRequested(self.widest()));
        }
    }

    /// Forgets what a widget wanted.
    pub fn leave(&self, widget: u32) {
        self.wanted.borrow_mut().retain(|(id, _)| *id != widget);
    }

    /// Takes in the snapshot that the page came with.
    pub fn find(&self, snapshot: String) {
        let answer = Response { status: 200, body: snapshot, ..Response::default() };
        self.courier.tell(Event::ResponseReceived(Request::Snapshot, Ok(answer)));
    }

    /// Asks GitHub again.
    pub fn retry(&self) {
        self.courier.tell(Event::RefreshClicked);
    }

    fn widest(&self) -> Scope {
        let wanted = self.wanted.borrow();
        wanted.iter().map(|(_, scope)| *scope).max().unwrap_or(Scope::Open)
    }
}

impl Drop for SharedFeed {
    fn drop(&mut self) {
        self.owner.cleanup();
    }
}

/// In the place of a widget's id, which begin with 1.
const PAGE: u32 = 0;

fn repository(settings: &Config) -> Repository {
    Repository {
        web_base: address::web_base_url(&settings.api).unwrap_or_default(),
        api: settings.api.trim_end_matches('/').to_owned(),
        name: settings.repository.clone(),
    }
}
