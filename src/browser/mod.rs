//! The only room that touches window, document, clock, `Intl`, storage and network.

pub mod address;
pub mod clock;
pub mod dismissal;
pub mod dom;
pub mod fragment;
pub mod here;
pub mod http;
pub mod intl;
pub mod listener;
pub mod mounts;
pub mod storage;
pub mod turn;

use js_sys::{JsString, RegExp};
use wasm_bindgen::JsValue;

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
