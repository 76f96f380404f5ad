//! Escape hides tooltips that are shown on hover or focus (WCAG 2.2, 1.4.13).

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent};

use super::listener::Listener;

/// Tells the stylesheet which tooltips are hidden.
const DISMISSED: &str = "data-dismissed";

/// An element whose tooltip is hidden until it loses focus or the pointer.
struct DismissedTooltip {
    element: Element,
    _listeners: [Listener; 2],
}

impl Drop for DismissedTooltip {
    fn drop(&mut self) {
        let _ = self.element.remove_attribute(DISMISSED);
    }
}

/// Hides the tooltips of the elements that `selector` matches when Escape is pressed. One listener for
/// all of a widget's: a key goes to the focused element, which may be another one than that under the pointer.
pub fn on_escape(selector: &'static str) -> Listener {
    let dismissed: Rc<RefCell<Vec<DismissedTooltip>>> = Rc::default();
    let selector = format!("{selector}:not([{DISMISSED}])");
    Listener::on_document("keydown", move |event| {
        if event.dyn_ref::<KeyboardEvent>().is_none_or(|event| event.key() != "Escape") {
            return;
        }
        dismissed.borrow_mut().retain(|tooltip| tooltip.element.is_connected());
        let Some(document) = super::document() else { return };
        let Ok(shown) = document.query_selector_all(&selector) else { return };
        for index in 0..shown.length() {
            if let Some(element) = shown.get(index).and_then(|node| node.dyn_into::<Element>().ok()) {
                let tooltip = dismiss(element, &dismissed);
                dismissed.borrow_mut().push(tooltip);
            }
        }
    })
}

fn dismiss(element: Element, dismissed: &Rc<RefCell<Vec<DismissedTooltip>>>) -> DismissedTooltip {
    let _ = element.set_attribute(DISMISSED, "");
    let listeners = ["focusout", "mouseleave"].map(|event| {
        let (all, target) = (Rc::downgrade(dismissed), element.clone());
        Listener::on_element(&element, event, move |_| {
            if let Some(all) = all.upgrade() {
                all.borrow_mut().retain(|tooltip| tooltip.element != target);
            }
        })
    });
    DismissedTooltip { element, _listeners: listeners }
}
