//! The standalone page's header and footer.

use leptos::either::Either;
use leptos::prelude::*;

use super::navigation::Navigation;
use crate::i18n::messages;
use crate::ui::WidgetContext;

const CHAT: &str = "https://chat.almalinux.org/almalinux/channels/alesco";
/// The calendar of meetings.
pub const MEETINGS: &str = "https://events.almalinux.org/category/7/";
const MINUTES: &str = "https://wiki.almalinux.org/alesco/meeting-minutes.html";

/// Renders the page's header. Its heading is an `h2` if the page has an `h1` of its own.
#[component]
pub fn PageHeader(ctx: WidgetContext) -> impl IntoView {
    let title = ctx.tr(messages::PAGE_TITLE);
    let heading = match ctx.platform.page_has_heading {
        true => Either::Left(view! { <h2>{title}</h2> }),
        false => Either::Right(view! { <h1>{title}</h1> }),
    };
    view! {
        <header class="alesco-page-header">
            {heading}
            <p>{ctx.tr(messages::PAGE_TAGLINE)}</p>
            <Navigation ctx />
        </header>
    }
}

/// Renders what the committee is, how a proposal moves through it, and where to take part.
#[component]
pub fn PageFooter(ctx: WidgetContext) -> impl IntoView {
    let repository = ctx.repository(|repository| repository.web_url());
    let links = [
        (format!("{repository}#readme"), messages::LINK_PROCESS),
        (format!("{repository}/compare"), messages::LINK_PROPOSE),
        (CHAT.to_owned(), messages::LINK_CHAT),
        (MEETINGS.to_owned(), messages::LINK_MEETINGS),
        (MINUTES.to_owned(), messages::LINK_MINUTES),
    ];
    let link = |(url, name)| view! { <li><a href=url>{ctx.tr(name)}</a></li> };
    let text = |heading, text| {
        view! {
            <div>
                <h2>{ctx.tr(heading)}</h2>
                <p>{ctx.tr(text)}</p>
            </div>
        }
    };
    view! {
        <footer class="alesco-page-footer">
            {text(messages::COMMITTEE, messages::COMMITTEE_TEXT)}
            {text(messages::LIFECYCLE, messages::LIFECYCLE_TEXT)}
            <nav aria-label=ctx.tr(messages::TAKE_PART_LABEL)>
                <h2>{ctx.tr(messages::TAKE_PART)}</h2>
                <ul>{links.map(link)}</ul>
            </nav>
        </footer>
    }
}
