//! The active filters, each with a button that removes it.

use leptos::either::Either;
use leptos::html;
use leptos::prelude::*;

use super::changing_text::changing_text;
use crate::i18n::{Str, messages};
use crate::query::{Facet, FacetValue};
use crate::ui::{Action, WidgetContext};

/// Renders the active filters. Where the host page wants no controls, they are only named.
#[component]
pub fn ActiveFilters(ctx: WidgetContext) -> impl IntoView {
    let controls = ctx.config(|config| config.controls);
    let filters = Memo::new(move |_| filters(ctx));
    let chips = move || {
        let item = |(name, value)| view! { <li>{chip(ctx, name, value, controls)}</li> };
        filters.get().into_iter().map(item).collect::<Vec<_>>()
    };
    view! {
        <div class="alesco-active-filters" hidden=move || !ctx.query(|query| query.is_filtered())>
            <span>{ctx.tr(messages::ACTIVE_FILTERS)}</span>
            <ul>{chips}</ul>
            <button
                type="button"
                class="alesco-link"
                // An empty result has the same button in the place of the cards.
                hidden=move || !controls || ctx.selection.with(|selection| selection.proposals.is_empty())
                on:click=move |_| ctx.dispatch(Action::FiltersCleared)
            >
                {ctx.tr(messages::CLEAR_FILTERS)}
            </button>
        </div>
    }
}

/// Returns the active filters, each with its name and its value. The search has none.
fn filters(ctx: WidgetContext) -> Vec<(Str, Option<FacetValue>)> {
    let mut filters: Vec<_> = ctx.selection.with(|selection| {
        let chosen = selection.facets.iter().filter(|facet| facet.chosen);
        let filter = |facet: &Facet| (ctx.catalog().facet(facet), Some(facet.value.clone()));
        chosen.map(filter).collect()
    });
    let text = ctx.query(|query| query.text.trim().to_owned());
    if !text.is_empty() {
        filters.push((ctx.catalog().quoted(&text).into(), None));
    }
    filters
}

/// Renders a filter as the button that removes it, or as its name alone.
fn chip(ctx: WidgetContext, name: Str, value: Option<FacetValue>, controls: bool) -> impl IntoView + use<> {
    if !controls {
        return Either::Left(changing_text(html::strong(), move || name.clone()));
    }
    let label = ctx.catalog().remove_filter(&name);
    let remove = move |_| ctx.dispatch(value.clone().map_or(Action::SearchRemoved, Action::FilterRemoved));
    Either::Right(view! {
        <button type="button" class="alesco-filter-chip" aria-label=label on:click=remove>
            {changing_text(html::bdi(), move || name.clone())}
            // An expression: for a static element Leptos sets `innerHTML`, which Trusted Types forbid.
            <span aria-hidden="true">{"×"}</span>
        </button>
    })
}
