//! Search and facets.

use std::sync::{Arc, Mutex};

use leptos::prelude::*;

use super::element::{ESCAPE, Element, element, plain};
use super::list::{A_SCREEN, list};
use super::{checkbox, count, some};
use crate::config::Layout;
use crate::i18n;
use crate::query::{Facet, Facets, Query, StateFilter};
use crate::widget::Widget;

/// So many proposals are found without a search.
const HANDFUL: usize = 5;

/// Search, and a disclosure with the rest, which stands open where there is room beside the list.
pub fn filters(widget: Widget) -> Element {
    let whole_page = widget.settings(|settings| settings.layout == Layout::Browser);
    let chosen = move || widget.query(|query| query.outcomes.len() + query.sigs.len() + query.tags.len());
    let is_open = move || Some(if widget.is_open() { "true" } else { "false" });
    let disclosure = element("button", "alesco-button alesco-disclosure")
        .with("type", "button")
        .live("aria-expanded", is_open)
        .on("click", move |_| widget.toggle_open())
        .live_words(move || widget.words().filter_button(chosen()));
    let facets = element("div", "alesco-facets")
        .child_if(whole_page.then(|| show_choice(widget)))
        .child(group(widget, i18n::OUTCOME, |facets| &facets.outcomes))
        .child(group(widget, i18n::SIG, |facets| &facets.sigs))
        .child(group(widget, i18n::TAG, |facets| &facets.tags));
    // Once it is there, it stays: the reader may be in the middle of a word.
    let mut needs_search = whole_page;
    element("div", "alesco-filters")
        .live("data-open", is_open)
        .part(move || {
            needs_search |= has_more_than_a_handful(widget);
            some(needs_search.then(|| search(widget)))
        })
        .child(disclosure)
        .child(facets)
}

fn has_more_than_a_handful(widget: Widget) -> bool {
    let many = widget.selection.with(|selection| selection.total > HANDFUL);
    many || widget.query(|query| !query.text.is_empty())
}

fn search(widget: Widget) -> Element {
    let escape = move |key: String| {
        if key == ESCAPE {
            widget.ask(Query { text: String::new(), ..widget.query_now() });
        }
    };
    let field = plain("input")
        .with("id", widget.search_id())
        .with("type", "search")
        .with("name", "q")
        .with("placeholder", widget.say(i18n::SEARCH))
        .with("autocomplete", "off")
        .value(move || widget.query(|query| query.text.clone()))
        .on("input", move |text| widget.type_words(text))
        .on("change", move |_| widget.end_words())
        .on("keydown", escape);
    element("label", "alesco-search")
        .child(element("span", "alesco-unseen").words(widget.say(i18n::SEARCH)))
        .child(field)
}

fn show_choice(widget: Widget) -> Element {
    let option = move |show: StateFilter| {
        let radio = plain("input")
            .with("type", "radio")
            .with("name", "show")
            .with("value", show.as_str())
            .holds("checked", widget.query(|query| query.effective_state() == show))
            .on("change", move |_| widget.ask(widget.query_now().with_state(show)));
        element("label", "alesco-toggle").child(radio).child(plain("span").words(widget.words().show(show)))
    };
    let options = move || element("div", "alesco-toggles").children(StateFilter::ALL.map(option)).into_any();
    element("fieldset", "alesco-facet").child(plain("legend").words(widget.say(i18n::SHOW))).part(options)
}

/// The values of one kind; not there where there is nothing to choose between.
fn group(widget: Widget, legend: &'static str, facets: fn(&Facets) -> &Vec<Facet>) -> Element {
    // A value keeps its number, and so its checkbox, and the checkbox its focus, while counts change.
    let numbered = Arc::new(Mutex::new(Vec::new()));
    let known = Arc::clone(&numbered);
    let values = move || {
        let mut keys = Vec::new();
        if let Ok(mut numbered) = numbered.lock() {
            widget.selection.with(|selection| {
                for facet in facets(&selection.facets) {
                    let known = numbered.iter().position(|choice| *choice == facet.choice);
                    keys.push(known.unwrap_or(numbered.len()) as u32);
                    if known.is_none() {
                        numbered.push(facet.choice.clone());
                    }
                }
            });
        }
        keys
    };
    let value = move |key: u32| {
        let choice = known.lock().ok().and_then(|known| known.get(key as usize).cloned());
        plain("li").part(move || {
            let facet = widget.selection.with(|selection| {
                facets(&selection.facets).iter().find(|facet| Some(&facet.choice) == choice.as_ref()).cloned()
            });
            some(facet.map(|facet| {
                let name = element("span", "alesco-choice-name").with("dir", "auto");
                checkbox(widget, &facet, None)
                    .child(name.words(widget.words().facet(&facet)))
                    .child(count(widget, &facet))
            }))
        })
    };
    let is_empty = move || widget.selection.with(|selection| facets(&selection.facets).is_empty());
    element("fieldset", "alesco-facet")
        .live("hidden", move || is_empty().then_some(""))
        .child(plain("legend").words(widget.say(legend)))
        .child(plain("ul").view(list(values, A_SCREEN, value)))
}
