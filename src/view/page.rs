//! What the whole page says around the proposals.

use super::element::{Element, element, plain};
use crate::widget::Widget;
use crate::words;

/// The page's heading.
pub fn masthead(widget: Widget) -> Element {
    element("header", "alesco-masthead")
        .child(plain("h1").words(widget.say(words::PAGE_TITLE)))
        .child(plain("p").words(widget.say(words::PAGE_TAGLINE)))
}

/// What the committee is, how a proposal moves, and where to go from here.
pub fn about(widget: Widget) -> Element {
    let repository = widget.repository(|repository| format!("{}/{}", repository.web, repository.name));
    let links = [
        (format!("{repository}#readme"), words::LINK_PROCESS),
        (format!("{repository}/compare"), words::LINK_PROPOSE),
        ("https://chat.almalinux.org/almalinux/channels/alesco".to_owned(), words::LINK_CHAT),
        ("https://events.almalinux.org/category/7/".to_owned(), words::LINK_MEETINGS),
        ("https://wiki.almalinux.org/alesco/meeting-minutes.html".to_owned(), words::LINK_MINUTES),
    ];
    let link = |(address, name)| plain("li").child(plain("a").with("href", address).words(widget.say(name)));
    let text = |heading, text| {
        let heading = plain("h2").words(widget.say(heading));
        plain("div").child(heading).child(plain("p").words(widget.say(text)))
    };
    element("footer", "alesco-about")
        .child(text(words::COMMITTEE, words::COMMITTEE_TEXT))
        .child(text(words::LIFECYCLE, words::LIFECYCLE_TEXT))
        .child(
            plain("nav")
                .with("aria-label", widget.say(words::TAKE_PART_LABEL))
                .child(plain("h2").words(widget.say(words::TAKE_PART)))
                .child(plain("ul").children(links.map(link))),
        )
}
