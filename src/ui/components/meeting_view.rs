//! The view of the next meeting: its date, its agenda, and what a vote needs.

use chrono::NaiveDate;
use leptos::either::Either;
use leptos::prelude::*;

use super::agenda::agenda_section;
use super::copying::{CopyResult, copy_button};
use super::next_meeting::next_meeting;
use super::page_chrome::MEETINGS;
use super::status_line::StatusLine;
use super::view_notices::{ViewNotices, placeholder};
use crate::config::committee_zone;
use crate::feed::Meetings;
use crate::i18n::messages;
use crate::meeting::{Agenda, Entry, Section, agenda, minutes_draft, plain_text, quorum};
use crate::proposal::{DateOrTime, date_to_iso8601};
use crate::query::Baseline;
use crate::ui::{Action, CopyFormat, FocusTarget, ViewAction, WidgetContext};

/// What the view shows.
#[derive(Clone, PartialEq)]
pub struct Page {
    last_meeting: Option<NaiveDate>,
    /// The days that the agenda may be compared with, newest first.
    days: Vec<NaiveDate>,
    /// `None` before anything is loaded.
    agenda: Option<Agenda>,
}

/// Renders the agenda of the next meeting.
pub fn meeting_view(ctx: WidgetContext, page: &Page) -> impl IntoView + use<> {
    view! {
        <section class="alesco-view" data-meeting="">
            <h2 id=ctx.element_id(FocusTarget::ViewHeading) tabindex="-1">
                {ctx.tr(messages::NAV_MEETING)}
            </h2>
            {next_meeting(ctx, MEETINGS)}
            <ViewNotices ctx />
            {move || placeholder(ctx)}
            {page.agenda.as_ref().map(|agenda| content(ctx, page, agenda))}
            <StatusLine ctx />
        </section>
    }
}

/// Returns what the view shows.
pub fn page(ctx: WidgetContext, baseline: Baseline) -> Page {
    let mut days: Vec<NaiveDate> = ctx.feed.with(|feed| match &feed.meetings {
        Meetings::Loaded(meetings) => meetings.iter().map(|meeting| meeting.date).collect(),
        _ => Vec::new(),
    });
    let today = ctx.now().date_naive();
    days.retain(|day| *day <= today);
    let last_meeting = ctx.feed.with(|feed| feed.records.minutes_until).filter(|day| *day <= today);
    let since = baseline.resolve(last_meeting, today);
    for day in [since].into_iter().chain(last_meeting) {
        let place = days.partition_point(|listed| *listed > day);
        if days.get(place) != Some(&day) {
            days.insert(place, day);
        }
    }
    let agenda = ctx.has_data().then(|| agenda(&ctx.proposals(), since));
    Page { last_meeting, days, agenda }
}

fn content(ctx: WidgetContext, page: &Page, agenda: &Agenda) -> impl IntoView + use<> {
    let sections = Section::ALL.map(|section| agenda_section(ctx, agenda, section));
    let is_empty = agenda.entries.is_empty();
    let empty = is_empty.then(|| view! { <p class="alesco-notice">{ctx.tr(messages::AGENDA_EMPTY)}</p> });
    view! {
        <div class="alesco-view-actions">
            {baseline_choice(ctx, page, agenda.since)}
            {copy_buttons(ctx, agenda, page.last_meeting)}
        </div>
        <CopyResult ctx />
        {empty}
        {sections}
        {votes(ctx)}
    }
}

/// Renders the choice of the meeting that the agenda is compared with.
fn baseline_choice(ctx: WidgetContext, page: &Page, since: NaiveDate) -> impl IntoView + use<> {
    let last_meeting = page.last_meeting;
    let option = |day: &NaiveDate| {
        let day = *day;
        view! {
            <option value=date_to_iso8601(day) selected=day == since>{ctx.catalog().calendar_day(day)}</option>
        }
    };
    let choose = move |event| {
        let day = event_target_value(&event).parse().ok();
        let is_last = day == last_meeting.map(Baseline::Day);
        let baseline = day.filter(|_| !is_last).unwrap_or_default();
        ctx.dispatch(Action::View(ViewAction::BaselineChosen(baseline)));
    };
    view! {
        <label class="alesco-sort">
            <span>{ctx.tr(messages::CHANGES_SINCE)}</span>
            <select id=format!("alesco-{}-since", ctx.id) name="since" on:change=choose>
                {page.days.iter().map(option).collect::<Vec<_>>()}
            </select>
        </label>
    }
}

fn copy_buttons(
    ctx: WidgetContext,
    agenda: &Agenda,
    last_meeting: Option<NaiveDate>,
) -> impl IntoView + use<> {
    let drafted = agenda.clone();
    let markdown = move || {
        let zone = ctx.repository(|repository| committee_zone(&repository.name));
        let date = ctx.next_meeting_untracked().map(|meeting| match meeting {
            DateOrTime::Date(noon) => noon.date_naive(),
            DateOrTime::Time(time) => (ctx.platform.day_in_zone)(time, zone),
        });
        let repository = ctx.repository(|repository| repository.web_url());
        minutes_draft(&drafted, date, last_meeting, &repository)
    };
    let agenda = agenda.clone();
    let text = move || {
        let catalog = ctx.catalog();
        let describe = |entry: &Entry| {
            let turn = untrack(|| ctx.whose_turn(&entry.proposal));
            let turn = turn.map(|turn| catalog.turn(&entry.proposal, turn));
            let reasons = entry.reasons.iter().map(|reason| catalog.agenda_reason(reason));
            reasons.chain(turn).collect::<Vec<_>>().join(" · ")
        };
        plain_text(
            &agenda,
            &catalog.agenda_title(agenda.since),
            |section| catalog.agenda_section(section).into_owned(),
            describe,
            |number| ctx.repository(|repository| repository.pull_url(number)),
        )
    };
    view! {
        <p class="alesco-actions">
            {copy_button(ctx, CopyFormat::Markdown, messages::COPY_MARKDOWN, markdown)}
            {copy_button(ctx, CopyFormat::Text, messages::COPY_TEXT, text)}
        </p>
    }
}

/// Renders what a vote needs, if it is known who the members are.
fn votes(ctx: WidgetContext) -> impl IntoView {
    let members = ctx.config(|config| config.members.clone());
    if members.is_empty() {
        return Either::Left(());
    }
    let logins = members.iter().map(|login| view! { <li><bdi>{login.clone()}</bdi></li> });
    Either::Right(view! {
        <section class="alesco-panel alesco-votes">
            <h3>{ctx.tr(messages::VOTES)}</h3>
            <p>{ctx.catalog().quorum(members.len(), quorum(members.len()))}</p>
            <ul>{logins.collect::<Vec<_>>()}</ul>
        </section>
    })
}
