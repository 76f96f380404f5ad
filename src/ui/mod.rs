//! The user interface: its state, the one function that changes it, and the components that show it.
//!
//! [`state`] and [`update`](mod@update) are pure. The components read signals through
//! [`WidgetContext`] and call `dispatch(Action)`; they neither fetch nor parse.

pub mod action;
#[cfg(feature = "browser")]
pub mod activity;
#[cfg(feature = "browser")]
pub mod export;
#[cfg(feature = "browser")]
mod load_status;
pub mod state;
pub mod update;
#[cfg(feature = "browser")]
pub mod view;
#[cfg(feature = "browser")]
pub mod visits;

#[cfg(any(target_arch = "wasm32", feature = "ssr"))]
mod components;
#[cfg(any(target_arch = "wasm32", feature = "ssr"))]
mod context;
#[cfg(any(target_arch = "wasm32", feature = "ssr"))]
mod keys;

pub use action::{Action, FocusTarget, UiEffect};
#[cfg(all(feature = "ssr", not(target_arch = "wasm32")))]
pub use components::static_proposal;
#[cfg(any(target_arch = "wasm32", feature = "ssr"))]
pub use components::{Widget, WidgetProps};
#[cfg(any(target_arch = "wasm32", feature = "ssr"))]
pub use context::{Platform, WidgetContext};
#[cfg(feature = "browser")]
pub use export::{ClipboardText, CopyFormat, CopyStatus, Download};
#[cfg(feature = "browser")]
pub use load_status::{LoadError, LoadStatus};
pub use state::{DateStyle, PAGE_SIZE, UiState};
pub use update::update;
#[cfg(feature = "browser")]
pub use view::{EventsStatus, Neighbor, TextStatus, ViewAction, contents_id, section_id};
#[cfg(feature = "browser")]
pub use visits::{Visit, Visits, section_hashes};

#[cfg(test)]
mod tests;
