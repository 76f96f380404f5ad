//! The proposals before the AlmaLinux Engineering Steering Committee (ALESCo),
//! live from GitHub, as cards.
//!
//! Data takes one way through the crate: [`github`] turns bytes into
//! [`proposal`]s, [`feed`] decides which source is shown and what to ask next,
//! [`query`] narrows and orders, the view draws. These four rooms are pure: they know
//! neither the browser nor a clock. ARCHITECTURE.md has the map.

pub mod config;
pub mod feed;
pub mod github;
pub mod i18n;
pub mod proposal;
pub mod query;
pub mod snapshot;
pub mod ui;

#[cfg(all(feature = "ssr", not(target_arch = "wasm32")))]
pub mod prerender;
#[cfg(all(feature = "snapshot-cli", not(target_arch = "wasm32")))]
pub mod snapshot_cli;

#[cfg(target_arch = "wasm32")]
pub mod browser;
#[cfg(target_arch = "wasm32")]
pub mod runtime;
