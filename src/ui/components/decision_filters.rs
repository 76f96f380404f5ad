//! Search and filters of the decisions.

use leptos::prelude::*;

use crate::i18n::messages;
use crate::meeting::{DatedDecision, DecisionFilter, sigs_of, years};
use crate::ui::{Action, ViewAction, WidgetContext};

/// Renders the search field, and the choices of a year and of a SIG as far as there is something to choose from.
pub fn decision_filters(ctx: WidgetContext, all: &[DatedDecision]) -> impl IntoView + use<> {
    let years = years(all).into_iter().map(|year| (year.to_string(), year.to_string()));
    let sigs = sigs_of(all).into_iter().map(|sig| (sig.slug, sig.name));
    let year = |filter: &DecisionFilter| filter.year.map(|year| year.to_string()).unwrap_or_default();
    let sig = |filter: &DecisionFilter| filter.sig.clone().unwrap_or_default();
    let search = move |event| {
        let text = event_target_value(&event);
        set(ctx, |filter| filter.text = text);
    };
    view! {
        <div class="alesco-view-filters">
            <label class="alesco-search">
                <span class="alesco-sr-only">{ctx.tr(messages::SEARCH_DECISIONS)}</span>
                <input
                    id=format!("alesco-{}-decision-search", ctx.id)
                    type="search"
                    name="decision"
                    placeholder=ctx.tr(messages::SEARCH_DECISIONS)
                    autocomplete="off"
                    // WebKit resets the field to this when the page comes back from the page cache.
                    value=move || {
                        Some(ctx.ui(|ui| ui.view.decisions.text.clone())).filter(|text| !text.is_empty())
                    }
                    prop:value=move || ctx.ui(|ui| ui.view.decisions.text.clone())
                    on:input=search
                />
            </label>
            {choice(ctx, ("year", messages::YEAR), years.collect(), year, |filter, year| {
                filter.year = year.parse().ok();
            })}
            {choice(ctx, ("sig", messages::SIG), sigs.collect(), sig, |filter, slug| {
                filter.sig = Some(slug).filter(|slug| !slug.is_empty());
            })}
        </div>
    }
}

/// Changes the filter.
fn set(ctx: WidgetContext, change: impl FnOnce(&mut DecisionFilter)) {
    let mut filter = ctx.ui_untracked(|ui| ui.view.decisions.clone());
    change(&mut filter);
    ctx.dispatch(Action::View(ViewAction::DecisionsFiltered(filter)));
}

/// Renders a choice of one of the `values`, each with its name, or of any. Nothing if there are none.
fn choice(
    ctx: WidgetContext,
    (name, label): (&'static str, &'static str),
    values: Vec<(String, String)>,
    chosen: fn(&DecisionFilter) -> String,
    choose: fn(&mut DecisionFilter, String),
) -> impl IntoView {
    let option = |(value, name): (String, String)| view! { <option value=value dir="auto">{name}</option> };
    (!values.is_empty()).then(|| {
        view! {
            <label class="alesco-sort">
                <span>{ctx.tr(label)}</span>
                <select
                    id=format!("alesco-{}-decision-{name}", ctx.id)
                    name=format!("decision-{name}")
                    prop:value=move || ctx.ui(|ui| chosen(&ui.view.decisions))
                    on:change=move |event| {
                        let value = event_target_value(&event);
                        set(ctx, |filter| choose(filter, value));
                    }
                >
                    <option value="">{ctx.tr(messages::ANY)}</option>
                    {values.into_iter().map(option).collect::<Vec<_>>()}
                </select>
            </label>
        }
    })
}
