//! Keyboard shortcuts of the standalone page.

use wasm_bindgen::JsCast;
#[cfg(feature = "browser")]
use web_sys::HtmlElement;
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
        if exists && is_shortcut(key, "/") {
            event.prevent_default();
            focus_later(id.clone());
        }
    })
}

/// Follows the link with this id when `key` is pressed, unless it is typed into a field. A hidden link is not followed.
#[cfg(feature = "browser")]
pub fn on_link_shortcut(key: &'static str, id: String) -> Listener {
    Listener::on_document("keydown", move |event| {
        let link = super::document().and_then(|document| document.get_element_by_id(&id));
        let link = link.and_then(|link| link.dyn_into::<HtmlElement>().ok()).filter(|link| !link.hidden());
        if let (Some(link), Some(pressed)) = (link, event.dyn_ref::<KeyboardEvent>())
            && is_shortcut(pressed, key)
        {
            event.prevent_default();
            link.click();
        }
    })
}

fn is_shortcut(key: &KeyboardEvent, shortcut: &str) -> bool {
    let has_modifier = key.ctrl_key() || key.alt_key() || key.meta_key();
    key.key() == shortcut
        && !has_modifier
        && !key.is_composing()
        && !key.default_prevented()
        && !is_typing(key)
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
