//! What a view does to the elements of the page.

use gloo_timers::callback::Timeout;
use leptos::prelude::{event_target_value, request_animation_frame};
use leptos::tachys::renderer::Rndr;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Event, KeyboardEvent, Node};

use super::listener::Listener;

/// Puts a node where it belongs. One that is there already is not touched, and keeps its focus.
pub fn place(parent: &Element, node: &Node, before: Option<&Node>) {
    let is_there = node.parent_element().as_ref() == Some(parent) && node.next_sibling().as_ref() == before;
    if !is_there {
        Rndr::insert_node(parent, node, before);
    }
}

/// Whether a node stands before another one on the same page.
pub fn precedes(node: &Node, other: &Node) -> bool {
    let relation = node.compare_document_position(other);
    relation & (Node::DOCUMENT_POSITION_DISCONNECTED | Node::DOCUMENT_POSITION_FOLLOWING)
        == Node::DOCUMENT_POSITION_FOLLOWING
}

/// Removes the attributes that are none of these.
pub fn keep_attributes(element: &Element, wanted: impl Fn(&str) -> bool) {
    for name in element.get_attribute_names().iter().filter_map(|name| name.as_string()) {
        if !wanted(&name) {
            Rndr::remove_attribute(element, &name);
        }
    }
}

/// Sets a property that is true or false.
pub fn set_truth(element: &Element, name: &str, truth: bool) {
    Rndr::set_property(element, name, &JsValue::from_bool(truth));
}

/// Sets what stands in a field.
pub fn set_field(element: &Element, text: &str) {
    Rndr::set_property(element, "value", &JsValue::from_str(text));
}

/// Sets a property of an element's style. The attribute `style` is what a host's policy forbids.
pub fn set_style(element: &Element, name: &str, value: &str) {
    Rndr::set_css_property(&Rndr::style(element), name, value);
}

/// Calls at each of these events, with the `value` of the field or the name of the key, until what is
/// returned is dropped. A `submit` is only kept from leaving the page.
pub fn listen(element: &Element, event: &'static str, call: impl Fn(String) + 'static) -> Listener {
    Listener::on_element(element, event, move |heard| match event {
        "input" | "change" => call(event_target_value(&heard)),
        "keydown" => call(heard.unchecked_into::<KeyboardEvent>().key()),
        // A form of ours never leaves the page.
        "submit" => heard.prevent_default(),
        _ => call(String::new()),
    })
}

/// The name of the key that takes things back.
pub const ESCAPE: &str = "Escape";

/// Whether a key asks for the search: a slash that is not meant for a field.
pub fn asks_for_search(event: &Event) -> bool {
    let Some(key) = event.dyn_ref::<KeyboardEvent>() else { return false };
    let target = key.target().and_then(|target| target.dyn_into::<Element>().ok());
    let is_field = |element: Element| {
        matches!(
            element.closest("input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]"),
            Ok(Some(_))
        )
    };
    let is_plain = !(key.ctrl_key() || key.alt_key() || key.meta_key());
    key.key() == "/" && is_plain && !target.is_some_and(is_field)
}

/// Puts focus on the element of this id, once it is on the page. One that cannot take it leaves it
/// where it is.
pub fn focus_soon(id: String) {
    let focus = move || {
        let element = web_sys::window().and_then(|window| window.document()?.get_element_by_id(&id));
        if let Some(element) = element {
            let _ = element.unchecked_into::<web_sys::HtmlElement>().focus();
        }
    };
    Timeout::new(0, focus).forget();
}

/// Puts focus on the element of this id if what has it now is gone by then.
pub fn keep_focus(id: String) {
    let has_focus = || {
        let document = web_sys::window().and_then(|window| window.document());
        document
            .and_then(|document| document.active_element())
            .is_some_and(|element| element.tag_name() != "BODY")
    };
    if has_focus() {
        let keep = move || {
            if !has_focus() {
                focus_soon(id);
            }
        };
        Timeout::new(0, keep).forget();
    }
}

/// Calls once the reader has seen what is on the page now; in a tab in the background, when it is shown.
pub fn after_frame(call: impl FnOnce() + 'static) {
    request_animation_frame(move || {
        Timeout::new(0, call).forget();
    });
}
