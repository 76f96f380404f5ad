//! Keys that the components react to.

use leptos::ev::KeyboardEvent;

/// `keyCode` of keys that go to an input method, in browsers that report no `isComposing` for them.
const COMPOSING_KEY_CODE: u32 = 229;

/// True for Escape, unless an input method composes: then the key is its own.
pub fn is_escape(event: &KeyboardEvent) -> bool {
    event.key() == "Escape" && !event.is_composing() && event.key_code() != COMPOSING_KEY_CODE
}
