//! Each test is a sequence of actions with the effects that they have.

#[cfg(feature = "browser")]
mod fuzz;
#[cfg(feature = "browser")]
mod views;
#[cfg(feature = "browser")]
mod visits;

use std::sync::Arc;

use super::action::{Action, FocusTarget, UiEffect};
use super::state::{PAGE_SIZE, UiState};
use super::update::update;
use crate::config::Config;
use crate::github::Scope;
use crate::i18n::{Catalog, Language, LocaleFormat};
use crate::proposal::{DateOrTime, Outcome, Stage, Time};
use crate::query::url_params::HistoryMode;
use crate::query::{FacetValue, Sort, StateFilter};

struct NoFormat;

impl LocaleFormat for NoFormat {
    fn plural(&self, _: usize) -> String {
        "other".to_owned()
    }
    fn number(&self, value: usize) -> String {
        value.to_string()
    }
    fn relative_time(&self, _: Time, _: Time) -> String {
        String::new()
    }
    fn duration(&self, _: Time, _: Time) -> Option<String> {
        None
    }
    fn long_datetime(&self, _: Time) -> String {
        String::new()
    }
    fn day(&self, _: Time) -> String {
        String::new()
    }
    fn short_date(&self, _: DateOrTime) -> String {
        String::new()
    }
    fn time(&self, _: Time) -> String {
        String::new()
    }

    fn time_in_zone(&self, _: Time, _: &str) -> String {
        String::new()
    }
}

/// A widget, and what its last action asked for.
struct Check {
    state: UiState,
    effects: Vec<UiEffect>,
}

impl Check {
    /// A browser view with these attributes.
    fn browser(attributes: &[(&str, &str)]) -> Self {
        Check::with(&[attributes, &[("data-view", "browser")]].concat())
    }

    fn with(attributes: &[(&str, &str)]) -> Self {
        let value = |name: &str| attributes.iter().find(|(known, _)| *known == name).map(|(_, value)| *value);
        let (config, invalid) = Config::from_attributes(|name| value(name).map(str::to_owned));
        assert_eq!(invalid, [], "the attributes of a test are valid");
        let english = Arc::new(Catalog::english(Box::new(NoFormat)));
        Check { state: UiState::new(&config, english), effects: Vec::new() }
    }

    fn dispatch(mut self, action: Action) -> Self {
        self.effects = update(&mut self.state, action);
        self
    }

    fn types(self, text: &str) -> Self {
        self.dispatch(Action::SearchInput(text.to_owned()))
    }

    fn effects(self, expected: &[UiEffect]) -> Self {
        assert_eq!(self.effects, expected);
        self
    }

    fn text(self, expected: &str) -> Self {
        assert_eq!(self.state.query.text, expected);
        self
    }

    fn limit(self, expected: usize) -> Self {
        assert_eq!(self.state.limit, expected);
        self
    }
}

fn url(mode: HistoryMode, params: &[(&'static str, &str)]) -> UiEffect {
    let params = params.iter().map(|(key, value)| (*key, (*value).to_owned())).collect();
    UiEffect::WriteUrl { params, mode }
}

fn push(params: &[(&'static str, &str)]) -> UiEffect {
    url(HistoryMode::Push, params)
}

fn replace(params: &[(&'static str, &str)]) -> UiEffect {
    url(HistoryMode::Replace, params)
}

const FOCUS_RESULTS: UiEffect = UiEffect::Focus(FocusTarget::Results);
const OPEN: UiEffect = UiEffect::RequestScope(Scope::Open);
const ALL: UiEffect = UiEffect::RequestScope(Scope::All);

mod typing {
    use super::*;

    #[test]
    fn the_first_keystroke_adds_a_history_entry_and_the_pause_replaces_it() {
        Check::browser(&[])
            .types("k")
            .effects(&[push(&[("q", "k")]), UiEffect::StartSearchDebounce])
            .types("ke")
            .effects(&[UiEffect::StartSearchDebounce])
            .dispatch(Action::SearchDebounceElapsed)
            .effects(&[replace(&[("q", "ke")])])
            .types("ker")
            .effects(&[UiEffect::StartSearchDebounce])
            .text("ker");
    }

    #[test]
    fn a_committed_search_is_written_once() {
        Check::browser(&[])
            .types("kernel")
            .dispatch(Action::SearchCommitted)
            .effects(&[UiEffect::CancelSearchDebounce, replace(&[("q", "kernel")])])
            .dispatch(Action::SearchCommitted)
            .effects(&[])
            .dispatch(Action::SearchDebounceElapsed)
            .effects(&[])
            .types("kernels")
            .effects(&[push(&[("q", "kernels")]), UiEffect::StartSearchDebounce]);
    }

    #[test]
    fn results_are_announced_only_after_the_debounce() {
        let check = Check::browser(&[]).types("k");
        assert!(check.state.is_debouncing());
        let check = check.dispatch(Action::SearchDebounceElapsed);
        assert!(!check.state.is_debouncing());
    }

    #[test]
    fn a_facet_chosen_while_typing_is_a_history_entry_after_the_search() {
        let core = FacetValue::Sig("core".to_owned());
        Check::browser(&[]).types("k").types("kern").dispatch(Action::FacetToggled(core)).effects(&[
            UiEffect::KeepFocus(FocusTarget::Results),
            UiEffect::CancelSearchDebounce,
            replace(&[("q", "kern")]),
            push(&[("sig", "core"), ("q", "kern")]),
            OPEN,
        ]);
    }

    #[test]
    fn escape_clears_the_search_and_is_a_history_entry() {
        Check::browser(&[])
            .dispatch(Action::SearchEscaped)
            .effects(&[])
            .types("kernel")
            .dispatch(Action::SearchDebounceElapsed)
            .dispatch(Action::SearchEscaped)
            .effects(&[push(&[]), OPEN])
            .text("");
    }
}

mod filters {
    use super::*;

    #[test]
    fn a_stage_of_closed_proposals_requests_all_of_them() {
        Check::browser(&[])
            .dispatch(Action::FacetToggled(FacetValue::Stage(Stage::Closed)))
            .effects(&[UiEffect::KeepFocus(FocusTarget::Results), push(&[("stage", "closed")]), ALL])
            .dispatch(Action::FacetToggled(FacetValue::Stage(Stage::Closed)))
            .effects(&[UiEffect::KeepFocus(FocusTarget::Results), push(&[]), OPEN]);
    }

    #[test]
    fn a_removed_filter_moves_the_focus_to_the_results() {
        let rejected = FacetValue::Outcome(Outcome::Rejected);
        Check::browser(&[])
            .dispatch(Action::FacetToggled(rejected.clone()))
            .dispatch(Action::FilterRemoved(rejected))
            .effects(&[push(&[]), OPEN, FOCUS_RESULTS])
            .types("x")
            .dispatch(Action::SearchRemoved)
            .text("")
            .types("x")
            .dispatch(Action::FiltersCleared)
            .text("");
    }

    #[test]
    fn clearing_keeps_the_state_and_the_order() {
        let check = Check::browser(&[])
            .dispatch(Action::StateFilterChanged(StateFilter::All))
            .effects(&[push(&[("show", "all")]), ALL])
            .dispatch(Action::SortChanged(Sort::Number))
            .effects(&[push(&[("show", "all"), ("sort", "number")]), ALL])
            .types("x")
            .dispatch(Action::FiltersCleared);
        assert_eq!((check.state.query.show, check.state.query.sort), (StateFilter::All, Sort::Number));
    }

    #[test]
    fn filters_open_and_close_without_effects() {
        let check = Check::browser(&[]).dispatch(Action::FiltersToggled).effects(&[]);
        assert!(check.state.filters_open);
        assert!(!check.dispatch(Action::FiltersToggled).state.filters_open);
    }
}

mod limit {
    use super::*;

    #[test]
    fn show_more_adds_a_page_and_focuses_the_first_new_card() {
        Check::with(&[("data-limit", "5")])
            .limit(5)
            .dispatch(Action::MoreRequested { first_hidden: Some(12) })
            .effects(&[UiEffect::Focus(FocusTarget::Card(12))])
            .limit(5 + PAGE_SIZE);
    }

    #[test]
    fn no_later_action_shrinks_the_list() {
        Check::browser(&[])
            .limit(PAGE_SIZE)
            .dispatch(Action::MoreRequested { first_hidden: None })
            .effects(&[])
            .types("x")
            .dispatch(Action::SearchEscaped)
            .dispatch(Action::FacetToggled(FacetValue::Stage(Stage::Vote)))
            .dispatch(Action::UrlChanged(Vec::new()))
            .limit(2 * PAGE_SIZE);
    }
}

mod url_sync {
    use super::*;

    fn params(params: &[(&'static str, &str)]) -> Action {
        Action::UrlChanged(params.iter().map(|(key, value)| (*key, (*value).to_owned())).collect())
    }

    #[test]
    fn the_url_sets_the_query_and_cancels_the_debounce() {
        Check::browser(&[])
            .types("x")
            .dispatch(params(&[("q", "kernel"), ("show", "all")]))
            .effects(&[UiEffect::CancelSearchDebounce, ALL])
            .text("kernel");
    }

    #[test]
    fn only_what_differs_from_the_preset_is_written() {
        Check::browser(&[("data-stage", "vote")])
            .dispatch(Action::SortChanged(Sort::Updated))
            .effects(&[push(&[("sort", "updated")]), OPEN])
            .dispatch(Action::FacetToggled(FacetValue::Stage(Stage::Vote)))
            .effects(&[
                UiEffect::KeepFocus(FocusTarget::Results),
                push(&[("stage", ""), ("sort", "updated")]),
                OPEN,
            ])
            .dispatch(params(&[]));
    }

    #[test]
    fn a_preset_holds_where_the_url_says_nothing() {
        let check = Check::browser(&[("data-stage", "vote")]).dispatch(params(&[]));
        assert_eq!(check.state.query.stages, [Stage::Vote]);
    }

    #[test]
    fn invalid_values_are_reported_until_the_query_changes() {
        let check = Check::browser(&[]).dispatch(params(&[("stage", "vote,gone")]));
        let invalid: Vec<&str> =
            check.state.invalid_params.iter().map(|param| param.value.as_str()).collect();
        assert_eq!(invalid, ["gone"]);
        assert_eq!(check.types("x").state.invalid_params, []);
    }

    #[test]
    fn a_list_neither_reads_nor_writes_the_url_unless_asked_to() {
        Check::with(&[])
            .dispatch(params(&[("q", "kernel")]))
            .effects(&[])
            .text("")
            .types("x")
            .effects(&[UiEffect::StartSearchDebounce])
            .dispatch(Action::SortChanged(Sort::Number))
            .effects(&[UiEffect::CancelSearchDebounce, OPEN]);
        Check::with(&[("data-url", "query")]).dispatch(params(&[("q", "kernel")])).text("kernel");
    }
}

mod errors {
    use super::*;

    #[test]
    fn the_focus_leaves_the_retry_button_when_the_error_is_gone() {
        Check::browser(&[])
            .dispatch(Action::RetryRequested)
            .effects(&[UiEffect::Refresh])
            .dispatch(Action::ErrorResolved)
            .effects(&[FOCUS_RESULTS])
            .dispatch(Action::ErrorResolved)
            .effects(&[]);
    }

    #[test]
    fn an_error_that_goes_by_itself_moves_no_focus() {
        Check::browser(&[])
            .dispatch(Action::RefreshRequested)
            .effects(&[UiEffect::Refresh])
            .dispatch(Action::ErrorResolved)
            .effects(&[]);
    }
}

#[test]
fn messages_that_arrive_late_change_nothing_but_the_language() {
    let check = Check::browser(&[]).types("kernel");
    assert!(!check.state.catalog_ready);
    let german =
        Arc::new(Catalog::parse(Language::from_tag("de").unwrap(), "{}", Box::new(NoFormat)).unwrap());
    let check = check.dispatch(Action::CatalogLoaded(german)).effects(&[]).text("kernel");
    assert!(check.state.catalog_ready && check.state.is_debouncing());
    assert_eq!(check.state.catalog.language.code(), "de");
}
