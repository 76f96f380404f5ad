//! The status card of a proposal: what, where it stands, who and when.

use std::sync::Arc;

use leptos::prelude::*;

use super::element::{Element, element, part, plain, words_as_found};
use super::marks::{marks, outcome_word};
use super::some;
use crate::i18n::{self, TimelineEvent};
use crate::proposal::to_iso8601;
use crate::proposal::{Proposal, Stage, Time};
use crate::widget::Widget;

/// A card that stays the same element, with its focus, while what it shows changes.
pub fn card(widget: Widget, number: u32) -> AnyView {
    // Tells only of changes: a card is drawn again when its own proposal is another one. As long as it is
    // there after its proposal has gone, it stays as it is.
    let proposal = Memo::new(move |last: Option<&Option<Arc<Proposal>>>| {
        widget.proposal(number).or_else(|| last.cloned().flatten())
    });
    part(move || some(proposal.with(|proposal| proposal.as_ref().map(|proposal| draw(widget, proposal)))))
}

fn draw(widget: Widget, proposal: &Proposal) -> Element {
    let number = proposal.number;
    let link = plain("a")
        .with("id", widget.title_id(number))
        .with("href", widget.repository(|repository| repository.pull_url(number)))
        .with("dir", "auto");
    let heading = match widget.settings(|settings| settings.heading_level) {
        2 => "h2",
        4 => "h4",
        5 => "h5",
        6 => "h6",
        _ => "h3",
    };
    element("article", "al-rfc-card")
        .with("data-proposal", number.to_string())
        .with("data-stage", proposal.status.stage().as_str())
        .with_some("data-outcome", outcome_word(proposal))
        .with_some("data-rfc", proposal.rfc_number.map(|rfc| rfc.to_string()))
        .child(element(heading, "al-rfc-title").child(link.words(proposal.title.clone())))
        .child(marks(widget, proposal))
        .child(meta(widget, proposal))
        .child_if(decision_expected(widget, proposal))
}

fn meta(widget: Widget, proposal: &Proposal) -> Element {
    let author = proposal.author.clone().unwrap_or_else(|| i18n::DELETED_USER.to_owned());
    let decided = proposal.status.decision().and_then(|decision| decision.at);
    let latest = match decided {
        Some(time) => Some(moment(widget, TimelineEvent::Closed, time)),
        None => proposal.updated_at.map(|time| moment(widget, TimelineEvent::Updated, time)),
    };
    let words = widget.words();
    let (before, after) = words.author_parts(proposal.number);
    let counted = |count: u32, words: String| (count > 0).then(|| plain("span").words(words));
    element("p", "al-rfc-meta")
        .child(plain("span").words(before).child(plain("bdi").words(author)).words(after))
        .child_if(proposal.opened_at.map(|time| moment(widget, TimelineEvent::Opened, time)))
        .child_if(latest)
        .child_if(counted(proposal.comments, words.comments(proposal.comments)))
        .child_if(counted(proposal.thumbs_up, words.thumbs_up(proposal.thumbs_up)))
}

/// A time as its age, with the exact time behind it.
fn moment(widget: Widget, what: TimelineEvent, time: Time) -> Element {
    let words = widget.words();
    let (before, after) = words.event_parts(what);
    let age = plain("time").with("datetime", to_iso8601(time)).with("title", words.long_datetime(time));
    let age = if widget.absolute_dates() {
        // Of the same time in the same language: another writer of dates may have other habits.
        age.view(words_as_found(words.day(time)))
    } else {
        age.live_words(move || widget.words().age(time, widget.now()))
    };
    plain("span").words(before).child(age).words(after)
}

/// The only date that the whole card is about: of the vote.
fn decision_expected(widget: Widget, proposal: &Proposal) -> Option<Element> {
    if proposal.status.stage() != Stage::Vote {
        return None;
    }
    let meeting = widget.next_meeting()?;
    Some(element("p", "alesco-decision").words(widget.words().decision_expected(meeting)))
}
