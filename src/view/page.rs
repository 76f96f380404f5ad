//! What the whole page says around the proposals.

use super::element::{Element, element, plain};
use crate::i18n;
use crate::widget::Widget;

/// The page's heading.
pub fn masthead(widget: Widget) -> Element {
    element("header", "alesco-masthead")
        .child(plain("h1").words(widget.say(i18n::PAGE_TITLE)))
        .child(plain("p").words(widget.say(i18n::PAGE_TAGLINE)))
}

/// What the committee is, how a proposal moves, and where to go from here.
pub fn about(widget: Widget) -> Element {
    let repository = widget.repository(|repository| format!("{}/{}", repository.web_base, repository.name));
    let links = [
        (format!("{repository}#readme"), i18n::LINK_PROCESS),
        (format!("{repository}/compare"), i18n::LINK_PROPOSE),
        ("https://chat.almalinux.org/almalinux/channels/alesco".to_owned(), i18n::LINK_CHAT),
        ("https://events.almalinux.org/category/7/".to_owned(), i18n::LINK_MEETINGS),
        ("https://wiki.almalinux.org/alesco/meeting-minutes.html".to_owned(), i18n::LINK_MINUTES),
    ];
    let link = |(address, name)| plain("li").child(plain("a").with("href", address).words(widget.say(name)));
    let text = |heading, text| {
        let heading = plain("h2").words(widget.say(heading));
        plain("div").child(heading).child(plain("p").words(widget.say(text)))
    };
    element("footer", "alesco-about")
        .child(text(i18n::COMMITTEE, i18n::COMMITTEE_TEXT))
        .child(text(i18n::LIFECYCLE, i18n::LIFECYCLE_TEXT))
        .child(
            plain("nav")
                .with("aria-label", widget.say(i18n::TAKE_PART_LABEL))
                .child(plain("h2").words(widget.say(i18n::TAKE_PART)))
                .child(plain("ul").children(links.map(link))),
        )
}
