//! Event listeners that end when they are dropped.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, Event, EventTarget};

/// A listener on the window, the document or an element.
pub struct Listener {
    target: Option<EventTarget>,
    event: &'static str,
    callback: Closure<dyn Fn(Event)>,
}

impl Listener {
    /// Listens to an event of the window.
    pub fn on_window(event: &'static str, callback: impl Fn(Event) + 'static) -> Listener {
        Listener::new(web_sys::window().map(JsCast::unchecked_into), event, callback)
    }

    /// Listens to an event of the document.
    pub fn on_document(event: &'static str, callback: impl Fn(Event) + 'static) -> Listener {
        Listener::new(super::document().map(JsCast::unchecked_into), event, callback)
    }

    /// Listens to an event of an element.
    pub fn on_element(
        element: &Element,
        event: &'static str,
        callback: impl Fn(Event) + 'static,
    ) -> Listener {
        Listener::new(Some(element.clone().into()), event, callback)
    }

    fn new(target: Option<EventTarget>, event: &'static str, callback: impl Fn(Event) + 'static) -> Listener {
        let callback = Closure::<dyn Fn(Event)>::new(callback);
        if let Some(target) = &target {
            let _ = target.add_event_listener_with_callback(event, callback.as_ref().unchecked_ref());
        }
        Listener { target, event, callback }
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        if let Some(target) = &self.target {
            let callback = self.callback.as_ref().unchecked_ref();
            let _ = target.remove_event_listener_with_callback(self.event, callback);
        }
    }
}
