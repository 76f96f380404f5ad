//! Search and facets.

use leptos::prelude::*;

use super::element::{Element, element, item, list, plain};
use super::stages::count;
use super::{checkbox, memo, widget, words};
use crate::browser::address::Step;
use crate::query::{Facet, Facets, Query, Show};
use crate::settings::Layout;

/// Search, and a disclosure with the rest, which stands open where there is room beside the list.
pub fn filters() -> Element {
    let widget = widget();
    let (open, set_open) = signal(false);
    let chosen =
        move || widget.query.with(|query| query.outcomes.len() + query.sigs.len() + query.tags.len());
    let browser = widget.settings.with_value(|settings| settings.layout == Layout::Browser);
    let disclosure = element("button", "alesco-button alesco-disclosure")
        .with("type", "button")
        .truth("aria-expanded", move || open.get())
        .on("click", move |_| set_open.update(|open| *open = !*open))
        .live_words(move || words::filter(chosen()));
    element("div", "alesco-filters")
        .truth("data-open", move || open.get())
        .child(search())
        .child(disclosure)
        .child(
            element("div", "alesco-facets")
                .child_if(browser.then(show_choice))
                .child(group(words::OUTCOME, |facets| &facets.outcomes))
                .child(group(words::SIG, |facets| &facets.sigs))
                .child(group(words::TAG, |facets| &facets.tags)),
        )
}

fn search() -> Element {
    let widget = widget();
    // Letters typed in a row are one step back, unless the reader went back in between.
    let typed = StoredValue::new(None);
    let search = move |words: String| {
        let query = widget.query.get_untracked();
        let goes_on = typed.with_value(|typed| typed.as_ref() == Some(&query.text));
        typed.set_value(Some(words.clone()));
        widget.ask(Query { text: words, ..query }, if goes_on { Step::Same } else { Step::New });
    };
    let field = plain("input")
        .with("type", "search")
        .with("name", "q")
        .with("placeholder", words::SEARCH)
        .with("autocomplete", "off")
        .value(move || widget.query.with(|query| query.text.clone()))
        .on("input", search)
        .on("change", move |_| typed.set_value(None));
    element("label", "alesco-search")
        .child(element("span", "alesco-unseen").words(words::SEARCH))
        .child(field)
}

fn show_choice() -> Element {
    let widget = widget();
    let option = move |show: Show| {
        let radio = plain("input")
            .with("type", "radio")
            .with("name", "show")
            .with("value", show.word())
            .holds("checked", move || widget.query.with(|query| query.base() == show))
            .on("change", move |_| widget.ask(widget.query.get_untracked().showing(show), Step::New));
        element("label", "alesco-toggle").child(radio).child(plain("span").words(words::show(show)))
    };
    element("fieldset", "alesco-facet")
        .child(plain("legend").words(words::SHOW))
        .child(element("div", "alesco-toggles").children(Show::ALL.map(option)))
}

/// The values of one kind; nothing where there is nothing to choose between.
fn group(legend: &'static str, facets: fn(&Facets) -> &Vec<Facet>) -> Element {
    let widget = widget();
    let values = memo(move || widget.selection.with(|selection| facets(&selection.facets).clone()));
    let value = move |first: Facet| {
        let choice = first.choice.clone();
        let facet = memo(move || {
            let known = values.with(|values| values.iter().find(|facet| facet.choice == choice).cloned());
            known.unwrap_or_else(|| first.clone())
        });
        let name = element("span", "alesco-choice-name").with("dir", "auto");
        let name = name.live_words(move || facet.with(words::facet));
        plain("li").child(checkbox(facet).child(name).child(count(facet)))
    };
    // A value keeps its checkbox, and the checkbox its focus, while counts change.
    let items = move || {
        let values = values.get();
        values.into_iter().map(|facet| item(facet.choice.word().to_owned(), move || value(facet))).collect()
    };
    element("fieldset", "alesco-facet")
        .holds("hidden", move || values.with(Vec::is_empty))
        .child(plain("legend").words(legend))
        .child(plain("ul").view(list(items)))
}
