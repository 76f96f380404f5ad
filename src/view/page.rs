//! What the whole page says around the proposals.

use leptos::prelude::*;

use super::{widget, words};

/// The page's heading.
#[component]
pub fn Masthead() -> impl IntoView {
    view! {
        <header class="alesco-masthead">
            <h1>{words::PAGE_TITLE}</h1>
            <p>{words::PAGE_TAGLINE}</p>
        </header>
    }
}

/// What the committee is, how a proposal moves, and where to go from here.
#[component]
pub fn About() -> impl IntoView {
    let repository =
        widget().repository.with_value(|repository| format!("{}/{}", repository.web, repository.name));
    let links = [
        (format!("{repository}#readme"), words::LINK_PROCESS),
        (format!("{repository}/compare"), words::LINK_PROPOSE),
        ("https://chat.almalinux.org/almalinux/channels/alesco".to_owned(), words::LINK_CHAT),
        ("https://events.almalinux.org/category/7/".to_owned(), words::LINK_MEETINGS),
        ("https://wiki.almalinux.org/alesco/meeting-minutes.html".to_owned(), words::LINK_MINUTES),
    ];
    let link = |(address, name)| view! { <li><a href=address>{name}</a></li> };
    view! {
        <footer class="alesco-about">
            <div>
                <h2>{words::COMMITTEE}</h2>
                <p>{words::COMMITTEE_TEXT}</p>
            </div>
            <div>
                <h2>{words::LIFECYCLE}</h2>
                <p>{words::LIFECYCLE_TEXT}</p>
            </div>
            <nav aria-label=words::TAKE_PART_LABEL>
                <h2>{words::TAKE_PART}</h2>
                <ul>{links.map(link).into_iter().collect_view()}</ul>
            </nav>
        </footer>
    }
}
