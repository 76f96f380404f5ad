//! The one kind of element that every view is made of.
//!
//! `view!` gives each element a type of its own, and each type brings its own copy of the machinery
//! that builds, updates and removes it: about 1.2 kB of WebAssembly for a `<span>`. Here an element is
//! a value, and the machinery is there once: in `drawn`, for the browser, and in `written`, for the
//! snapshot's builder.

#[cfg_attr(not(target_arch = "wasm32"), path = "element/written.rs")]
mod drawn;

pub use drawn::*;
use leptos::prelude::*;

pub use crate::i18n::Str;

/// An element of the page, with what is in it.
#[must_use]
pub struct Element {
    tag: &'static str,
    attributes: Vec<(&'static str, Value)>,
    children: Vec<AnyView>,
}

enum Value {
    /// An attribute that stays.
    Fixed(Str),
    /// An attribute that changes, or is not there.
    Live(Box<dyn Fn() -> Option<Str> + Send>),
    /// A property of the element, which a reader can change, too.
    Truth(bool),
    /// What stands in a field, which a reader can change, too.
    Field(Box<dyn Fn() -> String + Send>),
    /// A property of its style.
    Style(String),
    /// What to do on an event. It is given the `value` of the field.
    On(Box<dyn FnMut(String) + Send>),
}

/// An element of this tag and class.
pub fn element(tag: &'static str, class: &'static str) -> Element {
    plain(tag).with("class", class)
}

/// An element of this tag, without a class.
pub fn plain(tag: &'static str) -> Element {
    Element { tag, attributes: Vec::new(), children: Vec::new() }
}

/// A part of a view that changes as a whole.
pub fn part(part: impl FnMut() -> AnyView + Send + 'static) -> AnyView {
    let part: Box<dyn FnMut() -> AnyView + Send> = Box::new(part);
    part.into_any()
}

/// A button that does something.
pub fn button(class: &'static str, mut press: impl FnMut() + Send + 'static) -> Element {
    element("button", class).with("type", "button").on("click", move |_| press())
}

impl Element {
    /// Adds an attribute.
    pub fn with(mut self, name: &'static str, value: impl Into<Str>) -> Self {
        self.attributes.push((name, Value::Fixed(value.into())));
        self
    }

    /// Adds an attribute, if there is a value for it.
    pub fn with_some(self, name: &'static str, value: Option<impl Into<Str>>) -> Self {
        match value {
            Some(value) => self.with(name, value),
            None => self,
        }
    }

    /// Adds an attribute that changes, or is not there.
    pub fn live<T: Into<Str>>(
        mut self,
        name: &'static str,
        value: impl Fn() -> Option<T> + Send + 'static,
    ) -> Self {
        self.attributes.push((name, Value::Live(Box::new(move || value().map(Into::into)))));
        self
    }

    /// Adds a property that is true or false.
    pub fn holds(mut self, name: &'static str, value: bool) -> Self {
        self.attributes.push((name, Value::Truth(value)));
        self
    }

    /// Adds what stands in a field.
    pub fn value(mut self, value: impl Fn() -> String + Send + 'static) -> Self {
        self.attributes.push(("value", Value::Field(Box::new(value))));
        self
    }

    /// Adds a property of its style. Of these the builder's HTML has `background-color` and `color` alone.
    pub fn style(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.attributes.push((name, Value::Style(value.into())));
        self
    }

    /// Adds what to do on an event, given the `value` of the field. A form's `submit` is only kept from
    /// leaving the page.
    pub fn on(mut self, event: &'static str, call: impl FnMut(String) + Send + 'static) -> Self {
        self.attributes.push((event, Value::On(Box::new(call))));
        self
    }

    /// Adds words.
    pub fn words(self, words: impl Into<Str>) -> Self {
        self.view(self::words(words))
    }

    /// Adds words that change.
    pub fn live_words<T: Into<Str>>(self, mut words: impl FnMut() -> T + Send + 'static) -> Self {
        self.part(move || self::words(words()))
    }

    /// Adds an element.
    pub fn child(self, child: Element) -> Self {
        self.view(child.into_any())
    }

    /// Adds an element, or the place of one, so that what follows keeps its own.
    pub fn child_if(self, child: Option<Element>) -> Self {
        self.view(super::some(child))
    }

    /// Adds elements.
    pub fn children(mut self, children: impl IntoIterator<Item = Element>) -> Self {
        for child in children {
            self = self.child(child);
        }
        self
    }

    /// Adds a part that changes as a whole.
    pub fn part(self, part: impl FnMut() -> AnyView + Send + 'static) -> Self {
        self.view(self::part(part))
    }

    /// Adds whatever else is a view.
    pub fn view(mut self, view: AnyView) -> Self {
        self.children.push(view);
        self
    }
}
