//! Whether the page is visible, and when it was painted.

use gloo_timers::callback::Timeout;
use leptos::prelude::request_animation_frame;

/// True unless the page is in a background tab or a minimised window.
pub fn is_page_visible() -> bool {
    super::document().is_none_or(|document| !document.hidden())
}

/// Calls back after the next paint; in a hidden tab, when it becomes visible.
pub fn after_paint(callback: impl FnOnce() + 'static) {
    request_animation_frame(move || {
        Timeout::new(0, callback).forget();
    });
}
