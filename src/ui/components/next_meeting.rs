//! When the committee meets next.

use leptos::html;
use leptos::prelude::*;

use super::changing_text::changing_text;
use crate::config::committee_zone;
use crate::i18n::messages;
use crate::meeting::calendar_event;
use crate::proposal::{DateOrTime, to_iso8601};
use crate::query::Baseline;
use crate::query::route::Route;
use crate::ui::{Action, Download, ViewAction, WidgetContext};

/// Renders the next meeting, or that its date is not known with a link to the calendar. One that is over is not the next.
pub fn next_meeting(ctx: WidgetContext, calendar: &'static str) -> impl IntoView {
    let is_unknown = move || ctx.coming_meeting().is_none();
    let zone = ctx.repository(|repository| committee_zone(&repository.name));
    let time = move || {
        let meeting = ctx.coming_meeting();
        meeting.map(|meeting| ctx.catalog().next_meeting(meeting, zone)).unwrap_or_default()
    };
    let save = move |_| {
        if let Some(meeting) = untrack(|| ctx.coming_meeting()) {
            ctx.dispatch(Action::View(ViewAction::DownloadRequested(event_file(ctx, meeting))));
        }
    };
    view! {
        <p class="alesco-lead" hidden=move || !is_unknown()>
            {ctx.tr(messages::MEETING_UNKNOWN)}
            " "
            <a href=calendar>{ctx.tr(messages::LINK_MEETINGS)}</a>
        </p>
        <p class="alesco-lead" hidden=is_unknown>
            {changing_text(html::time().datetime(move || ctx.coming_meeting().map(datetime)), time)}
            " · "
            {ctx.tr(messages::COMMENT_BY)}
            " "
            <button type="button" class="alesco-link" on:click=save>
                {ctx.tr(messages::ADD_TO_CALENDAR)}
            </button>
        </p>
    }
}

/// Returns a time or a day in the form of the attribute `datetime`.
fn datetime(meeting: DateOrTime) -> String {
    let mut iso = to_iso8601(meeting.time());
    if let DateOrTime::Date(_) = meeting {
        iso.truncate(10);
    }
    iso
}

fn event_file(ctx: WidgetContext, meeting: DateOrTime) -> Download {
    let title = ctx.tr(messages::COMMITTEE_MEETING);
    let url = ctx.url_of(Route::Meeting(Baseline::default()));
    let host = ctx.repository(|repository| repository.name.replace('/', "."));
    let now = ctx.feed.with_untracked(|feed| feed.now);
    Download {
        name: "alesco-meeting.ics",
        media_type: "text/calendar",
        text: calendar_event(meeting, &title, &url, &host, now),
    }
}
