//! The author's own prose in a Markdown text, without code, quotations, links and HTML comments.
//!
//! A scanner, not a parser: a Markdown parser would be a large part of the list module, which only has to know which
//! text to leave out. Code, comments and headings begin and end where CommonMark says so. Each line is read once.

#[cfg(any(feature = "browser", test))]
pub(crate) mod escape;
pub(crate) mod line;
mod spans;

use line::{Fence, fence, heading, indent};
use spans::strip;

/// A line outside of code blocks, quotations and HTML comments.
pub(super) struct Line<'a> {
    /// Its text, without indentation, and without the marker of a list item or a heading.
    pub(super) text: &'a str,
    /// 1 to 6 for a heading, [`EMPHASIZED`] for a line that stands for one, 0 for any other text.
    pub(super) level: usize,
    /// True if it begins a paragraph, a list item or a heading.
    starts_block: bool,
}

/// The level of a paragraph of one line that is bold as a whole.
pub(super) const EMPHASIZED: usize = 7;

/// What hides lines until it ends.
#[derive(Clone, Copy)]
enum Hidden {
    Comment,
    Code(Fence),
}

/// Returns the lines of prose, fields and headings.
pub(super) fn lines(markdown: &str) -> Vec<Line<'_>> {
    let mut lines: Vec<Line> = Vec::new();
    // With the column where the text of the list item around it begins.
    let mut hidden: Option<(Hidden, usize)> = None;
    let mut item = 0;
    let mut after_gap = true;
    for raw in markdown.lines() {
        let column = indent(raw);
        let mut rest = raw.trim();
        if rest.is_empty() {
            after_gap = true;
            continue;
        }
        // A code block or comment in a list item ends with the item.
        match hidden.filter(|(_, item)| *item <= column) {
            Some((Hidden::Code(fence), _)) => {
                if fence.is_closed_by(rest) {
                    hidden = None;
                }
                continue;
            }
            Some((Hidden::Comment, _)) => match rest.split_once("-->") {
                Some((_, after)) => rest = after.trim_start(),
                None => continue,
            },
            None => {}
        }
        hidden = None;
        if after_gap {
            item = item.min(column);
        }
        let is_indented = column >= item + 4;
        if is_indented && after_gap {
            continue;
        }
        let mut text = if is_indented { rest } else { strip_list_marker(rest) };
        let is_item = text.len() < rest.len();
        if is_item {
            item = column + rest.len() - text.len();
        }
        let code = fence(text).filter(|_| !is_indented);
        if code.is_some() || text.starts_with('>') {
            hidden = code.map(|fence| (Hidden::Code(fence), item));
            after_gap = true;
            continue;
        }
        while text.starts_with("<!--") {
            // `<!-->` is a comment, too.
            text = match text.get(2..).and_then(|comment| comment.split_once("-->")) {
                Some((_, after)) => after.trim_start(),
                None => {
                    hidden = Some((Hidden::Comment, item));
                    ""
                }
            };
        }
        if text.is_empty() {
            after_gap = true;
            continue;
        }
        let starts_block = after_gap || is_item;
        if let (Some(level), Some(last)) = (underline_level(text), lines.last_mut())
            && !starts_block
        {
            if last.starts_block {
                last.level = level;
            }
            after_gap = true;
            continue;
        }
        let (level, text) =
            heading(text).unwrap_or((if starts_block { emphasis_level(text) } else { 0 }, text));
        let starts_block =
            starts_block || level > 0 || lines.last().is_some_and(|last| last.level == EMPHASIZED);
        lines.push(Line { text, level, starts_block });
        after_gap = (1..EMPHASIZED).contains(&level);
    }
    lines
}

/// Returns key and value of the lines `* **Key:** value` and `Key: value`, without emphasis. The value may be a link
/// or code.
pub(super) fn fields(lines: &[Line]) -> Vec<(String, String)> {
    let is_emphasis = |c: char| c == '*' || c == '_' || c.is_whitespace();
    let mut fields = Vec::new();
    for block in blocks(lines, '\n') {
        let text = strip(&block, false);
        let pairs = text.lines().filter_map(|line| line.split_once(':'));
        let trimmed = |text: &str| text.trim_matches(is_emphasis).to_owned();
        fields.extend(pairs.map(|(key, value)| (trimmed(key), trimmed(value))));
    }
    fields
}

/// Returns the words of these lines, with comments left out, and one space between two words.
pub(super) fn words(lines: &[Line]) -> String {
    let mut words = String::new();
    for block in blocks(lines, ' ') {
        for word in strip(&block, false).split_whitespace() {
            if !words.is_empty() {
                words.push(' ');
            }
            words.push_str(word);
        }
    }
    words
}

/// Returns the sentences that are prose. Wrapped lines are joined.
pub(super) fn sentences(lines: &[Line]) -> Vec<String> {
    let mut sentences = Vec::new();
    for block in blocks(lines, ' ') {
        sentences.extend(split_sentences(&strip(&block, true)).into_iter().map(str::to_owned));
    }
    sentences
}

/// Joins the lines of each paragraph, list item and heading.
fn blocks(lines: &[Line], separator: char) -> Vec<String> {
    let mut blocks: Vec<String> = Vec::new();
    for line in lines {
        match blocks.last_mut() {
            Some(block) if !line.starts_block => {
                block.push(separator);
                block.push_str(line.text);
            }
            _ => blocks.push(line.text.to_owned()),
        }
    }
    blocks
}

/// Splits a paragraph after full stops, exclamation and question marks that a space follows.
fn split_sentences(block: &str) -> Vec<&str> {
    let block = block.trim();
    let mut sentences = Vec::new();
    let mut start = 0;
    let ends = block.match_indices([' ', '\t']).map(|(at, _)| at).chain([block.len()]);
    for end in ends {
        // Empty in the white space between two sentences.
        let sentence = block.get(start..end).unwrap_or_default();
        if !sentence.is_empty() && (sentence.ends_with(['.', '!', '?']) || end == block.len()) {
            sentences.push(sentence);
            start = block.len() - block.get(end..).map_or(0, |rest| rest.trim_start().len());
        }
    }
    sentences
}

/// Returns a line without its list marker.
fn strip_list_marker(line: &str) -> &str {
    let after = line.trim_start_matches(|c: char| c.is_ascii_digit());
    let marks: &[char] = if after.len() < line.len() { &['.', ')'] } else { &['*', '-', '+'] };
    let item = after.strip_prefix(marks).filter(|item| item.starts_with([' ', '\t']));
    item.map_or(line, str::trim_start)
}

/// Returns the level of the heading that a line such as `====` makes of the line above.
fn underline_level(text: &str) -> Option<usize> {
    ['=', '-'].iter().position(|mark| text.trim_start_matches(*mark).is_empty()).map(|at| at + 1)
}

/// Returns [`EMPHASIZED`] for a text such as `**Title**` and `__Title:__`, else 0.
fn emphasis_level(text: &str) -> usize {
    let is_emphasized = |mark| {
        let title = text.trim_end_matches(':').strip_prefix(mark).and_then(|text| text.strip_suffix(mark));
        title.is_some_and(|title: &str| !title.contains(mark))
    };
    if is_emphasized("**") || is_emphasized("__") { EMPHASIZED } else { 0 }
}
