//! A list as the snapshot's builder writes it: all of it, once.

use leptos::prelude::*;

use crate::view::element::{Element, Written, part};

/// A list of the elements that `make` makes of these keys.
pub fn list(
    keys: impl Fn() -> Vec<u32> + Send + 'static,
    _at_once: usize,
    make: impl Fn(u32) -> Element + Send + Sync + 'static,
) -> AnyView {
    part(move || Written::Elements(keys().into_iter().map(&make).collect()).into_any())
}
