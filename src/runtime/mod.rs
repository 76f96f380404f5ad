//! Turns every marked element of the page into a widget, and carries out effects.
//!
//! [`mount_manager`] finds the elements. [`feed_handle`] holds the data of one repository for all
//! widgets that show it, [`feed_effects`] its requests and timers. [`ui_effects`] belongs to one
//! widget. Only the entries in `src/bin` know this module.

mod catalog_loader;
mod exchange;
mod feed_effects;
mod feed_handle;
mod mount_manager;
#[cfg(feature = "browser")]
mod on_demand;
#[cfg(feature = "browser")]
mod proposal_document;
mod ui_effects;

pub use mount_manager::run;
