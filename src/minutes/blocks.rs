//! The blocks of a Markdown text: headings, paragraphs, list items.
//!
//! Reads line by line, each line once, so the time is linear in the size of the text. Follows CommonMark
//! with four differences: a list item counts as nested when it is indented by two columns more than its
//! parent, also below `10. `; one line opens at most one list item; HTML other than comments is text; and a
//! line of `---` below a paragraph makes a heading only of titles that are expected, because authors often
//! mean a rule.

mod line;

use line::Marker;

use super::{Problem, Reason};
use crate::proposal::markdown::line::{Fence, fence, heading, indent};

/// What a block is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// A heading of this level, 1 to 6, outside of lists.
    Heading(usize),
    /// A paragraph, or a heading inside a list item.
    Paragraph,
    /// The first paragraph of a list item; empty if the item begins with something else.
    Item,
    /// Code or a quotation: not the words of the minutes. The text is left out.
    Verbatim,
}

/// A block of a Markdown text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Block {
    /// The number of its first line, from 1.
    pub(super) line: usize,
    pub(super) shape: Shape,
    /// The number of list items around it: 0 for an item of a top-level list.
    pub(super) depth: usize,
    /// Markdown without the markers of headings and items. Wrapped lines are joined by a space, lines
    /// that end in a hard break (two spaces or a backslash) by a newline.
    pub(super) text: String,
}

/// Splits `markdown` into blocks. `is_title` tells which underlined paragraphs are headings. Adds a problem
/// for a comment or code block that is never closed, because it hides the rest of the text.
pub(super) fn split(markdown: &str, is_title: fn(&str) -> bool, problems: &mut Vec<Problem>) -> Vec<Block> {
    let mut splitter = Splitter {
        blocks: Vec::new(),
        is_title,
        line: 0,
        items: Vec::new(),
        inside: Inside::Text,
        is_open: false,
        breaks: false,
    };
    for (index, line) in markdown.trim_start_matches('\u{feff}').lines().enumerate() {
        splitter.line = index + 1;
        splitter.read(line);
    }
    let unclosed = match splitter.inside {
        Inside::Text => None,
        Inside::Comment { line } => Some((line, Reason::UnclosedComment)),
        Inside::Code { line, .. } => Some((line, Reason::UnclosedCode)),
    };
    problems.extend(unclosed.map(|(line, reason)| Problem { line, reason }));
    splitter.blocks
}

/// An open list item.
struct OpenItem {
    /// The column of its marker.
    marker: usize,
    /// The column of its text.
    content: usize,
}

/// What the next line stands in.
enum Inside {
    Text,
    /// An HTML comment that begins at `line`.
    Comment {
        line: usize,
    },
    /// A fenced code block that begins at `line`, inside an item whose text is at column `content`.
    Code {
        line: usize,
        fence: Fence,
        content: usize,
    },
}

struct Splitter {
    blocks: Vec<Block>,
    is_title: fn(&str) -> bool,
    /// The number of the line that is read.
    line: usize,
    items: Vec<OpenItem>,
    inside: Inside,
    /// True while the next line of plain text continues the last block.
    is_open: bool,
    /// True if the last line of the open block ends in a hard break.
    breaks: bool,
}

impl Splitter {
    fn read(&mut self, line: &str) {
        match &self.inside {
            Inside::Text => self.read_text(line),
            Inside::Comment { .. } => {
                if let Some((_, after)) = line.split_once("-->") {
                    self.inside = Inside::Text;
                    self.read_text(after);
                }
            }
            Inside::Code { fence, content, .. } => {
                // A line outside of the item ends the code block with it.
                if indent(line) < *content && !line.trim().is_empty() {
                    self.inside = Inside::Text;
                    self.read_text(line);
                } else if fence.is_closed_by(line) {
                    self.inside = Inside::Text;
                }
            }
        }
    }

    fn read_text(&mut self, line: &str) {
        let mut rest = line;
        let column = indent(line);
        if !self.is_indented_code(column) {
            while let Some(comment) = rest.trim_start().strip_prefix("<!--") {
                self.is_open = false;
                let Some((_, after)) = comment.split_once("-->") else {
                    self.inside = Inside::Comment { line: self.line };
                    return;
                };
                rest = after;
            }
        }
        let text = rest.trim();
        if text.is_empty() {
            self.is_open = false;
            return;
        }
        if self.is_open && self.underlines(text) {
            return;
        }
        if line::is_thematic_break(text) {
            self.leave_items(column);
            self.is_open = false;
        } else if let Some(marker) = line::marker(text).filter(|marker| self.can_start_item(column, marker)) {
            self.start_item(column, &marker, rest);
        } else if self.is_indented_code(column) || text.starts_with('>') {
            self.leave_items(column);
            self.push(Shape::Verbatim, "");
            self.is_open = false;
        } else if let Some(fence) = fence(text) {
            self.leave_items(column);
            self.start_code(fence);
        } else if let Some((level, title)) = heading(text) {
            self.leave_items(column);
            let shape = if self.items.is_empty() { Shape::Heading(level) } else { Shape::Paragraph };
            self.push(shape, title);
            self.is_open = false;
        } else {
            self.add_text(column, rest);
        }
    }

    /// Closes the items that a line at `column` does not belong to.
    fn leave_items(&mut self, column: usize) {
        while self.items.last().is_some_and(|item| column < item.content.min(item.marker + 2)) {
            self.items.pop();
        }
    }

    fn push(&mut self, shape: Shape, text: &str) {
        let block = Block { line: self.line, shape, depth: self.items.len(), text: text.to_owned() };
        self.blocks.push(block);
    }

    /// True if `text` underlines the open paragraph, which then becomes a heading if it is a title.
    fn underlines(&mut self, text: &str) -> bool {
        let level = match text.trim_matches('=').is_empty() {
            true => 1,
            false if text.trim_matches('-').is_empty() => 2,
            false => return false,
        };
        let Some(block) = self.blocks.last_mut() else { return false };
        if block.shape != Shape::Paragraph || block.depth > 0 {
            return false;
        }
        if (self.is_title)(&block.text) {
            block.shape = Shape::Heading(level);
        }
        self.is_open = false;
        true
    }

    /// True if `marker` at `column` starts a list item. In the middle of a paragraph, only some markers do:
    /// a wrapped line may begin with a number and a full stop.
    fn can_start_item(&self, column: usize, marker: &Marker) -> bool {
        if !self.is_open {
            return !self.is_indented_code(column);
        }
        !self.items.is_empty() || marker.interrupts_paragraph
    }

    fn is_indented_code(&self, column: usize) -> bool {
        let around = || self.items.iter().rev().map(|item| item.content).find(|content| *content <= column);
        !self.is_open && column >= around().unwrap_or(0) + 4
    }

    fn start_item(&mut self, column: usize, marker: &Marker, line: &str) {
        self.leave_items(column);
        let text = marker.text;
        let fence = fence(text);
        self.push(Shape::Item, "");
        self.items.push(OpenItem { marker: column, content: column + marker.width });
        self.is_open = false;
        match fence {
            Some(fence) => self.start_code(fence),
            None if text.is_empty() => {}
            None => self.append(text, line),
        }
    }

    fn start_code(&mut self, fence: Fence) {
        self.push(Shape::Verbatim, "");
        let content = self.items.last().map_or(0, |item| item.content.min(item.marker + 2));
        self.inside = Inside::Code { line: self.line, fence, content };
        self.is_open = false;
    }

    /// Continues the open block with a line of text, or starts a paragraph.
    fn add_text(&mut self, column: usize, line: &str) {
        if !self.is_open {
            self.leave_items(column);
            self.push(Shape::Paragraph, "");
        }
        self.append(line.trim(), line);
    }

    /// Appends `text`, the content of `line`, to the last block.
    fn append(&mut self, text: &str, line: &str) {
        let Some(block) = self.blocks.last_mut() else { return };
        if !block.text.is_empty() {
            block.text.push(if self.breaks { '\n' } else { ' ' });
        }
        let before_backslash = text.strip_suffix('\\');
        block.text.push_str(before_backslash.unwrap_or(text));
        self.breaks = before_backslash.is_some() || line.ends_with("  ");
        self.is_open = true;
    }
}
