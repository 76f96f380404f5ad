//! A list of elements that stay, with their focus, while the list changes around them.

#[cfg_attr(not(target_arch = "wasm32"), path = "list/written.rs")]
mod kept;

pub use kept::list;

/// So many elements fill a screen, whether of cards or of choices.
pub const A_SCREEN: usize = 8;
