//! Escape hides what elements show while they have focus or the pointer.

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent};

use super::dom::ESCAPE;
use super::listener::Listener;

/// Says to the style what is hidden.
const DISMISSED: &str = "data-dismissed";

/// An element that hides what it shows, until it has lost focus or the pointer.
struct Dismissed {
    element: Element,
    _listeners: [Listener; 2],
}

impl Drop for Dismissed {
    fn drop(&mut self) {
        let _ = self.element.remove_attribute(DISMISSED);
    }
}

/// Lets Escape hide what the elements that `selector` selects show, until what is returned is dropped. A key
/// goes to what has focus, which may be elsewhere than the pointer, so it is heard by the page; one listener
/// for all of them, since there may be thousands.
pub fn by_escape(selector: &'static str) -> Listener {
    let dismissed: Rc<RefCell<Vec<Dismissed>>> = Rc::default();
    let selector = format!("{selector}:not([{DISMISSED}])");
    Listener::on_document("keydown", move |event| {
        if event.dyn_ref::<KeyboardEvent>().is_none_or(|event| event.key() != ESCAPE) {
            return;
        }
        dismissed.borrow_mut().retain(|gone| gone.element.is_connected());
        let document = web_sys::window().and_then(|window| window.document());
        let Some(Ok(shown)) = document.map(|document| document.query_selector_all(&selector)) else { return };
        for index in 0..shown.length() {
            let Some(element) = shown.get(index).and_then(|node| node.dyn_into::<Element>().ok()) else {
                continue;
            };
            let _ = element.set_attribute(DISMISSED, "");
            let _listeners = ["focusout", "mouseleave"].map(|event| {
                let (all, target) = (Rc::downgrade(&dismissed), element.clone());
                Listener::on_element(&element, event, move |_| {
                    if let Some(all) = all.upgrade() {
                        all.borrow_mut().retain(|other| other.element != target);
                    }
                })
            });
            dismissed.borrow_mut().push(Dismissed { element, _listeners });
        }
    })
}
