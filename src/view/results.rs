//! The cards, how many there are, and what to do where there is none.

use std::sync::Arc;

use leptos::prelude::*;

use super::card::Card;
use super::standing::{Freshness, Notices, TroubleBox};
use super::{memo, part, some, text, truth, widget, words};
use crate::browser::address::Step;
use crate::feed::{Progress, State};
use crate::proposal::{Proposal, Stage};
use crate::query::{Query, Show, Sort};
use crate::settings::Layout;

/// The list, and the lines above and under it.
#[component]
pub fn Results() -> impl IntoView {
    let widget = widget();
    let (layout, controls) = widget.settings.with_value(|settings| (settings.layout, settings.controls));
    let loaded = memo(move || widget.feed.with(|feed| feed.shown.is_some()));
    let covers = memo(move || widget.covers());
    let waiting = memo(move || widget.feed.with(|feed| feed.is_waiting()));
    view! {
        <div class="alesco-results" aria-busy=truth(move || waiting.get())>
            <TroubleBox />
            <Notices />
            <div class="alesco-bar">
                <Count />
                {(layout == Layout::Browser).then(Freshness)}
                {controls.then(SortChoice)}
            </div>
            <Narrowed />
            <PagesProgress />
            {part(move || some(loaded.get().then(|| view! { <Groups /> }.into_any())))}
            {part(move || match (covers.get(), waiting.get()) {
                (true, _) => view! { <Empty /> }.into_any(),
                (false, true) => skeleton(),
                (false, false) => some(None),
            })}
            {(layout == Layout::List).then(Freshness)}
        </div>
    }
}

#[component]
fn Count() -> impl IntoView {
    let widget = widget();
    let count = move || {
        let shown = widget.selection.with(|selection| (selection.proposals.len(), selection.total));
        match (widget.covers(), widget.feed.with(State::is_waiting)) {
            (true, _) => words::result(shown.0, shown.1),
            (false, true) => words::LOADING.to_owned(),
            (false, false) => String::new(),
        }
    };
    view! { <p class="alesco-result" role="status" tabindex="-1" node_ref=widget.result>{text(count)}</p> }
}

#[component]
fn SortChoice() -> impl IntoView {
    let widget = widget();
    let choose = move |word: String| {
        if let Some(sort) = Sort::ALL.into_iter().find(|sort| sort.word() == word) {
            widget.ask(Query { sort, ..widget.query.get_untracked() }, Step::New);
        }
    };
    let option = move |sort: Sort| {
        let selected = Signal::derive(move || widget.query.with(|query| query.sort == sort));
        view! { <option value=sort.word() prop:selected=selected>{words::sort(sort)}</option> }
    };
    view! {
        <label class="alesco-sort">
            <span>{words::SORT}</span>
            <select name="sort" on:change=move |event| choose(event_target_value(&event))>
                {Sort::ALL.map(option).into_iter().collect_view()}
            </select>
        </label>
    }
}

/// What the list is narrowed to, each part with a way to take it back, and all of them with one.
#[component]
fn Narrowed() -> impl IntoView {
    let widget = widget();
    let parts = memo(move || {
        let query = widget.query.get();
        widget.selection.with(|selection| {
            let facets = &selection.facets;
            let kinds = [&facets.stages, &facets.outcomes, &facets.sigs, &facets.tags];
            let chosen = kinds.into_iter().flatten().filter(|facet| facet.chosen);
            let named = chosen.map(|facet| (words::facet(facet), query.clone().toggled(&facet.choice)));
            let text = query.text.trim();
            let words = (!text.is_empty())
                .then(|| (words::quoted(text), Query { text: String::new(), ..query.clone() }));
            named.chain(words).collect::<Vec<_>>()
        })
    });
    let narrows = memo(move || widget.query.with(Query::narrows));
    let one = move |(name, without): (String, Query)| {
        let label = words::remove(&name);
        view! {
            <li>
                <button type="button" class="alesco-part" aria-label=label on:click=move |_| widget.widen(without.clone())>
                    <bdi>{name}</bdi>
                    <span aria-hidden="true">"×"</span>
                </button>
            </li>
        }
    };
    let clear = move |_| widget.widen(widget.query.get_untracked().cleared());
    let line = move || {
        view! {
            <div class="alesco-narrowed">
                <span>{words::NARROWED_TO}</span>
                <ul>{part(move || parts.get().into_iter().map(one).collect_view().into_any())}</ul>
                <button type="button" class="alesco-link" on:click=clear>{words::CLEAR}</button>
            </div>
        }
        .into_any()
    };
    part(move || some(narrows.get().then(line)))
}

#[component]
fn PagesProgress() -> impl IntoView {
    let widget = widget();
    let progress = memo(move || {
        widget.feed.with(|feed| feed.progress()).filter(|progress| progress.pages > 0 && progress.of > 1)
    });
    let bar = |Progress { pages, of }: Progress| {
        view! { <progress class="alesco-progress" aria-label=words::PAGES max=of.to_string() value=pages.to_string() /> }
            .into_any()
    };
    part(move || some(progress.get().map(bar)))
}

/// The cards in their order; under the headings of their stages where the whole page is ours.
#[component]
fn Groups() -> impl IntoView {
    let widget = widget();
    let browser = widget.settings.with_value(|settings| settings.layout == Layout::Browser);
    let grouped = memo(move || browser && widget.query.with(|query| query.sort == Sort::Stage));
    let groups = memo(move || -> Vec<Option<Stage>> {
        if !grouped.get() {
            return vec![None];
        }
        let mut stages: Vec<Option<Stage>> = widget.selection.with(|selection| {
            selection.proposals.iter().map(|proposal| Some(proposal.status.stage())).collect()
        });
        stages.dedup();
        stages
    });
    let group = move |stage: Option<Stage>| {
        let members = move || -> Vec<Arc<Proposal>> {
            widget.selection.with(|selection| {
                let belongs = |p: &&Arc<Proposal>| stage.is_none_or(|stage| p.status.stage() == stage);
                selection.proposals.iter().filter(belongs).cloned().collect()
            })
        };
        view! {
            <div class="alesco-group">
                {stage.map(|stage| view! { <h2 class="alesco-group-name">{words::stage(stage)}</h2> })}
                <ul class="alesco-cards">
                    <For each=members key=|proposal| proposal.number let:proposal>
                        <li><Card first=proposal /></li>
                    </For>
                </ul>
            </div>
        }
    };
    view! { <For each=move || groups.get() key=|stage| *stage children=group /> }
}

#[component]
fn Empty() -> impl IntoView {
    let widget = widget();
    let is_empty = memo(move || widget.selection.with(|selection| selection.proposals.is_empty()));
    let narrows = memo(move || widget.query.with(Query::narrows));
    let clear = move |_| widget.widen(widget.query.get_untracked().cleared());
    let button = move || {
        view! { <button type="button" class="alesco-button" on:click=clear>{words::SHOW_ALL}</button> }
            .into_any()
    };
    part(move || {
        let explanation = match (narrows.get(), widget.query.with(Query::base)) {
            (true, _) => words::NOTHING_MATCHES,
            (false, Show::Open) => words::NOTHING_OPEN,
            (false, Show::Decided | Show::All) => words::NOTHING_THERE,
        };
        some(is_empty.get().then(|| {
            view! { <div class="alesco-empty"><p>{explanation}</p>{narrows.get().then(button)}</div> }
                .into_any()
        }))
    })
}

/// The first cards' places while they load.
fn skeleton() -> AnyView {
    let place = |_| view! { <li class="al-rfc-card alesco-place"><i></i><i></i><i></i></li> };
    view! { <ul class="alesco-cards" aria-hidden="true">{(0..3).map(place).collect_view()}</ul> }.into_any()
}
