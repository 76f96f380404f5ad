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
        <label class="alesco-choice" data-chosen=move || facet.get().chosen.to_string()>
            <input type="checkbox" name=name value=value prop:checked=move || facet.get().chosen on:change=toggle />
            {label}
        </label>
    }
    .into_any()
}
