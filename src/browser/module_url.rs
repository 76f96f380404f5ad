//! Where the module was loaded from, and the files beside it.

use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::Url;

#[wasm_bindgen(inline_js = "export const import_meta_url = () => import.meta.url;")]
extern "C" {
    fn import_meta_url() -> String;
}

/// Returns the URL of a file beside the module, with the module's query: it tells the version.
pub fn sibling_url(path: &str) -> Option<String> {
    let module = import_meta_url();
    let url = Url::new_with_base(path, &module).ok()?;
    url.set_search(&Url::new(&module).ok()?.search());
    Some(url.href())
}
