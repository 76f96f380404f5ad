//! The only room that touches window, document, clock, `Intl` and network.

pub mod address;
pub mod clock;
pub mod dom;
mod http;
pub mod intl;
pub mod mounts;

use js_sys::{JsString, RegExp};
use wasm_bindgen::JsValue;

pub use http::get;

/// Writes a line for whoever looks into the console.
pub fn warn(message: &str) {
    web_sys::console::warn_1(&JsValue::from_str(&format!("alesco-proposals: {message}")));
}

/// The text without case and accents, for comparison: "Ünïcode" and "unicode" are the same.
pub fn fold(text: &str) -> String {
    let marks = RegExp::new(r"\p{M}", "gu");
    let plain = JsString::from(text).normalize("NFKD").replace_by_pattern(&marks, "");
    plain.to_lower_case().into()
}
