//! The standalone page: the lifecycle on top, filters beside the list.

use leptos::either::{Either, EitherOf3};
use leptos::prelude::*;

use super::decisions_view::decisions_view;
use super::filters::Filters;
use super::meeting_view::meeting_view;
use super::open_view::{OpenView, keep_page_title, open_view};
use super::page_chrome::{PageFooter, PageHeader};
use super::proposal_view::proposal_view;
use super::results::BrowserResults;
use super::stage_filter::StageTiles;
use super::versions::versions;
use crate::query::route::Route;
use crate::ui::WidgetContext;

/// Renders the browser layout.
#[component]
pub fn BrowserView(ctx: WidgetContext) -> impl IntoView {
    let columns = if ctx.config(|config| config.controls) {
        Either::Left(view! {
            <StageTiles ctx />
            <div class="alesco-columns">
                <Filters ctx />
                <BrowserResults ctx />
            </div>
        })
    } else {
        Either::Right(view! {
            <div class="alesco-columns">
                <BrowserResults ctx />
            </div>
        })
    };
    keep_page_title(ctx);
    let views = versions(ctx, move || open_view(ctx));
    view! {
        <PageHeader ctx />
        <form
            class="alesco-body"
            hidden=move || ctx.ui(|ui| ui.view.route != Route::List)
            on:submit=move |event| event.prevent_default()
        >
            {columns}
        </form>
        <For each=views key=|(version, _)| *version let((_, view))>
            {match view {
                OpenView::Proposal(page) => EitherOf3::A(proposal_view(ctx, &page)),
                OpenView::Meeting(page) => EitherOf3::B(meeting_view(ctx, &page)),
                OpenView::Decisions(page) => EitherOf3::C(decisions_view(ctx, page)),
            }}
        </For>
        <PageFooter ctx />
    }
}
