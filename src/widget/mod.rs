//! A widget: connects the rooms. Requests go out here and answers come in; the view only reads.

mod courier;
mod shared_feed;

use std::sync::Arc;

use leptos::prelude::*;
use shared_feed::SharedFeed;

use crate::browser::address::{self, OnBackAndForward, Step};
use crate::browser::mounts::Mount;
use crate::browser::{self, clock, dom};
use crate::feed::State;
use crate::github::{Repository, Scope};
use crate::proposal::{Proposal, Time};
use crate::query::address::Unknown;
use crate::query::{self, Query, Searchable, Selection};
use crate::settings::Settings;
use crate::view::app;

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
    /// The proposals at hand, the highest number first.
    searchable: Memo<Vec<Searchable>>,
    /// The host's wishes.
    pub settings: StoredValue<Settings>,
    /// Whose proposals.
    pub repository: StoredValue<Repository>,
    set_query: WriteSignal<Query>,
    set_unknown: WriteSignal<Vec<Unknown>>,
    shared_feed: StoredValue<SharedFeed, LocalStorage>,
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
        dom::focus(&self.result_id());
    }

    /// The id of that line.
    pub fn result_id(&self) -> String {
        format!("alesco-{}-result", self.id)
    }

    /// Whether GitHub is being asked for the list.
    pub fn asks(&self) -> bool {
        self.feed.with(|feed| feed.progress().is_some())
    }

    /// The proposal of this number, as it is now.
    pub fn proposal(&self, number: u32) -> Option<Arc<Proposal>> {
        self.searchable.with(|items| {
            let at = items.binary_search_by(|item| number.cmp(&item.proposal.number)).ok()?;
            items.get(at).map(|item| Arc::clone(&item.proposal))
        })
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
        self.shared_feed.with_value(SharedFeed::retry);
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

/// Makes a widget of each element.
pub fn mount(mounts: Vec<Mount>) {
    let page = Owner::new();
    let mut feeds = Vec::new();
    for (id, Mount { element, settings }) in (1..).zip(mounts) {
        let feed = SharedFeed::of(&settings, &mut feeds, &page);
        element.set_text_content(None);
        leptos::mount::mount_to(element, move || {
            provide_context(start(id, settings, feed));
            app()
        })
        .forget();
    }
    feeds.iter().for_each(SharedFeed::start);
    // Widgets stay for as long as the page does.
    std::mem::forget(page);
}

fn start(id: u32, settings: Settings, shared_feed: SharedFeed) -> Widget {
    let (query, set_query) = signal(settings.preset.clone());
    let (unknown, set_unknown) = signal(Vec::new());
    let (now, set_now) = signal(clock::now());
    let feed = shared_feed.state;
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
        searchable,
        repository: StoredValue::new(shared_feed.repository.clone()),
        set_query,
        set_unknown,
        settings: StoredValue::new(settings),
        shared_feed: StoredValue::new_local(shared_feed),
    };
    // What is stored here ends with the widget.
    if widget.settings.with_value(|settings| settings.keeps_address) {
        widget.read_address();
        let _ = StoredValue::new_local(OnBackAndForward::new(move || widget.read_address()));
    }
    let _ = StoredValue::new_local(clock::every_minute(move || set_now.set(clock::now())));
    let scope = Memo::new(move |_| query.with(Query::scope));
    widget.shared_feed.with_value(|feed| feed.want(scope));
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
