//! The author's own words in a Markdown text: what is left without code, quotations, links and
//! HTML comments.
//!
//! Scanned, not parsed: every reader would pay for a Markdown parser in bytes, and all that is
//! needed here is to know which words to leave out.

/// Stands where something was left out, so that the words around it are not joined.
const PLACEHOLDER: char = '…';

/// A line outside of code blocks and quotations, without list marker, heading marker and
/// indentation, and without HTML comments.
struct Line {
    text: String,
    /// Whether it begins a paragraph, a list item or a heading.
    starts_block: bool,
}

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

/// The lines `* **Key:** value` or `Key: value` of `markdown`, with or without emphasis. The value is
/// as it is written: it may be a link or set as code.
pub(super) fn fields(markdown: &str) -> Vec<(String, String)> {
    let is_emphasis = |c: char| c == '*' || c == '_' || c.is_whitespace();
    let field = |line: &Line| {
        let (key, value) = line.text.split_once(':')?;
        Some((key.trim_matches(is_emphasis).to_owned(), value.trim_matches(is_emphasis).to_owned()))
    };
    lines(markdown).iter().filter_map(field).collect()
}

/// The sentences of `markdown` that are markdown, wrapped lines joined.
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

fn fence_delimiter(line: &str) -> Option<&str> {
    ['`', '~'].into_iter().find_map(|c| {
        let length = line.len() - line.trim_start_matches(c).len();
        if length < 3 { None } else { line.get(..length) }
    })
}

fn strip_list_marker(line: &str) -> &str {
    let heading = line.trim_start_matches('#');
    if heading.len() < line.len() && heading.starts_with(' ') {
        return heading.trim_start();
    }
    ["* ", "- ", "+ "].into_iter().find_map(|marker| line.strip_prefix(marker)).map_or(line, str::trim_start)
}

/// The line without HTML comments, which may go on from the line before and to the next.
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

/// The line without inline code, links, addresses and HTML tags.
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

fn next_span(text: &str) -> Option<usize> {
    let address = ["https://", "http://"].into_iter().filter_map(|scheme| text.find(scheme)).min();
    text.find(['`', '[', '<']).into_iter().chain(address).min()
}

/// How many bytes the span at the start of `text` takes; `None` if none starts there after all.
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
