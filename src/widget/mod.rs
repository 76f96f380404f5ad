//! A widget: connects the rooms. Requests go out here and answers come in; the view only reads.
//!
//! What it shows is here, for the browser and for the snapshot's builder. What is done is in `acts`, in whose
//! place the builder has `still`.

#[cfg_attr(not(target_arch = "wasm32"), path = "still.rs")]
mod acts;
#[cfg(target_arch = "wasm32")]
mod courier;
#[cfg(target_arch = "wasm32")]
mod page;
#[cfg(target_arch = "wasm32")]
mod shared_feed;
#[cfg(target_arch = "wasm32")]
mod tongues;

use std::sync::Arc;

use leptos::prelude::*;
#[cfg(target_arch = "wasm32")]
pub use page::run;

use crate::config::Config;
use crate::feed::State;
use crate::github::{Repository, Scope};
use crate::i18n::{Catalog, Str};
use crate::proposal::{Proposal, Time};
use crate::query::url_params::InvalidParam;
use crate::query::{self, Query, SearchEntry, Selection};

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
    searchable: Memo<Vec<SearchEntry>>,
    fixed: StoredValue<Fixed>,
}

/// What the reader has done to a widget. One signal: each type of signal is code of its own.
struct Reader {
    /// What is asked for.
    query: Query,
    /// What the address asked for and means nothing.
    unknown: Vec<InvalidParam>,
    /// How many cards are shown at most.
    limit: usize,
    /// Whether the filters stand open where there is no room for them.
    open: bool,
    /// The words of the reader's language, or English ones until they are there.
    words: &'static Catalog,
    /// Whether they are there.
    can_read: bool,
    /// Whether letters are coming, so that it is too early to say how much they find.
    is_typing: bool,
}

/// What never changes.
struct Fixed {
    settings: Config,
    /// Whether cards give days and not ages, as those do that the host's page came with.
    absolute_dates: bool,
    repository: Repository,
}

/// Whether this is the builder: then what needs a script is left out.
pub const IS_FRAGMENT: bool = cfg!(not(target_arch = "wasm32"));

impl Widget {
    /// A widget that shows this feed, until the current owner ends.
    #[inline(always)]
    pub fn new(
        id: u32,
        settings: Config,
        absolute_dates: bool,
        feed: ReadSignal<State>,
        repository: Repository,
        words: &'static Catalog,
    ) -> Widget {
        let reader = RwSignal::new(Reader {
            query: settings.initial_query.clone(),
            unknown: Vec::new(),
            limit: settings.limit.unwrap_or(usize::MAX),
            open: false,
            words,
            can_read: false,
            is_typing: false,
        });
        let searchable = Memo::new(move |previous| feed.with(|state| searchable(state, previous)));
        let selection = Memo::new(move |_| {
            let held = feed.with(|state| state.shown.as_ref().map_or(Scope::Open, |shown| shown.scope));
            searchable
                .with(|items| reader.with(|reader| query::select(items, held, &reader.query, acts::fold)))
        });
        let fixed = StoredValue::new(Fixed { settings, absolute_dates, repository });
        Widget { id, feed, selection, reader, searchable, fixed }
    }

    /// The host's wishes.
    pub fn settings<T>(&self, read: impl FnOnce(&Config) -> T) -> T {
        self.fixed.with_value(|fixed| read(&fixed.settings))
    }

    /// Whether cards give days and not ages.
    pub fn absolute_dates(&self) -> bool {
        self.fixed.with_value(|fixed| fixed.absolute_dates)
    }

    /// The words of the reader's language. They do not change while there is a view.
    #[inline(never)]
    pub fn words(&self) -> &'static Catalog {
        self.reader.with_untracked(|reader| reader.words)
    }

    /// A message in the reader's language.
    #[inline(never)]
    pub fn say(&self, message: &'static str) -> Str {
        self.words().get(message)
    }

    /// Whose proposals.
    pub fn repository<T>(&self, read: impl FnOnce(&Repository) -> T) -> T {
        self.fixed.with_value(|fixed| read(&fixed.repository))
    }

    /// What the address asked for and means nothing.
    pub fn unknown<T>(&self, read: impl FnOnce(&[InvalidParam]) -> T) -> T {
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

    /// Whether letters are coming, so that it is too early to say how much they find.
    pub fn is_typing(&self) -> bool {
        self.reader.with(|reader| reader.is_typing)
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

    /// The id of the line that says how many proposals are shown.
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
        self.feed.with(|feed| feed.covers_scope(scope))
    }

    /// Whether there are cards to show.
    pub fn has_cards(&self) -> bool {
        self.feed.with(|feed| feed.shown.is_some())
    }

    /// Whether there are cards or a message to show, and not only a wait.
    pub fn has_something_to_show(&self) -> bool {
        self.feed.with(|feed| feed.shown.is_some() || (feed.error.is_some() && !feed.is_loading()))
    }

    /// Whether the words to show it in are there.
    pub fn can_be_read(&self) -> bool {
        self.reader.with(|reader| reader.can_read)
    }

    /// Whether GitHub is being asked for the list.
    pub fn asks(&self) -> bool {
        self.feed.with(|feed| feed.progress().is_some())
    }
}

/// A meeting is worth naming until the day is over, and a host may give just its day.
const MEETING_DAY: chrono::TimeDelta = chrono::TimeDelta::hours(12);

/// What is on the screen, prepared for search. What has not changed is not prepared again.
fn searchable(state: &State, previous: Option<&Vec<SearchEntry>>) -> Vec<SearchEntry> {
    let mut items = Vec::new();
    for (index, proposal) in state.shown.iter().flat_map(|shown| &shown.proposals).enumerate() {
        let known = previous.and_then(|items| items.get(index));
        items.push(match known.filter(|item| Arc::ptr_eq(&item.proposal, proposal)) {
            Some(item) => item.clone(),
            None => SearchEntry::new(Arc::clone(proposal), acts::fold),
        });
    }
    items
}
