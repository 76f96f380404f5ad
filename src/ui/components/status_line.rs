//! Which data is shown, how old it is, and why it is not live.

use leptos::html;
use leptos::prelude::*;

use super::changing_text::changing_text;
use crate::feed::{FeedError, Source, State};
use crate::i18n::{Str, messages};
use crate::ui::{Action, WidgetContext};

/// Renders the line below the cards of a list: status, and the link to the standalone page.
#[component]
pub fn ListFooter(ctx: WidgetContext) -> impl IntoView {
    let browse = ctx.config(|config| config.browse_url.clone()).map(|url| {
        view! { <a class="alesco-browse" href=url>{ctx.tr(messages::BROWSE_ALL)}</a> }
    });
    view! {
        <div class="alesco-list-footer">
            <StatusLine ctx />
            {browse}
        </div>
    }
}

/// Renders where the data comes from, with its exact time. For print, where ages mean nothing.
#[component]
pub fn PrintSource(ctx: WidgetContext) -> impl IntoView {
    let text = move || {
        let as_of = ctx.feed.with(|feed| feed.shown.as_ref().map(|shown| shown.as_of));
        let url = ctx.repository(|repository| repository.pulls_url());
        as_of.map(|as_of| ctx.catalog().print_source(&url, as_of)).unwrap_or_default()
    };
    changing_text(html::p().class("alesco-print-source"), text)
}

/// Renders source, age, error, how far the minutes reach, and the refresh button in one quiet line.
#[component]
pub fn StatusLine(ctx: WidgetContext) -> impl IntoView {
    let error = move || ctx.feed.with(|feed| feed.error);
    let hint = move || {
        let error = error().filter(|_| ctx.covers_query());
        let next_request = ctx.feed.with(State::next_request_at);
        error.map(|error| ctx.catalog().error_hint(error, next_request)).unwrap_or_default()
    };
    let minutes_until = move || {
        let day = ctx.feed.with(|feed| feed.records.minutes_until);
        day.map(|day| ctx.catalog().minutes_until(day)).unwrap_or_default()
    };
    view! {
        <p
            class="alesco-freshness"
            data-source=move || ctx.feed.with(|feed| feed.shown.as_ref().map(|shown| shown.source.as_str()))
            data-trouble=move || error().map(FeedError::as_str)
        >
            {changing_text(html::span(), move || ctx.feed.with(|feed| status_text(ctx, feed)))}
            {changing_text(html::span(), minutes_until)}
            {changing_text(html::span(), hint)}
            <button
                type="button"
                class="alesco-link"
                inert=ctx.platform.is_prerender
                hidden=move || !ctx.has_data()
                aria-disabled=move || refresh_disabled(ctx).to_string()
                on:click=move |_| ctx.dispatch(Action::RefreshRequested)
            >
                {ctx.tr(messages::REFRESH)}
            </button>
            {changing_text(html::span().class("alesco-sr-only").aria_live("polite"), move || announcement(ctx))}
        </p>
    }
}

/// True if asking GitHub now is pointless. A minute's precision is enough: the feed itself asks again in time.
pub fn refresh_disabled(ctx: WidgetContext) -> bool {
    ctx.feed.with(|feed| {
        feed.progress().is_some() || feed.error.is_some_and(|error| error.is_rate_limited_at(feed.now))
    })
}

/// Returns what screen readers are told of an update: what changed, or that nothing can.
fn announcement(ctx: WidgetContext) -> String {
    let covers = ctx.covers_query();
    let news = ctx.feed.with(|feed| match feed.error {
        Some(error) => covers.then(|| ctx.catalog().error_short(error)),
        None => (feed.changed_count > 0).then(|| ctx.catalog().changed(feed.changed_count)),
    });
    news.unwrap_or_default()
}

fn status_text(ctx: WidgetContext, feed: &State) -> Str {
    let catalog = ctx.catalog();
    let Some(shown) = &feed.shown else {
        let failed = feed.error.is_some() && !feed.is_loading();
        return catalog.get(if failed { messages::LOAD_FAILED } else { messages::LOADING_FROM_GITHUB });
    };
    let now = feed.now.max(shown.as_of);
    let status = match shown.source {
        Source::Live => catalog.live(shown.as_of, now),
        Source::Saved => catalog.saved(shown.as_of, now),
        Source::Snapshot => catalog.snapshot_of(shown.as_of),
    };
    match feed.error {
        Some(error) => catalog.status_with_error(&status, error).into(),
        None => status.into(),
    }
}
