//! One decision, as it is written.

use leptos::either::Either;
use leptos::prelude::*;

use super::navigation::follow;
use crate::meeting::{DatedDecision, TextPart, text_parts};
use crate::minutes::Link;
use crate::proposal::date_to_iso8601;
use crate::ui::{ViewAction, WidgetContext};

/// Renders a decision, hidden while the filter leaves it out. The first shown one of a meeting has the id that the URL's
/// fragment leads to.
pub fn decision_item<I: Fn() -> bool + Send + 'static, F: Fn() -> bool + Send + 'static>(
    ctx: WidgetContext,
    entry: &DatedDecision,
    is_first: I,
    is_hidden: F,
) -> impl IntoView + use<I, F> {
    let (date, decision) = (entry.date, &entry.decision);
    let day = date_to_iso8601(date);
    let datetime = day.clone();
    let (id, href) = (ctx.section_id(&day), format!("#{day}"));
    let mut links = decision.links.as_slice();
    let text = linked(&decision.text, &mut links);
    let mut point = |point: &String| view! { <li dir="auto">{linked(point, &mut links)}</li> };
    let points = decision.points.iter().map(&mut point).collect::<Vec<_>>();
    let points = (!points.is_empty()).then(|| view! { <ul>{points}</ul> });
    let pull = |number: &u32| {
        let number = *number;
        let open = move |event| follow(ctx, &event, ViewAction::ProposalOpened(number));
        view! { <a href=ctx.proposal_url(number) on:click=open>{format!("#{number}")}</a> }
    };
    let sig = |name: String| view! { <span class="alesco-sig">{name}</span> };
    view! {
        <li
            id=move || is_first().then(|| id.clone())
            tabindex="-1"
            data-date=day
            hidden=is_hidden
        >
            <a class="alesco-permalink" href=href>
                <time datetime=datetime>{ctx.catalog().calendar_day(date)}</time>
            </a>
            <div class="alesco-decision-text">
                <p dir="auto">{text}</p>
                {points}
                <p class="al-rfc-meta">
                    <a href=ctx.minutes_url(date)>{ctx.catalog().minutes_of(date)}</a>
                    {decision.pull_requests.iter().map(pull).collect::<Vec<_>>()}
                    {entry.sigs.iter().map(|other| sig(other.name.clone())).collect::<Vec<_>>()}
                </p>
            </div>
        </li>
    }
}

/// Renders a text with its links. The parser of the minutes has let only addresses of the web through.
fn linked(text: &str, links: &mut &[Link]) -> impl IntoView + use<> {
    let part = |part: TextPart<'_>| match part {
        TextPart::Text(text) => Either::Left(text.to_owned()),
        TextPart::Link(link) => Either::Right(view! { <a href=link.url.clone()>{link.text.clone()}</a> }),
    };
    text_parts(text, links).into_iter().map(part).collect::<Vec<_>>()
}
