//! Search and facets.

use leptos::prelude::*;

use super::{checkbox, memo, text, truth, widget, words};
use crate::browser::address::Step;
use crate::browser::intl;
use crate::query::{Choice, Facet, Facets, Query, Show};
use crate::settings::Layout;

/// Search, and a disclosure with the rest, which stands open where there is room beside the list.
#[component]
pub fn Filters() -> impl IntoView {
    let widget = widget();
    let (open, set_open) = signal(false);
    let chosen =
        memo(move || widget.query.with(|query| query.outcomes.len() + query.sigs.len() + query.tags.len()));
    let browser = widget.settings.with_value(|settings| settings.layout == Layout::Browser);
    view! {
        <div class="alesco-filters" data-open=truth(move || open.get())>
            <Search />
            <button
                type="button"
                class="alesco-button alesco-disclosure"
                aria-expanded=truth(move || open.get())
                on:click=move |_| set_open.update(|open| *open = !*open)
            >
                {text(move || words::filter(chosen.get()))}
            </button>
            <div class="alesco-facets">
                {browser.then(ShowChoice)}
                <FacetGroup legend=words::OUTCOME facets=|facets| &facets.outcomes />
                <FacetGroup legend=words::SIG facets=|facets| &facets.sigs />
                <FacetGroup legend=words::TAG facets=|facets| &facets.tags />
            </div>
        </div>
    }
}

#[component]
fn Search() -> impl IntoView {
    let widget = widget();
    // Letters typed in a row are one step back, unless the reader went back in between.
    let typed = StoredValue::new(None);
    let search = move |words: String| {
        let query = widget.query.get_untracked();
        let goes_on = typed.with_value(|typed| typed.as_ref() == Some(&query.text));
        typed.set_value(Some(words.clone()));
        widget.ask(Query { text: words, ..query }, if goes_on { Step::Same } else { Step::New });
    };
    view! {
        <label class="alesco-search">
            <span class="alesco-unseen">{words::SEARCH}</span>
            <input
                type="search"
                name="q"
                placeholder=words::SEARCH
                autocomplete="off"
                prop:value=text(move || widget.query.with(|query| query.text.clone()))
                on:input=move |event| search(event_target_value(&event))
                on:change=move |_| typed.set_value(None)
            />
        </label>
    }
}

#[component]
fn ShowChoice() -> impl IntoView {
    let widget = widget();
    let option = move |show: Show| {
        view! {
            <label class="alesco-toggle">
                <input
                    type="radio"
                    name="show"
                    value=show.word()
                    prop:checked=Signal::derive(move || widget.query.with(|query| query.base() == show))
                    on:change=move |_| widget.ask(widget.query.get_untracked().showing(show), Step::New)
                />
                <span>{words::show(show)}</span>
            </label>
        }
    };
    view! {
        <fieldset class="alesco-facet">
            <legend>{words::SHOW}</legend>
            <div class="alesco-toggles">{Show::ALL.map(option).into_iter().collect_view()}</div>
        </fieldset>
    }
}

/// The values of one kind; nothing where there is nothing to choose between.
#[component]
fn FacetGroup(legend: &'static str, facets: fn(&Facets) -> &Vec<Facet>) -> impl IntoView {
    let widget = widget();
    let values = memo(move || widget.selection.with(|selection| facets(&selection.facets).clone()));
    // A value keeps its checkbox, and the checkbox its focus, while counts change.
    let value = move |first: Facet| {
        let choice = first.choice.clone();
        let facet = memo(move || {
            let known = values.with(|values| values.iter().find(|facet| facet.choice == choice).cloned());
            known.unwrap_or_else(|| first.clone())
        });
        let label = view! {
            <span class="alesco-choice-name" dir="auto">{text(move || facet.with(words::facet))}</span>
            <span class="alesco-count">{text(move || facet.get().count.map(intl::number).unwrap_or_default())}</span>
        };
        view! { <li>{checkbox(facet, label)}</li> }
    };
    view! {
        <fieldset class="alesco-facet" hidden=Signal::derive(move || values.with(Vec::is_empty))>
            <legend>{legend}</legend>
            <ul>
                <For each=move || values.get() key=key children=value />
            </ul>
        </fieldset>
    }
}

/// Values of one group differ by this.
fn key(facet: &Facet) -> String {
    match &facet.choice {
        Choice::Stage(stage) => stage.word().to_owned(),
        Choice::Outcome(outcome) => outcome.word().to_owned(),
        Choice::Sig(slug) => slug.clone(),
        Choice::Tag(name) => name.clone(),
    }
}
