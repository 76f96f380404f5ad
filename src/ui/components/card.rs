//! The status card of a proposal: what it is, where it stands, who wrote it and when.

#[cfg(feature = "browser")]
use leptos::attr::custom::custom_attribute;
use leptos::html;
use leptos::prelude::*;

use super::badges::badges;
use super::changing_text::changing_text;
#[cfg(feature = "browser")]
use super::navigation::follow;
#[cfg(feature = "browser")]
use crate::config::Layout;
use crate::i18n::{TimelineEvent, messages};
#[cfg(feature = "browser")]
use crate::proposal::Party;
use crate::proposal::{Outcome, Proposal, Relation, Stage, Time, date_to_iso8601, to_iso8601};
use crate::query::Activity;
#[cfg(feature = "browser")]
use crate::query::ActivityValue;
#[cfg(feature = "browser")]
use crate::ui::ViewAction;
use crate::ui::{FocusTarget, WidgetContext};

/// Renders one version of a proposal. The list renders a new card when the proposal or its activity changes.
pub fn card(ctx: WidgetContext, proposal: &Proposal, activity: Activity) -> impl IntoView + use<> {
    let card = view! {
        <article
            class="al-rfc-card"
            data-proposal=proposal.number.to_string()
            data-stage=proposal.status.stage().as_str()
            data-stage-from=proposal.stage_evidence.source.as_str()
            data-outcome=proposal.status.outcome().map(Outcome::as_str)
            data-outcome-from=proposal.status.outcome().map(|_| proposal.outcome_evidence.source.as_str())
            data-rfc=proposal.rfc_number.map(|number| number.to_string())
        >
            {heading(ctx, title_link(ctx, proposal))}
            {badges(ctx, proposal, "card")}
            {meta(ctx, proposal, opened_on_card(proposal))}
            {decision_expected(ctx, proposal)}
            {changed_mark(ctx, activity)}
        </article>
    };
    #[cfg(feature = "browser")]
    let card = with_activity(card, activity);
    card
}

/// Adds whose turn the proposal is, and since when it changed.
#[cfg(feature = "browser")]
fn with_activity(card: impl IntoView, activity: Activity) -> impl IntoView {
    let names = ActivityValue::CHANGES.into_iter().filter(|value| activity.has(*value));
    let names = names.map(ActivityValue::as_str).collect::<Vec<_>>();
    let changed = (!names.is_empty()).then(|| names.join(" "));
    let turn = custom_attribute("data-turn", activity.turn.map(Party::as_str));
    card.add_any_attr((turn, custom_attribute("data-changed", changed)))
}

/// Renders that the proposal has changed since this browser opened it last.
#[cfg(feature = "browser")]
fn changed_mark(ctx: WidgetContext, activity: Activity) -> impl IntoView {
    activity.changed_since_visit.then(|| {
        view! { <p class="alesco-changed">{ctx.tr(messages::CHANGED_SINCE_VISIT)}</p> }
    })
}

#[cfg(not(feature = "browser"))]
fn changed_mark(_: WidgetContext, _: Activity) {}

/// Renders the title. In the browser view it opens the proposal in place.
#[cfg(feature = "browser")]
fn title_link(ctx: WidgetContext, proposal: &Proposal) -> impl IntoView + use<> {
    let number = proposal.number;
    let opens_here = opens_here(ctx, number);
    let url = if opens_here { ctx.proposal_url(number) } else { external_url(ctx, number) };
    let open = move |event| {
        if opens_here {
            follow(ctx, &event, ViewAction::ProposalOpened(number));
        }
    };
    view! {
        <a id=ctx.element_id(FocusTarget::Card(number)) href=url dir="auto" on:click=open>
            {proposal.title.clone()}
        </a>
    }
}

/// True if a proposal opens in place, or as its static page: without a script the list has no view to open.
#[cfg(feature = "browser")]
fn opens_here(ctx: WidgetContext, number: u32) -> bool {
    let can_open = !ctx.platform.is_prerender || ctx.has_page(number);
    ctx.config(|config| config.layout == Layout::Browser) && can_open
}

/// Renders the title.
#[cfg(not(feature = "browser"))]
fn title_link(ctx: WidgetContext, proposal: &Proposal) -> impl IntoView + use<> {
    let url = external_url(ctx, proposal.number);
    view! {
        <a id=ctx.element_id(FocusTarget::Card(proposal.number)) href=url dir="auto">
            {proposal.title.clone()}
        </a>
    }
}

/// Returns the proposal's URL on the standalone page that the host page names, or on GitHub.
fn external_url(ctx: WidgetContext, number: u32) -> String {
    match ctx.config(|config| config.browse_url.clone()) {
        Some(url) => {
            let (page, fragment) = url.split_at(url.find('#').unwrap_or(url.len()));
            let separator = if page.contains('?') { '&' } else { '?' };
            format!("{page}{separator}proposal={number}{fragment}")
        }
        None => ctx.repository(|repository| repository.pull_url(number)),
    }
}

/// Renders the title at the heading level that the host page asks for.
fn heading(ctx: WidgetContext, title: impl IntoView + 'static) -> impl IntoView {
    let tag = match ctx.config(|config| config.heading_level) {
        2 => "h2",
        4 => "h4",
        5 => "h5",
        6 => "h6",
        _ => "h3",
    };
    html::custom(tag).class("al-rfc-title").child(title)
}

/// Renders author, dates and reactions.
pub fn meta(ctx: WidgetContext, proposal: &Proposal, opened: Option<Time>) -> impl IntoView + use<> {
    let catalog = ctx.catalog();
    let author = proposal.author.clone().unwrap_or_else(|| messages::DELETED_USER.to_owned());
    let (before, after) = catalog.author_parts(proposal.number);
    let opened = opened.map(|time| event(ctx, TimelineEvent::Opened, time));
    let latest = match proposal.status.decision().and_then(|decision| decision.at) {
        Some(time) => Some(event(ctx, TimelineEvent::Closed, time)),
        None => proposal.updated_at.map(|time| event(ctx, TimelineEvent::Updated, time)),
    };
    let count = |count: u32, text: String| (count > 0).then(|| view! { <span>{text}</span> });
    view! {
        <p class="al-rfc-meta">
            <span>{non_empty(before)}<bdi>{author}</bdi>{non_empty(after)}</span>
            {opened}
            {latest}
            {last_discussed(ctx, proposal)}
            {relations(ctx, "supersedes", &proposal.record.replaces, catalog.replaces_parts())}
            {relations(ctx, "superseded-by", &proposal.record.replaced_by, catalog.replaced_by_parts())}
            {count(proposal.comments, catalog.comments(proposal.comments))}
            {count(proposal.thumbs_up, catalog.thumbs_up(proposal.thumbs_up))}
        </p>
    }
}

/// Returns when a proposal was opened; `None` if its card says how long it has been at its stage.
fn opened_on_card(proposal: &Proposal) -> Option<Time> {
    let has_since = proposal.stage_since.is_some() && proposal.status.stage() != Stage::Submitted;
    proposal.opened_at.filter(|_| !has_since)
}

/// Renders something that happened and how long ago that was, with the exact time as its title.
fn event(ctx: WidgetContext, event: TimelineEvent, time: Time) -> impl IntoView + use<> {
    let catalog = ctx.catalog();
    let (before, after) = catalog.event_parts(event);
    let iso = to_iso8601(time);
    let exact = catalog.long_datetime(time);
    let age = move || match ctx.shows_dates() {
        true => catalog.day(time),
        false => catalog.age(time, ctx.now()),
    };
    view! {
        <span>{non_empty(before)}{changing_text(html::time().datetime(iso).title(exact), age)}{non_empty(after)}</span>
    }
}

/// Renders the day of the last meeting whose minutes name the proposal, as a link to them.
fn last_discussed(ctx: WidgetContext, proposal: &Proposal) -> impl IntoView + use<> {
    proposal.last_discussed().filter(|_| proposal.status.stage() != Stage::Closed).map(|date| {
        let (before, after) = ctx.catalog().last_discussed_parts();
        view! {
            <span data-last-discussed=date_to_iso8601(date)>
                {non_empty(before)}
                <a href=ctx.minutes_url(date)>{ctx.catalog().calendar_day(date)}</a>
                {non_empty(after)}
            </span>
        }
    })
}

/// Renders the proposals that this one replaces, or that replace it, as links.
fn relations(
    ctx: WidgetContext,
    kind: &'static str,
    relations: &[Relation],
    (before, after): (String, String),
) -> impl IntoView + use<> {
    let relation = |relation: &Relation| {
        view! {
            <span data-relation=kind>
                {non_empty(before.clone())}
                {relation_link(ctx, relation.number)}
                {non_empty(after.clone())}
            </span>
        }
    };
    relations.iter().map(relation).collect::<Vec<_>>()
}

/// Renders the link to a related proposal. In the browser view it opens in place.
#[cfg(feature = "browser")]
fn relation_link(ctx: WidgetContext, number: u32) -> impl IntoView {
    let opens_here = opens_here(ctx, number);
    let url = if opens_here { ctx.proposal_url(number) } else { external_url(ctx, number) };
    let open = move |event| {
        if opens_here {
            follow(ctx, &event, ViewAction::ProposalOpened(number));
        }
    };
    view! { <a href=url on:click=open>{format!("#{number}")}</a> }
}

/// Renders the link to a related proposal.
#[cfg(not(feature = "browser"))]
fn relation_link(ctx: WidgetContext, number: u32) -> impl IntoView {
    view! { <a href=external_url(ctx, number)>{format!("#{number}")}</a> }
}

/// Returns `None` for an empty text, which Leptos would prerender as a space.
fn non_empty(text: String) -> Option<String> {
    (!text.is_empty()).then_some(text)
}

/// Renders the day of the vote, the only bold thing below the title.
fn decision_expected(ctx: WidgetContext, proposal: &Proposal) -> impl IntoView + use<> {
    let is_voted_on = proposal.status.stage() == Stage::Vote;
    is_voted_on.then(|| {
        let is_unknown = move || ctx.coming_meeting().is_none();
        let text = move || {
            let meeting = ctx.coming_meeting();
            meeting.map(|meeting| ctx.catalog().decision_expected(meeting)).unwrap_or_default()
        };
        changing_text(html::p().class("alesco-decision").hidden(is_unknown), text)
    })
}
