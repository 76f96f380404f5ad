//! The lifecycle, which is also the navigation.

use leptos::prelude::*;

use super::element::{Element, element, plain};
use super::{checkbox, count};
use crate::config::Layout;
use crate::i18n;
use crate::proposal::Stage;
use crate::query::{Facet, FacetValue};
use crate::widget::Widget;

/// The four stages, each with its count. Choosing one narrows to it.
pub fn stages(widget: Widget) -> Element {
    element("fieldset", "alesco-stages")
        .child(element("legend", "alesco-unseen").words(widget.say(i18n::STAGE)))
        .part(move || list(widget).into_any())
}

/// The order of a list's stages: what is decided next comes first. The whole page has room for the
/// lifecycle as it goes.
const NEAREST_FIRST: [Stage; 4] = [Stage::Vote, Stage::Discussion, Stage::Submitted, Stage::Closed];

fn list(widget: Widget) -> Element {
    let whole_page = widget.settings(|settings| settings.layout == Layout::Browser);
    let stages = if whole_page { Stage::ALL } else { NEAREST_FIRST };
    let tile = |stage| {
        let loaded = widget.feed.with(|feed| feed.shown.is_some());
        let known = widget.selection.with(|selection| {
            selection.facets.stages.iter().find(|facet| facet.choice == FacetValue::Stage(stage)).cloned()
        });
        let facet = known.map(|facet| Facet { count: facet.count.filter(|_| loaded), ..facet })?;
        Some(plain("li").child(tile(widget, stage, &facet, whole_page)))
    };
    plain("ul").children(stages.into_iter().filter_map(tile))
}

fn tile(widget: Widget, stage: Stage, facet: &Facet, whole_page: bool) -> Element {
    if !whole_page {
        let name = element("span", "alesco-stage").with("data-stage", stage.as_str());
        return checkbox(widget, facet, Some(widget.words().stage_with_count(stage, facet.count)))
            .child(name.words(widget.words().stage_in_short(stage)))
            .child(count(widget, facet));
    }
    let hint = match widget.next_meeting().filter(|_| stage == Stage::Vote) {
        Some(meeting) => widget.words().meeting(meeting).into(),
        None => widget.words().stage_hint(stage),
    };
    checkbox(widget, facet, None)
        .child(
            element("span", "alesco-pill")
                .with("data-stage", stage.as_str())
                .words(widget.words().stage(stage)),
        )
        .child(count(widget, facet))
        .child(element("span", "alesco-hint").words(hint))
}
