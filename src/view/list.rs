//! A list of elements that stay, with their focus, while the list changes around them.

#[cfg_attr(not(target_arch = "wasm32"), path = "list/written.rs")]
mod kept;

pub use kept::list;

use super::element::Element;

/// An element of a list.
pub struct Item {
    key: String,
    make: Box<dyn FnOnce() -> Element + Send>,
}

/// The element that stands for `key`, which no other in its list has. It is made once, when the key
/// turns up.
pub fn item(key: String, make: impl FnOnce() -> Element + Send + 'static) -> Item {
    Item { key, make: Box::new(make) }
}
