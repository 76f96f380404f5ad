//! The history of a proposal as one list, and the button that asks GitHub for all of it.

use std::sync::Arc;

use leptos::either::{Either, EitherOf3};
use leptos::prelude::*;

use super::proposal_text::reason;
use super::versions::versions;
use crate::i18n::{messages, timeline as names};
use crate::proposal::{
    Note, Proposal, RecordedEvent, TimelineEntry, TimelineSpan, folded, is_web_url, timeline, to_iso8601,
};
use crate::ui::{Action, EventsStatus, ViewAction, WidgetContext};

/// Renders the timeline. Its list is built anew when GitHub's events arrive.
pub fn proposal_timeline(ctx: WidgetContext, proposal: &Arc<Proposal>) -> impl IntoView + use<> {
    let proposal = Arc::clone(proposal);
    let number = proposal.number;
    let lists = versions(ctx, move || Some(ctx.ui(|ui| ui.view.events_of(number))));
    let only_decisions = move || ctx.ui(|ui| ui.view.only_decisions);
    view! {
        <section class="alesco-panel alesco-timeline">
            <h3>{ctx.tr(messages::TIMELINE)}</h3>
            <label class="alesco-option">
                <input
                    type="checkbox"
                    id=format!("alesco-{}-decisions", ctx.id)
                    prop:checked=only_decisions
                    on:change=move |_| ctx.dispatch(Action::View(ViewAction::DecisionsToggled))
                />
                <span>{ctx.tr(messages::DECISIONS_ONLY)}</span>
            </label>
            <For each=lists key=|(version, _)| *version let((_, status))>
                <ol role="list" data-timeline="">{entries(ctx, &proposal, &status)}</ol>
                {more(ctx, number, &status)}
            </For>
        </section>
    }
}

fn entries(ctx: WidgetContext, proposal: &Proposal, status: &EventsStatus) -> Vec<AnyView> {
    let events = match status {
        EventsStatus::Loaded(events) => Some(events.as_slice()),
        EventsStatus::NotLoaded | EventsStatus::Loading | EventsStatus::Failed(_) => None,
    };
    let mut views = Vec::new();
    for (index, span) in folded(timeline(proposal, events)).into_iter().enumerate() {
        match span {
            TimelineSpan::Shown(item) => views.push(entry(ctx, &item, None)),
            TimelineSpan::Folded(items) => {
                let open = RwSignal::new(false);
                views.push(fold(ctx, index, items.len(), open));
                views.extend(items.iter().map(|item| entry(ctx, item, Some(open))));
            }
        }
    }
    views
}

/// Renders the button that shows folded entries. It stays, so that the focus does.
fn fold(ctx: WidgetContext, index: usize, count: usize, open: RwSignal<bool>) -> AnyView {
    view! {
        <li class="alesco-fold" hidden=move || ctx.ui(|ui| ui.view.only_decisions)>
            <button
                type="button"
                id=format!("alesco-{}-fold-{index}", ctx.id)
                class="alesco-link"
                aria-expanded=move || open.get().to_string()
                on:click=move |_| open.update(|open| *open = !*open)
            >
                {ctx.catalog().quiet_events(count)}
            </button>
        </li>
    }
    .into_any()
}

/// Renders an entry. `open` says whether the folded entries around it are shown; `None` for one that is not folded.
pub fn entry(ctx: WidgetContext, entry: &TimelineEntry, open: Option<RwSignal<bool>>) -> AnyView {
    let is_decision = entry.is_decision();
    let is_hidden = move || match open {
        // What is folded decides nothing.
        Some(open) => !open.get() || ctx.ui(|ui| ui.view.only_decisions),
        None => !is_decision && ctx.ui(|ui| ui.view.only_decisions),
    };
    let content = match entry {
        TimelineEntry::Event(event) => Either::Left(recorded(ctx, event)),
        TimelineEntry::Note(note) => Either::Right(said(ctx, note)),
    };
    view! {
        <li data-event=entry.name() data-at=entry.at() hidden=is_hidden>{content}</li>
    }
    .into_any()
}

fn recorded(ctx: WidgetContext, event: &RecordedEvent) -> impl IntoView + use<> {
    let catalog = ctx.catalog();
    // The address comes from GitHub, or from the site's snapshot.
    let url = event.url.clone().filter(|url| is_web_url(url));
    let subject = event.subject.clone().map(|subject| match url {
        Some(url) => Either::Left(view! { <a href=url dir="auto">{subject}</a> }),
        None => Either::Right(view! { <span dir="auto">{subject}</span> }),
    });
    view! {
        <time datetime=to_iso8601(event.at) title=catalog.long_datetime(event.at)>{catalog.day(event.at)}</time>
        " "
        <strong>{ctx.tr(names::event(event.kind))}</strong>
        " "
        {event.actor.clone().map(|actor| view! { <bdi>{actor}</bdi> })}
        " "
        {subject}
    }
}

fn said(ctx: WidgetContext, note: &Note) -> impl IntoView + use<> {
    let figures =
        note.vote.map(|vote| view! { <span class="alesco-figures">{ctx.catalog().vote(vote)}</span> });
    let sentence = note.sentence.clone().map(|sentence| view! { <q dir="auto">{sentence}</q> });
    view! {
        <a href=ctx.minutes_url(note.date)>{ctx.catalog().calendar_day(note.date)}</a>
        " "
        <strong>{ctx.tr(names::note(note.kind))}</strong>
        " "
        {figures}
        " "
        {sentence}
    }
}

/// Renders the button that asks GitHub for all events, or what became of it.
fn more(ctx: WidgetContext, number: u32, status: &EventsStatus) -> impl IntoView + use<> {
    let button = |message: &'static str| {
        view! {
            <p class="alesco-actions">
                <button
                    type="button"
                    id=format!("alesco-{}-history", ctx.id)
                    class="alesco-button"
                    on:click=move |_| ctx.dispatch(Action::View(ViewAction::EventsRequested(number)))
                >
                    {ctx.tr(message)}
                </button>
            </p>
        }
    };
    match status {
        EventsStatus::Loaded(_) => None,
        EventsStatus::NotLoaded => Some(EitherOf3::A(button(messages::LOAD_HISTORY))),
        EventsStatus::Loading => Some(EitherOf3::B(view! {
            <p role="status">{ctx.tr(messages::LOADING_HISTORY)}</p>
        })),
        EventsStatus::Failed(error) => Some(EitherOf3::C(view! {
            <p aria-live="polite">
                {ctx.tr(messages::HISTORY_FAILED)}
                " "
                {reason(ctx, *error)}
            </p>
            {button(messages::TRY_AGAIN)}
        })),
    }
}
