//! The status card of a proposal: what, where it stands, who and when.

use std::sync::Arc;

use leptos::prelude::*;

use super::marks::{marks, outcome_word};
use super::{memo, part, text, widget, word, words};
use crate::browser::intl;
use crate::proposal::{Proposal, Stage, Time};

/// A card that stays the same element, with its focus, while what it shows changes.
#[component]
pub fn Card(first: Arc<Proposal>) -> impl IntoView {
    let widget = widget();
    let number = first.number;
    let proposal = memo(move || {
        widget.proposals.with(|all| all.get(&number).cloned()).unwrap_or_else(|| Arc::clone(&first))
    });
    let page = widget.repository.with_value(|repository| repository.page(number));
    view! {
        <article
            class="al-rfc-card"
            data-proposal=number.to_string()
            data-stage=word(move || proposal.with(|p| Some(p.status.stage().word())))
            data-outcome=word(move || proposal.with(|p| outcome_word(p)))
            data-rfc=Signal::derive(move || proposal.with(|p| p.rfc_number.map(|rfc| rfc.to_string())))
        >
            <h3 class="al-rfc-title">
                <a href=page dir="auto">{text(move || proposal.with(|p| p.title.clone()))}</a>
            </h3>
            {part(move || proposal.with(|p| marks(p)))}
            {part(move || proposal.with(|p| meta(p)))}
        </article>
    }
}

fn meta(proposal: &Proposal) -> AnyView {
    let author = proposal.author.clone().unwrap_or_else(|| words::GHOST.to_owned());
    let decided = proposal.status.decision().and_then(|decision| decision.at);
    view! {
        <p class="al-rfc-meta">
            <span>{words::by(proposal.number)}<bdi>{author}</bdi></span>
            {proposal.opened_at.map(|time| moment(words::OPENED, time))}
            {match decided {
                Some(time) => Some(moment(words::CLOSED, time)),
                None => proposal.updated_at.map(|time| moment(words::UPDATED, time)),
            }}
            {(proposal.comments > 0).then(|| view! { <span>{words::comments(proposal.comments)}</span> })}
            {(proposal.thumbs_up > 0).then(|| view! { <span>{words::thumbs_up(proposal.thumbs_up)}</span> })}
        </p>
        {decision_expected(proposal)}
    }
    .into_any()
}

/// A time as its age, with the exact time behind it.
fn moment(what: &'static str, time: Time) -> AnyView {
    let now = widget().now;
    view! {
        <span>
            {what}
            <time datetime=intl::machine(time) title=intl::exact(time)>{text(move || intl::relative(time, now.get()))}</time>
        </span>
    }
    .into_any()
}

/// The only date that the whole card is about: of the vote.
fn decision_expected(proposal: &Proposal) -> Option<AnyView> {
    if proposal.status.stage() != Stage::Vote {
        return None;
    }
    let meeting = widget().next_meeting()?;
    Some(view! { <p class="alesco-decision">{words::decision_expected(meeting)}</p> }.into_any())
}
