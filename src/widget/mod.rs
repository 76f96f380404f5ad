//! A widget: connects the rooms. Requests go out here and answers come in; the view only reads.

mod courier;
mod page;
mod shared_feed;

use std::rc::Rc;
use std::sync::Arc;

use leptos::prelude::*;
pub use page::run;
use shared_feed::SharedFeed;

use crate::browser::address::{self, Step};
use crate::browser::listener::Listener;
use crate::browser::{self, dom};
use crate::feed::State;
use crate::github::{Repository, Scope};
use crate::proposal::{Proposal, Time};
use crate::query::address::Unknown;
use crate::query::{self, Query, Searchable, Selection};
use crate::settings::Settings;

/// What the parts of a widget share.
#[derive(Clone, Copy)]
pub struct Widget {
    /// Tells the widgets of a page apart.
    pub id: u32,
    /// The data, and how it stands with it.
    pub feed: ReadSignal<State>,
    /// What the reader asks to see.
    pub query: RwSignal<Query>,
    /// The time, a minute exact.
    pub now: ReadSignal<Time>,
    /// What the query selects.
    pub selection: Memo<Selection>,
    /// The next meeting, if the host names one and it is not over.
    pub next_meeting: Memo<Option<Time>>,
    /// How many cards are shown at most.
    pub limit: RwSignal<usize>,
    /// Whether the filters stand open where there is no room for them.
    pub open: RwSignal<bool>,
    /// Whether the reader asked for another try and has not seen what came of it.
    pub retried: RwSignal<bool>,
    /// Whether letters are typed in a row: together they are one step back.
    pub typing: RwSignal<bool>,
    /// What the address asked for and means nothing.
    unknown: RwSignal<Vec<Unknown>>,
    /// The proposals at hand, the highest number first.
    searchable: Memo<Vec<Searchable>>,
    fixed: StoredValue<Fixed, LocalStorage>,
}

/// What never changes.
struct Fixed {
    settings: Settings,
    shared_feed: Rc<SharedFeed>,
    /// Goes with the widget.
    _on_back_and_forward: Option<Listener>,
}

impl Widget {
    /// Starts a widget, which ends with the current owner.
    fn start(id: u32, settings: Settings, shared_feed: Rc<SharedFeed>) -> Widget {
        let feed = shared_feed.state;
        let query = RwSignal::new(settings.preset.clone());
        let searchable = Memo::new(move |previous| feed.with(|state| searchable(state, previous)));
        let selection = Memo::new(move |_| {
            let held = feed.with(|state| state.shown.as_ref().map_or(Scope::Open, |shown| shown.scope));
            searchable.with(|items| query.with(|query| query::select(items, held, query, browser::fold)))
        });
        let keeps_address = settings.keeps_address;
        let limit = settings.limit.unwrap_or(usize::MAX);
        let (now, meeting) = (shared_feed.now, settings.next_meeting);
        let fixed = Fixed { settings, shared_feed, _on_back_and_forward: None };
        let widget = Widget {
            id,
            feed,
            query,
            now,
            selection,
            next_meeting: Memo::new(move |_| meeting.filter(|meeting| now.get() < *meeting + MEETING_DAY)),
            limit: RwSignal::new(limit),
            open: RwSignal::new(false),
            retried: RwSignal::new(false),
            typing: RwSignal::new(false),
            unknown: RwSignal::new(Vec::new()),
            searchable,
            fixed: StoredValue::new_local(fixed),
        };
        if keeps_address {
            widget.read_address();
            let listener = Listener::on_window("popstate", move |_| {
                widget.read_address();
                widget.want();
            });
            widget.fixed.update_value(|fixed| fixed._on_back_and_forward = Some(listener));
        }
        widget.want();
        widget
    }

    /// The host's wishes.
    pub fn settings<T>(&self, read: impl FnOnce(&Settings) -> T) -> T {
        self.fixed.with_value(|fixed| read(&fixed.settings))
    }

    /// Whose proposals.
    pub fn repository<T>(&self, read: impl FnOnce(&Repository) -> T) -> T {
        self.fixed.with_value(|fixed| read(fixed.shared_feed.repository()))
    }

    /// What the address asked for and means nothing.
    pub fn unknown<T>(&self, read: impl FnOnce(&[Unknown]) -> T) -> T {
        self.unknown.with(|unknown| read(unknown))
    }

    /// Asks to see something else. It becomes part of the address, as a step to come back to or not.
    pub fn ask(&self, query: Query, step: Step) {
        self.settings(|settings| {
            if settings.keeps_address {
                address::write(&query::address::write(&query, &settings.preset), step);
            }
            self.limit.set(settings.limit.unwrap_or(usize::MAX));
        });
        self.unknown.set(Vec::new());
        self.query.set(query);
        self.want();
    }

    /// Asks to see more by a control that disappears thereby, so focus moves on to the result.
    pub fn widen(&self, query: Query) {
        self.ask(query, Step::New);
        self.focus_result();
    }

    /// Shows the cards that the host's limit has kept back.
    pub fn show_more(&self) {
        let shown = self.limit.get_untracked();
        let next = self.selection.with_untracked(|selection| selection.proposals.get(shown).cloned());
        self.limit.set(usize::MAX);
        if let Some(next) = next {
            dom::focus_soon(self.title_id(next.number));
        }
    }

    /// Puts focus on the line that says how many proposals are shown.
    pub fn focus_result(&self) {
        dom::focus_soon(self.result_id());
    }

    /// The id of that line.
    pub fn result_id(&self) -> String {
        format!("alesco-{}-result", self.id)
    }

    /// The id of a card's link.
    pub fn title_id(&self, number: u32) -> String {
        format!("alesco-{}-title-{number}", self.id)
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

    /// Whether there are cards or a message to show, and not only a wait.
    pub fn has_something_to_show(&self) -> bool {
        self.feed.with(|feed| feed.shown.is_some() || (feed.trouble.is_some() && !feed.is_waiting()))
    }

    /// Whether GitHub is being asked for the list.
    pub fn asks(&self) -> bool {
        self.feed.with(|feed| feed.progress().is_some())
    }

    /// Asks GitHub again.
    pub fn retry(&self) {
        self.fixed.with_value(|fixed| fixed.shared_feed.retry());
    }

    /// Tells the feed what the query needs.
    fn want(&self) {
        let scope = self.query.with_untracked(Query::scope);
        self.fixed.with_value(|fixed| fixed.shared_feed.want(self.id, scope));
    }

    /// Takes the query from the address.
    fn read_address(&self) {
        let pairs = address::pairs();
        let (query, unknown) = self.settings(|settings| query::address::read(&pairs, &settings.preset));
        self.typing.set(false);
        self.unknown.set(unknown);
        self.query.set(query);
    }
}

/// A meeting is worth naming until the day is over, and a host may give just its day.
const MEETING_DAY: chrono::TimeDelta = chrono::TimeDelta::hours(12);

/// What is on the screen, prepared for search. What has not changed is not prepared again.
fn searchable(state: &State, previous: Option<&Vec<Searchable>>) -> Vec<Searchable> {
    let mut items = Vec::new();
    for (index, proposal) in state.shown.iter().flat_map(|shown| &shown.proposals).enumerate() {
        let known = previous.and_then(|items| items.get(index));
        items.push(match known.filter(|item| Arc::ptr_eq(&item.proposal, proposal)) {
            Some(item) => item.clone(),
            None => Searchable::new(Arc::clone(proposal), browser::fold),
        });
    }
    items
}
