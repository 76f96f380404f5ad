//! The root of a widget.

use leptos::prelude::*;

use super::element::{Element, element};
use super::filters::filters;
use super::inert;
use super::page::{about, masthead};
use super::results::results;
use super::stages::stages;
use crate::config::Layout;
use crate::widget::Widget;

/// A widget: list or whole page, as the host wishes.
pub fn app(widget: Widget) -> Element {
    let (layout, controls) = widget.settings(|settings| (settings.layout, settings.controls));
    let language = widget.words().language;
    let state = move || {
        Some(widget.feed.with(|feed| match &feed.shown {
            Some(_) if !widget.selection.with(|selection| selection.proposals.is_empty()) => "ready",
            Some(_) if widget.covers() => "empty",
            _ if feed.is_loading() => "loading",
            _ => "failed",
        }))
    };
    let source = move || widget.feed.with(|feed| feed.shown.as_ref().map(|shown| shown.source.as_str()));
    let section = element("section", "alesco-proposals")
        .with("lang", language.tag())
        .with("dir", if language.is_right_to_left() { "rtl" } else { "ltr" })
        .with("data-view", layout.as_str())
        .live("data-state", state)
        .live("data-source", source);
    let form = element("form", "alesco-body").on("submit", drop);
    let columns = element("div", "alesco-columns");
    match (layout, controls) {
        (Layout::Browser, true) => {
            let columns = columns.child(inert(filters(widget))).child(results(widget));
            section.child(masthead(widget)).child(form.child(inert(stages(widget))).child(columns))
        }
        (Layout::Browser, false) => {
            section.child(masthead(widget)).child(form.child(columns.child(results(widget))))
        }
        (Layout::List, true) => {
            let controls = element("div", "alesco-controls");
            let controls = inert(controls).child(stages(widget)).child(filters(widget));
            section.child(form.child(controls).child(results(widget)))
        }
        (Layout::List, false) => section.child(form.child(results(widget))),
    }
    .child_if((layout == Layout::Browser).then(|| about(widget)))
}
