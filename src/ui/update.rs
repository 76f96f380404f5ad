//! The one function that changes the state of the user interface.

use super::action::{Action, FocusTarget, UiEffect};
use super::state::{PAGE_SIZE, Typing, UiState};
use crate::query::url_params::{self, HistoryMode};
use crate::query::{Query, Sort, StateFilter};

/// Applies an action to the state and returns what the runtime has to do, in order.
pub fn update(state: &mut UiState, action: Action) -> Vec<UiEffect> {
    let mut update = Update { state, effects: Vec::new() };
    match action {
        Action::SearchInput(text) => update.search_input(text),
        Action::SearchCommitted => update.commit_search(),
        Action::SearchDebounceElapsed => update.search_debounce_elapsed(),
        Action::SearchEscaped => {
            if !update.state.query.text.is_empty() {
                update.set_query(update.without_text());
            }
        }
        Action::FacetToggled(value) => {
            update.effects.push(UiEffect::KeepFocus(FocusTarget::Results));
            update.set_query(update.state.query.clone().toggled(&value));
        }
        Action::FilterRemoved(value) => update.remove(update.state.query.clone().toggled(&value)),
        Action::SearchRemoved => update.remove(update.without_text()),
        Action::FiltersCleared => update.remove(update.state.query.without_filters()),
        Action::StateFilterChanged(filter) => update.set_state_filter(filter),
        Action::SortChanged(sort) => update.set_sort(sort),
        Action::FiltersToggled => update.state.filters_open = !update.state.filters_open,
        Action::MoreRequested { first_hidden } => {
            update.state.limit += PAGE_SIZE;
            update.effects.extend(first_hidden.map(FocusTarget::Card).map(UiEffect::Focus));
        }
        Action::RefreshRequested => update.effects.push(UiEffect::Refresh),
        Action::RetryRequested => {
            update.state.retrying = true;
            update.effects.push(UiEffect::Refresh);
        }
        Action::ErrorResolved => {
            // The button that had the focus goes with the error panel.
            if std::mem::take(&mut update.state.retrying) {
                update.effects.push(UiEffect::Focus(FocusTarget::Results));
            }
        }
        Action::UrlChanged(params) => update.read_url(&params),
        Action::CatalogLoaded(catalog) => {
            update.state.catalog = catalog;
            update.state.catalog_ready = true;
        }
        #[cfg(feature = "browser")]
        Action::View(action) => update.apply_view_action(action),
    }
    update.effects
}

/// A state that is being changed, and the effects so far.
pub(super) struct Update<'a> {
    pub(super) state: &'a mut UiState,
    pub(super) effects: Vec<UiEffect>,
}

impl Update<'_> {
    fn search_input(&mut self, text: String) {
        self.state.query.text = text;
        self.state.invalid_params.clear();
        if self.state.typing == Typing::Idle {
            self.write_url(HistoryMode::Push);
        }
        self.state.typing = Typing::Debouncing;
        self.effects.push(UiEffect::StartSearchDebounce);
    }

    fn search_debounce_elapsed(&mut self) {
        if self.state.typing == Typing::Debouncing {
            self.state.typing = Typing::Paused;
            self.write_url(HistoryMode::Replace);
        }
    }

    /// Ends a burst of keystrokes: the next one adds a history entry.
    fn commit_search(&mut self) {
        if self.end_typing() {
            self.write_url(HistoryMode::Replace);
        }
    }

    /// Returns true if keystrokes were not in the URL yet.
    fn end_typing(&mut self) -> bool {
        let was = std::mem::replace(&mut self.state.typing, Typing::Idle);
        if was == Typing::Debouncing {
            self.effects.push(UiEffect::CancelSearchDebounce);
        }
        was == Typing::Debouncing
    }

    fn set_state_filter(&mut self, filter: StateFilter) {
        self.set_query(self.state.query.clone().with_state(filter));
    }

    fn set_sort(&mut self, sort: Sort) {
        self.set_query(Query { sort, ..self.state.query.clone() });
    }

    /// Sets a query by a button that disappears with it, so the focus moves to the number of results.
    fn remove(&mut self, query: Query) {
        self.set_query(query);
        self.effects.push(UiEffect::Focus(FocusTarget::Results));
    }

    /// Sets a query that the back button can take back.
    fn set_query(&mut self, query: Query) {
        self.commit_search();
        self.state.query = query;
        self.state.invalid_params.clear();
        self.write_url(HistoryMode::Push);
        self.request_scope();
    }

    fn read_url(&mut self, params: &[(&'static str, String)]) {
        if !self.state.sync_url {
            // The fragment names a section all the same.
            #[cfg(feature = "browser")]
            self.go_to_section();
            return;
        }
        let (query, invalid_params) = url_params::parse(params, &self.state.initial_query);
        // The URL is a different one now: the pending keystrokes have nowhere to go.
        self.end_typing();
        self.state.query = query;
        self.state.invalid_params = invalid_params;
        #[cfg(feature = "browser")]
        if self.state.has_views {
            self.read_route(params);
        }
        self.request_scope();
    }

    pub(super) fn request_scope(&mut self) {
        self.effects.push(UiEffect::RequestScope(self.state.scope()));
    }

    pub(super) fn write_url(&mut self, mode: HistoryMode) {
        if self.state.sync_url {
            #[cfg_attr(not(feature = "browser"), expect(unused_mut))]
            let mut params = url_params::encode(&self.state.query, &self.state.initial_query);
            #[cfg(feature = "browser")]
            params.extend(self.state.view.route.encode());
            self.effects.push(UiEffect::WriteUrl { params, mode });
        }
    }

    fn without_text(&self) -> Query {
        Query { text: String::new(), ..self.state.query.clone() }
    }
}
