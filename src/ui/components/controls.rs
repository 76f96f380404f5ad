//! Small controls that several components use.

use leptos::children::TypedChildren;
use leptos::html;
use leptos::prelude::*;

use super::changing_text::changing_text;
use crate::query::FacetValue;
use crate::ui::{Action, WidgetContext};

/// Renders a checkbox that toggles a facet value. The children name the value.
#[component]
pub fn FacetCheckbox<C: IntoView + 'static>(
    ctx: WidgetContext,
    value: FacetValue,
    children: TypedChildren<C>,
) -> impl IntoView {
    let (key, word) = (value.key(), value.as_str().to_owned());
    let pressed = value.clone();
    let chosen = move || ctx.query(|query| query.has(&value));
    let chosen_text = {
        let chosen = chosen.clone();
        move || chosen().to_string()
    };
    view! {
        <label class="alesco-option" data-chosen=chosen_text>
            <input
                type="checkbox"
                name=key
                value=word
                prop:checked=chosen
                on:change=move |_| ctx.dispatch(Action::FacetToggled(pressed.clone()))
            />
            {children.into_inner()()}
        </label>
    }
}

/// Renders how many proposals a facet value would show; nothing while that is unknown.
#[component]
pub fn Count(ctx: WidgetContext, value: FacetValue) -> impl IntoView {
    let count = move || facet_count(ctx, &value).map(|count| ctx.catalog().number(count)).unwrap_or_default();
    changing_text(html::span().class("alesco-count"), count)
}

/// Returns how many proposals a facet value would show, once proposals are loaded.
pub fn facet_count(ctx: WidgetContext, value: &FacetValue) -> Option<usize> {
    let loaded = ctx.has_data();
    ctx.selection.with(|selection| selection.facets.get(value)?.count).filter(|_| loaded)
}
