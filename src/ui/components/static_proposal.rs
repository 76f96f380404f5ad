//! The view of one proposal in a page without scripts: what the view in the browser has, but for what needs one.

use std::sync::Arc;

use leptos::prelude::*;

use super::badges::badges;
use super::card::meta;
use super::page_chrome::{PageFooter, PageHeader};
use super::proposal_links::neighbor_names;
use super::proposal_text::proposal_text;
use super::proposal_timeline::entry;
use super::proposal_view::notes;
use crate::i18n::messages;
use crate::proposal::{Proposal, timeline};
use crate::query::route::Route;
use crate::reading::OpenDocument;
use crate::ui::{FocusTarget, Neighbor, TextStatus, WidgetContext};

/// Renders a proposal with its document; `None` if it has none. All that can be folded is open, because nothing could open
/// it.
pub fn static_proposal(
    ctx: WidgetContext,
    proposal: &Arc<Proposal>,
    document: Option<Arc<OpenDocument>>,
) -> impl IntoView + use<> {
    let language = ctx.catalog().language;
    view! {
        <section
            class="alesco-proposals"
            lang=language.tag()
            dir=if language.is_right_to_left() { "rtl" } else { "ltr" }
            data-view=ctx.config(|config| config.layout.as_str())
            data-prerendered=""
        >
            <PageHeader ctx />
            <article class="alesco-proposal" data-proposal-view=proposal.number.to_string()>
                <div class="alesco-back-and-forth">
                    <a class="alesco-back" href=ctx.url_of(Route::List)>
                        {ctx.tr(messages::ALL_PROPOSALS)}
                    </a>
                    {neighbor_link(ctx, proposal.number, Neighbor::Previous)}
                    {neighbor_link(ctx, proposal.number, Neighbor::Next)}
                </div>
                {header(ctx, proposal)}
                {notes(ctx, &proposal.record.notes)}
                {proposal_text(ctx, proposal, TextStatus::Loaded(document))}
                {history(ctx, proposal)}
            </article>
            <PageFooter ctx />
        </section>
    }
}

/// Renders the link to the proposal before or behind this one, if there is one.
fn neighbor_link(ctx: WidgetContext, number: u32, which: Neighbor) -> impl IntoView {
    let (message, rel) = neighbor_names(which);
    let neighbor = ctx.neighbor(number, which);
    neighbor.map(|number| view! { <a rel=rel href=ctx.proposal_url(number)>{ctx.tr(message)}</a> })
}

fn header(ctx: WidgetContext, proposal: &Proposal) -> impl IntoView + use<> {
    let url = ctx.repository(|repository| repository.pull_url(proposal.number));
    view! {
        <header class="alesco-proposal-header">
            {badges(ctx, proposal, "view")}
            <h2 id=ctx.element_id(FocusTarget::ProposalHeading) dir="auto">
                {proposal.title.clone()}
            </h2>
            {meta(ctx, proposal, proposal.opened_at)}
            <p class="alesco-actions">
                <a href=url>{ctx.tr(messages::COMMENT_ON_GITHUB)}</a>
            </p>
        </header>
    }
}

/// Renders the timeline, as far as the snapshot has it.
fn history(ctx: WidgetContext, proposal: &Proposal) -> impl IntoView + use<> {
    let entries = timeline(proposal, None);
    let entries = entries.iter().map(|item| entry(ctx, item, None)).collect::<Vec<_>>();
    view! {
        <section class="alesco-panel alesco-timeline">
            <h3>{ctx.tr(messages::TIMELINE)}</h3>
            <ol role="list" data-timeline="">{entries}</ol>
        </section>
    }
}
