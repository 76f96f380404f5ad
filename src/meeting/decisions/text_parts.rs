//! The text of a decision with its links in their places.

use crate::minutes::Link;

/// A part of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextPart<'a> {
    /// Prose.
    Text(&'a str),
    /// A link.
    Link(&'a Link),
}

/// Splits a text at its links, which stand in their order at the start of `links`. Removes the links that it finds, so
/// that the next text of the same decision begins with its own.
pub fn text_parts<'a, 'l: 'a>(text: &'a str, links: &mut &'l [Link]) -> Vec<TextPart<'a>> {
    let mut parts = Vec::new();
    let mut rest = text;
    while let Some((link, others)) = links.split_first() {
        let Some((before, after)) = rest.split_once(link.text.as_str()).filter(|_| !link.text.is_empty())
        else {
            break;
        };
        if !before.is_empty() {
            parts.push(TextPart::Text(before));
        }
        parts.push(TextPart::Link(link));
        (rest, *links) = (after, others);
    }
    if !rest.is_empty() {
        parts.push(TextPart::Text(rest));
    }
    parts
}
