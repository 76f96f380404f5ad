//! The status card of a proposal: what, where it stands, who and when.

use std::sync::Arc;

use leptos::prelude::*;

use super::element::{Element, element, plain};
use super::marks::{marks, outcome_word};
use super::{memo, widget, words};
use crate::browser::intl;
use crate::proposal::{Proposal, Stage, Time};

/// A card that stays the same element, with its focus, while what it shows changes.
pub fn card(first: Arc<Proposal>) -> Element {
    let widget = widget();
    let number = first.number;
    let proposal = memo(move || widget.proposal(number).unwrap_or_else(|| Arc::clone(&first)));
    let page = widget.repository.with_value(|repository| repository.page(number));
    let title = plain("a").with("href", page).with("dir", "auto");
    element("article", "al-rfc-card")
        .with("data-proposal", number.to_string())
        .live("data-stage", move || proposal.with(|p| Some(p.status.stage().word())))
        .live("data-outcome", move || proposal.with(|p| outcome_word(p)))
        .live("data-rfc", move || proposal.with(|p| p.rfc_number.map(|rfc| rfc.to_string())))
        .child(
            element("h3", "al-rfc-title").child(title.live_words(move || proposal.with(|p| p.title.clone()))),
        )
        .part(move || proposal.with(|p| marks(p)).into_any())
        .part(move || proposal.with(|p| meta(p)).into_any())
        .part(move || proposal.with(|p| super::some(decision_expected(p))))
}

fn meta(proposal: &Proposal) -> Element {
    let author = proposal.author.clone().unwrap_or_else(|| words::GHOST.to_owned());
    let decided = proposal.status.decision().and_then(|decision| decision.at);
    let latest = match decided {
        Some(time) => Some(moment(words::CLOSED, time)),
        None => proposal.updated_at.map(|time| moment(words::UPDATED, time)),
    };
    let counted =
        |count: u32, words: fn(u32) -> String| (count > 0).then(|| plain("span").words(words(count)));
    element("p", "al-rfc-meta")
        .child(plain("span").words(words::by(proposal.number)).child(plain("bdi").words(author)))
        .child_if(proposal.opened_at.map(|time| moment(words::OPENED, time)))
        .child_if(latest)
        .child_if(counted(proposal.comments, words::comments))
        .child_if(counted(proposal.thumbs_up, words::thumbs_up))
}

/// A time as its age, with the exact time behind it.
fn moment(what: &'static str, time: Time) -> Element {
    let now = widget().now;
    let age = plain("time").with("datetime", intl::machine(time)).with("title", intl::exact(time));
    plain("span").words(what).child(age.live_words(move || intl::relative(time, now.get())))
}

/// The only date that the whole card is about: of the vote.
fn decision_expected(proposal: &Proposal) -> Option<Element> {
    if proposal.status.stage() != Stage::Vote {
        return None;
    }
    let meeting = widget().next_meeting()?;
    Some(element("p", "alesco-decision").words(words::decision_expected(meeting)))
}
