//! The list, and the lines above and below it.

use leptos::html;
use leptos::prelude::*;

use super::active_filters::ActiveFilters;
use super::changing_text::{changing_text, text_of};
use super::error_panel::ErrorPanel;
use super::notices::Notices;
use super::proposal_list::{Group, ProposalList};
use super::status_line::{ListFooter, PrintSource};
use crate::feed::State;
use crate::i18n::{Str, messages};
use crate::query::StateFilter;
use crate::ui::{Action, FocusTarget, WidgetContext};
#[cfg(feature = "browser")]
use crate::{
    query::Sort,
    ui::components::{proposal_list::GroupedProposals, status_line::StatusLine},
};

/// Renders the results inside another page, where the number of results is for screen readers only.
#[component]
pub fn ListResults(ctx: WidgetContext) -> impl IntoView {
    view! {
        <div class="alesco-results" aria-busy=move || is_busy(ctx)>
            <ErrorPanel ctx />
            <Notices ctx />
            <ResultCount ctx class="alesco-result alesco-sr-only" />
            <ActiveFilters ctx />
            <PageProgress ctx />
            <ProposalList ctx group=Group::All />
            <Placeholder ctx />
            <ShowMore ctx />
            <ListFooter ctx />
            <PrintSource ctx />
        </div>
    }
}

/// Renders the results of the browser view, under a toolbar and grouped by stage.
#[cfg(feature = "browser")]
#[component]
pub fn BrowserResults(ctx: WidgetContext) -> impl IntoView {
    view! {
        <div class="alesco-results" aria-busy=move || is_busy(ctx)>
            <ErrorPanel ctx />
            <Notices ctx />
            <div class="alesco-toolbar">
                <ResultCount ctx class="alesco-result" />
                <StatusLine ctx />
                {ctx.config(|config| config.controls).then(|| view! { <SortChoice ctx /> })}
            </div>
            <ActiveFilters ctx />
            <PageProgress ctx />
            <GroupedProposals ctx />
            <Placeholder ctx />
            <ShowMore ctx />
            <PrintSource ctx />
        </div>
    }
}

fn is_busy(ctx: WidgetContext) -> Option<&'static str> {
    ctx.feed.with(State::is_loading).then_some("true")
}

/// Renders how many proposals are shown. Announced once typing pauses.
#[component]
fn ResultCount(ctx: WidgetContext, class: &'static str) -> impl IntoView {
    let count = Memo::new(move |announced: Option<&Str>| {
        if let Some(announced) = announced.filter(|_| ctx.ui(|ui| ui.is_debouncing())) {
            return announced.clone();
        }
        let (shown, total) = ctx.selection.with(|selection| (selection.proposals.len(), selection.total));
        // Another attempt after an error is no news.
        let is_first_load = ctx.feed.with(|feed| feed.is_loading() && feed.error.is_none());
        match (ctx.covers_query(), is_first_load) {
            (true, _) => ctx.catalog().result_count(shown, total).into(),
            (false, true) => ctx.tr(messages::LOADING),
            (false, false) => Str::default(),
        }
    });
    let id = ctx.element_id(FocusTarget::Results);
    text_of(html::p().class(class).id(id).role("status").tabindex("-1"), count)
}

#[cfg(feature = "browser")]
#[component]
fn SortChoice(ctx: WidgetContext) -> impl IntoView {
    let option = |sort: Sort| view! { <option value=sort.as_str()>{ctx.catalog().sort(sort)}</option> };
    let choose = move |event| {
        if let Ok(sort) = event_target_value(&event).parse() {
            ctx.dispatch(Action::SortChanged(sort));
        }
    };
    view! {
        <label class="alesco-sort" inert=ctx.platform.is_prerender>
            <span>{ctx.tr(messages::SORT)}</span>
            <select name="sort" on:change=choose prop:value=move || ctx.query(|query| query.sort.as_str())>
                {Sort::ALL.map(option)}
            </select>
        </label>
    }
}

/// Renders how many pages of a long list are loaded, while more come.
#[component]
fn PageProgress(ctx: WidgetContext) -> impl IntoView {
    let progress = move || {
        let progress = ctx.feed.with(State::progress)?;
        (progress.loaded_pages > 0 && progress.total_pages > 1).then_some(progress)
    };
    view! {
        <progress
            class="alesco-progress"
            aria-label=ctx.tr(messages::PAGES)
            hidden=move || progress().is_none()
            max=move || progress().map(|progress| progress.total_pages.to_string())
            value=move || progress().map(|progress| progress.loaded_pages.to_string())
        ></progress>
    }
}

/// Renders what stands in the place of the cards: a skeleton, or why there is none.
#[component]
fn Placeholder(ctx: WidgetContext) -> impl IntoView {
    let covers = move || ctx.covers_query();
    let is_empty = move || covers() && ctx.selection.with(|selection| selection.proposals.is_empty());
    let is_loading = move || !covers() && ctx.feed.with(State::is_loading);
    let explanation = move || {
        let message = ctx.query(|query| match (query.is_filtered(), query.effective_state()) {
            (true, _) => messages::NOTHING_MATCHES,
            (false, StateFilter::Open) => messages::NO_OPEN_PROPOSALS,
            (false, StateFilter::Decided | StateFilter::All) => messages::NO_PROPOSALS,
        });
        ctx.tr(message)
    };
    let line = || view! { <i></i> };
    let card = |_| view! { <li class="al-rfc-card alesco-skeleton">{[(); 3].map(|()| line())}</li> };
    view! {
        <ul class="alesco-cards" aria-hidden="true" hidden=move || !is_loading()>
            {[(); 3].map(card)}
        </ul>
        <div class="alesco-empty" hidden=move || !is_empty()>
            {changing_text(html::p(), explanation)}
            <button
                type="button"
                class="alesco-button"
                hidden=move || !ctx.query(|query| query.is_filtered())
                on:click=move |_| ctx.dispatch(Action::FiltersCleared)
            >
                {ctx.tr(messages::CLEAR_FILTERS)}
            </button>
        </div>
    }
}

/// Renders the button that shows the next page of cards.
#[component]
fn ShowMore(ctx: WidgetContext) -> impl IntoView {
    let hidden_count = move || {
        let limit = ctx.ui(|ui| ui.limit);
        ctx.selection.with(|selection| selection.proposals.len().saturating_sub(limit))
    };
    let show_more = move |_| {
        let limit = ctx.ui(|ui| ui.limit);
        let next = ctx.selection.with(|selection| selection.proposals.get(limit).cloned());
        ctx.dispatch(Action::MoreRequested { first_hidden: next.map(|proposal| proposal.number) });
    };
    view! {
        <button
            type="button"
            class="alesco-button alesco-more"
            hidden=move || hidden_count() == 0
            // A card that loses the focus may be left out of layout, which would move the button from
            // under the pointer before the click.
            on:mousedown=|event| event.prevent_default()
            on:click=show_more
        >
            {changing_text(html::span(), move || ctx.catalog().show_more(hidden_count()))}
        </button>
    }
}
