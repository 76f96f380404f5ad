//! The lifecycle, which is also the navigation.

use leptos::prelude::*;

use super::{checkbox, memo, text, widget, words};
use crate::browser::intl;
use crate::proposal::Stage;
use crate::query::{Choice, Facet};

/// The four stages, each with its count. Choosing one narrows to it.
#[component]
pub fn Stages() -> impl IntoView {
    let stage = |stage: Stage| view! { <li>{tile(stage)}</li> };
    view! {
        <fieldset class="alesco-stages">
            <legend class="alesco-unseen">{words::STAGE}</legend>
            <ul>{Stage::ALL.map(stage).into_iter().collect_view()}</ul>
        </fieldset>
    }
}

fn tile(stage: Stage) -> AnyView {
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
    let label = view! {
        <span class="alesco-pill" data-stage=stage.word()>{words::stage(stage)}</span>
        <span class="alesco-count">{text(move || facet.get().count.map(intl::number).unwrap_or_default())}</span>
        <span class="alesco-hint">{text(hint)}</span>
    };
    checkbox(facet, label)
}
