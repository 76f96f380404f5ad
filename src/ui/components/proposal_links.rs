//! The links from one proposal to the list, to the proposals before and after it, and to GitHub.

use leptos::prelude::*;

use super::copying::{CopyResult, copy_button};
use super::navigation::follow;
use crate::i18n::messages;
use crate::query::route::Route;
use crate::ui::{CopyFormat, Neighbor, ViewAction, WidgetContext};

/// Renders the links to the list, and to the proposals before and after this one in the filtered list.
pub fn back_and_forth(ctx: WidgetContext, number: u32) -> impl IntoView {
    view! {
        <div class="alesco-back-and-forth">
            <a class="alesco-back" href=ctx.url_of(Route::List) on:click=move |event| follow(ctx, &event, ViewAction::ListOpened)>
                {ctx.tr(messages::ALL_PROPOSALS)}
            </a>
            {neighbor_link(ctx, number, Neighbor::Previous)}
            {neighbor_link(ctx, number, Neighbor::Next)}
        </div>
    }
}

fn neighbor_link(ctx: WidgetContext, number: u32, which: Neighbor) -> impl IntoView {
    let (message, rel) = neighbor_names(which);
    let neighbor = move || ctx.neighbor(number, which);
    view! {
        <a
            id=which.element_id(ctx.id)
            rel=rel
            hidden=move || neighbor().is_none()
            href=move || neighbor().map(|number| ctx.proposal_url(number))
            on:click=move |event| {
                if let Some(number) = ctx.neighbor(number, which) {
                    follow(ctx, &event, ViewAction::ProposalOpened(number));
                }
            }
        >
            {ctx.tr(message)}
        </a>
    }
}

/// Returns the text of a link to a neighbor, and its `rel`.
pub fn neighbor_names(which: Neighbor) -> (&'static str, &'static str) {
    match which {
        Neighbor::Previous => (messages::PREVIOUS_PROPOSAL, "prev"),
        Neighbor::Next => (messages::NEXT_PROPOSAL, "next"),
    }
}

/// Renders the links to the text and to the discussion on GitHub, and the button that copies the address of this page.
pub fn actions(ctx: WidgetContext, number: u32) -> impl IntoView {
    let url = ctx.repository(|repository| repository.pull_url(number));
    // Without the filters of the list.
    let link = move || (ctx.platform.url_with)(&Route::Proposal(number).encode());
    view! {
        <p class="alesco-actions">
            <a href=format!("{url}/files")>{ctx.tr(messages::READ_ON_GITHUB)}</a>
            <a href=url>{ctx.tr(messages::COMMENT_ON_GITHUB)}</a>
            {copy_button(ctx, CopyFormat::Link, messages::COPY_LINK, link)}
        </p>
        <CopyResult ctx />
    }
}
