//! The root of a widget.

use leptos::prelude::*;

use super::element::{Element, element};
use super::filters::filters;
use super::page::{about, masthead};
use super::results::results;
use super::stages::stages;
use super::widget;
use crate::settings::Layout;

/// A widget: list or whole page, as the host wishes.
pub fn app() -> Element {
    let widget = widget();
    let (layout, controls) = widget.settings.with_value(|settings| (settings.layout, settings.controls));
    let browser = layout == Layout::Browser;
    let state = move || {
        widget.feed.with(|feed| match &feed.shown {
            Some(_) if !widget.selection.with(|selection| selection.proposals.is_empty()) => Some("ready"),
            Some(_) if widget.covers() => Some("empty"),
            _ if feed.is_waiting() => Some("loading"),
            _ => Some("failed"),
        })
    };
    let source = move || widget.feed.with(|feed| feed.shown.as_ref().map(|shown| shown.source.word()));
    element("section", "alesco-proposals")
        .with("data-view", layout.word())
        .live("data-state", state)
        .live("data-source", source)
        .child_if(browser.then(masthead))
        .child(
            element("form", "alesco-body")
                .on("submit", drop)
                .child_if(controls.then(stages))
                .child(element("div", "alesco-columns").child_if(controls.then(filters)).child(results())),
        )
        .child_if(browser.then(about))
}
