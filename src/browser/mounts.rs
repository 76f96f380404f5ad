//! The elements of the page that become widgets.

use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::warn;
use crate::settings::Settings;

/// An element that becomes a widget, and what its host wishes.
pub struct Mount {
    /// The element.
    pub element: HtmlElement,
    /// The host's wishes.
    pub settings: Settings,
}

/// Elements that a host marks, and the container that almalinux.org has today.
const SELECTOR: &str = "[data-alesco-proposals], #alesco-prs";

/// Marks an element that is a widget already.
const MOUNTED: &str = "data-alesco-mounted";

/// Every element of the page that is to become a widget and is none yet.
pub fn find() -> Vec<Mount> {
    let Some(document) = web_sys::window().and_then(|window| window.document()) else {
        return Vec::new();
    };
    let Ok(elements) = document.query_selector_all(SELECTOR) else { return Vec::new() };
    let elements = (0..elements.length()).filter_map(|index| elements.get(index)?.dyn_into().ok());
    elements.filter(|element: &HtmlElement| !element.has_attribute(MOUNTED)).filter_map(mount).collect()
}

fn mount(element: HtmlElement) -> Option<Mount> {
    element.set_attribute(MOUNTED, "").ok()?;
    let (settings, misuses) = Settings::read(|name| element.get_attribute(name));
    for misuse in misuses {
        warn(&misuse.to_string());
    }
    Some(Mount { element, settings })
}
