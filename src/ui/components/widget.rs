//! The root element of a widget.

use leptos::prelude::*;

use super::list_view::ListView;
use crate::ui::WidgetContext;

#[cfg(feature = "browser")]
use super::browser_view::BrowserView;
#[cfg(feature = "browser")]
use crate::config::Layout;
#[cfg(feature = "browser")]
use leptos::either::Either;

/// Renders a widget in the layout that the host page asks for.
#[component]
pub fn Widget(
    /// The widget's signals and settings.
    ctx: WidgetContext,
) -> impl IntoView {
    let language = ctx.catalog().language;
    let source = move || ctx.feed.with(|feed| feed.shown.as_ref().map(|shown| shown.source.as_str()));
    view! {
        <section
            class="alesco-proposals"
            lang=language.tag()
            dir=if language.is_right_to_left() { "rtl" } else { "ltr" }
            data-view=ctx.config(|config| config.layout.as_str())
            data-state=move || data_state(ctx)
            data-source=source
            data-prerendered=ctx.platform.is_prerender.then_some("")
        >
            {layout(ctx)}
        </section>
    }
}

#[cfg(feature = "browser")]
fn layout(ctx: WidgetContext) -> impl IntoView {
    match ctx.config(|config| config.layout) {
        Layout::List => Either::Left(view! { <ListView ctx /> }),
        Layout::Browser => Either::Right(view! { <BrowserView ctx /> }),
    }
}

/// Renders the list, the only layout of the list module.
#[cfg(not(feature = "browser"))]
fn layout(ctx: WidgetContext) -> impl IntoView {
    view! { <ListView ctx /> }
}

/// Returns the value of the public hook `data-state`.
fn data_state(ctx: WidgetContext) -> &'static str {
    ctx.feed.with(|feed| match &feed.shown {
        Some(_) if !ctx.selection.with(|selection| selection.proposals.is_empty()) => "ready",
        Some(_) if ctx.covers_query() => "empty",
        _ if feed.is_loading() => "loading",
        _ => "failed",
    })
}
