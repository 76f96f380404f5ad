//! What happens to the page.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, Event, EventTarget};

/// Calls at each event of a kind, until it is dropped.
pub struct Listener {
    target: Option<EventTarget>,
    event: &'static str,
    call: Closure<dyn Fn(Event)>,
}

impl Listener {
    /// Listens to the window.
    pub fn on_window(event: &'static str, call: impl Fn(Event) + 'static) -> Listener {
        Listener::new(web_sys::window().map(JsCast::unchecked_into), event, call)
    }

    /// Listens to the document.
    pub fn on_document(event: &'static str, call: impl Fn(Event) + 'static) -> Listener {
        let document = web_sys::window().and_then(|window| window.document());
        Listener::new(document.map(JsCast::unchecked_into), event, call)
    }

    /// Listens to an element.
    pub fn on_element(element: &Element, event: &'static str, call: impl Fn(Event) + 'static) -> Listener {
        Listener::new(Some(element.clone().into()), event, call)
    }

    fn new(target: Option<EventTarget>, event: &'static str, call: impl Fn(Event) + 'static) -> Listener {
        let call = Closure::<dyn Fn(Event)>::new(call);
        if let Some(target) = &target {
            let _ = target.add_event_listener_with_callback(event, call.as_ref().unchecked_ref());
        }
        Listener { target, event, call }
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        if let Some(target) = &self.target {
            let call = self.call.as_ref().unchecked_ref();
            let _ = target.remove_event_listener_with_callback(self.event, call);
        }
    }
}

/// Whether somebody can see the page.
pub fn is_seen() -> bool {
    web_sys::window().and_then(|window| window.document()).is_none_or(|document| !document.hidden())
}
