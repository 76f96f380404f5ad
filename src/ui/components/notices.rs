//! Notices about the list and the URL.

use leptos::html;
use leptos::prelude::*;

use super::changing_text::changing_text;
use crate::i18n::messages;
use crate::ui::WidgetContext;

/// Renders one paragraph for each notice.
#[component]
pub fn Notices(ctx: WidgetContext) -> impl IntoView {
    notice_list(Memo::new(move |_| notice_texts(ctx)))
}

/// Renders one paragraph for each of these texts.
pub fn notice_list(texts: Memo<Vec<String>>) -> impl IntoView {
    let notice = |text: String| changing_text(html::p().class("alesco-notice"), move || text.clone());
    let notices = move || texts.get().into_iter().map(notice).collect::<Vec<_>>();
    view! { <div class="alesco-notices">{notices}</div> }
}

fn notice_texts(ctx: WidgetContext) -> Vec<String> {
    let catalog = ctx.catalog();
    let covers = ctx.covers_query();
    let mut texts: Vec<String> =
        ctx.ui(|ui| ui.invalid_params.iter().map(|param| catalog.unknown(param.key, &param.value)).collect());
    ctx.feed.with(|feed| {
        let Some(shown) = &feed.shown else { return };
        let is_settled = !feed.is_loading() && !feed.documents.is_fetching();
        if is_settled && !covers {
            texts.push(catalog.get(messages::CLOSED_NOT_LOADED).into_owned());
        }
        if is_settled && covers {
            ctx.selection.with(|selection| {
                let facets = selection.facets.sigs.iter().chain(&selection.facets.tags);
                let unknown = facets.filter(|facet| !facet.exists);
                texts.extend(unknown.map(|facet| catalog.no_such_value(&facet.name)));
            });
        }
        if !shown.problems.is_empty() {
            texts.push(catalog.skipped_items(shown.problems.len()));
        }
        if shown.incomplete && feed.progress().is_none() {
            texts.push(catalog.get(messages::INCOMPLETE).into_owned());
        }
        if feed.documents.failed_count() > 0 {
            texts.push(catalog.missing_documents(feed.documents.failed_count()));
        }
    });
    texts
}
