//! Which section of a text is on the screen.

use wasm_bindgen::JsCast;
use web_sys::{Document, Element};

/// The part of the window, from its top, that a section's heading has to reach to be the section that is read. A heading
/// that was gone to stands in it.
const READING_ZONE: f64 = 0.05;

/// Marks the link to the section that is read with `aria-current`, in the list with this id. Does nothing if there is no
/// such list. `section_id` returns the id of the heading that a fragment names.
pub fn mark(list_id: &str, section_id: impl Fn(&str) -> String) {
    let Some(document) = super::document() else { return };
    let list = document.get_element_by_id(list_id);
    let Some(links) = list.and_then(|list| list.query_selector_all("a").ok()) else { return };
    let links = (0..links.length()).filter_map(|index| links.get(index)?.dyn_into::<Element>().ok());
    let links: Vec<Element> = links.collect();
    let zone = reading_zone(&document);
    let is_read = |link: &Element| {
        let href = link.get_attribute("href").unwrap_or_default();
        is_reached(&document, &section_id(href.trim_start_matches('#')), zone)
    };
    let current = links.iter().rposition(is_read);
    for (index, link) in links.iter().enumerate() {
        let is_current = Some(index) == current;
        // An attribute that is written anew costs the browser a new layout.
        if is_current && !link.has_attribute("aria-current") {
            let _ = link.set_attribute("aria-current", "true");
        } else if !is_current && link.has_attribute("aria-current") {
            let _ = link.remove_attribute("aria-current");
        }
    }
}

/// Returns the height of the reading zone in CSS pixels: of the whole window once the page is scrolled to its end, because the
/// headings of the last sections come no higher.
fn reading_zone(document: &Document) -> f64 {
    let height =
        web_sys::window().and_then(|window| window.inner_height().ok()?.as_f64()).unwrap_or_default();
    let root = document.document_element();
    let below = root.map(|root| f64::from(root.scroll_height() - root.scroll_top()) - height);
    if below.is_some_and(|below| below < 1.0) { height } else { height * READING_ZONE }
}

/// True if the heading is in the reading zone, or above it.
fn is_reached(document: &Document, heading_id: &str, zone: f64) -> bool {
    let heading = document.get_element_by_id(heading_id);
    heading.is_some_and(|heading| heading.get_bounding_client_rect().top() <= zone)
}
