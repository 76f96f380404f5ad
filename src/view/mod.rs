//! The components. They read the widget's signals and never fetch or parse.

mod app;
mod card;
mod filters;
mod marks;
mod page;
mod results;
mod stages;
mod standing;
mod words;

pub use app::App;

use leptos::prelude::*;

use crate::browser::address::Step;
use crate::query::{Choice, Facet};
use crate::widget::Widget;

/// The widget that a component is part of.
fn widget() -> Widget {
    expect_context()
}

/// Text that changes. All of it is of one type, because every closure in a view brings its own
/// copy of the machinery that draws it.
fn text(text: impl Fn() -> String + Send + Sync + 'static) -> Signal<String> {
    Signal::derive(text)
}

/// An attribute that changes, or is not there.
fn word(word: impl Fn() -> Option<&'static str> + Send + Sync + 'static) -> Signal<Option<&'static str>> {
    Signal::derive(word)
}

/// An attribute that is "true" or "false".
fn truth(truth: impl Fn() -> bool + Send + Sync + 'static) -> Signal<Option<&'static str>> {
    word(move || Some(if truth() { "true" } else { "false" }))
}

/// A value derived from signals, which tells only of changes. Of one type for each type of value.
fn memo<T: PartialEq + Send + Sync + 'static>(value: impl Fn() -> T + Send + Sync + 'static) -> Memo<T> {
    let value: Box<dyn Fn() -> T + Send + Sync> = Box::new(value);
    Memo::new(move |_| value())
}

/// A part of a view that changes as a whole. Of one type, for the same reason as [`text`].
fn part(part: impl FnMut() -> AnyView + Send + 'static) -> Box<dyn FnMut() -> AnyView + Send> {
    Box::new(part)
}

/// The view, where there is one.
fn some(view: Option<AnyView>) -> AnyView {
    view.unwrap_or_else(|| ().into_any())
}

/// A checkbox that chooses a value, and whatever names it.
fn checkbox(facet: Memo<Facet>, label: impl IntoView + 'static) -> AnyView {
    let widget = widget();
    let (name, value) = facet.with_untracked(|facet| match &facet.choice {
        Choice::Stage(stage) => ("stage", stage.word().to_owned()),
        Choice::Outcome(outcome) => ("outcome", outcome.word().to_owned()),
        Choice::Sig(slug) => ("sig", slug.clone()),
        Choice::Tag(tag) => ("tag", tag.clone()),
    });
    let toggle = move |_| {
        let choice = facet.with_untracked(|facet| facet.choice.clone());
        widget.ask(widget.query.get_untracked().toggled(&choice), Step::New);
    };
    view! {
        <label class="alesco-choice" data-chosen=truth(move || facet.get().chosen)>
            <input type="checkbox" name=name value=value prop:checked=Signal::derive(move || facet.get().chosen) on:change=toggle />
            {label}
        </label>
    }
    .into_any()
}
