//! The author's own prose in a Markdown text, without code, quotations, links and HTML comments.
//!
//! A scanner, not a parser: a Markdown parser would be a large part of the list module, which only has to know which
//! text to leave out.

/// Takes the place of what was left out, so that the words around it are not joined.
const PLACEHOLDER: char = '…';

/// A line outside of code blocks and quotations, without its indentation, list or heading marker, and HTML comments.
struct Line {
    text: String,
    /// True if it begins a paragraph, a list item or a heading.
    starts_block: bool,
}

/// Returns the lines of prose, fields and headings.
fn lines(markdown: &str) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut fence: Option<&str> = None;
    let mut in_comment = false;
    let mut after_gap = true;
    for raw in markdown.lines() {
        let trimmed = raw.trim_start();
        if !in_comment && let Some(mark) = fence_delimiter(trimmed) {
            match fence {
                None => fence = Some(mark),
                Some(open) if mark.starts_with(open) => fence = None,
                Some(_) => {}
            }
            after_gap = true;
            continue;
        }
        if fence.is_some() || trimmed.is_empty() || (!in_comment && trimmed.starts_with('>')) {
            after_gap = true;
            continue;
        }
        let content = strip_list_marker(trimmed);
        let text = without_comments(content, &mut in_comment);
        lines.push(Line { text, starts_block: after_gap || content.len() < trimmed.len() });
        after_gap = false;
    }
    lines
}

/// Returns key and value of the lines `* **Key:** value` and `Key: value`, without emphasis. The value may be a link
/// or code.
pub(super) fn fields(markdown: &str) -> Vec<(String, String)> {
    let is_emphasis = |c: char| c == '*' || c == '_' || c.is_whitespace();
    let field = |line: &Line| {
        let (key, value) = line.text.split_once(':')?;
        Some((key.trim_matches(is_emphasis).to_owned(), value.trim_matches(is_emphasis).to_owned()))
    };
    lines(markdown).iter().filter_map(field).collect()
}

/// Returns the sentences of `markdown` that are prose. Wrapped lines are joined.
pub(super) fn sentences(markdown: &str) -> Vec<String> {
    let mut blocks: Vec<String> = Vec::new();
    for line in lines(markdown) {
        let text = strip_inline_spans(&line.text);
        match blocks.last_mut() {
            Some(block) if !line.starts_block => {
                block.push(' ');
                block.push_str(&text);
            }
            _ => blocks.push(text),
        }
    }
    let mut sentences = Vec::new();
    for block in &blocks {
        sentences.extend(split_sentences(block).into_iter().map(str::to_owned));
    }
    sentences
}

/// Splits a paragraph after full stops, exclamation and question marks that a space follows.
fn split_sentences(block: &str) -> Vec<&str> {
    let mut sentences = Vec::new();
    let mut start = 0;
    let ends = block.match_indices([' ', '\t']).map(|(at, _)| at).chain([block.len()]);
    for end in ends {
        let sentence = block.get(start..end).unwrap_or_default().trim();
        if !sentence.is_empty() && (sentence.ends_with(['.', '!', '?']) || end == block.len()) {
            sentences.push(sentence);
            start = end;
        }
    }
    sentences
}

/// Returns the delimiter of a code fence at the start of a line: three or more backticks or tildes.
fn fence_delimiter(line: &str) -> Option<&str> {
    ['`', '~'].into_iter().find_map(|c| {
        let length = line.len() - line.trim_start_matches(c).len();
        if length < 3 { None } else { line.get(..length) }
    })
}

/// Returns a line without its list or heading marker.
fn strip_list_marker(line: &str) -> &str {
    let heading = line.trim_start_matches('#');
    if heading.len() < line.len() && heading.starts_with(' ') {
        return heading.trim_start();
    }
    ["* ", "- ", "+ "].into_iter().find_map(|marker| line.strip_prefix(marker)).map_or(line, str::trim_start)
}

/// Returns the line without HTML comments, which may begin on an earlier line and end on a later one.
fn without_comments(line: &str, in_comment: &mut bool) -> String {
    let mut text = String::new();
    let mut rest = line;
    loop {
        let (mark, is_text) = if *in_comment { ("-->", false) } else { ("<!--", true) };
        let (before, after) =
            rest.split_once(mark).map_or((rest, None), |(before, after)| (before, Some(after)));
        if is_text {
            text.push_str(before);
        }
        let Some(after) = after else { return text };
        *in_comment = is_text;
        rest = after;
    }
}

/// Returns the line without inline code, links, URLs and HTML tags.
fn strip_inline_spans(line: &str) -> String {
    let mut markdown = String::new();
    let mut rest = line;
    while let Some(start) = next_span(rest) {
        let (before, span) = rest.split_at(start);
        markdown.push_str(before);
        match span_len(span) {
            Some(length) => {
                markdown.push(PLACEHOLDER);
                rest = span.get(length..).unwrap_or_default();
            }
            None => {
                let mut chars = span.chars();
                markdown.extend(chars.next());
                rest = chars.as_str();
            }
        }
    }
    markdown.push_str(rest);
    markdown
}

/// Returns where the next inline code, link, URL or HTML tag may start.
fn next_span(text: &str) -> Option<usize> {
    let address = ["https://", "http://"].into_iter().filter_map(|scheme| text.find(scheme)).min();
    text.find(['`', '[', '<']).into_iter().chain(address).min()
}

/// Returns the length in bytes of the span at the start of `text`; `None` if it has no end.
fn span_len(text: &str) -> Option<usize> {
    let through = |from: usize, end: &str| text.get(from..)?.find(end).map(|at| from + at + end.len());
    if text.starts_with('`') {
        let mark = text.len() - text.trim_start_matches('`').len();
        return through(mark, text.get(..mark)?);
    }
    if text.starts_with('<') {
        return through(1, ">");
    }
    if text.starts_with('[') {
        let after_text = through(1, "]")?;
        return match text.get(after_text..)?.chars().next()? {
            '(' => through(after_text, ")"),
            '[' => through(after_text + 1, "]"),
            _ => None,
        };
    }
    Some(text.find(|c: char| c.is_whitespace() || c == ')').unwrap_or(text.len()))
}
