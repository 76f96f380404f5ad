//! What a widget does: what the reader asks of it, and what it asks of the page and of its feed.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo_timers::callback::Timeout;
use leptos::prelude::*;

use super::shared_feed::SharedFeed;
use super::{Reader, Widget, tongues};
pub(super) use crate::browser::fold;
use crate::browser::listener::Listener;
use crate::browser::{address, dismissal, dom};
use crate::config::{Config, Layout};
use crate::i18n::Catalog;
use crate::query::url_params::HistoryMode;
use crate::query::{self, Query};
use crate::view::SHOWN;

thread_local! {
    /// What the acts of each widget need, by its id. Not in the widget itself: what a view has must be able to
    /// go to another thread, and this is.
    static ACTS: RefCell<Vec<(u32, Rc<Acts>)>> = const { RefCell::new(Vec::new()) };
}

/// What the acts of a widget need.
struct Acts {
    shared_feed: Rc<SharedFeed>,
    /// Whether letters are typed in a row: together they are one step back.
    typing: Cell<bool>,
    /// Until the letters have come.
    pause: RefCell<Option<Timeout>>,
    /// Whether the reader asked for another try and has not seen what came of it.
    retried: Cell<bool>,
    /// They go with the widget.
    listeners: RefCell<Vec<Listener>>,
}

impl Widget {
    /// Starts a widget, which ends with the current owner.
    pub(super) fn start(
        id: u32,
        settings: Config,
        absolute_dates: bool,
        shared_feed: Rc<SharedFeed>,
    ) -> Widget {
        let (feed, keeps_address) = (shared_feed.state, settings.sync_url);
        let (typing, retried, pause) = (Cell::new(false), Cell::new(false), RefCell::new(None));
        let repository = shared_feed.repository().clone();
        let acts = Acts { shared_feed, typing, pause, retried, listeners: RefCell::default() };
        ACTS.with_borrow_mut(|all| all.push((id, Rc::new(acts))));
        on_cleanup(move || {
            let gone = ACTS.with_borrow_mut(|all| {
                let at = all.iter().position(|(other, _)| *other == id)?;
                Some(all.swap_remove(at))
            });
            drop(gone);
        });
        let widget = Widget::new(id, settings, absolute_dates, feed, repository, tongues::english());
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
        widget.listen(dismissal::by_escape(SHOWN));
        widget.want();
        widget
    }

    /// None once the widget is gone.
    fn acts(&self) -> Option<Rc<Acts>> {
        ACTS.with_borrow(|all| all.iter().find(|(id, _)| *id == self.id).map(|(_, acts)| Rc::clone(acts)))
    }

    fn listen(&self, listener: Listener) {
        if let Some(acts) = self.acts() {
            acts.listeners.borrow_mut().push(listener);
        }
    }

    /// Takes the words that it is to speak.
    pub(super) fn speak(&self, words: &'static Catalog) {
        self.reader.try_update(|reader| (reader.words, reader.can_read) = (words, true));
    }

    /// Opens the filters, or closes them.
    pub fn toggle_open(&self) {
        self.reader.update(|reader| reader.open = !reader.open);
    }

    /// Letters are typed: together they are one step back, and the result is said after the last one.
    pub fn type_words(&self, text: String) {
        let pause = {
            let (widget, reader) = (*self, self.reader);
            Timeout::new(PAUSE, move || {
                if reader.try_update(|reader| reader.is_typing = false).is_some() {
                    widget.write_address(&widget.query_now(), HistoryMode::Replace);
                }
            })
        };
        let Some(acts) = self.acts() else { return };
        acts.pause.replace(Some(pause));
        let before = acts.typing.replace(true);
        let query = Query { text, ..self.query_now() };
        if !before {
            self.write_address(&query, HistoryMode::Push);
        }
        self.reader.update_untracked(|reader| reader.is_typing = true);
        self.show(query);
    }

    /// The letters that come next are a step of their own.
    pub fn end_words(&self) {
        if self.stop_typing() {
            self.write_address(&self.query_now(), HistoryMode::Replace);
        }
    }

    /// Whether letters were still on their way into the address.
    fn stop_typing(&self) -> bool {
        let Some(acts) = self.acts() else { return false };
        acts.typing.set(false);
        drop(acts.pause.take());
        let were = self.reader.with_untracked(|reader| reader.is_typing);
        if were {
            self.reader.update(|reader| reader.is_typing = false);
        }
        were
    }

    /// Whether the reader had asked for another try, and whether that is still to be seen.
    pub fn replace_retried(&self, retried: bool) -> bool {
        self.acts().is_some_and(|acts| acts.retried.replace(retried))
    }

    /// Asks to see something else. It becomes part of the address, as a step to come back to.
    pub fn ask(&self, query: Query) {
        self.end_words();
        self.write_address(&query, HistoryMode::Push);
        self.show(query);
    }

    fn show(&self, query: Query) {
        let limit = self.settings(|settings| settings.limit.unwrap_or(usize::MAX));
        self.reader.update(|reader| *reader = Reader { query, unknown: Vec::new(), limit, ..*reader });
        self.want();
    }

    /// A browser takes longer for it the more links there are, so not for every letter.
    fn write_address(&self, query: &Query, step: HistoryMode) {
        self.settings(|settings| {
            if settings.sync_url {
                address::write(&query::url_params::encode(query, &settings.initial_query), step);
            }
        });
    }

    /// Asks to see something else by a control that may disappear thereby; then focus moves on to the result.
    pub fn choose(&self, query: Query) {
        dom::keep_focus(self.result_id());
        self.ask(query);
    }

    /// Asks to see more by a control that disappears thereby, so focus moves on to the result.
    pub fn widen(&self, query: Query) {
        self.ask(query);
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

    /// Asks GitHub again.
    pub fn retry(&self) {
        if let Some(acts) = self.acts() {
            acts.shared_feed.retry();
        }
    }

    /// Tells the feed what the query needs.
    fn want(&self) {
        let scope = self.reader.with_untracked(|reader| reader.query.scope());
        if let Some(acts) = self.acts() {
            acts.shared_feed.want(self.id, scope);
        }
    }

    /// Takes the query from the address.
    fn read_address(&self) {
        let pairs = address::pairs();
        let (query, unknown) =
            self.settings(|settings| query::url_params::parse(&pairs, &settings.initial_query));
        // It is another one already.
        self.stop_typing();
        self.reader.update(|reader| *reader = Reader { query, unknown, ..*reader });
    }
}

/// After so many milliseconds without a letter, the result is said and the address is written.
const PAUSE: u32 = 600;
