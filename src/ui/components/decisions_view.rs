//! Every decision that the minutes record.

use std::sync::Arc;

use leptos::html;
use leptos::prelude::*;

use super::changing_text::changing_text;
use super::copying::{CopyResult, copy_button};
use super::decision::decision_item;
use super::decision_filters::decision_filters;
use super::status_line::StatusLine;
use super::view_notices::ViewNotices;
use crate::feed::Meetings;
use crate::i18n::messages;
use crate::meeting::{DatedDecision, FileFormat, decisions, to_markdown};
use crate::ui::{Action, CopyFormat, Download, FocusTarget, ViewAction, WidgetContext};

/// All decisions, or the message that stands in their place.
pub type Page = Result<Arc<Vec<DatedDecision>>, &'static str>;

/// Renders the decisions.
pub fn decisions_view(ctx: WidgetContext, page: Page) -> impl IntoView {
    let (all, placeholder) = match page {
        Ok(all) => (Some(all), None),
        Err(message) => (None, Some(message)),
    };
    let placeholder =
        placeholder.map(|message| view! { <p class="alesco-notice" role="status">{ctx.tr(message)}</p> });
    view! {
        <section class="alesco-view">
            <h2 id=ctx.element_id(FocusTarget::ViewHeading) tabindex="-1">
                {ctx.tr(messages::NAV_DECISIONS)}
            </h2>
            <ViewNotices ctx />
            {placeholder}
            {all.map(|all| content(ctx, all))}
            <StatusLine ctx />
        </section>
    }
}

/// Returns what the view shows.
pub fn page(ctx: WidgetContext) -> Page {
    let meetings = ctx.feed.with(|feed| match &feed.meetings {
        Meetings::Loaded(meetings) => Ok(Arc::clone(meetings)),
        Meetings::Unavailable => Err(messages::NO_MINUTES),
        Meetings::NotRequested | Meetings::Loading => Err(messages::LOADING_MINUTES),
    })?;
    Ok(Arc::new(decisions(&meetings, &ctx.proposals())))
}

fn content(ctx: WidgetContext, all: Arc<Vec<DatedDecision>>) -> impl IntoView {
    Effect::new(move || ctx.dispatch(Action::View(ViewAction::TextShown)));
    let filters = decision_filters(ctx, &all);
    let found = {
        let all = Arc::clone(&all);
        Memo::new(move |_| found(ctx, &all))
    };
    let item = |(index, entry): (usize, &DatedDecision)| {
        let is_hidden = move || found.with(|found| found.binary_search(&index).is_err());
        let is_of_day: Vec<bool> = all.iter().map(|other| other.date == entry.date).collect();
        let is_first = move || {
            let is_of_day = |at: &&usize| is_of_day.get(**at) == Some(&true);
            found.with(|found| found.iter().find(is_of_day) == Some(&index))
        };
        decision_item(ctx, entry, is_first, is_hidden)
    };
    let items = all.iter().enumerate().map(item).collect::<Vec<_>>();
    let count = move || found.with(|found| ctx.catalog().decisions(found.len()));
    // What is copied and saved is what is shown when the button is pressed.
    let shown = move || {
        let shown = |index: &usize| all.get(*index).cloned();
        found.with_untracked(|found| found.iter().filter_map(shown).collect::<Vec<_>>())
    };
    let title = ctx.tr(messages::NAV_DECISIONS);
    let markdown = {
        let shown = shown.clone();
        move || to_markdown(&shown(), &title, |date| ctx.minutes_url(date))
    };
    view! {
        {filters}
        <div class="alesco-view-actions">
            {changing_text(html::p().class("alesco-result").role("status"), count)}
            <p class="alesco-actions">
                {copy_button(ctx, CopyFormat::Markdown, messages::COPY_MARKDOWN, markdown)}
                {FileFormat::ALL.map(|format| download_button(ctx, format, shown.clone()))}
            </p>
        </div>
        <CopyResult ctx />
        <p class="alesco-notice" hidden=move || found.with(|found| !found.is_empty())>
            {ctx.tr(messages::NO_DECISIONS)}
        </p>
        <ol class="alesco-decisions" data-decisions="">{items}</ol>
    }
}

/// Returns the indices of the decisions that match the filter.
fn found(ctx: WidgetContext, all: &[DatedDecision]) -> Vec<usize> {
    ctx.ui(|ui| {
        let matches = |entry: &DatedDecision| ui.view.decisions.matches(entry, ctx.platform.casefold);
        (0..).zip(all).filter(|(_, entry)| matches(entry)).map(|(index, _)| index).collect()
    })
}

/// Renders a button that saves the shown decisions as a file.
fn download_button(
    ctx: WidgetContext,
    format: FileFormat,
    shown: impl Fn() -> Vec<DatedDecision> + Send + Sync + 'static,
) -> impl IntoView {
    let save = move |_| {
        let text = format.write(&shown(), |date| ctx.minutes_url(date));
        let download = Download { name: format.file_name(), media_type: format.media_type(), text };
        ctx.dispatch(Action::View(ViewAction::DownloadRequested(download)));
    };
    view! {
        <button type="button" class="alesco-button" on:click=save>
            {ctx.catalog().download_as(format.name())}
        </button>
    }
}
