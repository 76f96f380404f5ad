//! Why the requested proposals are not shown, and what can be done.

use leptos::html;
use leptos::prelude::*;

use super::changing_text::changing_text;
use super::status_line::refresh_disabled;
use crate::feed::{FeedError, State};
use crate::i18n::messages;
use crate::ui::{Action, WidgetContext};

/// Renders the error panel. Where there are cards, the status line says what is wrong instead.
#[component]
pub fn ErrorPanel(ctx: WidgetContext) -> impl IntoView {
    let error = move || ctx.feed.with(|feed| feed.error).filter(|_| !ctx.covers_query());
    // The focus must not stay on a button that goes.
    let mut was_shown = false;
    let is_hidden = move || {
        let is_shown = error().is_some();
        if std::mem::replace(&mut was_shown, is_shown) && !is_shown {
            ctx.dispatch(Action::ErrorResolved);
        }
        !is_shown
    };
    // Neither another attempt nor its time is news: only another error is announced.
    let announcement = move || error().map(|error| error_title(ctx, error)).unwrap_or_default();
    let title = move || error().map(|error| title(ctx, error)).unwrap_or_default();
    let hint = move || error().map(|error| hint(ctx, error)).unwrap_or_default();
    let url = ctx.repository(|repository| repository.pulls_url());
    view! {
        <div class="alesco-error" hidden=is_hidden>
            <p>
                {changing_text(html::strong(), title)}
                " "
                {changing_text(html::span(), hint)}
            </p>
            {changing_text(html::p().class("alesco-sr-only").aria_live("polite"), announcement)}
            <p class="alesco-actions">
                <button
                    type="button"
                    class="alesco-button"
                    aria-disabled=move || refresh_disabled(ctx).to_string()
                    on:click=move |_| ctx.dispatch(Action::RetryRequested)
                >
                    {ctx.tr(messages::TRY_AGAIN)}
                </button>
                <a href=url>{ctx.tr(messages::ON_GITHUB)}</a>
            </p>
        </div>
    }
}

fn title(ctx: WidgetContext, error: FeedError) -> String {
    if is_requesting(ctx) {
        return ctx.tr(messages::LOADING_FROM_GITHUB).into_owned();
    }
    error_title(ctx, error)
}

fn error_title(ctx: WidgetContext, error: FeedError) -> String {
    ctx.repository(|repository| ctx.catalog().error_title(error, &repository.name))
}

fn hint(ctx: WidgetContext, error: FeedError) -> String {
    if is_requesting(ctx) {
        return String::new();
    }
    ctx.catalog().error_hint(error, ctx.feed.with(State::next_request_at))
}

fn is_requesting(ctx: WidgetContext) -> bool {
    ctx.feed.with(|feed| feed.progress().is_some())
}
