//! A widget: connects the rooms. Requests go out here and answers come in; the view only reads.

mod courier;

use std::collections::BTreeMap;
use std::sync::Arc;

use courier::Courier;
use leptos::prelude::*;

use crate::browser::address::{self, OnBackAndForward, Step};
use crate::browser::mounts::Mount;
use crate::browser::{self, clock};
use crate::feed::{Event, Origin, State};
use crate::github::{Repository, Scope};
use crate::proposal::{Proposal, Time};
use crate::query::address::Unknown;
use crate::query::{self, Query, Searchable, Selection};
use crate::settings::Settings;
use crate::view::App;

/// What the parts of a widget share.
#[derive(Clone, Copy)]
pub struct Widget {
    /// Tells the widgets of a page apart.
    pub id: u32,
    /// The data, and how it stands with it.
    pub feed: ReadSignal<State>,
    /// What the reader asks to see.
    pub query: ReadSignal<Query>,
    /// What the address asked for and means nothing.
    pub unknown: ReadSignal<Vec<Unknown>>,
    /// The time, a minute exact.
    pub now: ReadSignal<Time>,
    /// What the query selects.
    pub selection: Memo<Selection>,
    /// The proposals on the screen, by number.
    pub proposals: Memo<BTreeMap<u32, Arc<Proposal>>>,
    /// The host's wishes.
    pub settings: StoredValue<Settings>,
    /// Whose proposals.
    pub repository: StoredValue<Repository>,
    /// The line that says how many proposals are shown. Focus goes there when what had it is gone.
    pub result: NodeRef<leptos::html::P>,
    set_query: WriteSignal<Query>,
    set_unknown: WriteSignal<Vec<Unknown>>,
    courier: StoredValue<Arc<Courier>, LocalStorage>,
}

impl Widget {
    /// Asks to see something else. It becomes part of the address, as a step to come back to or not.
    pub fn ask(&self, query: Query, step: Step) {
        self.settings.with_value(|settings| {
            if settings.keeps_address {
                address::write(&query::address::write(&query, &settings.preset), step);
            }
        });
        self.set_unknown.set(Vec::new());
        self.set_query.set(query);
    }

    /// Asks to see more by a control that disappears thereby, so focus moves on to the result.
    pub fn widen(&self, query: Query) {
        self.ask(query, Step::New);
        self.focus_result();
    }

    /// Puts focus on the line that says how many proposals are shown.
    pub fn focus_result(&self) {
        if let Some(result) = self.result.get_untracked() {
            // An element that cannot take focus leaves it where it is.
            let _ = result.focus();
        }
    }

    /// Whether what is on the screen is all that is asked for.
    pub fn covers(&self) -> bool {
        let scope = self.query.with(Query::scope);
        self.feed.with(|feed| feed.covers(scope))
    }

    /// The next meeting, if the host names one and it is not over.
    pub fn next_meeting(&self) -> Option<Time> {
        let meeting = self.settings.with_value(|settings| settings.next_meeting)?;
        (self.now.get() < meeting + MEETING_DAY).then_some(meeting)
    }

    /// Asks GitHub again.
    pub fn retry(&self) {
        let scope = self.query.with_untracked(Query::scope);
        self.courier.with_value(|courier| courier.tell(Event::Retried(scope)));
    }

    /// Takes the query from the address.
    fn read_address(&self) {
        let pairs = address::pairs();
        let pairs = pairs.iter().map(|(key, value)| (*key, value.as_str()));
        let (query, unknown) =
            self.settings.with_value(|settings| query::address::read(pairs, &settings.preset));
        self.set_unknown.set(unknown);
        self.set_query.set(query);
    }
}

/// A meeting is worth naming until the day is over, and a host may give just its day.
const MEETING_DAY: chrono::TimeDelta = chrono::TimeDelta::hours(12);

/// Makes a widget of an element. `id` tells it apart from the others of the page.
pub fn mount(mount: Mount, id: u32) {
    let Mount { element, settings } = mount;
    element.set_inner_html("");
    leptos::mount::mount_to(element, move || {
        let widget = start(settings, id);
        provide_context(widget);
        App()
    })
    .forget();
}

fn start(settings: Settings, id: u32) -> Widget {
    let repository = Repository {
        web: address::web_of(&settings.api).unwrap_or_default(),
        api: settings.api.trim_end_matches('/').to_owned(),
        name: settings.repository.clone(),
    };
    let (feed, set_feed) = signal(State::default());
    let (query, set_query) = signal(settings.preset.clone());
    let (unknown, set_unknown) = signal(Vec::new());
    let (now, set_now) = signal(clock::now());
    let scope = Memo::new(move |_| query.with(Query::scope));
    let courier = Arc::new(Courier {
        origin: Origin { repository: repository.clone(), has_snapshot: settings.snapshot.is_some() },
        snapshot: settings.snapshot.clone(),
        scope,
        feed: set_feed,
        timer: StoredValue::new_local(None),
        owner: Owner::current().unwrap_or_default(),
    });
    let searchable = Memo::new(move |previous| feed.with(|state| searchable(state, previous)));
    let widget = Widget {
        id,
        feed,
        query,
        unknown,
        now,
        selection: Memo::new(move |_| {
            let held = feed.with(|state| state.shown.as_ref().map_or(Scope::Open, |shown| shown.scope));
            searchable.with(|items| query.with(|query| query::select(items, held, query, browser::fold)))
        }),
        proposals: Memo::new(move |_| searchable.with(|items| by_number(items))),
        repository: StoredValue::new(repository),
        result: NodeRef::new(),
        set_query,
        set_unknown,
        courier: StoredValue::new_local(Arc::clone(&courier)),
        settings: StoredValue::new(settings),
    };
    if widget.settings.with_value(|settings| settings.keeps_address) {
        widget.read_address();
        let _ = StoredValue::new_local(OnBackAndForward::new(move || widget.read_address()));
    }
    let _ = StoredValue::new_local(clock::every_minute(move || set_now.set(clock::now())));
    Effect::new(move |_| courier.tell(Event::Wanted(scope.get())));
    widget
}

/// What is on the screen, prepared for search. What has not changed is not prepared again.
fn searchable(state: &State, previous: Option<&Vec<Searchable>>) -> Vec<Searchable> {
    let proposals = state.shown.iter().flat_map(|shown| &shown.proposals);
    let prepare = |(index, proposal): (usize, &Arc<Proposal>)| {
        let known = previous.and_then(|items| items.get(index));
        match known.filter(|item| Arc::ptr_eq(&item.proposal, proposal)) {
            Some(item) => item.clone(),
            None => Searchable::new(Arc::clone(proposal), browser::fold),
        }
    };
    proposals.enumerate().map(prepare).collect()
}

fn by_number(items: &[Searchable]) -> BTreeMap<u32, Arc<Proposal>> {
    let mut proposals = BTreeMap::new();
    // `collect` would bring a sorting algorithm of its own.
    for item in items {
        proposals.insert(item.proposal.number, Arc::clone(&item.proposal));
    }
    proposals
}
