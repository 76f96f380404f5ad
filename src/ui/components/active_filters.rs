//! What the list is narrowed to, each part with a button that removes it.

use leptos::either::Either;
use leptos::prelude::*;

use crate::i18n::{Str, messages};
use crate::query::FacetValue;
use crate::ui::{Action, WidgetContext};

/// An active filter: a facet value, or the search.
#[derive(Clone, PartialEq, Eq, Hash)]
enum ActiveFilter {
    Facet(FacetValue),
    Search,
}

/// Renders the active filters. Where the host page wants no controls, they are only named.
#[component]
pub fn ActiveFilters(ctx: WidgetContext) -> impl IntoView {
    let controls = ctx.config(|config| config.controls);
    let filters = move || {
        let text = ctx.query(|query| !query.text.trim().is_empty());
        let mut filters: Vec<ActiveFilter> = ctx.selection.with(|selection| {
            let chosen = selection.facets.iter().filter(|facet| facet.chosen);
            chosen.map(|facet| ActiveFilter::Facet(facet.value.clone())).collect()
        });
        filters.extend(text.then_some(ActiveFilter::Search));
        filters
    };
    let clear = controls.then(|| {
        view! {
            <button
                type="button"
                class="alesco-link"
                // An empty result has the same button in the place of the cards.
                hidden=move || ctx.selection.with(|selection| selection.proposals.is_empty())
                on:click=move |_| ctx.dispatch(Action::FiltersCleared)
            >
                {ctx.tr(messages::CLEAR_FILTERS)}
            </button>
        }
    });
    view! {
        <div class="alesco-active-filters" hidden=move || !ctx.query(|query| query.is_filtered())>
            <span>{ctx.tr(messages::ACTIVE_FILTERS)}</span>
            <ul>
                <For each=filters key=|filter| filter.clone() let(filter)>
                    <li>{chip(ctx, filter, controls)}</li>
                </For>
            </ul>
            {clear}
        </div>
    }
}

fn chip(ctx: WidgetContext, filter: ActiveFilter, controls: bool) -> impl IntoView {
    let named = filter.clone();
    let name = move || filter_name(ctx, &named);
    if !controls {
        return Either::Left(view! { <strong>{name}</strong> });
    }
    let label = {
        let name = name.clone();
        move || ctx.catalog().remove(&name())
    };
    let remove = move |_| {
        ctx.dispatch(match &filter {
            ActiveFilter::Facet(value) => Action::FilterRemoved(value.clone()),
            ActiveFilter::Search => Action::SearchRemoved,
        });
    };
    Either::Right(view! {
        <button type="button" class="alesco-filter-chip" aria-label=label on:click=remove>
            <bdi>{name}</bdi>
            <span aria-hidden="true">"×"</span>
        </button>
    })
}

fn filter_name(ctx: WidgetContext, filter: &ActiveFilter) -> Str {
    match filter {
        ActiveFilter::Search => ctx.query(|query| ctx.catalog().quoted(query.text.trim())).into(),
        ActiveFilter::Facet(value) => ctx.selection.with(|selection| {
            selection.facets.get(value).map(|facet| ctx.catalog().facet(facet)).unwrap_or_default()
        }),
    }
}
