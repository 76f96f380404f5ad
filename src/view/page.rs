//! What the whole page says around the proposals.

use leptos::prelude::*;

use super::widget;

/// The page's heading.
#[component]
pub fn Masthead() -> impl IntoView {
    view! {
        <header class="alesco-masthead">
            <h1>"ALESCo Proposals"</h1>
            <p>"What the AlmaLinux Engineering Steering Committee is deciding, straight from its pull requests."</p>
        </header>
    }
}

/// What the committee is, how a proposal moves, and where to go from here.
#[component]
pub fn About() -> impl IntoView {
    let repository =
        widget().repository.with_value(|repository| format!("{}/{}", repository.web, repository.name));
    let links = [
        (format!("{repository}#readme"), "The process, and the RFCs themselves"),
        (format!("{repository}/compare"), "Open a proposal"),
        (
            "https://chat.almalinux.org/almalinux/channels/alesco".to_owned(),
            "Talk to the committee: the alesco channel",
        ),
        ("https://events.almalinux.org/category/7/".to_owned(), "Meetings: every other Thursday"),
        ("https://wiki.almalinux.org/alesco/meeting-minutes.html".to_owned(), "Minutes of the meetings"),
    ];
    let link = |(address, name)| view! { <li><a href=address>{name}</a></li> };
    view! {
        <footer class="alesco-about">
            <div>
                <h2>"The committee"</h2>
                <p>"ALESCo, the AlmaLinux Engineering Steering Committee, decides on changes that shape the distribution. Anyone may propose one, as a pull request."</p>
            </div>
            <div>
                <h2>"How a proposal moves"</h2>
                <p>"Once submitted, it is checked for form and accepted for discussion in the open. When a decision is near, it is up for a vote at the next meeting. The outcome closes it."</p>
            </div>
            <nav aria-label="More about ALESCo">
                <h2>"Take part"</h2>
                <ul>{links.map(link).into_iter().collect_view()}</ul>
            </nav>
        </footer>
    }
}
