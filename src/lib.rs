//! The proposals before the AlmaLinux Engineering Steering Committee (ALESCo), live from GitHub, as cards.
//!
//! Data takes one way through the crate: [`github`] decodes responses into [`proposal`]s, [`feed`] decides which
//! source is shown and what to request next, [`query`] filters and sorts, [`ui`] shows the result. All modules but
//! `ui`, `prerender`, `browser`, `runtime` and `snapshot_cli` are pure: they know neither Leptos nor the browser nor
//! a clock. ARCHITECTURE.md has the map; tests/architecture.rs holds the layers.

pub mod config;
pub mod feed;
pub mod github;
pub mod i18n;
#[cfg(test)]
mod long_texts;
#[cfg(any(feature = "browser", test))]
pub mod meeting;
// The list module does without: its notes come from the snapshot.
#[cfg(any(feature = "browser", test))]
pub mod minutes;
pub mod proposal;
pub mod query;
#[cfg(feature = "browser")]
pub mod reading;
pub mod snapshot;
// Of the builder alone.
#[cfg(any(all(feature = "snapshot-cli", not(target_arch = "wasm32")), test))]
pub mod syndication;
pub mod ui;

#[cfg(all(feature = "ssr", not(target_arch = "wasm32")))]
pub mod prerender;
#[cfg(all(feature = "snapshot-cli", not(target_arch = "wasm32")))]
pub mod snapshot_cli;

#[cfg(target_arch = "wasm32")]
pub mod browser;
#[cfg(target_arch = "wasm32")]
pub mod runtime;

/// Starts the module; natively, prints how to serve it.
pub fn run() {
    #[cfg(target_arch = "wasm32")]
    runtime::run();
    #[cfg(not(target_arch = "wasm32"))]
    eprintln!("This program runs in a browser. `make serve` builds and serves it.");
}
