//! What the components of one widget share.

use std::sync::Arc;

use chrono::NaiveDate;
use leptos::prelude::*;

use super::action::{Action, FocusTarget};
use super::state::{DateStyle, UiState};
#[cfg(feature = "browser")]
use super::view::{Neighbor, section_id};
use crate::config::Config;
use crate::feed;
use crate::github::Repository;
use crate::i18n::{Catalog, Str};
use crate::proposal::{DateOrTime, Proposal, Time, minutes_url};
use crate::query::{self, Activity, Casefold, Query, SearchEntry, Selection};
#[cfg(feature = "browser")]
use crate::{proposal::Turn, query::route::Route};

/// How long after its start a meeting counts as coming: a host page may give only the day.
const MEETING_DAY: chrono::TimeDelta = chrono::TimeDelta::hours(12);

/// What a browser and the prerenderer do differently.
#[derive(Clone, Copy)]
pub struct Platform {
    /// True if the HTML is written once and no script runs in it yet.
    pub is_prerender: bool,
    /// True if the HTML is the static page of one proposal, in which no script ever runs. Prerendered as well.
    #[cfg(not(target_arch = "wasm32"))]
    pub is_static_page: bool,
    /// True if a proposal has a static page, to which prerendered HTML can link.
    #[cfg(not(target_arch = "wasm32"))]
    pub has_page: fn(u32) -> bool,
    /// Removes case and accents from a text, for comparison.
    pub casefold: Casefold,
    /// Keeps what the running update would lose with an element that it moves or makes anew: the focus, and which
    /// disclosures are open. Elements are found again by their ids.
    pub restore_state: fn(),
    /// True if the page has a first-level heading outside of widgets.
    #[cfg(feature = "browser")]
    pub page_has_heading: bool,
    /// Puts the name of a view before the page's own title; `None` restores the page's title.
    #[cfg(feature = "browser")]
    pub set_page_title: fn(Option<&str>),
    /// Returns the calendar day of a time in a zone of the IANA time zone database.
    #[cfg(feature = "browser")]
    pub day_in_zone: fn(Time, &str) -> NaiveDate,
    /// Returns the page's URL with these parameters in the place of this program's.
    pub url_with: fn(&[(&'static str, String)]) -> String,
}

/// The signals and settings of one widget.
#[derive(Clone, Copy)]
pub struct WidgetContext {
    /// Tells the widgets of a page apart. Part of every element's id.
    pub id: u32,
    /// The data, its age and what is wrong with it.
    pub feed: ReadSignal<feed::State>,
    /// The proposals that match the query, and the facets.
    pub selection: Memo<Selection>,
    /// The browser, or the prerenderer.
    pub platform: Platform,
    /// The current time, to the minute: a change of it writes every age anew.
    now: ReadSignal<Time>,
    ui: ReadSignal<UiState>,
    entries: Memo<Vec<SearchEntry>>,
    settings: StoredValue<Settings>,
    dispatch: UnsyncCallback<Action>,
}

/// Holds what never changes in a widget's life.
struct Settings {
    config: Config,
    date_style: DateStyle,
    repository: Repository,
}

impl WidgetContext {
    /// Returns the context of a widget. Its memos live as long as the current owner.
    pub fn new(
        id: u32,
        (config, date_style): (Config, DateStyle),
        repository: Repository,
        feed: ReadSignal<feed::State>,
        ui: ReadSignal<UiState>,
        platform: Platform,
        dispatch: UnsyncCallback<Action>,
    ) -> Self {
        let casefold = platform.casefold;
        let settings = StoredValue::new(Settings { config, date_style, repository });
        let entries = Memo::new(move |previous| feed.with(|state| search_entries(state, previous, casefold)));
        let selection = Memo::new(move |_| {
            let loaded = feed.with(feed::State::loaded_scope);
            let activity = |proposal: &Proposal| activity(proposal, feed, ui, settings);
            entries
                .with(|entries| ui.with(|ui| query::select(entries, loaded, &ui.query, casefold, activity)))
        });
        let now = minute_signal(feed);
        WidgetContext { id, feed, selection, platform, now, ui, entries, settings, dispatch }
    }

    /// Applies an action.
    pub fn dispatch(&self, action: Action) {
        self.dispatch.run(action);
    }

    /// Reads the host page's settings.
    pub fn config<T>(&self, read: impl FnOnce(&Config) -> T) -> T {
        self.settings.with_value(|settings| read(&settings.config))
    }

    /// True in the static page of one proposal.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn is_static_page(&self) -> bool {
        self.platform.is_static_page
    }

    /// True in the static page of one proposal, which no browser renders.
    #[cfg(all(target_arch = "wasm32", feature = "browser"))]
    pub const fn is_static_page(&self) -> bool {
        false
    }

    /// True if prerendered HTML links a proposal by its own URL: it has a static page, or this is one.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn has_page(&self, number: u32) -> bool {
        self.is_static_page() || (self.platform.has_page)(number)
    }

    /// Always false: a browser opens proposals in place.
    #[cfg(all(target_arch = "wasm32", feature = "browser"))]
    pub const fn has_page(&self, _: u32) -> bool {
        false
    }

    /// Reads the repository whose proposals are shown.
    pub fn repository<T>(&self, read: impl FnOnce(&Repository) -> T) -> T {
        self.settings.with_value(|settings| read(&settings.repository))
    }

    /// True if cards show dates instead of ages.
    pub fn shows_dates(&self) -> bool {
        self.settings.with_value(|settings| settings.date_style == DateStyle::Absolute)
    }

    /// Returns the messages of the visitor's language. They do not change while there is a view.
    pub fn catalog(&self) -> Arc<Catalog> {
        self.ui.with_untracked(|ui| Arc::clone(&ui.catalog))
    }

    /// Returns a message in the visitor's language.
    pub fn tr(&self, message: &'static str) -> Str {
        self.catalog().get(message)
    }

    /// Reads the state of the user interface.
    pub fn ui<T>(&self, read: impl FnOnce(&UiState) -> T) -> T {
        self.ui.with(read)
    }

    /// Reads the state of the user interface at the time of the call.
    #[cfg(feature = "browser")]
    pub fn ui_untracked<T>(&self, read: impl FnOnce(&UiState) -> T) -> T {
        self.ui.with_untracked(read)
    }

    /// Reads the current query.
    pub fn query<T>(&self, read: impl FnOnce(&Query) -> T) -> T {
        self.ui.with(|ui| read(&ui.query))
    }

    /// Returns the URL of a meeting's minutes, in the folder that the snapshot names, or else the host page.
    pub fn minutes_url(&self, date: NaiveDate) -> String {
        let from_snapshot = self.feed.with(|feed| feed.records.minutes_source.clone());
        let source = from_snapshot.or_else(|| self.config(|config| config.minutes.clone()));
        minutes_url(date, &source.unwrap_or_default())
    }

    /// Returns the current time, without its seconds.
    pub fn now(&self) -> Time {
        self.now.get()
    }

    /// Returns the next meeting, if the host page or else the snapshot names one that is not over.
    pub fn next_meeting(&self) -> Option<DateOrTime> {
        let is_coming = |meeting: &DateOrTime| self.now() < meeting.time() + MEETING_DAY;
        let of_host = self.config(|config| config.next_meeting).filter(is_coming);
        of_host.or_else(|| self.feed.with(|feed| feed.records.next_meeting).filter(is_coming))
    }

    /// Returns the next meeting if it has not begun. One that has begun is only the meeting whose minutes are drafted.
    pub fn coming_meeting(&self) -> Option<DateOrTime> {
        let is_ahead =
            |meeting: &DateOrTime| matches!(meeting, DateOrTime::Date(_)) || self.now() < meeting.time();
        self.next_meeting().filter(is_ahead)
    }

    /// Returns the next meeting at the time of the call: see [`next_meeting`](Self::next_meeting).
    #[cfg(feature = "browser")]
    pub fn next_meeting_untracked(&self) -> Option<DateOrTime> {
        untrack(|| self.next_meeting())
    }

    /// Returns the proposal with this pull request number, if it is loaded.
    pub fn proposal(&self, number: u32) -> Option<Arc<Proposal>> {
        self.entries.with(|entries| {
            let index = entries.binary_search_by(|entry| number.cmp(&entry.proposal.number)).ok()?;
            entries.get(index).map(|entry| Arc::clone(&entry.proposal))
        })
    }

    /// Returns whose turn a proposal is, and since when it changed.
    pub fn activity(&self, proposal: &Proposal) -> Activity {
        activity(proposal, self.feed, self.ui, self.settings)
    }

    /// Returns whose turn a proposal is, and why; `None` if that is not known.
    #[cfg(feature = "browser")]
    pub fn whose_turn<'a>(&self, proposal: &'a Proposal) -> Option<Turn<'a>> {
        self.feed
            .with_untracked(|feed| self.config(|config| super::activity::whose_turn(proposal, feed, config)))
    }

    /// Returns all loaded proposals, highest number first.
    #[cfg(feature = "browser")]
    pub fn proposals(&self) -> Vec<Arc<Proposal>> {
        self.entries.with(|entries| entries.iter().map(|entry| Arc::clone(&entry.proposal)).collect())
    }

    /// True if the loaded proposals are all that the query can match.
    pub fn covers_query(&self) -> bool {
        let scope = self.ui(UiState::scope);
        self.feed.with(|feed| feed.covers_scope(scope))
    }

    /// True if any proposals are loaded.
    pub fn has_data(&self) -> bool {
        self.feed.with(|feed| feed.shown.is_some())
    }

    /// Returns the number of the proposal beside this one in the filtered list; `None` at its ends, and for a proposal that
    /// the filters exclude.
    #[cfg(feature = "browser")]
    pub fn neighbor(&self, number: u32, which: Neighbor) -> Option<u32> {
        self.selection.with(|selection| {
            let at = selection.proposals.iter().position(|proposal| proposal.number == number)?;
            let index = match which {
                Neighbor::Previous => at.checked_sub(1)?,
                Neighbor::Next => at + 1,
            };
            selection.proposals.get(index).map(|proposal| proposal.number)
        })
    }

    /// Returns the URL of a proposal on this page, with the list's filters.
    #[cfg(feature = "browser")]
    pub fn proposal_url(&self, number: u32) -> String {
        self.url_of(Route::Proposal(number))
    }

    /// Returns the URL of a view, with the list's filters.
    #[cfg(feature = "browser")]
    pub fn url_of(&self, route: Route) -> String {
        let mut params = self.ui.with_untracked(|ui| query::url_params::encode(&ui.query, &ui.initial_query));
        params.extend(route.encode());
        (self.platform.url_with)(&params)
    }

    /// Returns the id of a section of the open view: a heading of a proposal's text, or a day of decisions. In a static
    /// page it is the anchor itself, because no script looks for it there, unless another element could have that id.
    #[cfg(feature = "browser")]
    pub fn section_id(&self, anchor: &str) -> String {
        if self.is_static_page() && !anchor.starts_with("alesco-") {
            return anchor.to_owned();
        }
        section_id(self.id, anchor)
    }

    /// Returns the id of an element that can get the focus.
    pub fn element_id(&self, target: FocusTarget) -> String {
        target.element_id(self.id)
    }
}

/// Returns whose turn a proposal is, and since when it changed.
#[cfg(feature = "browser")]
fn activity(
    proposal: &Proposal,
    feed: ReadSignal<feed::State>,
    ui: ReadSignal<UiState>,
    settings: StoredValue<Settings>,
) -> Activity {
    settings.with_value(|settings| {
        feed.with(|feed| {
            ui.with(|ui| super::activity::activity(proposal, feed, &settings.config, &ui.visits))
        })
    })
}

/// Returns the activity of a list's card, which shows none.
#[cfg(not(feature = "browser"))]
fn activity(
    _: &Proposal,
    _: ReadSignal<feed::State>,
    _: ReadSignal<UiState>,
    _: StoredValue<Settings>,
) -> Activity {
    Activity
}

/// Returns the feed's current time, to the minute. It is a signal because a memo never forgets the effects of elements
/// that are gone, and each new card has some; a signal forgets them when it changes.
fn minute_signal(feed: ReadSignal<feed::State>) -> ReadSignal<Time> {
    let minute = move || feed.with(|state| whole_minute(state.now));
    let (now, set_now) = signal(untrack(minute));
    Effect::new(move || {
        let minute = minute();
        if now.get_untracked() != minute {
            set_now.set(minute);
        }
    });
    now
}

/// Returns the time at which its minute began.
fn whole_minute(time: Time) -> Time {
    Time::from_timestamp(time.timestamp().div_euclid(60) * 60, 0).unwrap_or(time)
}

/// Prepares the loaded proposals for search, and reuses what did not change. Closed ones that are not shown are among
/// them, for their counts.
fn search_entries(
    state: &feed::State,
    previous: Option<&Vec<SearchEntry>>,
    casefold: Casefold,
) -> Vec<SearchEntry> {
    let shown = state.shown.iter().flat_map(|shown| &shown.proposals);
    let proposals = shown.chain(state.closed_on_standby());
    let entry = |(index, proposal): (usize, &Arc<Proposal>)| {
        let known = previous.and_then(|entries| entries.get(index));
        match known.filter(|entry| entry.proposal == *proposal) {
            Some(entry) => entry.clone(),
            None => SearchEntry::new(Arc::clone(proposal), casefold),
        }
    };
    proposals.enumerate().map(entry).collect()
}
