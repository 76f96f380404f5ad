//! `<details>` elements: which of them are open.

use wasm_bindgen::JsCast;
use web_sys::{Element, NodeList};

/// The summaries of open disclosures in widgets.
const OPEN: &str = ".alesco-proposals details[open] > summary[id]";

/// Returns the ids of the summaries of the open disclosures inside `container`.
pub fn open_ids(container: &Element) -> Vec<String> {
    container.query_selector_all(OPEN).map(ids).unwrap_or_default()
}

/// Returns the ids of the summaries of the open disclosures of all widgets.
pub fn open_ids_of_page() -> Vec<String> {
    super::document().and_then(|document| document.query_selector_all(OPEN).ok()).map(ids).unwrap_or_default()
}

fn ids(summaries: NodeList) -> Vec<String> {
    let summaries = (0..summaries.length()).filter_map(|index| summaries.get(index));
    summaries.map(|summary| summary.unchecked_into::<Element>().id()).collect()
}

/// Opens the disclosures whose summaries have these ids.
pub fn open(ids: &[String]) {
    let Some(document) = super::document() else { return };
    for summary in ids.iter().filter_map(|id| document.get_element_by_id(id)) {
        if let Some(details) = summary.parent_element() {
            let _ = details.set_attribute("open", "");
        }
    }
}
