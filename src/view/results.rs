//! The cards, how many there are, and what to do where there is none.

use std::sync::Arc;

use leptos::prelude::*;

use super::card::card;
use super::element::{Element, Item, button, element, item, list, part, plain};
use super::standing::{freshness, notices, trouble_box};
use super::{memo, some, widget, words};
use crate::browser::address::Step;
use crate::feed::State;
use crate::proposal::{Proposal, Stage};
use crate::query::{Query, Show, Sort};
use crate::settings::Layout;

/// The list, and the lines above and under it.
pub fn results() -> Element {
    let widget = widget();
    let (layout, controls) = widget.settings.with_value(|settings| (settings.layout, settings.controls));
    let waiting = memo(move || widget.feed.with(State::is_waiting));
    let bar = element("div", "alesco-bar")
        .child(count())
        .child_if((layout == Layout::Browser).then(freshness))
        .child_if(controls.then(sort_choice));
    element("div", "alesco-results")
        .truth("aria-busy", move || waiting.get())
        .view(trouble_box())
        .view(notices())
        .child(bar)
        .view(narrowed())
        .view(pages_progress())
        .view(groups())
        .view(in_place_of_cards(waiting))
        .child_if((layout == Layout::List).then(freshness))
}

fn count() -> Element {
    let widget = widget();
    let count = move || {
        let shown = widget.selection.with(|selection| (selection.proposals.len(), selection.total));
        match (widget.covers(), widget.feed.with(State::is_waiting)) {
            (true, _) => words::result(shown.0, shown.1),
            (false, true) => words::LOADING.to_owned(),
            (false, false) => String::new(),
        }
    };
    element("p", "alesco-result")
        .with("id", widget.result_id())
        .with("role", "status")
        .with("tabindex", "-1")
        .live_words(count)
}

fn sort_choice() -> Element {
    let widget = widget();
    let choose = move |word: String| {
        if let Some(sort) = Sort::ALL.into_iter().find(|sort| sort.word() == word) {
            widget.ask(Query { sort, ..widget.query.get_untracked() }, Step::New);
        }
    };
    let option = |sort: Sort| plain("option").with("value", sort.word()).words(words::sort(sort));
    let select = plain("select")
        .with("name", "sort")
        .children(Sort::ALL.map(option))
        .value(move || widget.query.with(|query| query.sort).word().to_owned())
        .on("change", choose);
    element("label", "alesco-sort").child(plain("span").words(words::SORT)).child(select)
}

/// What the list is narrowed to, each part with a way to take it back, and all of them with one.
fn narrowed() -> AnyView {
    let widget = widget();
    let narrows = memo(move || widget.query.with(Query::narrows));
    let one = move |(name, without): (String, Query)| {
        let take_back = button("alesco-part", move || widget.widen(without.clone()))
            .with("aria-label", words::remove(&name))
            .child(plain("bdi").words(name))
            .child(plain("span").with("aria-hidden", "true").words("×"));
        plain("li").child(take_back)
    };
    let parts = move || {
        let query = widget.query.get();
        let parts = widget.selection.with(|selection| {
            let facets = &selection.facets;
            let kinds = [&facets.stages, &facets.outcomes, &facets.sigs, &facets.tags];
            let mut parts = Vec::new();
            for facet in kinds.into_iter().flatten() {
                if facet.chosen {
                    parts.push((words::facet(facet), query.clone().toggled(&facet.choice)));
                }
            }
            parts
        });
        let text = query.text.trim();
        let quoted = (words::quoted(text), Query { text: String::new(), ..query.clone() });
        let list = plain("ul").children(parts.into_iter().map(one));
        let list = list.child_if((!text.is_empty()).then(|| one(quoted)));
        list.into_any()
    };
    let clear = move || widget.widen(widget.query.get_untracked().cleared());
    let line = move || {
        element("div", "alesco-narrowed")
            .child(plain("span").words(words::NARROWED_TO))
            .part(parts)
            .child(button("alesco-link", clear).words(words::CLEAR))
    };
    part(move || some(narrows.get().then(line)))
}

fn pages_progress() -> AnyView {
    let widget = widget();
    part(move || {
        let progress = widget.feed.with(State::progress);
        let several = progress.filter(|progress| progress.pages > 0 && progress.of > 1);
        some(several.map(|progress| {
            element("progress", "alesco-progress")
                .with("aria-label", words::PAGES)
                .with("max", progress.of.to_string())
                .with("value", progress.pages.to_string())
        }))
    })
}

/// The cards in their order; under the headings of their stages where the whole page is ours.
fn groups() -> AnyView {
    let widget = widget();
    let browser = widget.settings.with_value(|settings| settings.layout == Layout::Browser);
    let groups = move || -> Vec<Item> {
        let grouped = browser && widget.query.with(|query| query.sort == Sort::Stage);
        let mut stages: Vec<Option<Stage>> = widget.selection.with(|selection| {
            let stage = |proposal: &Arc<Proposal>| grouped.then(|| proposal.status.stage());
            selection.proposals.iter().map(stage).collect()
        });
        stages.dedup();
        let key = |stage: Option<Stage>| stage.map_or("", Stage::word);
        stages.into_iter().map(|stage| item(key(stage).to_owned(), move || group(stage))).collect()
    };
    list(groups)
}

/// The cards of one stage, or all of them.
fn group(stage: Option<Stage>) -> Element {
    let widget = widget();
    let members = move || {
        widget.selection.with(|selection| {
            let mut items = Vec::new();
            for proposal in &selection.proposals {
                if stage.is_none_or(|stage| proposal.status.stage() == stage) {
                    let member = Arc::clone(proposal);
                    items.push(item(proposal.number.to_string(), move || plain("li").child(card(member))));
                }
            }
            items
        })
    };
    let heading = stage.map(|stage| element("h2", "alesco-group-name").words(words::stage(stage)));
    element("div", "alesco-group").child_if(heading).child(element("ul", "alesco-cards").view(list(members)))
}

/// What stands where no card does: the places of the first ones, or why there is none.
fn in_place_of_cards(waiting: Memo<bool>) -> AnyView {
    let widget = widget();
    let is_empty = memo(move || widget.selection.with(|selection| selection.proposals.is_empty()));
    let covers = memo(move || widget.covers());
    let clear = move || widget.widen(widget.query.get_untracked().cleared());
    let empty = move || {
        let narrows = widget.query.with(Query::narrows);
        let explanation = match (narrows, widget.query.with(Query::base)) {
            (true, _) => words::NOTHING_MATCHES,
            (false, Show::Open) => words::NOTHING_OPEN,
            (false, Show::Decided | Show::All) => words::NOTHING_THERE,
        };
        element("div", "alesco-empty")
            .child(plain("p").words(explanation))
            .child_if(narrows.then(|| button("alesco-button", clear).words(words::SHOW_ALL)))
    };
    part(move || {
        some(match (covers.get(), waiting.get()) {
            (true, _) => is_empty.get().then(empty),
            (false, true) => Some(skeleton()),
            (false, false) => None,
        })
    })
}

/// The first cards' places while they load.
fn skeleton() -> Element {
    let line = || plain("i");
    let place = |_| element("li", "al-rfc-card alesco-place").children([line(), line(), line()]);
    element("ul", "alesco-cards").with("aria-hidden", "true").children([0, 1, 2].map(place))
}
