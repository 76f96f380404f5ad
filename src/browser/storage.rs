//! What the browser keeps between visits. Where it keeps nothing (blocked, full), the program works as on
//! a first visit.

use wasm_bindgen::JsCast;
use web_sys::{Storage, StorageEvent};

use super::listener::Listener;

fn storage() -> Option<Storage> {
    web_sys::window()?.local_storage().ok().flatten()
}

/// Returns the text that is stored under this key.
pub fn get(key: &str) -> Option<String> {
    storage()?.get_item(key).ok().flatten()
}

/// Stores a text under this key.
pub fn set(key: &str, text: &str) {
    if let Some(storage) = storage() {
        // The storage may be full. What was there before is as good.
        let _ = storage.set_item(key, text);
    }
}

/// Removes what is stored under this key.
#[cfg(feature = "browser")]
pub fn remove(key: &str) {
    if let Some(storage) = storage() {
        let _ = storage.remove_item(key);
    }
}

/// Calls back with the text that another tab stores under a key that begins so.
pub fn on_change(prefix: String, callback: impl Fn(String) + 'static) -> Listener {
    Listener::on_window("storage", move |event| {
        let event: StorageEvent = event.unchecked_into();
        if event.key().is_some_and(|key| key.starts_with(&prefix))
            && let Some(text) = event.new_value()
        {
            callback(text);
        }
    })
}
