//! A list as the snapshot's builder writes it: all of it, once.

use leptos::prelude::*;

use super::Item;
use crate::view::element::{Written, part};

/// A list of elements.
pub fn list(items: impl Fn() -> Vec<Item> + Send + 'static) -> AnyView {
    let element = |Item { key, make }| {
        // By which it would be known when the list changes.
        drop(key);
        make()
    };
    part(move || Written::Elements(items().into_iter().map(element).collect()).into_any())
}
