//! The standalone page: the lifecycle on top, filters beside the list.

use leptos::either::Either;
use leptos::prelude::*;

use super::decisions_view::DecisionsView;
use super::filters::Filters;
use super::meeting_view::MeetingView;
use super::page_chrome::{PageFooter, PageHeader};
use super::proposal_view::ProposalView;
use super::results::BrowserResults;
use super::stage_filter::StageTiles;
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
    view! {
        <PageHeader ctx />
        <form
            class="alesco-body"
            hidden=move || ctx.ui(|ui| ui.view.route != Route::List)
            on:submit=move |event| event.prevent_default()
        >
            {columns}
        </form>
        <ProposalView ctx />
        <MeetingView ctx />
        <DecisionsView ctx />
        <PageFooter ctx />
    }
}
