//! The proposals before the AlmaLinux Engineering Steering Committee (ALESCo),
//! live from GitHub, as cards.
//!
//! Data takes one way through the crate: [`github`] turns bytes into
//! [`proposal`]s, [`feed`] decides which source is shown and what to ask next,
//! [`query`] narrows and orders, the view draws. These four rooms are pure: they know
//! neither the browser nor a clock. ARCHITECTURE.md has the map.

pub mod feed;
pub mod github;
pub mod json;
pub mod minutes;
pub mod proposal;
pub mod query;
pub mod settings;
pub mod words;

#[cfg(all(feature = "builder", not(target_arch = "wasm32")))]
pub mod builder;

#[cfg(target_arch = "wasm32")]
pub mod browser;
#[cfg(any(target_arch = "wasm32", feature = "builder"))]
pub mod view;
#[cfg(any(target_arch = "wasm32", feature = "builder"))]
pub mod widget;
