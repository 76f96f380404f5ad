//! The browser: the only module that touches window, document, clock, `Intl`, storage and network.

#[cfg(feature = "browser")]
pub mod clipboard;
pub mod clock;
pub mod disclosure;
#[cfg(feature = "browser")]
pub mod document_module;
#[cfg(feature = "browser")]
pub mod download;
pub mod focus;
pub mod http;
pub mod interaction;
pub mod intl;
pub mod keyboard;
pub mod listener;
pub mod module_url;
pub mod mounts;
pub mod page_title;
#[cfg(feature = "browser")]
pub mod reading_position;
pub mod restore;
pub mod storage;
pub mod text;
pub mod tooltip_dismiss;
pub mod url;
pub mod visibility;
pub mod web_lock;

use wasm_bindgen::JsValue;
use web_sys::Document;

/// Selects the root element of every widget.
const WIDGET: &str = ".alesco-proposals";

/// Writes a warning to the console.
pub fn warn(message: &str) {
    web_sys::console::warn_1(&JsValue::from_str(&format!("alesco-proposals: {message}")));
}

fn document() -> Option<Document> {
    web_sys::window()?.document()
}
