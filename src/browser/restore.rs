//! Keeps focus and open disclosures while an update moves elements or makes them anew.

use wasm_bindgen_futures::spawn_local;

use super::{WIDGET, disclosure, focus};

/// Notes the focused element and the open disclosures of the page's widgets, and restores them after the running
/// update: a microtask runs after the update and before the next paint.
pub fn after_update() {
    let focused = focus::focused().filter(|element| matches!(element.closest(WIDGET), Ok(Some(_))));
    let focused = focused.map(|element| element.id()).filter(|id| !id.is_empty());
    let open = disclosure::open_ids_of_page();
    if focused.is_none() && open.is_empty() {
        return;
    }
    spawn_local(async move {
        disclosure::open(&open);
        if let Some(id) = focused.filter(|_| focus::focused().is_none()) {
            focus::focus_now(&id);
        }
    });
}
