//! Search and facets.

use leptos::ev::KeyboardEvent;
use leptos::html;
use leptos::prelude::*;

use super::changing_text::changing_text;
use super::controls::{Count, FacetCheckbox};
use crate::config::Layout;
use crate::i18n::messages;
use crate::query::{Facet, FacetValue, Facets};
use crate::ui::keys::is_escape;
use crate::ui::{Action, FocusTarget, WidgetContext};

#[cfg(feature = "browser")]
use crate::{query::StateFilter, ui::ViewAction};

/// A list with at most this many proposals gets no search field.
const SEARCH_THRESHOLD: usize = 5;

/// Renders the search field, and the facets behind a button where they do not fit beside the list.
#[component]
pub fn Filters(ctx: WidgetContext) -> impl IntoView {
    let chosen = move || {
        ctx.query(|query| {
            let count = query.outcomes.len() + query.sigs.len() + query.tags.len() + query.authors.len();
            #[cfg(feature = "browser")]
            let count = count + query.turns.len() + query.changed.len();
            count
        })
    };
    let is_open = move || ctx.ui(|ui| ui.filters_open).to_string();
    view! {
        <div class="alesco-filters" data-open=is_open inert=ctx.platform.is_prerender>
            <Search ctx />
            <button
                type="button"
                class="alesco-button alesco-disclosure"
                aria-expanded=is_open
                on:click=move |_| ctx.dispatch(Action::FiltersToggled)
            >
                {changing_text(html::span(), move || ctx.catalog().filter_button(chosen()))}
            </button>
            <div class="alesco-facets">
                {state_filter(ctx)}
                <FacetGroup ctx legend=messages::OUTCOME values=|facets| &facets.outcomes />
                <FacetGroup ctx legend=messages::SIG values=|facets| &facets.sigs />
                <FacetGroup ctx legend=messages::TAG values=|facets| &facets.tags />
                {more_facets(ctx)}
            </div>
        </div>
    }
}

/// Renders the search field. In a list it appears once there are enough proposals, and then stays.
#[component]
fn Search(ctx: WidgetContext) -> impl IntoView {
    let mut is_shown = ctx.config(|config| config.layout == Layout::Browser);
    let is_hidden = move || {
        is_shown |= ctx.selection.with(|selection| selection.total > SEARCH_THRESHOLD)
            || ctx.query(|query| !query.text.is_empty());
        !is_shown
    };
    let on_keydown = move |event: KeyboardEvent| {
        if is_escape(&event) {
            ctx.dispatch(Action::SearchEscaped);
        }
    };
    view! {
        <label class="alesco-search" hidden=is_hidden>
            <span class="alesco-sr-only">{ctx.tr(messages::SEARCH)}</span>
            <input
                id=ctx.element_id(FocusTarget::Search)
                type="search"
                name="q"
                placeholder=ctx.tr(messages::SEARCH)
                autocomplete="off"
                // WebKit resets the field to this when the page comes back from the page cache.
                value=move || Some(ctx.query(|query| query.text.clone())).filter(|text| !text.is_empty())
                prop:value=move || ctx.query(|query| query.text.clone())
                on:input=move |event| ctx.dispatch(Action::SearchInput(event_target_value(&event)))
                on:change=move |_| ctx.dispatch(Action::SearchCommitted)
                on:keydown=on_keydown
            />
        </label>
    }
}

/// Renders the values of one facet; hidden where there is nothing to choose from.
#[component]
fn FacetGroup(ctx: WidgetContext, legend: &'static str, values: fn(&Facets) -> &Vec<Facet>) -> impl IntoView {
    let facets = move || ctx.selection.with(|selection| values(&selection.facets).clone());
    let is_empty = move || ctx.selection.with(|selection| values(&selection.facets).is_empty());
    view! {
        <fieldset class="alesco-facet" hidden=is_empty>
            <legend>{ctx.tr(legend)}</legend>
            <ul>
                <For each=facets key=|facet| (facet.value.clone(), facet.name.clone()) let(facet)>
                    <FacetOption ctx facet />
                </For>
            </ul>
        </fieldset>
    }
}

#[component]
fn FacetOption(ctx: WidgetContext, facet: Facet) -> impl IntoView {
    let name = ctx.catalog().facet(&facet);
    let value: FacetValue = facet.value;
    view! {
        <li>
            <FacetCheckbox ctx value=value.clone()>
                <span class="alesco-option-name" dir="auto">{name}</span>
                <Count ctx value />
            </FacetCheckbox>
        </li>
    }
}

/// Renders the choice between open, decided and all proposals.
#[cfg(feature = "browser")]
fn state_filter(ctx: WidgetContext) -> impl IntoView {
    let option = move |filter: StateFilter| {
        let is_chosen = move || ctx.query(|query| query.effective_state() == filter);
        view! {
            <label class="alesco-toggle">
                <input
                    type="radio"
                    name="show"
                    value=filter.as_str()
                    checked=(ctx.platform.is_prerender && is_chosen()).then_some("")
                    prop:checked=is_chosen
                    on:change=move |_| ctx.dispatch(Action::StateFilterChanged(filter))
                />
                <span>{ctx.catalog().state_filter(filter)}</span>
            </label>
        }
    };
    (ctx.config(|config| config.layout) == Layout::Browser).then(|| {
        view! {
            <fieldset class="alesco-facet">
                <legend>{ctx.tr(messages::SHOW)}</legend>
                <div class="alesco-toggles">{StateFilter::ALL.map(option)}</div>
            </fieldset>
        }
    })
}

/// A list shows open proposals unless its attributes or its stages say otherwise.
#[cfg(not(feature = "browser"))]
fn state_filter(_: WidgetContext) {}

/// Renders the facets for which a list is too narrow, and the button that forgets what one of them compares with.
#[cfg(feature = "browser")]
fn more_facets(ctx: WidgetContext) -> impl IntoView {
    let has_visits = move || ctx.ui(|ui| !ui.visits.is_empty());
    (ctx.config(|config| config.layout) == Layout::Browser).then(|| {
        view! {
            <FacetGroup ctx legend=messages::WHOSE_TURN values=|facets| &facets.turns />
            <FacetGroup ctx legend=messages::CHANGED values=|facets| &facets.changed />
            <FacetGroup ctx legend=messages::AUTHOR values=|facets| &facets.authors />
            <button
                type="button"
                class="alesco-link"
                hidden=move || !has_visits()
                on:click=move |_| ctx.dispatch(Action::View(ViewAction::VisitsForgotten))
            >
                {ctx.tr(messages::FORGET_VISITS)}
            </button>
        }
    })
}

#[cfg(not(feature = "browser"))]
fn more_facets(_: WidgetContext) {}
