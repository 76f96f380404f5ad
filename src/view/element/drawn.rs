//! An element as the browser draws it: built, changed in place, taken away.

use std::cell::RefCell;
use std::rc::Rc;

use leptos::prelude::*;
use leptos::tachys::renderer::{Rndr, types};
use leptos::tachys::view::Mountable;
use leptos::tachys::view::any_view::AnyViewState;

use super::{Element, Str, Value};
pub use crate::browser::dom::ESCAPE;
use crate::browser::listener::Listener;
use crate::browser::{dom, fragment};

/// Words, as a view.
pub fn words(words: impl Into<Str>) -> AnyView {
    Words { words: words.into(), as_found: false }.into_any()
}

/// The same, unless a fragment has its own words there already.
pub fn words_as_found(words: impl Into<Str>) -> AnyView {
    Words { words: words.into(), as_found: true }.into_any()
}

struct Words {
    words: Str,
    as_found: bool,
}

/// Words that are on the page.
struct WordsState {
    node: types::Text,
    words: Str,
}

impl Render for Words {
    type State = WordsState;

    fn build(self) -> WordsState {
        let adopted = if self.words.is_empty() { None } else { fragment::adopt_words() };
        let keeps = self.as_found && adopted.is_some();
        let node = adopted.unwrap_or_else(|| Rndr::create_text_node(""));
        let words = node.data().into();
        let mut state = WordsState { node, words };
        if !keeps {
            self.rebuild(&mut state);
        }
        state
    }

    fn rebuild(self, state: &mut WordsState) {
        if self.words != state.words {
            Rndr::set_text(&state.node, &self.words);
            state.words = self.words;
        }
    }
}

impl Mountable for WordsState {
    fn unmount(&mut self) {
        self.node.remove();
    }

    fn mount(&mut self, parent: &types::Element, marker: Option<&types::Node>) {
        dom::place(parent, &self.node, marker);
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        let parent = self.node.parent_element();
        parent.as_ref().inspect(|parent| child.mount(parent, Some(&self.node))).is_some()
    }

    fn elements(&self) -> Vec<types::Element> {
        Vec::new()
    }
}

/// The place of an element that is not there.
pub fn nothing() -> AnyView {
    ().into_any()
}

/// What an attribute is on the page, for as long as it is there.
enum Kept {
    Fixed(Str),
    Style,
    Truth,
    Live { _effect: RenderEffect<()> },
    Field { _effect: RenderEffect<()> },
    On { call: Call, _listener: Listener },
}

/// What is done on an event. It changes with the view, and the listener stays.
type Call = Rc<RefCell<Box<dyn FnMut(String) + Send>>>;

/// An element that is on the page.
pub struct State {
    tag: &'static str,
    element: types::Element,
    attributes: Vec<(&'static str, Kept)>,
    children: Vec<AnyViewState>,
}

/// Makes an attribute what it should be; `known` is what it was.
fn keep(element: &types::Element, name: &'static str, value: Value, known: Option<Kept>) -> Kept {
    let target = element.clone();
    let effect = |mut run: Box<dyn FnMut()>| RenderEffect::new(move |_| run());
    match (value, known) {
        (Value::Fixed(value), Some(Kept::Fixed(known))) if value == known => Kept::Fixed(known),
        (Value::Fixed(value), _) => {
            Rndr::set_attribute(element, name, &value);
            Kept::Fixed(value)
        }
        (Value::Style(value), _) => {
            dom::set_style(element, name, &value);
            Kept::Style
        }
        (Value::Truth(value), _) => {
            dom::set_truth(element, name, value);
            Kept::Truth
        }
        (Value::Live(value), _) => Kept::Live {
            _effect: effect(Box::new(move || match value() {
                Some(value) => Rndr::set_attribute(&target, name, &value),
                None => Rndr::remove_attribute(&target, name),
            })),
        },
        (Value::Field(value), _) => {
            Kept::Field { _effect: effect(Box::new(move || dom::set_field(&target, &value()))) }
        }
        (Value::On(new), Some(Kept::On { call, _listener })) => {
            if let Ok(mut call) = call.try_borrow_mut() {
                *call = new;
            }
            Kept::On { call, _listener }
        }
        (Value::On(new), _) => {
            let call = Rc::new(RefCell::new(new));
            let heard = Rc::clone(&call);
            // Views change between calls, never during one.
            let listener = dom::listen(element, name, move |value| {
                if let Ok(mut call) = heard.try_borrow_mut() {
                    call(value);
                }
            });
            Kept::On { call, _listener: listener }
        }
    }
}

impl Render for Element {
    type State = State;

    fn build(self) -> State {
        let adopted = fragment::adopt(|known| self.is_kind_of(known));
        let first = adopted.as_ref().and_then(|element| {
            dom::keep_attributes(element, |name| self.attributes.iter().any(|(wanted, _)| *wanted == name));
            element.first_child()
        });
        let element = adopted.unwrap_or_else(|| Rndr::create_element(self.tag, None));
        let mut state = State { tag: self.tag, element, attributes: Vec::new(), children: Vec::new() };
        fragment::adopting(first, || self.rebuild(&mut state));
        state
    }

    /// The element stays, and its focus with it, as long as it is of the same tag.
    fn rebuild(self, state: &mut State) {
        if self.tag != state.tag {
            let mut new = self.build();
            state.insert_before_this(&mut new);
            state.unmount();
            *state = new;
            return;
        }
        let State { element, attributes, children, .. } = state;
        for mut surplus in children.drain(self.children.len().min(children.len())..) {
            surplus.unmount();
        }
        for (index, child) in self.children.into_iter().enumerate() {
            match children.get_mut(index) {
                Some(known) => child.rebuild(known),
                None => {
                    let mut child = child.build();
                    child.mount(element, fragment::next().as_ref());
                    children.push(child);
                }
            }
        }
        // After the children: what a `select` has chosen is a matter of its options.
        let mut known = std::mem::take(attributes);
        for (name, value) in self.attributes {
            let at = known.iter().position(|(known, _)| *known == name);
            let known = at.map(|at| known.swap_remove(at).1);
            attributes.push((name, keep(element, name, value, known)));
        }
        for (name, gone) in known {
            match gone {
                Kept::Fixed(_) | Kept::Live { .. } => Rndr::remove_attribute(element, name),
                Kept::Style => dom::set_style(element, name, ""),
                Kept::Truth => dom::set_truth(element, name, false),
                Kept::Field { .. } => dom::set_field(element, ""),
                Kept::On { .. } => {}
            }
        }
    }
}

impl Element {
    /// Whether an element of the page is what this one is going to be.
    fn is_kind_of(&self, known: &types::Element) -> bool {
        let is_same = |(name, value): &(&str, Value)| match value {
            Value::Fixed(value) if ["class", fragment::KEY, "datetime", "href", "lang"].contains(name) => {
                known.get_attribute(name).as_deref() == Some(value)
            }
            _ => true,
        };
        matches!(known.matches(self.tag), Ok(true)) && self.attributes.iter().all(is_same)
    }
}

impl State {
    /// The element itself.
    pub fn element(&self) -> &types::Element {
        &self.element
    }
}

impl Mountable for State {
    fn unmount(&mut self) {
        Rndr::remove(&self.element);
    }

    fn mount(&mut self, parent: &types::Element, marker: Option<&types::Node>) {
        dom::place(parent, &self.element, marker);
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        let parent = self.element.parent_element();
        parent.as_ref().inspect(|parent| child.mount(parent, Some(&self.element))).is_some()
    }

    fn elements(&self) -> Vec<types::Element> {
        vec![self.element.clone()]
    }
}

/// What Leptos wants of a view beyond [`Render`], for one that is drawn by the browser alone.
macro_rules! drawn_by_the_browser {
    ($view:ty, $state:ty) => {
        leptos::tachys::no_attrs!($view);

        impl leptos::prelude::RenderHtml for $view {
            type AsyncOutput = Self;
            type Owned = Self;

            const MIN_LENGTH: usize = 0;

            fn dry_resolve(&mut self) {}

            async fn resolve(self) -> Self {
                self
            }

            fn to_html_with_buf(
                self,
                _: &mut String,
                _: &mut leptos::tachys::view::Position,
                _: bool,
                _: bool,
                _: Vec<leptos::tachys::html::attribute::any_attribute::AnyAttribute>,
            ) {
            }

            fn hydrate<const FROM_SERVER: bool>(
                self,
                _: &leptos::tachys::hydration::Cursor,
                _: &leptos::tachys::view::PositionState,
            ) -> $state {
                self.build()
            }

            fn into_owned(self) -> Self {
                self
            }
        }
    };
}

pub(in crate::view) use drawn_by_the_browser;

drawn_by_the_browser!(Element, State);
drawn_by_the_browser!(Words, WordsState);
