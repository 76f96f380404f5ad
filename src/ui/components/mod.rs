//! The components. They read the widget's signals and dispatch actions.

mod active_filters;
mod badges;
mod card;
mod changing_text;
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
mod agenda;
#[cfg(feature = "browser")]
mod browser_view;
#[cfg(feature = "browser")]
mod copying;
#[cfg(feature = "browser")]
mod decision;
#[cfg(feature = "browser")]
mod decision_filters;
#[cfg(feature = "browser")]
mod decisions_view;
#[cfg(feature = "browser")]
mod document_elements;
#[cfg(feature = "browser")]
mod meeting_view;
#[cfg(feature = "browser")]
mod navigation;
#[cfg(feature = "browser")]
mod next_meeting;
#[cfg(feature = "browser")]
mod open_view;
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
#[cfg(not(target_arch = "wasm32"))]
mod static_proposal;
#[cfg(feature = "browser")]
mod versions;
#[cfg(feature = "browser")]
mod view_notices;

#[cfg(not(target_arch = "wasm32"))]
pub use static_proposal::static_proposal;
pub use widget::{Widget, WidgetProps};
