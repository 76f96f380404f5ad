//! The root of a widget.

use leptos::prelude::*;

use super::filters::Filters;
use super::page::{About, Masthead};
use super::results::Results;
use super::stages::Stages;
use super::{widget, word};
use crate::settings::Layout;

/// A widget: list or whole page, as the host wishes.
#[component]
pub fn App() -> impl IntoView {
    let widget = widget();
    let (layout, controls) = widget.settings.with_value(|settings| (settings.layout, settings.controls));
    let state = word(move || {
        widget.feed.with(|feed| match &feed.shown {
            Some(_) if !widget.selection.with(|selection| selection.proposals.is_empty()) => Some("ready"),
            Some(_) if widget.covers() => Some("empty"),
            _ if feed.is_waiting() => Some("loading"),
            _ => Some("failed"),
        })
    });
    let source = word(move || widget.feed.with(|feed| feed.shown.as_ref().map(|shown| shown.source.word())));
    view! {
        <section class="alesco-proposals" data-view=layout.word() data-state=state data-source=source>
            {(layout == Layout::Browser).then(Masthead)}
            <form class="alesco-body" on:submit=|event| event.prevent_default()>
                {controls.then(Stages)}
                <div class="alesco-columns">
                    {controls.then(Filters)}
                    <Results />
                </div>
            </form>
            {(layout == Layout::Browser).then(About)}
        </section>
    }
}
