//! The components. They read the widget's signals and never fetch or parse.

mod app;
mod card;
mod element;
mod filters;
mod marks;
mod page;
mod results;
mod stages;
mod standing;
mod words;

pub use app::app;

use element::{Element, element, plain};
use leptos::prelude::*;

use crate::browser::address::Step;
use crate::query::Facet;
use crate::widget::Widget;

/// The widget that a component is part of.
fn widget() -> Widget {
    expect_context()
}

/// A value derived from signals, which tells only of changes. Of one type for each type of value.
fn memo<T: PartialEq + Send + Sync + 'static>(value: impl Fn() -> T + Send + Sync + 'static) -> Memo<T> {
    let value: Box<dyn Fn() -> T + Send + Sync> = Box::new(value);
    Memo::new(move |_| value())
}

/// The view of a thing, where there is one.
fn some(view: Option<Element>) -> AnyView {
    view.map_or_else(|| ().into_any(), IntoAny::into_any)
}

/// A checkbox that chooses a value, before whatever names it.
fn checkbox(facet: Memo<Facet>) -> Element {
    let widget = widget();
    let (name, value) = facet.with_untracked(|facet| (facet.choice.key(), facet.choice.word().to_owned()));
    let chosen = move || facet.with(|facet| facet.chosen);
    let toggle = move |_| {
        let choice = facet.with_untracked(|facet| facet.choice.clone());
        widget.ask(widget.query.get_untracked().toggled(&choice), Step::New);
    };
    let input = plain("input").with("type", "checkbox").with("name", name).with("value", value);
    element("label", "alesco-choice")
        .truth("data-chosen", chosen)
        .child(input.holds("checked", chosen).on("change", toggle))
}
