//! When the committee meets next.

use leptos::either::Either;
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
    // One that has begun is not coming, though it is still the one whose minutes are written.
    let is_ahead =
        |meeting: &DateOrTime| matches!(meeting, DateOrTime::Date(_)) || ctx.now() < meeting.time();
    let Some(meeting) = ctx.next_meeting().filter(is_ahead) else {
        return Either::Left(view! {
            <p class="alesco-lead">
                {ctx.tr(messages::MEETING_UNKNOWN)}
                " "
                <a href=calendar>{ctx.tr(messages::LINK_MEETINGS)}</a>
            </p>
        });
    };
    let iso = to_iso8601(meeting.time());
    let zone = ctx.repository(|repository| committee_zone(&repository.name));
    let datetime = match meeting {
        DateOrTime::Date(_) => iso.get(..10).unwrap_or_default().to_owned(),
        DateOrTime::Time(_) => iso,
    };
    let save = move |_| ctx.dispatch(Action::View(ViewAction::DownloadRequested(event_file(ctx, meeting))));
    Either::Right(view! {
        <p class="alesco-lead">
            {changing_text(html::time().datetime(datetime), move || ctx.catalog().next_meeting(meeting, zone))}
            " · "
            {ctx.tr(messages::COMMENT_BY)}
            " "
            <button type="button" class="alesco-link" on:click=save>
                {ctx.tr(messages::ADD_TO_CALENDAR)}
            </button>
        </p>
    })
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
