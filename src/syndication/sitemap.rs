//! The pages of a site as a sitemap, by <https://www.sitemaps.org/protocol.html>.

use super::atom::escape;
use crate::proposal::{Time, to_iso8601};

/// Writes a sitemap of pages, each with its address and the time of its last change. The protocol allows 50,000 of them; no
/// list of proposals has as many.
pub fn to_sitemap(pages: impl IntoIterator<Item = (String, Option<Time>)>) -> String {
    let mut lines = vec![
        r#"<?xml version="1.0" encoding="utf-8"?>"#.to_owned(),
        r#"<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">"#.to_owned(),
    ];
    for (url, changed_at) in pages {
        let changed = changed_at.map(|time| format!("<lastmod>{}</lastmod>", to_iso8601(time)));
        lines.push(format!("<url><loc>{}</loc>{}</url>", escape(&url), changed.unwrap_or_default()));
    }
    lines.push("</urlset>\n".to_owned());
    lines.join("\n")
}
