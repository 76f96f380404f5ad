//! Where the module lies, and what lies beside it.

use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::Url;

#[wasm_bindgen(inline_js = "export const here = () => import.meta.url;")]
extern "C" {
    fn here() -> String;
}

/// The address of a file beside the module, of the same version.
pub fn beside(path: &str) -> Option<String> {
    let here = here();
    let url = Url::new_with_base(path, &here).ok()?;
    url.set_search(&Url::new(&here).ok()?.search());
    Some(url.href())
}
