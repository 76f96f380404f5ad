//! What the host's page shows before anything runs in it: its elements become those of the view, so that focus,
//! selection and what is under the pointer stay.

use std::cell::RefCell;

use wasm_bindgen::JsCast;
use web_sys::{Element, Node};

thread_local! {
    /// The node that may be adopted next. None where everything is made anew.
    static NEXT: RefCell<Option<Node>> = const { RefCell::new(None) };
}

/// The node that may be adopted next: what is made anew stands before it.
pub fn next() -> Option<Node> {
    NEXT.with(|next| next.borrow().clone())
}

/// Draws with the nodes from this one on. Those that nothing adopts go.
pub fn adopting<T>(first: Option<Node>, draw: impl FnOnce() -> T) -> T {
    let after = NEXT.replace(first);
    let drawn = draw();
    pass_until(None);
    NEXT.set(after);
    drawn
}

/// The next element of this kind, if there is one. What stands before it goes.
pub fn adopt(is_of_kind: impl Fn(&Element) -> bool) -> Option<Element> {
    let mut node = next();
    while let Some(here) = node {
        if let Some(element) = here.dyn_ref::<Element>().filter(|element| is_of_kind(element)) {
            pass_until(Some(&here));
            NEXT.set(here.next_sibling());
            return Some(element.clone());
        }
        node = here.next_sibling();
    }
    None
}

/// The next words, if the next node is made of words.
pub fn adopt_words() -> Option<web_sys::Text> {
    let words = next()?.dyn_into::<web_sys::Text>().ok()?;
    NEXT.set(words.next_sibling());
    Some(words)
}

fn pass_until(end: Option<&Node>) {
    while let Some(node) = next().filter(|node| Some(node) != end) {
        NEXT.set(node.next_sibling());
        node.unchecked_into::<Element>().remove();
    }
}
