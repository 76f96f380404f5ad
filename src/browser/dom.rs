//! What a view does to the elements of the page.

use leptos::prelude::event_target_value;
use leptos::tachys::renderer::{RemoveEventHandler, Rndr};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Event};

/// The value of an element's property.
pub enum Property {
    /// Whether something holds.
    Truth(bool),
    /// What stands in a field.
    Text(String),
}

/// Sets an element's property.
pub fn set_property(element: &Element, name: &str, value: Property) {
    let value = match value {
        Property::Truth(truth) => JsValue::from_bool(truth),
        Property::Text(text) => JsValue::from_str(&text),
    };
    Rndr::set_property(element, name, &value);
}

/// Sets a property of an element's style. The attribute `style` is what a host's policy forbids.
pub fn set_style(element: &Element, name: &str, value: &str) {
    Rndr::set_css_property(&Rndr::style(element), name, value);
}

/// Calls at each of these events, with the `value` of the field where there is one, until what is
/// returned is dropped.
pub fn listen(
    element: &Element,
    event: &'static str,
    mut call: Box<dyn FnMut(String)>,
) -> RemoveEventHandler<Element> {
    let heard = move |heard: JsValue| {
        let heard: Event = heard.unchecked_into();
        match event {
            "input" | "change" => call(event_target_value(&heard)),
            // A form of ours never leaves the page.
            "submit" => heard.prevent_default(),
            _ => call(String::new()),
        }
    };
    Rndr::add_event_listener(element, event, Box::new(heard))
}

/// Puts focus on the element of this id. One that cannot take it leaves it where it is.
pub fn focus(id: &str) {
    let element = web_sys::window().and_then(|window| window.document()?.get_element_by_id(id));
    if let Some(element) = element {
        let _ = element.unchecked_into::<web_sys::HtmlElement>().focus();
    }
}
