//! The agenda's sections and entries.

use leptos::either::Either;
use leptos::prelude::*;

use super::badges::badges;
use super::navigation::follow;
use crate::i18n::{Catalog, messages};
use crate::meeting::{Agenda, Entry, Section};
use crate::proposal::{Note, Proposal};
use crate::ui::{ViewAction, WidgetContext};

/// Renders a section of the agenda; nothing if it has no entries. What did not change is folded.
pub fn agenda_section(ctx: WidgetContext, agenda: &Agenda, section: Section) -> impl IntoView + use<> {
    let entries: Vec<_> = agenda.section(section).map(|item| entry(ctx, item)).collect();
    if entries.is_empty() {
        return None;
    }
    let count = ctx.catalog().number(entries.len());
    let heading = view! {
        <h3>
            {ctx.catalog().agenda_section(section)}
            " "
            <span class="alesco-count">{count}</span>
        </h3>
    };
    let list = view! { <ol data-agenda=section.as_str()>{entries}</ol> };
    let id = format!("alesco-{}-unchanged", ctx.id);
    Some(if section == Section::Unchanged {
        Either::Left(view! {
            <details class="alesco-agenda">
                <summary id=id>{heading}</summary>
                {list}
            </details>
        })
    } else {
        Either::Right(view! {
            <section class="alesco-agenda">
                {heading}
                {list}
            </section>
        })
    })
}

fn entry(ctx: WidgetContext, entry: &Entry) -> impl IntoView + use<> {
    let proposal = &entry.proposal;
    let number = proposal.number;
    let open = move |event| follow(ctx, &event, ViewAction::ProposalOpened(number));
    let catalog = ctx.catalog();
    let mut facts: Vec<String> = entry.reasons.iter().map(|reason| catalog.agenda_reason(reason)).collect();
    // The badges of a decided one have its vote.
    if proposal.status.decision().is_none() {
        facts.extend(proposal.record.notes.iter().filter_map(|note| recorded_vote(&catalog, note)));
    }
    let facts = facts.into_iter().map(|fact| view! { <li>{fact}</li> });
    view! {
        <li class="al-rfc-card" data-proposal=number.to_string()>
            <h4 class="al-rfc-title">
                <a
                    id=format!("alesco-{}-agenda-{number}", ctx.id)
                    href=ctx.proposal_url(number)
                    dir="auto"
                    on:click=open
                >
                    {proposal.title.clone()}
                </a>
                " "
                <span class="alesco-rfc">{format!("#{number}")}</span>
            </h4>
            {badges(ctx, proposal, "agenda")}
            {whose_turn(ctx, proposal)}
            <ul class="alesco-reasons">{facts.collect::<Vec<_>>()}</ul>
            {last_said(ctx, proposal)}
        </li>
    }
}

/// Returns how a vote ended that minutes record; `None` if they record none.
fn recorded_vote(catalog: &Catalog, note: &Note) -> Option<String> {
    let vote = catalog.vote(note.vote?).into_owned();
    Some([catalog.minutes_of(note.date), vote].join(" · "))
}

/// Renders whose turn the proposal is, and why; nothing where that is not known.
pub fn whose_turn(ctx: WidgetContext, proposal: &Proposal) -> impl IntoView + use<> {
    ctx.whose_turn(proposal).map(|turn| {
        view! {
            <p class="alesco-turn" data-turn=turn.party().as_str()>{ctx.catalog().turn(proposal, turn)}</p>
        }
    })
}

/// Renders what the minutes said last about the proposal.
fn last_said(ctx: WidgetContext, proposal: &Proposal) -> impl IntoView + use<> {
    match proposal.record.newest_note() {
        None => Either::Left(view! { <p class="al-rfc-meta">{ctx.tr(messages::NOT_IN_MINUTES)}</p> }),
        Some(note) => {
            let sentence = note.sentence.clone().map(|sentence| view! { <q dir="auto">{sentence}</q> });
            Either::Right(view! {
                <p class="al-rfc-meta alesco-said">
                    <a href=ctx.minutes_url(note.date)>{ctx.catalog().minutes_of(note.date)}</a>
                    " "
                    {sentence}
                </p>
            })
        }
    }
}
