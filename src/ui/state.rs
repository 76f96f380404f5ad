//! The state of one widget's user interface.

use std::sync::Arc;

#[cfg(feature = "browser")]
use super::view::ViewState;
#[cfg(feature = "browser")]
use super::visits::Visits;
use crate::config::Config;
#[cfg(feature = "browser")]
use crate::config::Layout;
use crate::github::Scope;
use crate::i18n::Catalog;
use crate::query::Query;
use crate::query::url_params::InvalidParam;

/// Cards shown at first where the host page sets no `data-limit`, and added by each "Show more".
pub const PAGE_SIZE: usize = 50;

/// What the visitor has done to a widget.
#[derive(Clone, Debug)]
pub struct UiState {
    /// The current filter and order.
    pub query: Query,
    /// Values of the URL that were ignored.
    pub invalid_params: Vec<InvalidParam>,
    /// How many cards are shown at most. Never shrinks.
    pub limit: usize,
    /// True if the filters are open. Only matters where they do not stand beside the list.
    pub filters_open: bool,
    /// The messages. English ones until those of the visitor's language are there.
    pub catalog: Arc<Catalog>,
    /// True once the messages of the visitor's language are there.
    pub catalog_ready: bool,
    /// The views of the standalone page.
    #[cfg(feature = "browser")]
    pub view: ViewState,
    /// Which proposals this browser has opened.
    #[cfg(feature = "browser")]
    pub visits: Arc<Visits>,
    /// True if proposals can be opened in place.
    #[cfg(feature = "browser")]
    pub(super) has_views: bool,
    /// How far the visitor is with typing into the search field.
    pub(super) typing: Typing,
    /// True from "Try again" until the error panel is gone.
    pub(super) retrying: bool,
    /// The filter that the host page starts with. The URL holds what differs from it.
    pub(super) initial_query: Query,
    /// True if the page's URL holds the filter.
    pub(super) sync_url: bool,
}

/// How cards write times.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateStyle {
    /// As ages, with the exact time behind them.
    Relative,
    /// As dates, as prerendered cards do: an age in their place would move what stands beside it.
    Absolute,
}

/// Keystrokes in a row are one history entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Typing {
    /// The next keystroke adds a history entry.
    Idle,
    /// A keystroke came within the debounce: the URL is not written yet.
    Debouncing,
    /// The URL is written. The next keystroke replaces the same history entry.
    Paused,
}

impl UiState {
    /// Returns the state of a new widget, with English messages.
    pub fn new(config: &Config, english: Arc<Catalog>) -> Self {
        UiState {
            query: config.initial_query.clone(),
            invalid_params: Vec::new(),
            limit: config.limit.unwrap_or(PAGE_SIZE),
            filters_open: false,
            catalog: english,
            catalog_ready: false,
            #[cfg(feature = "browser")]
            view: ViewState::default(),
            #[cfg(feature = "browser")]
            visits: Arc::default(),
            #[cfg(feature = "browser")]
            has_views: config.layout == Layout::Browser,
            typing: Typing::Idle,
            retrying: false,
            initial_query: config.initial_query.clone(),
            sync_url: config.sync_url,
        }
    }

    /// Returns the proposals that have to be loaded for what is shown.
    pub fn scope(&self) -> Scope {
        #[cfg(feature = "browser")]
        if self.view.needs_all_proposals() {
            return Scope::All;
        }
        self.query.scope()
    }

    /// True while keystrokes come in, when it is too early to announce the number of results.
    pub fn is_debouncing(&self) -> bool {
        self.typing == Typing::Debouncing
    }
}
