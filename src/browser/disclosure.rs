//! `<details>` elements: which of them are open.

use wasm_bindgen::JsCast;
use web_sys::Element;

/// Returns the ids of the summaries of the open disclosures inside `container`.
pub fn open_ids(container: &Element) -> Vec<String> {
    let Ok(summaries) = container.query_selector_all("details[open] > summary[id]") else {
        return Vec::new();
    };
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
