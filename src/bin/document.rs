//! The document module: reads the document of a proposal. The browser module loads it when a proposal is opened.

/// Answers a request of the browser module. `None` if the two modules are not of one build.
#[cfg_attr(target_arch = "wasm32", wasm_bindgen::prelude::wasm_bindgen)]
pub fn read(request: &str) -> Option<String> {
    alesco_proposals::reading::read_json(request).ok()
}

fn main() {}
