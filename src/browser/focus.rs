//! The focus: where it is, and where it goes when its element goes.

use gloo_timers::callback::Timeout;
use wasm_bindgen::JsCast;
use web_sys::{Element, FocusOptions, HtmlElement};

/// Returns the id of the focused element, if it is inside `container` and has one.
pub fn focused_id_in(container: &Element) -> Option<String> {
    let focused = focused()?;
    let id = container.contains(Some(&focused)).then(|| focused.id())?;
    (!id.is_empty()).then_some(id)
}

/// Focuses the element with this id, without scrolling to it.
pub fn focus_now(id: &str) {
    let element = super::document().and_then(|document| document.get_element_by_id(id));
    if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let options = FocusOptions::new();
        options.set_prevent_scroll(true);
        let _ = element.focus_with_options(&options);
    }
}

/// Focuses the element with this id once the running update is in the page, and scrolls to it.
pub fn focus_later(id: String) {
    let focus = move || {
        let element = super::document().and_then(|document| document.get_element_by_id(&id));
        if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
            let _ = element.focus();
        }
    };
    Timeout::new(0, focus).forget();
}

/// Scrolls to the element with this id and focuses it, as a link to it does, once the running update is in the page.
#[cfg(feature = "browser")]
pub fn go_to_later(id: String) {
    let go = move || {
        if let Some(element) = super::document().and_then(|document| document.get_element_by_id(&id)) {
            element.scroll_into_view();
            focus_now(&id);
        }
    };
    Timeout::new(0, go).forget();
}

/// Focuses the element with this id, without scrolling to it, if the running update removes or hides the focused element.
pub fn focus_later_if_lost(id: String) {
    if focused().is_some() {
        let check = move || {
            // The browser takes the focus from a hidden element later.
            if focused().is_none_or(|element| is_hidden(&element)) {
                focus_now(&id);
            }
        };
        Timeout::new(0, check).forget();
    }
}

/// True if an element is in a hidden one.
fn is_hidden(element: &Element) -> bool {
    matches!(element.closest("[hidden]"), Ok(Some(_)))
}

/// Returns the focused element. A page without focus has it on its body.
pub fn focused() -> Option<Element> {
    super::document()?.active_element().filter(|element| element.tag_name() != "BODY")
}
