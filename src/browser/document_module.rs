//! The document module, loaded from beside this one when it is needed first.

use std::cell::{Cell, RefCell};

use js_sys::Function;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};

use super::module_url;

#[wasm_bindgen(inline_js = "export const load_module = async (url) => (await import(url)).load();")]
extern "C" {
    #[wasm_bindgen(catch)]
    async fn load_module(url: &str) -> Result<JsValue, JsValue>;
}

thread_local! {
    /// The module's function, once it is loaded.
    static READ: RefCell<Option<Function>> = const { RefCell::new(None) };
    /// How many imports failed, ended by a panic or were of another version.
    static FAILURES: Cell<u32> = const { Cell::new(0) };
}

/// Loads the module. Returns `None` if that fails; the next call is another attempt.
pub async fn load() -> Option<Function> {
    if let Some(read) = READ.with_borrow(Clone::clone) {
        return Some(read);
    }
    let mut url = module_url::sibling_url("alesco-document.js")?;
    // Browsers keep a failed import under its URL. With another fragment it is another URL of the same file.
    let failures = FAILURES.get();
    if failures > 0 {
        url.push_str(&format!("#{failures}"));
    }
    let read = load_module(&url).await.ok().and_then(|read| read.dyn_into::<Function>().ok());
    match &read {
        // What another call has found to be of another version meanwhile is not kept.
        Some(read) if FAILURES.get() == failures => READ.set(Some(read.clone())),
        Some(_) => {}
        None => FAILURES.set(failures + 1),
    }
    read
}

/// Returns the module's response to a request. `None` if it cannot be loaded, has ended by a panic, or does not
/// understand the request.
pub async fn read(request: &str) -> Option<String> {
    let response = load().await?.call1(&JsValue::UNDEFINED, &JsValue::from_str(request));
    let response = response.ok().and_then(|response| response.as_string());
    if response.is_none() {
        // What panicked once cannot be called again.
        forget();
    }
    response
}

/// Forgets the module, so that the next call imports it again.
pub fn forget() {
    READ.take();
    FAILURES.set(FAILURES.get() + 1);
}
