//! What the host's page shows before anything runs in it: its elements become those of the view, so that focus,
//! selection and what is under the pointer stay.

use std::cell::RefCell;

use leptos::tachys::renderer::Rndr;
use wasm_bindgen::JsCast;
use web_sys::{Element, Node};

/// The attribute that has the key of an element in a list.
pub const KEY: &str = "data-key";

thread_local! {
    /// The nodes that may be adopted next, in their order. None where everything is made anew.
    static NODES: RefCell<Vec<Node>> = const { RefCell::new(Vec::new()) };
}

/// The node that may be adopted next: what is made anew stands before it.
pub fn next() -> Option<Node> {
    NODES.with_borrow(|nodes| nodes.first().cloned())
}

/// Draws with the nodes from this one on. Those that nothing adopts go.
pub fn adopting<T>(first: Option<Node>, draw: impl FnOnce() -> T) -> T {
    let mut nodes = Vec::new();
    let mut node = first;
    while let Some(here) = node {
        node = here.next_sibling();
        nodes.push(here);
    }
    let others = NODES.replace(nodes);
    let drawn = draw();
    NODES.replace(others).iter().for_each(remove);
    drawn
}

/// The next element of this kind, if there is one. What stands before it goes; before one that has a key it
/// waits for its turn.
pub fn adopt(is_of_kind: impl Fn(&Element) -> bool) -> Option<Element> {
    NODES.with_borrow_mut(|nodes| {
        let is_it = |node: &Node| node.dyn_ref().is_some_and(&is_of_kind);
        let at = nodes.iter().position(is_it)?;
        let node = nodes.remove(at);
        if key_of(&node).is_none() {
            nodes.drain(..at).for_each(|node| remove(&node));
        }
        Some(node.unchecked_into())
    })
}

/// The next words, if the next node is made of words.
pub fn adopt_words() -> Option<web_sys::Text> {
    let words = next()?.dyn_into().ok()?;
    NODES.with_borrow_mut(|nodes| nodes.remove(0));
    Some(words)
}

/// Whether an element of this key may be adopted yet.
pub fn may_have(key: u32) -> bool {
    let key = key.to_string();
    NODES.with_borrow(|nodes| nodes.iter().any(|node| key_of(node).is_none_or(|known| known == key)))
}

/// A list has all its elements: those that wait for their turn go.
pub fn end_list() {
    NODES.with_borrow_mut(|nodes| {
        while nodes.first().and_then(key_of).is_some() {
            remove(&nodes.remove(0));
        }
    });
}

fn key_of(node: &Node) -> Option<String> {
    node.dyn_ref::<Element>()?.get_attribute(KEY)
}

fn remove(node: &Node) {
    Rndr::remove(node);
}
