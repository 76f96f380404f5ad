//! The components. They read the widget's signals and dispatch actions.

mod active_filters;
mod badges;
mod card;
mod controls;
mod error_panel;
mod evidence;
mod filters;
mod list_view;
mod notices;
mod pills;
mod proposal_list;
mod results;
mod stage_filter;
mod status_line;
mod widget;

#[cfg(feature = "browser")]
mod browser_view;
#[cfg(feature = "browser")]
mod markdown;
#[cfg(feature = "browser")]
mod page_chrome;
#[cfg(feature = "browser")]
mod proposal_links;
#[cfg(feature = "browser")]
mod proposal_text;
#[cfg(feature = "browser")]
mod proposal_timeline;
#[cfg(feature = "browser")]
mod proposal_view;

pub use widget::{Widget, WidgetProps};
