//! One proposal, read in place: what is known of it, what the committee said, and its text.

use std::sync::Arc;

use leptos::either::EitherOf3;
use leptos::ev::MouseEvent;
use leptos::prelude::*;

use super::badges::badges;
use super::card::meta;
use super::proposal_text::{failure, proposal_text};
use crate::feed::FeedError;
use crate::i18n::messages;
use crate::proposal::{Note, Proposal, date_to_iso8601};
use crate::query::route::Route;
use crate::ui::{Action, FocusTarget, TextError, TextStatus, ViewAction, WidgetContext};

/// What the view shows. A change of it builds the view anew: code that changes a view in place is larger.
#[derive(Clone, PartialEq)]
struct Page {
    number: u32,
    proposal: Result<Arc<Proposal>, Missing>,
    text: Option<TextStatus>,
}

/// Why there is no proposal.
#[derive(Clone, Copy, PartialEq)]
enum Missing {
    /// The list is being loaded.
    Loading,
    /// The list could not be loaded.
    Failed(FeedError),
    /// The list does not have it.
    Unknown,
}

/// Renders the open proposal; nothing while the list is open.
#[component]
pub fn ProposalView(ctx: WidgetContext) -> impl IntoView {
    let last = StoredValue::new((0_u32, None));
    let pages = move || {
        let page = page(ctx);
        let version = last.try_update_value(|(version, last)| {
            if *last != page {
                (ctx.platform.restore_state)();
                *version += 1;
                last.clone_from(&page);
            }
            *version
        });
        page.map(|page| (version.unwrap_or_default(), page))
    };
    view! {
        <For each=pages key=|(version, _)| *version let((_, page))>
            <article class="alesco-proposal" data-proposal-view=page.number.to_string()>
                <a class="alesco-back" href=ctx.list_url() on:click=move |event| go_back(ctx, event)>
                    {ctx.tr(messages::ALL_PROPOSALS)}
                </a>
                {match &page.proposal {
                    Ok(proposal) => EitherOf3::A(content(ctx, proposal, page.text.clone())),
                    Err(Missing::Failed(error)) => EitherOf3::B(failure(ctx, TextError::Request(*error), Action::RetryRequested)),
                    Err(missing) => EitherOf3::C(notice(ctx, page.number, *missing)),
                }}
            </article>
        </For>
    }
}

/// Returns what the view shows; `None` while the list is open.
fn page(ctx: WidgetContext) -> Option<Page> {
    let Route::Proposal(number) = ctx.ui(|ui| ui.view.route) else { return None };
    let proposal = ctx.proposal(number).ok_or_else(|| match ctx.covers_query() {
        true => Missing::Unknown,
        false => ctx.feed.with(|feed| feed.error).map_or(Missing::Loading, Missing::Failed),
    });
    let text = ctx.ui(|ui| {
        let text = ui.view.text.as_ref().filter(|text| text.number == number);
        text.map(|text| text.status.clone())
    });
    Some(Page { number, proposal, text })
}

/// Renders that a proposal is loading, or that it is not in the list.
fn notice(ctx: WidgetContext, number: u32, missing: Missing) -> impl IntoView {
    let text = match missing {
        Missing::Unknown => ctx.catalog().no_such_proposal(number),
        Missing::Loading | Missing::Failed(_) => ctx.tr(messages::LOADING).into_owned(),
    };
    view! { <p class="alesco-notice">{text}</p> }
}

fn content(ctx: WidgetContext, proposal: &Arc<Proposal>, text: Option<TextStatus>) -> impl IntoView + use<> {
    let url = ctx.repository(|repository| repository.pull_url(proposal.number));
    view! {
        <header class="alesco-proposal-header">
            {badges(ctx, proposal, "view")}
            <h2 id=ctx.element_id(FocusTarget::ProposalHeading) tabindex="-1" dir="auto">
                {proposal.title.clone()}
            </h2>
            {meta(ctx, proposal)}
            <p class="alesco-actions">
                <a href=url>{ctx.tr(messages::COMMENT_ON_GITHUB)}</a>
            </p>
        </header>
        {notes(ctx, &proposal.record.notes)}
        {proposal_text(ctx, proposal, text)}
    }
}

/// Renders what the minutes of each meeting say about the proposal, newest first.
fn notes(ctx: WidgetContext, notes: &[Note]) -> impl IntoView + use<> {
    let note = |note: &Note| {
        let sentence = note.sentence.clone().map(|sentence| view! { <q dir="auto">{sentence}</q> });
        view! {
            <li data-date=date_to_iso8601(note.date) data-kind=note.kind.as_str()>
                <a href=ctx.minutes_url(note.date)>{ctx.catalog().calendar_day(note.date)}</a>
                " "
                {sentence}
            </li>
        }
    };
    let notes = notes.iter().rev().map(note).collect::<Vec<_>>();
    (!notes.is_empty()).then(|| {
        view! {
            <section class="alesco-panel">
                <h3>{ctx.tr(messages::COMMITTEE_SAID)}</h3>
                <ul data-minutes="">{notes}</ul>
            </section>
        }
    })
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
