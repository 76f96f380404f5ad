//! Makes the links of a tree safe, resolves them, and finds those that are bare text.

use super::location::Location;
use super::tree::{Block, Heading, Inline, LinkTarget, plain_text, push_text};
use super::{autolink, references};

/// Resolves all links in `blocks`.
pub(super) fn resolve_blocks(blocks: &mut [Block], location: &Location) {
    for block in blocks {
        match block {
            Block::Heading(Heading { content, .. }) | Block::Paragraph(content) | Block::Plain(content) => {
                resolve(content, location);
            }
            Block::Quote(blocks) | Block::Alert { blocks, .. } => resolve_blocks(blocks, location),
            Block::List { items, .. } => {
                items.iter_mut().for_each(|item| resolve_blocks(&mut item.blocks, location));
            }
            Block::Table { header, rows, .. } => {
                header.iter_mut().chain(rows.iter_mut().flatten()).for_each(|cell| resolve(cell, location));
            }
            Block::Code { .. } | Block::Html(_) | Block::Rule => {}
        }
    }
}

/// Resolves all links in `inlines`.
pub(super) fn resolve(inlines: &mut Vec<Inline>, location: &Location) {
    let mut resolved = Vec::with_capacity(inlines.len());
    for mut inline in inlines.drain(..) {
        match inline {
            Inline::Text(text) => link_text(&text, location, &mut resolved),
            Inline::Link { target, title, content } => {
                resolve_link(target, title, content, location, &mut resolved);
            }
            Inline::Image { target, title, alt } => {
                let alt = image_text(&target, alt);
                match target.url().and_then(|destination| location.resolve(destination)) {
                    Some(target) => resolved.push(Inline::Image { target, title, alt }),
                    None => push_text(&mut resolved, &alt),
                }
            }
            Inline::Emphasis(ref mut content)
            | Inline::Strong(ref mut content)
            | Inline::Strikethrough(ref mut content) => {
                resolve(content, location);
                resolved.push(inline);
            }
            // Where a comment was.
            Inline::Html(source) if source.is_empty() => {}
            other => resolved.push(other),
        }
    }
    *inlines = resolved;
}

/// Adds a link, or its content alone if the link must not be one.
fn resolve_link(
    target: LinkTarget,
    title: String,
    mut content: Vec<Inline>,
    location: &Location,
    resolved: &mut Vec<Inline>,
) {
    let destination = target.url().unwrap_or_default();
    replace_links(&mut content);
    match location.resolve(destination) {
        Some(target) => {
            if plain_text(&content).trim().is_empty() {
                // A link without a text can be neither seen nor named.
                content = vec![Inline::Text(destination.to_owned())];
            }
            resolved.push(Inline::Link { target, title, content });
        }
        None => resolved.extend(content),
    }
}

/// Replaces the images and links in a link's content by their text: a link cannot hold another one, though CommonMark
/// allows `[<https://a.org/>](b)`.
fn replace_links(content: &mut Vec<Inline>) {
    let mut replaced = Vec::with_capacity(content.len());
    for mut inline in content.drain(..) {
        match inline {
            Inline::Image { target, alt, .. } => push_text(&mut replaced, &image_text(&target, alt)),
            Inline::Link { mut content, .. } => {
                replace_links(&mut content);
                replaced.extend(content);
            }
            Inline::Emphasis(ref mut content)
            | Inline::Strong(ref mut content)
            | Inline::Strikethrough(ref mut content) => {
                replace_links(content);
                replaced.push(inline);
            }
            other => replaced.push(other),
        }
    }
    *content = replaced;
}

/// Returns the text of an image: its alternative text, or else the file's name.
fn image_text(target: &LinkTarget, alt: String) -> String {
    if !alt.trim().is_empty() {
        return alt;
    }
    let path = target.url().unwrap_or_default();
    path.trim_end_matches('/').rsplit('/').next().unwrap_or(path).to_owned()
}

/// Adds a text, the URLs and references in it as links.
fn link_text(text: &str, location: &Location, resolved: &mut Vec<Inline>) {
    // Everything before `done` is added.
    let mut done = 0;
    let mut at = 0;
    while let Some(found) = text.get(at..).and_then(next_candidate) {
        at += found;
        let (before, rest) = (text.get(done..at).unwrap_or_default(), text.get(at..).unwrap_or_default());
        match link_at(before, rest, location) {
            Some(link) => {
                let (start, end) = (at - link.before, at + link.after);
                push_text(resolved, text.get(done..start).unwrap_or_default());
                let content = vec![Inline::Text(text.get(start..end).unwrap_or_default().to_owned())];
                resolved.push(Inline::Link { target: link.target, title: String::new(), content });
                (done, at) = (end, end);
            }
            None => at += rest.chars().next().map_or(1, char::len_utf8),
        }
    }
    push_text(resolved, text.get(done..).unwrap_or_default());
}

/// Returns the place of the next character at which a link may be found.
fn next_candidate(text: &str) -> Option<usize> {
    text.find(['@', '#', 'h', 'H', 'f', 'F', 'w', 'W'])
}

/// Says how far a link reaches before and after the place where it was found, in bytes.
struct FoundLink {
    before: usize,
    after: usize,
    target: LinkTarget,
}

fn link_at(before: &str, rest: &str, location: &Location) -> Option<FoundLink> {
    if let Some(after) = rest.strip_prefix('@') {
        if let Some((local, domain)) = autolink::email_lengths(before, after) {
            let address = (before.get(before.len() - local..)?, after.get(..domain)?);
            let target = LinkTarget::Url(format!("mailto:{}@{}", address.0, address.1));
            return Some(FoundLink { before: local, after: domain + 1, target });
        }
        let login = references::login(before, after)?;
        let target = LinkTarget::Url(location.web(login));
        return Some(FoundLink { before: 0, after: login.len() + 1, target });
    }
    if let Some(after) = rest.strip_prefix('#') {
        let (number, length) = references::issue_number(after)?;
        if references::may_begin_issue(before) {
            return Some(FoundLink { before: 0, after: length + 1, target: location.issue(number) });
        }
        let repository = references::repository(before)?;
        let target = location.resolve(&location.web(&format!("{repository}/issues/{number}")))?;
        return Some(FoundLink { before: repository.len(), after: length + 1, target });
    }
    let length = autolink::url_length(rest, before.chars().next_back())?;
    let url = rest.get(..length)?;
    let target = match autolink::has_scheme(url) {
        true => location.resolve(url),
        false => location.resolve(&format!("http://{url}")),
    };
    Some(FoundLink { before: 0, after: length, target: target? })
}
