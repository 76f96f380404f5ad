//! The changes as a feed in Atom, RFC 4287.

use super::Publication;
use super::item::{Item, items};
use super::text::one_line;
use crate::proposal::to_iso8601;

/// How many entries a feed has at most.
pub const MAX_ENTRIES: usize = 50;

/// Writes the newest changes as a feed. `feed_url` is its own address, `page_url` that of the page that it belongs to.
///
/// Equal proposals and meetings give equal text, whenever they were collected: the feed is as old as its newest entry.
/// Only an empty one has the time of the snapshot.
pub fn to_atom(publication: &Publication<'_>, feed_url: &str, page_url: &str) -> String {
    let items: Vec<Item> = items(publication).take(MAX_ENTRIES).collect();
    let updated = items.first().map_or(publication.made_at, |newest| newest.at);
    let repository = publication.repository;
    let name = escape(&repository.name);
    let mut lines = vec![
        r#"<?xml version="1.0" encoding="utf-8"?>"#.to_owned(),
        r#"<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">"#.to_owned(),
        format!("<id>{}</id>", escape(feed_url)),
        format!("<title>{name}: proposals, decisions and minutes</title>"),
        format!("<updated>{}</updated>", to_iso8601(updated)),
        format!("<author><name>{name}</name><uri>{}</uri></author>", escape(&repository.web_url())),
        format!(r#"<link rel="self" type="application/atom+xml" href="{}"/>"#, escape(feed_url)),
        format!(r#"<link rel="alternate" type="text/html" href="{}"/>"#, escape(page_url)),
    ];
    for item in &items {
        add_entry(&mut lines, item);
    }
    lines.push("</feed>\n".to_owned());
    lines.join("\n")
}

fn add_entry(lines: &mut Vec<String>, item: &Item) {
    lines.extend([
        "<entry>".to_owned(),
        format!("  <id>{}</id>", escape(&item.id)),
        format!("  <title>{}</title>", escape(&item.title)),
        format!("  <updated>{}</updated>", to_iso8601(item.at)),
        format!(r#"  <link rel="alternate" type="text/html" href="{}"/>"#, escape(&item.url)),
        format!(r#"  <category term="{}"/>"#, item.category),
    ]);
    let related = item.related.as_deref();
    lines.extend(
        related.map(|url| format!(r#"  <link rel="related" type="text/html" href="{}"/>"#, escape(url))),
    );
    let author = item.author.as_deref();
    lines.extend(author.map(|name| format!("  <author><name>{}</name></author>", escape(name))));
    if !item.details.is_empty() {
        lines.push(r#"  <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><ul>"#.to_owned());
        let detail = |(name, text): &(&str, String)| format!("    <li>{name}: {}</li>", escape(text));
        lines.extend(item.details.iter().map(detail));
        lines.push("  </ul></div></content>".to_owned());
    }
    lines.push("</entry>".to_owned());
}

/// Escapes text for an element or a quoted attribute.
pub(super) fn escape(text: &str) -> String {
    let mut escaped = String::new();
    for c in one_line(text).chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            c => escaped.push(c),
        }
    }
    escaped
}
