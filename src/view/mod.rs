//! The components. They read the widget's signals and never fetch or parse.

mod app;
mod card;
mod element;
mod filters;
#[cfg(not(target_arch = "wasm32"))]
mod fragment;
mod list;
mod marks;
mod page;
mod results;
mod stages;
mod standing;

pub use app::app;
#[cfg(target_arch = "wasm32")]
pub use element::State;
use element::{Element, Str, element, plain};
#[cfg(not(target_arch = "wasm32"))]
pub use fragment::fragment;
use leptos::prelude::*;
#[cfg(target_arch = "wasm32")]
pub use marks::SHOWN;

use crate::query::Facet;
use crate::widget::{IS_FRAGMENT, Widget};

/// The view of a thing, where there is one.
fn some(view: Option<Element>) -> AnyView {
    view.map_or_else(element::nothing, IntoAny::into_any)
}

/// What needs the module: in a fragment it keeps its room, and can do nothing yet.
fn inert(element: Element) -> Element {
    if IS_FRAGMENT { element.with("inert", "") } else { element }
}

/// A checkbox that chooses a value, before whatever names it. `name` does where that is too short.
fn checkbox(widget: Widget, facet: &Facet, name: Option<Str>) -> Element {
    let choice = facet.choice.clone();
    let input = plain("input")
        .with("type", "checkbox")
        .with("name", choice.key())
        .with("value", choice.as_str().to_owned())
        .with_some("aria-label", name)
        .holds("checked", facet.chosen)
        .on("change", move |_| widget.choose(widget.query_now().toggled(&choice)));
    element("label", "alesco-choice")
        .with("data-chosen", if facet.chosen { "true" } else { "false" })
        .child(input)
}

/// How many proposals a choice shows.
fn count(widget: Widget, facet: &Facet) -> Element {
    let count = facet.count.map(|count| widget.words().number(count));
    element("span", "alesco-count").words(count.unwrap_or_default())
}
