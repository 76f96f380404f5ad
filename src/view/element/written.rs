//! An element as the snapshot's builder writes it: HTML that says the same without a script. Nothing of it
//! is ever drawn or changed here, and nobody presses anything.

use leptos::prelude::*;
use leptos::tachys::view::Position;

use super::{Element, Str, Value};

/// No key is ever pressed.
pub const ESCAPE: &str = "";

/// Elements that have no end tag, of those that HTML knows.
const VOID: [&str; 3] = ["br", "img", "input"];

/// What stands for something else than an element.
pub(in crate::view) enum Written {
    Words(Str),
    Elements(Vec<Element>),
}

/// Words, as a view.
pub fn words(words: impl Into<Str>) -> AnyView {
    Written::Words(words.into()).into_any()
}

/// The same: nothing is found here.
pub use words as words_as_found;

/// An element that is not there: nothing has to keep its place.
pub fn nothing() -> AnyView {
    Written::Elements(Vec::new()).into_any()
}

impl Written {
    fn write(self, html: &mut String) {
        match self {
            Written::Words(words) => escape(&words, html),
            Written::Elements(elements) => elements.into_iter().for_each(|element| element.write(html)),
        }
    }
}

impl Element {
    fn write(self, html: &mut String) {
        let Element { tag, attributes, children } = self;
        html.push('<');
        html.push_str(tag);
        let mut paint = None;
        for (name, value) in attributes {
            match value {
                Value::Fixed(value) => attribute(name, &value, html),
                Value::Live(value) => {
                    if let Some(value) = value() {
                        attribute(name, &value, html);
                    }
                }
                Value::Truth(true) => attribute(name, "", html),
                Value::Field(value) => {
                    let value = value();
                    // What a `select` holds is no attribute of it.
                    if tag == "input" && !value.is_empty() {
                        attribute(name, &value, html);
                    }
                }
                // A host's policy forbids the attribute `style`.
                Value::Style(value) if name == "color" => attribute("data-ink", &value, html),
                Value::Style(value) => paint = Some(value),
                Value::On(call) => drop(call),
                Value::Truth(false) => {}
            }
        }
        html.push('>');
        if let Some(color) = paint {
            painted(&color, html);
        }
        for child in children {
            // As if each were the only one: what comes after words needs no mark.
            child.to_html_with_buf(html, &mut Position::FirstChild, true, false, Vec::new());
        }
        if !VOID.contains(&tag) {
            html.push_str("</");
            html.push_str(tag);
            html.push('>');
        }
    }
}

/// A background of this color: what `background-color` is where there is a script. `fill` is an attribute,
/// which no policy forbids, and no reset touches.
fn painted(color: &str, html: &mut String) {
    html.push_str("<svg class=\"alesco-paint\" aria-hidden=\"true\"><rect width=\"100%\" height=\"100%\"");
    attribute("fill", color, html);
    html.push_str("></rect></svg>");
}

fn attribute(name: &str, value: &str, html: &mut String) {
    html.push(' ');
    html.push_str(name);
    if !value.is_empty() {
        html.push_str("=\"");
        html.push_str(&value.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;"));
        html.push('"');
    }
}

/// Str as it stands between tags.
fn escape(text: &str, html: &mut String) {
    for c in text.chars() {
        match c {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            c => html.push(c),
        }
    }
}

/// What Leptos wants of a view, for one that is only ever written.
macro_rules! only_written {
    ($view:ty) => {
        leptos::tachys::no_attrs!($view);

        impl Render for $view {
            type State = <() as Render>::State;

            fn build(self) -> Self::State {
                ().build()
            }

            fn rebuild(self, state: &mut Self::State) {
                ().rebuild(state);
            }
        }

        impl RenderHtml for $view {
            type AsyncOutput = Self;
            type Owned = Self;

            const MIN_LENGTH: usize = 0;

            fn dry_resolve(&mut self) {}

            async fn resolve(self) -> Self {
                self
            }

            fn to_html_with_buf(
                self,
                html: &mut String,
                _: &mut Position,
                _: bool,
                _: bool,
                _: Vec<leptos::tachys::html::attribute::any_attribute::AnyAttribute>,
            ) {
                self.write(html);
            }

            fn hydrate<const FROM_SERVER: bool>(
                self,
                _: &leptos::tachys::hydration::Cursor,
                _: &leptos::tachys::view::PositionState,
            ) -> Self::State {
                self.build()
            }

            fn into_owned(self) -> Self {
                self
            }
        }
    };
}

only_written!(Element);
only_written!(Written);
