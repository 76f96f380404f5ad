//! Keyboard shortcuts of the standalone page.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlDocument, KeyboardEvent};

use super::focus::focus_later;
use super::listener::Listener;

/// Elements that a slash is typed into.
const TEXT_FIELDS: &str = "input:not([type=checkbox], [type=radio]), textarea, select, \
                           [contenteditable]:not([contenteditable=false])";

/// Focuses the element with this id when `/` is pressed, unless it is typed into a field.
pub fn on_search_shortcut(id: String) -> Listener {
    Listener::on_document("keydown", move |event| {
        let Some(key) = event.dyn_ref::<KeyboardEvent>() else { return };
        let exists = super::document().and_then(|document| document.get_element_by_id(&id)).is_some();
        if exists && is_search_shortcut(key) {
            event.prevent_default();
            focus_later(id.clone());
        }
    })
}

fn is_search_shortcut(key: &KeyboardEvent) -> bool {
    let has_modifier = key.ctrl_key() || key.alt_key() || key.meta_key();
    key.key() == "/" && !has_modifier && !key.is_composing() && !key.default_prevented() && !is_typing(key)
}

/// True if the key goes into a text field. The event's own target is the host of a shadow root, the path begins with
/// the field inside it.
fn is_typing(key: &KeyboardEvent) -> bool {
    let target = key.composed_path().get(0).dyn_into::<Element>();
    is_design_mode()
        || target.is_ok_and(|element| {
            may_hide_field(&element) || matches!(element.closest(TEXT_FIELDS), Ok(Some(_)))
        })
}

/// True if all of the page is a text field.
fn is_design_mode() -> bool {
    let document = super::document().and_then(|document| document.dyn_into::<HtmlDocument>().ok());
    document.is_some_and(|document| document.design_mode() == "on")
}

/// True for a focused custom element: it may have a field in a closed shadow root, which nothing tells.
fn may_hide_field(element: &Element) -> bool {
    element.local_name().contains('-') && element.shadow_root().is_none()
}
