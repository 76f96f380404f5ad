//! A widget: connects the rooms. Requests go out here and answers come in; the view only reads.

mod courier;
mod page;
mod shared_feed;
mod tongues;

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::sync::Arc;

use gloo_timers::callback::Timeout;
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
use crate::settings::{Layout, Settings};
use crate::words::{Text, Words};

/// What the parts of a widget share.
#[derive(Clone, Copy)]
pub struct Widget {
    /// Tells the widgets of a page apart.
    pub id: u32,
    /// The data, and how it stands with it.
    pub feed: ReadSignal<State>,
    /// What the query selects.
    pub selection: Memo<Selection>,
    reader: RwSignal<Reader>,
    /// The proposals at hand, the highest number first.
    searchable: Memo<Vec<Searchable>>,
    fixed: StoredValue<Fixed, LocalStorage>,
}

/// What the reader has done to a widget. One signal: each type of signal is code of its own.
struct Reader {
    /// What is asked for.
    query: Query,
    /// What the address asked for and means nothing.
    unknown: Vec<Unknown>,
    /// How many cards are shown at most.
    limit: usize,
    /// Whether the filters stand open where there is no room for them.
    open: bool,
    /// Whether the words of the reader's language are there.
    can_read: bool,
    /// Whether letters are coming, so that it is too early to say how much they find.
    is_typing: bool,
}

/// What never changes.
struct Fixed {
    settings: Settings,
    shared_feed: Rc<SharedFeed>,
    words: Cell<&'static Words>,
    /// Whether letters are typed in a row: together they are one step back.
    typing: Cell<bool>,
    /// Until the letters have come.
    pause: RefCell<Option<Timeout>>,
    /// Whether the reader asked for another try and has not seen what came of it.
    retried: Cell<bool>,
    /// They go with the widget.
    _listeners: Vec<Listener>,
}

impl Widget {
    /// Starts a widget, which ends with the current owner.
    fn start(id: u32, settings: Settings, shared_feed: Rc<SharedFeed>) -> Widget {
        let feed = shared_feed.state;
        let reader = RwSignal::new(Reader {
            query: settings.preset.clone(),
            unknown: Vec::new(),
            limit: settings.limit.unwrap_or(usize::MAX),
            open: false,
            can_read: false,
            is_typing: false,
        });
        let searchable = Memo::new(move |previous| feed.with(|state| searchable(state, previous)));
        let selection = Memo::new(move |_| {
            let held = feed.with(|state| state.shown.as_ref().map_or(Scope::Open, |shown| shown.scope));
            searchable
                .with(|items| reader.with(|reader| query::select(items, held, &reader.query, browser::fold)))
        });
        let keeps_address = settings.keeps_address;
        let (typing, retried, pause) = (Cell::new(false), Cell::new(false), RefCell::new(None));
        let words = Cell::new(tongues::english());
        let fixed = Fixed { settings, shared_feed, words, typing, pause, retried, _listeners: Vec::new() };
        let fixed = StoredValue::new_local(fixed);
        let widget = Widget { id, feed, selection, reader, searchable, fixed };
        if keeps_address {
            widget.read_address();
            widget.listen(Listener::on_window("popstate", move |_| {
                widget.read_address();
                widget.want();
            }));
        }
        if widget.settings(|settings| settings.layout == Layout::Browser) {
            widget.listen(Listener::on_document("keydown", move |event| {
                if dom::asks_for_search(&event) {
                    event.prevent_default();
                    dom::focus_soon(widget.search_id());
                }
            }));
        }
        widget.want();
        widget
    }

    fn listen(&self, listener: Listener) {
        self.fixed.update_value(|fixed| fixed._listeners.push(listener));
    }

    /// The host's wishes.
    pub fn settings<T>(&self, read: impl FnOnce(&Settings) -> T) -> T {
        self.fixed.with_value(|fixed| read(&fixed.settings))
    }

    /// The words of the reader's language. They do not change while there is a view.
    #[inline(never)]
    pub fn words(&self) -> &'static Words {
        self.fixed.with_value(|fixed| fixed.words.get())
    }

    /// A message in the reader's language.
    #[inline(never)]
    pub fn say(&self, message: &'static str) -> Text {
        self.words().say(message)
    }

    /// Takes the words that it is to speak.
    fn speak(&self, words: &'static Words) {
        let _ = self.fixed.try_with_value(|fixed| fixed.words.set(words));
        self.reader.try_update(|reader| reader.can_read = true);
    }

    /// Whose proposals.
    pub fn repository<T>(&self, read: impl FnOnce(&Repository) -> T) -> T {
        self.fixed.with_value(|fixed| read(fixed.shared_feed.repository()))
    }

    /// What the address asked for and means nothing.
    pub fn unknown<T>(&self, read: impl FnOnce(&[Unknown]) -> T) -> T {
        self.reader.with(|reader| read(&reader.unknown))
    }

    /// What is asked for.
    pub fn query<T>(&self, read: impl FnOnce(&Query) -> T) -> T {
        self.reader.with(|reader| read(&reader.query))
    }

    /// What is asked for now, whatever comes.
    pub fn query_now(&self) -> Query {
        self.reader.with_untracked(|reader| reader.query.clone())
    }

    /// How many cards are shown at most.
    pub fn limit(&self) -> usize {
        self.reader.with(|reader| reader.limit)
    }

    /// Whether the filters stand open where there is no room for them.
    pub fn is_open(&self) -> bool {
        self.reader.with(|reader| reader.open)
    }

    /// Opens the filters, or closes them.
    pub fn toggle_open(&self) {
        self.reader.update(|reader| reader.open = !reader.open);
    }

    /// Letters are typed: together they are one step back, and the result is said after the last one.
    pub fn type_words(&self, text: String) {
        let pause = {
            let reader = self.reader;
            Timeout::new(PAUSE, move || {
                reader.try_update(|reader| reader.is_typing = false);
            })
        };
        let before = self.fixed.with_value(|fixed| {
            fixed.pause.replace(Some(pause));
            fixed.typing.replace(true)
        });
        let step = if before { Step::Same } else { Step::New };
        self.reader.update_untracked(|reader| reader.is_typing = true);
        self.ask(Query { text, ..self.query_now() }, step);
    }

    /// The letters that come next are a step of their own.
    pub fn end_words(&self) {
        self.fixed.with_value(|fixed| fixed.typing.set(false));
    }

    /// Whether letters are coming, so that it is too early to say how much they find.
    pub fn is_typing(&self) -> bool {
        self.reader.with(|reader| reader.is_typing)
    }

    /// Whether the reader had asked for another try, and whether that is still to be seen.
    pub fn replace_retried(&self, retried: bool) -> bool {
        self.fixed.with_value(|fixed| fixed.retried.replace(retried))
    }

    /// The time, a minute exact.
    pub fn now(&self) -> Time {
        self.feed.with(|feed| feed.now)
    }

    /// The next meeting, if the host names one and it is not over.
    pub fn next_meeting(&self) -> Option<Time> {
        let meeting = self.settings(|settings| settings.next_meeting)?;
        (self.now() < meeting + MEETING_DAY).then_some(meeting)
    }

    /// Asks to see something else. It becomes part of the address, as a step to come back to or not.
    pub fn ask(&self, query: Query, step: Step) {
        self.settings(|settings| {
            if settings.keeps_address {
                address::write(&query::address::write(&query, &settings.preset), step);
            }
            let limit = settings.limit.unwrap_or(usize::MAX);
            self.reader.update(|reader| *reader = Reader { query, unknown: Vec::new(), limit, ..*reader });
        });
        self.want();
    }

    /// Asks to see more by a control that disappears thereby, so focus moves on to the result.
    pub fn widen(&self, query: Query) {
        self.ask(query, Step::New);
        self.focus_result();
    }

    /// Shows the cards that the host's limit has kept back.
    pub fn show_more(&self) {
        let shown = self.reader.with_untracked(|reader| reader.limit);
        let next = self.selection.with_untracked(|selection| selection.proposals.get(shown).cloned());
        self.reader.update(|reader| reader.limit = usize::MAX);
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

    /// The id of the search.
    pub fn search_id(&self) -> String {
        format!("alesco-{}-search", self.id)
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
        let scope = self.query(Query::scope);
        self.feed.with(|feed| feed.covers(scope))
    }

    /// Whether there are cards or a message to show, and not only a wait.
    pub fn has_something_to_show(&self) -> bool {
        self.feed.with(|feed| feed.shown.is_some() || (feed.trouble.is_some() && !feed.is_waiting()))
    }

    /// Whether the words to show it in are there.
    pub fn can_be_read(&self) -> bool {
        self.reader.with(|reader| reader.can_read)
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
        let scope = self.reader.with_untracked(|reader| reader.query.scope());
        self.fixed.with_value(|fixed| fixed.shared_feed.want(self.id, scope));
    }

    /// Takes the query from the address.
    fn read_address(&self) {
        let pairs = address::pairs();
        let (query, unknown) = self.settings(|settings| query::address::read(&pairs, &settings.preset));
        self.end_words();
        self.reader.update(|reader| *reader = Reader { query, unknown, ..*reader });
    }
}

/// After so many milliseconds without a letter, the result is said.
const PAUSE: u32 = 600;

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
