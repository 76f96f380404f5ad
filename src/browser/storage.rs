//! What the browser keeps between visits. Where it keeps nothing (blocked, full), it is as if nothing had
//! been kept.

use wasm_bindgen::JsCast;
use web_sys::{Storage, StorageEvent};

use super::listener::Listener;

fn storage() -> Option<Storage> {
    web_sys::window()?.local_storage().ok().flatten()
}

/// What is kept under this key.
pub fn get(key: &str) -> Option<String> {
    storage()?.get_item(key).ok().flatten()
}

/// Keeps this.
pub fn set(key: &str, value: &str) {
    if let Some(storage) = storage() {
        // Full: what was there before is as good.
        let _ = storage.set_item(key, value);
    }
}

/// Calls with what another tab keeps under this key, whenever one does.
pub fn on_change(key: String, call: impl Fn(String) + 'static) -> Listener {
    Listener::on_window("storage", move |event| {
        let event: StorageEvent = event.unchecked_into();
        if event.key().as_ref() == Some(&key)
            && let Some(text) = event.new_value()
        {
            call(text);
        }
    })
}
