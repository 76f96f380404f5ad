//! The clipboard.

use js_sys::Reflect;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::Clipboard;

/// Copies a text, and returns whether the browser allowed it. It does not on pages without HTTPS, in some frames, and if
/// the visitor has forbidden it.
pub async fn write(text: &str) -> bool {
    let Some(window) = web_sys::window() else { return false };
    // Insecure pages have none, which web-sys does not expect.
    let clipboard = Reflect::get(&window.navigator(), &JsValue::from_str("clipboard"));
    let Some(clipboard) = clipboard.ok().and_then(|clipboard| clipboard.dyn_into::<Clipboard>().ok()) else {
        return false;
    };
    JsFuture::from(clipboard.write_text(text)).await.is_ok()
}
