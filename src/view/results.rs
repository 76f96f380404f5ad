//! The cards, how many there are, and what to do where there is none.

use leptos::prelude::*;

use super::card::card;
use super::element::{Element, Text, button, element, plain};
use super::list::{A_SCREEN, list};
use super::standing::{foot, freshness, notices, origin, trouble_box};
use super::{inert, some};
use crate::feed::State;
use crate::proposal::Stage;
use crate::query::{Query, Show, Sort};
use crate::settings::Layout;
use crate::widget::Widget;
use crate::words;

/// The list, and the lines above and under it.
pub fn results(widget: Widget) -> Element {
    let (layout, controls) = widget.settings(|settings| (settings.layout, settings.controls));
    let whole_page = layout == Layout::Browser;
    let waiting = move || widget.feed.with(State::is_waiting).then_some("true");
    let bar = if whole_page {
        element("div", "alesco-bar")
            .child(count(widget, "alesco-result"))
            .child(freshness(widget))
            .child_if(controls.then(|| inert(sort_choice(widget))))
    } else {
        // In a host's page the cards speak for themselves.
        count(widget, "alesco-result alesco-unseen")
    };
    element("div", "alesco-results")
        .live("aria-busy", waiting)
        .part(move || some(trouble_box(widget)))
        .part(move || some(notices(widget)))
        .child(bar)
        .part(move || some(narrowed(widget, controls)))
        .part(move || some(pages_progress(widget)))
        .view(groups(widget, whole_page))
        .part(move || some(in_place_of_cards(widget)))
        .part(move || some(more(widget)))
        .child_if((!whole_page).then(|| foot(widget)))
        .child(origin(widget))
}

fn count(widget: Widget, class: &'static str) -> Element {
    let mut said = Text::default();
    let count = move || {
        if widget.is_typing() {
            return said.clone();
        }
        let shown = widget.selection.with(|selection| (selection.proposals.len(), selection.total));
        said = match (widget.covers(), widget.feed.with(State::is_waiting)) {
            (true, _) => widget.words().result(shown.0, shown.1).into(),
            (false, true) => widget.say(words::LOADING),
            (false, false) => Text::default(),
        };
        said.clone()
    };
    element("p", class)
        .with("id", widget.result_id())
        .with("role", "status")
        .with("tabindex", "-1")
        .live_words(count)
}

fn sort_choice(widget: Widget) -> Element {
    let choose = move |word: String| {
        if let Some(sort) = Sort::ALL.into_iter().find(|sort| sort.word() == word) {
            widget.ask(Query { sort, ..widget.query_now() });
        }
    };
    let option = |sort: Sort| plain("option").with("value", sort.word()).words(widget.words().sort(sort));
    let select = plain("select")
        .with("name", "sort")
        .children(Sort::ALL.map(option))
        .value(move || widget.query(|query| query.sort).word().to_owned())
        .on("change", choose);
    element("label", "alesco-sort").child(plain("span").words(widget.say(words::SORT))).child(select)
}

/// What the list is narrowed to, each part with a way to take it back, and all of them with one;
/// where the host wants no controls, just what it is.
fn narrowed(widget: Widget, controls: bool) -> Option<Element> {
    let query = widget.query(Query::clone);
    if !query.narrows() {
        return None;
    }
    let one = |name: Text, without: Query| {
        if !controls {
            return plain("li").child(plain("strong").words(name));
        }
        let take_back = button("alesco-part", move || widget.widen(without.clone()))
            .with("aria-label", widget.words().remove(&name))
            .child(plain("bdi").words(name))
            .child(plain("span").with("aria-hidden", "true").words("×"));
        plain("li").child(take_back)
    };
    let mut parts = Vec::new();
    widget.selection.with(|selection| {
        let facets = &selection.facets;
        for facet in [&facets.stages, &facets.outcomes, &facets.sigs, &facets.tags].into_iter().flatten() {
            if facet.chosen {
                parts.push(one(widget.words().facet(facet), query.clone().toggled(&facet.choice)));
            }
        }
    });
    let text = query.text.trim();
    if !text.is_empty() {
        parts.push(one(widget.words().quoted(text).into(), Query { text: String::new(), ..query.clone() }));
    }
    let parts = plain("ul").children(parts);
    let clear =
        button("alesco-link", move || widget.widen(query.cleared())).words(widget.say(words::CLEAR_FILTERS));
    let line = element("div", "alesco-narrowed")
        .child(plain("span").words(widget.say(words::ACTIVE_FILTERS)))
        .child(parts);
    Some(line.child_if(controls.then_some(clear)))
}

fn pages_progress(widget: Widget) -> Option<Element> {
    let progress = widget.feed.with(State::progress)?;
    let several = progress.pages > 0 && progress.of > 1;
    several.then(|| {
        element("progress", "alesco-progress")
            .with("aria-label", widget.say(words::PAGES))
            .with("max", progress.of.to_string())
            .with("value", progress.pages.to_string())
    })
}

/// The cards in their order; under the headings of their stages where the whole page is ours.
fn groups(widget: Widget, whole_page: bool) -> AnyView {
    let groups = move || {
        let grouped = whole_page && widget.query(|query| query.sort == Sort::Stage);
        let mut groups = Vec::new();
        widget.selection.with(|selection| {
            for proposal in &selection.proposals {
                let group = if grouped { proposal.status.stage() as u32 } else { UNGROUPED };
                if groups.last() != Some(&group) {
                    groups.push(group);
                }
            }
        });
        groups
    };
    list(groups, A_SCREEN, move |group| self::group(widget, group, whole_page))
}

/// The key of the one group where there are no others.
const UNGROUPED: u32 = Stage::ALL.len() as u32;

/// The cards of one stage, or all of them.
fn group(widget: Widget, group: u32, whole_page: bool) -> Element {
    let stage = Stage::ALL.into_iter().find(|stage| *stage as u32 == group);
    let members = move || {
        let mut numbers = Vec::new();
        widget.selection.with(|selection| {
            for proposal in selection.proposals.iter().take(widget.limit()) {
                if stage.is_none_or(|stage| proposal.status.stage() == stage) {
                    numbers.push(proposal.number);
                }
            }
        });
        numbers
    };
    let heading = match stage {
        Some(stage) => Some(element("h2", "alesco-group-name").words(widget.words().stage(stage))),
        // The cards' headings are of the third level.
        None if whole_page => Some(
            element("h2", "alesco-unseen")
                .live_words(move || widget.words().sort(widget.query(|query| query.sort))),
        ),
        None => None,
    };
    let card = move |number: u32| plain("li").with("data-key", number.to_string()).view(card(widget, number));
    // Where there are groups, each has its share of the screen.
    let at_once = if stage.is_some() { A_SCREEN / Stage::ALL.len() } else { A_SCREEN };
    element("div", "alesco-group")
        .with("data-key", group.to_string())
        .child_if(heading)
        .child(element("ul", "alesco-cards").with("role", "list").view(list(members, at_once, card)))
}

/// What stands where no card does: the places of the first ones, or why there is none.
fn in_place_of_cards(widget: Widget) -> Option<Element> {
    match (widget.covers(), widget.feed.with(State::is_waiting)) {
        (true, _) => {
            let is_empty = widget.selection.with(|selection| selection.proposals.is_empty());
            is_empty.then(|| empty(widget))
        }
        (false, true) => Some(skeleton()),
        (false, false) => None,
    }
}

fn empty(widget: Widget) -> Element {
    let query = widget.query(Query::clone);
    let explanation = match (query.narrows(), query.base()) {
        (true, _) => widget.say(words::NOTHING_MATCHES),
        (false, Show::Open) => widget.say(words::NOTHING_OPEN),
        (false, Show::Decided | Show::All) => widget.say(words::NOTHING_THERE),
    };
    let clear = query.narrows().then(|| {
        button("alesco-button", move || widget.widen(query.cleared())).words(widget.say(words::CLEAR_FILTERS))
    });
    element("div", "alesco-empty").child(plain("p").words(explanation)).child_if(clear)
}

/// The first cards' places while they load.
fn skeleton() -> Element {
    let line = || plain("i");
    let place = |_| element("li", "al-rfc-card alesco-place").children([line(), line(), line()]);
    element("ul", "alesco-cards").with("aria-hidden", "true").children([0, 1, 2].map(place))
}

/// The button that shows what the host's limit has kept back.
fn more(widget: Widget) -> Option<Element> {
    let selected = widget.selection.with(|selection| selection.proposals.len());
    let kept_back = selected.checked_sub(widget.limit()).filter(|count| *count > 0)?;
    Some(
        button("alesco-button alesco-more", move || widget.show_more())
            .words(widget.words().show_more(kept_back)),
    )
}
