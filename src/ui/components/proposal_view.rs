//! One proposal, read in place: what is known of it, what the committee said, and its text.

use std::sync::Arc;

use leptos::either::EitherOf3;
use leptos::prelude::*;

use super::agenda::whose_turn;
use super::badges::badges;
use super::card::meta;
use super::proposal_links::{actions, back_and_forth};
use super::proposal_text::{failure, proposal_text};
use super::proposal_timeline::proposal_timeline;
use super::versions::versions;
use crate::feed::FeedError;
use crate::i18n::messages;
use crate::proposal::{Note, Proposal, Time, date_to_iso8601};
use crate::ui::{Action, FocusTarget, LoadError, WidgetContext};

/// What the view shows, but for the text, which is replaced by itself.
#[derive(Clone, PartialEq)]
pub struct Page {
    number: u32,
    proposal: Result<Arc<Proposal>, Missing>,
    /// Until when the events are known from which it says whose turn it is.
    as_of: Option<Time>,
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

/// Renders a proposal.
pub fn proposal_view(ctx: WidgetContext, page: &Page) -> impl IntoView + use<> {
    view! {
        <article class="alesco-proposal" data-proposal-view=page.number.to_string()>
            {back_and_forth(ctx, page.number)}
            {match &page.proposal {
                Ok(proposal) => EitherOf3::A(content(ctx, proposal)),
                Err(Missing::Failed(error)) => {
                    EitherOf3::B(failure(ctx, messages::LOAD_FAILED, LoadError::Request(*error), Action::RetryRequested))
                }
                Err(missing) => EitherOf3::C(notice(ctx, page.number, *missing)),
            }}
        </article>
    }
}

/// Returns what the view of this proposal shows, but for the text.
pub fn page(ctx: WidgetContext, number: u32) -> Page {
    let proposal = ctx.proposal(number).ok_or_else(|| match ctx.covers_query() {
        true => Missing::Unknown,
        false => ctx.feed.with(|feed| feed.error).map_or(Missing::Loading, Missing::Failed),
    });
    Page { number, proposal, as_of: ctx.feed.with(|feed| feed.records.as_of) }
}

/// Renders that a proposal is loading, or that it is not in the list.
fn notice(ctx: WidgetContext, number: u32, missing: Missing) -> impl IntoView {
    let text = match missing {
        Missing::Unknown => ctx.catalog().no_such_proposal(number),
        Missing::Loading | Missing::Failed(_) => ctx.tr(messages::LOADING).into_owned(),
    };
    view! { <p class="alesco-notice">{text}</p> }
}

fn content(ctx: WidgetContext, proposal: &Arc<Proposal>) -> impl IntoView + use<> {
    let text_proposal = Arc::clone(proposal);
    let number = proposal.number;
    let texts = versions(ctx, move || Some(ctx.ui(|ui| ui.view.text_of(number))));
    view! {
        <header class="alesco-proposal-header">
            {badges(ctx, proposal, "view")}
            <h2 id=ctx.element_id(FocusTarget::ProposalHeading) tabindex="-1" dir="auto">
                {proposal.title.clone()}
            </h2>
            {meta(ctx, proposal, proposal.opened_at)}
            {whose_turn(ctx, proposal)}
            {actions(ctx, proposal.number)}
        </header>
        {notes(ctx, &proposal.record.notes)}
        <For each=texts key=|(version, _)| *version let((_, text))>
            {proposal_text(ctx, &text_proposal, text)}
        </For>
        {proposal_timeline(ctx, proposal)}
    }
}

/// Renders what the minutes of each meeting say about the proposal, newest first.
pub fn notes(ctx: WidgetContext, notes: &[Note]) -> impl IntoView + use<> {
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
