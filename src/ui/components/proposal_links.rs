//! The ways from one proposal: to the list, to the proposals before and behind it, and to GitHub.

use leptos::ev::MouseEvent;
use leptos::prelude::*;

use crate::i18n::messages;
use crate::query::route::Route;
use crate::ui::{Action, Neighbor, ViewAction, WidgetContext};

/// Renders the links to the list, and to the proposals before and behind this one in the filtered list.
pub fn back_and_forth(ctx: WidgetContext, number: u32) -> impl IntoView {
    view! {
        <div class="alesco-back-and-forth">
            <a class="alesco-back" href=ctx.list_url() on:click=move |event| go_back(ctx, event)>
                {ctx.tr(messages::ALL_PROPOSALS)}
            </a>
            {neighbor_link(ctx, number, Neighbor::Previous)}
            {neighbor_link(ctx, number, Neighbor::Next)}
        </div>
    }
}

fn neighbor_link(ctx: WidgetContext, number: u32, which: Neighbor) -> impl IntoView {
    let (message, rel) = match which {
        Neighbor::Previous => (messages::PREVIOUS_PROPOSAL, "prev"),
        Neighbor::Next => (messages::NEXT_PROPOSAL, "next"),
    };
    let neighbor = move || ctx.neighbor(number, which);
    view! {
        <a
            id=which.element_id(ctx.id)
            rel=rel
            hidden=move || neighbor().is_none()
            href=move || neighbor().map(|number| ctx.proposal_url(number))
            on:click=move |event| {
                if let Some(number) = ctx.neighbor(number, which) {
                    open_proposal(ctx, event, number);
                }
            }
        >
            {ctx.tr(message)}
        </a>
    }
}

/// Renders the link to the discussion on GitHub, and the button that copies the address of this page.
pub fn actions(ctx: WidgetContext, number: u32) -> impl IntoView {
    let url = ctx.repository(|repository| repository.pull_url(number));
    let copy = move |_| {
        // Without the filters of the list.
        let url = (ctx.platform.url_with)(&Route::Proposal(number).encode().into_iter().collect::<Vec<_>>());
        ctx.dispatch(Action::View(ViewAction::LinkCopyRequested(url)));
    };
    let status = move || {
        let copied = ctx.ui(|ui| ui.view.link_copied)?;
        Some(ctx.tr(if copied { messages::LINK_COPIED } else { messages::LINK_NOT_COPIED }))
    };
    view! {
        <p class="alesco-actions">
            <a href=url>{ctx.tr(messages::COMMENT_ON_GITHUB)}</a>
            <button type="button" id=format!("alesco-{}-copy", ctx.id) class="alesco-link" on:click=copy>
                {ctx.tr(messages::COPY_LINK)}
            </button>
            <span aria-live="polite">{status}</span>
        </p>
    }
}

fn go_back(ctx: WidgetContext, event: MouseEvent) {
    if is_plain_click(&event) {
        event.prevent_default();
        ctx.dispatch(Action::View(ViewAction::ListOpened));
    }
}

/// Opens a proposal in place of following a link to it.
pub fn open_proposal(ctx: WidgetContext, event: MouseEvent, number: u32) {
    if is_plain_click(&event) {
        event.prevent_default();
        ctx.dispatch(Action::View(ViewAction::ProposalOpened(number)));
    }
}

/// True unless the click opens a tab, a window or a menu.
fn is_plain_click(event: &MouseEvent) -> bool {
    event.button() == 0 && !(event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key())
}
