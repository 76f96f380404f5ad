//! Writes the tree as HTML, for comparison with CommonMark's expected output. HTML is written as it is, which the
//! page never does.

use super::super::tree::{Alignment, Block, Heading, Inline, LinkTarget, ListItem};

/// Returns the HTML that cmark would write for `blocks`.
pub fn html(blocks: &[Block]) -> String {
    let mut html = String::new();
    blocks.iter().for_each(|block| write_block(block, &mut html));
    html
}

fn write_block(block: &Block, html: &mut String) {
    let start_line = |html: &mut String| {
        if !html.is_empty() && !html.ends_with('\n') {
            html.push('\n');
        }
    };
    start_line(html);
    match block {
        Block::Heading(Heading { level, content, .. }) => {
            *html += &format!("<h{level}>{}</h{level}>\n", inlines(content));
        }
        Block::Paragraph(content) => *html += &format!("<p>{}</p>\n", inlines(content)),
        Block::Plain(content) => *html += &inlines(content),
        Block::Code { language, text } => {
            let class = language.as_ref().map(|name| format!(" class=\"language-{}\"", escaped(name)));
            *html += &format!("<pre><code{}>{}</code></pre>\n", class.unwrap_or_default(), escaped(text));
        }
        Block::Quote(blocks) | Block::Alert { blocks, .. } => {
            *html += "<blockquote>\n";
            blocks.iter().for_each(|block| write_block(block, html));
            start_line(html);
            *html += "</blockquote>\n";
        }
        Block::List { start, items } => {
            let (open, close) = match start {
                None => ("<ul>\n".to_owned(), "</ul>\n"),
                Some(1) => ("<ol>\n".to_owned(), "</ol>\n"),
                Some(start) => (format!("<ol start=\"{start}\">\n"), "</ol>\n"),
            };
            *html += &open;
            items.iter().for_each(|item| write_item(item, html));
            *html += close;
        }
        Block::Table { alignments, header, rows } => {
            *html += "<table>\n<thead>\n";
            write_row(header, "th", alignments, html);
            *html += "</thead>\n";
            if !rows.is_empty() {
                *html += "<tbody>\n";
                rows.iter().for_each(|row| write_row(row, "td", alignments, html));
                *html += "</tbody>\n";
            }
            *html += "</table>\n";
        }
        Block::Html(source) => *html += source,
        Block::Rule => *html += "<hr />\n",
    }
}

fn write_item(item: &ListItem, html: &mut String) {
    *html += "<li>";
    let checkbox = match item.task {
        None => "",
        Some(false) => "<input disabled=\"\" type=\"checkbox\"> ",
        Some(true) => "<input checked=\"\" disabled=\"\" type=\"checkbox\"> ",
    };
    *html += checkbox;
    for (index, block) in item.blocks.iter().enumerate() {
        match block {
            Block::Plain(content) if index == 0 => *html += &inlines(content),
            block => write_block(block, html),
        }
    }
    *html += "</li>\n";
}

fn write_row(cells: &[Vec<Inline>], tag: &str, alignments: &[Alignment], html: &mut String) {
    *html += "<tr>\n";
    for (cell, alignment) in cells.iter().zip(alignments) {
        let align = match alignment {
            Alignment::None => "",
            Alignment::Left => " align=\"left\"",
            Alignment::Center => " align=\"center\"",
            Alignment::Right => " align=\"right\"",
        };
        *html += &format!("<{tag}{align}>{}</{tag}>\n", inlines(cell));
    }
    *html += "</tr>\n";
}

fn inlines(content: &[Inline]) -> String {
    content.iter().map(inline).collect()
}

fn inline(inline: &Inline) -> String {
    let title_of = |title: &str| match title {
        "" => String::new(),
        title => format!(" title=\"{}\"", escaped(title)),
    };
    match inline {
        Inline::Text(text) => escaped(text),
        Inline::Code(code) => format!("<code>{}</code>", escaped(code)),
        Inline::Emphasis(content) => format!("<em>{}</em>", inlines(content)),
        Inline::Strong(content) => format!("<strong>{}</strong>", inlines(content)),
        Inline::Strikethrough(content) => format!("<del>{}</del>", inlines(content)),
        Inline::Link { target, title, content } => {
            let url = address(target);
            format!("<a href=\"{url}\"{}>{}</a>", title_of(title), inlines(content))
        }
        Inline::Image { target, title, alt } => {
            let url = address(target);
            format!("<img src=\"{url}\" alt=\"{}\"{} />", escaped(alt), title_of(title))
        }
        Inline::Html(source) => source.clone(),
        Inline::FootnoteReference { number, .. } => format!("<sup>{number}</sup>"),
        Inline::SoftBreak => "\n".to_owned(),
        Inline::HardBreak => "<br />\n".to_owned(),
    }
}

fn address(target: &LinkTarget) -> String {
    match target {
        LinkTarget::Anchor(anchor) => format!("#{anchor}"),
        target => encoded(target.url().unwrap_or_default()),
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// Percent-encodes as cmark does.
fn encoded(url: &str) -> String {
    let mut encoded = String::new();
    for byte in url.bytes() {
        match byte {
            b'&' => encoded += "&amp;",
            b'\'' => encoded += "&#x27;",
            byte if byte.is_ascii_alphanumeric() || b"-_.+!*(),%#@?=;:/$~".contains(&byte) => {
                encoded.push(char::from(byte));
            }
            byte => encoded += &format!("%{byte:02X}"),
        }
    }
    encoded
}
