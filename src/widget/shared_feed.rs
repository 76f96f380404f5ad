//! The feed that the widgets of one repository share: one list, one state.

use std::sync::Arc;

use leptos::prelude::*;

use super::courier::Courier;
use crate::browser::address;
use crate::feed::{Event, Origin, State};
use crate::github::{Repository, Scope};
use crate::settings::Settings;

/// A repository's proposals, for every widget of the page that shows them.
#[derive(Clone)]
pub(super) struct SharedFeed {
    /// The repository.
    pub repository: Repository,
    /// The data, and how it stands with it.
    pub state: ReadSignal<State>,
    courier: Arc<Courier>,
    /// What each widget wants.
    wanted: RwSignal<Vec<Memo<Scope>>>,
    widest: Memo<Scope>,
}

impl SharedFeed {
    /// The feed that a widget of these settings needs, from `feeds` if it is there already.
    /// Requests end with `owner`.
    pub fn of(settings: &Settings, feeds: &mut Vec<SharedFeed>, owner: &Owner) -> SharedFeed {
        let repository = repository(settings);
        if let Some(known) = feeds.iter().find(|feed| feed.repository == repository) {
            return known.clone();
        }
        let feed = owner.with(|| SharedFeed::new(repository, settings.snapshot.clone(), owner));
        feeds.push(feed.clone());
        feed
    }

    fn new(repository: Repository, snapshot: Option<String>, owner: &Owner) -> SharedFeed {
        let (state, set_state) = signal(State::default());
        let wanted = RwSignal::new(Vec::<Memo<Scope>>::new());
        let widest = Memo::new(move |_| {
            wanted.with(|wanted| wanted.iter().map(Memo::get).max()).unwrap_or(Scope::Open)
        });
        let courier = Arc::new(Courier {
            origin: Origin { repository: repository.clone(), has_snapshot: snapshot.is_some() },
            snapshot,
            scope: widest,
            feed: set_state,
            timer: StoredValue::new_local(None),
            owner: owner.clone(),
        });
        SharedFeed { repository, state, courier, wanted, widest }
    }

    /// Starts to ask. Once all widgets are there, so that the first request serves all of them.
    pub fn start(&self) {
        let (courier, widest) = (Arc::clone(&self.courier), self.widest);
        self.courier.owner.with(|| Effect::new(move |_| courier.tell(Event::Wanted(widest.get()))));
    }

    /// Adds what a widget wants.
    pub fn want(&self, scope: Memo<Scope>) {
        self.wanted.update(|wanted| wanted.push(scope));
    }

    /// Asks GitHub again.
    pub fn retry(&self) {
        self.courier.tell(Event::Retried(self.widest.get_untracked()));
    }
}

fn repository(settings: &Settings) -> Repository {
    Repository {
        web: address::web_of(&settings.api).unwrap_or_default(),
        api: settings.api.trim_end_matches('/').to_owned(),
        name: settings.repository.clone(),
    }
}
