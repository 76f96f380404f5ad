//! The lifecycle, which is also the navigation.

use leptos::prelude::*;

use super::element::{Element, element, plain};
use super::{checkbox, memo, widget, words};
use crate::browser::intl;
use crate::proposal::Stage;
use crate::query::{Choice, Facet};

/// The four stages, each with its count. Choosing one narrows to it.
pub fn stages() -> Element {
    element("fieldset", "alesco-stages")
        .child(element("legend", "alesco-unseen").words(words::STAGE))
        .child(plain("ul").children(Stage::ALL.map(|stage| plain("li").child(tile(stage)))))
}

fn tile(stage: Stage) -> Element {
    let widget = widget();
    let facet = memo(move || {
        let known = widget.selection.with(|selection| {
            selection.facets.stages.iter().find(|facet| facet.choice == Choice::Stage(stage)).cloned()
        });
        let loaded = widget.feed.with(|feed| feed.shown.is_some());
        known.map_or(
            Facet {
                choice: Choice::Stage(stage),
                name: String::new(),
                count: None,
                chosen: false,
                occurs: true,
            },
            |facet| Facet { count: facet.count.filter(|_| loaded), ..facet },
        )
    });
    let hint = move || match widget.next_meeting().filter(|_| stage == Stage::Vote) {
        Some(meeting) => intl::near_day(meeting),
        None => words::stage_hint(stage).to_owned(),
    };
    checkbox(facet)
        .child(element("span", "alesco-pill").with("data-stage", stage.word()).words(words::stage(stage)))
        .child(count(facet))
        .child(element("span", "alesco-hint").live_words(hint))
}

/// How many proposals a choice shows.
pub fn count(facet: Memo<Facet>) -> Element {
    let count = move || facet.with(|facet| facet.count).map(intl::number).unwrap_or_default();
    element("span", "alesco-count").live_words(count)
}
