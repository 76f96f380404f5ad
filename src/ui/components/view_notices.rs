//! What the views of the meeting and of the decisions say in place of data, or beside it.

use leptos::prelude::*;

use super::notices::notice_list;
use super::proposal_text::failure;
use crate::i18n::messages;
use crate::query::Baseline;
use crate::query::route::Route;
use crate::ui::{Action, LoadError, WidgetContext};

/// Renders a notice for each invalid URL parameter, and one if decided proposals are missing.
#[component]
pub fn ViewNotices(ctx: WidgetContext) -> impl IntoView {
    notice_list(Memo::new(move |_| {
        let invalid = ctx.ui(|ui| ui.invalid_params.clone());
        let mut texts: Vec<String> =
            invalid.iter().map(|param| ctx.catalog().unknown(param.key, &param.value)).collect();
        if let Route::Meeting(since) = ctx.ui(|ui| ui.view.route)
            && since.is_ahead(ctx.now().date_naive())
        {
            texts.push(ctx.catalog().unknown(Baseline::KEY, &since.to_string()));
        }
        let is_settled = ctx.feed.with(|feed| !feed.is_loading());
        if ctx.has_data() && is_settled && !ctx.covers_query() {
            texts.push(ctx.tr(messages::CLOSED_NOT_LOADED).into_owned());
        }
        texts
    }))
}

/// Renders that the proposals are loading, or why they could not be loaded; nothing once they are there.
pub fn placeholder(ctx: WidgetContext) -> impl IntoView {
    if ctx.has_data() {
        return None;
    }
    let error = ctx.feed.with(|feed| feed.error.filter(|_| !feed.is_loading()));
    Some(match error {
        Some(error) => {
            failure(ctx, messages::LOAD_FAILED, LoadError::Request(error), Action::RetryRequested).into_any()
        }
        None => view! { <p class="alesco-notice">{ctx.tr(messages::LOADING)}</p> }.into_any(),
    })
}
