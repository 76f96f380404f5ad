//! A statement: a paragraph or a point of a list, and what is under it.

use super::blocks::Block;
use super::inline::{Inline, Span};
use super::wording::{self, Word};

/// A paragraph or the text of a list item.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Statement {
    /// The number of its first line, from 1.
    pub(super) line: usize,
    /// The number of list items around it.
    pub(super) depth: usize,
    pub(super) inline: Inline,
}

impl Statement {
    pub(super) fn new(block: &Block) -> Self {
        Statement { line: block.line, depth: block.depth, inline: Inline::parse(&block.text) }
    }

    /// Returns one statement for each line of `block` that ends in a hard break, and one for the rest.
    pub(super) fn lines(block: &Block) -> impl Iterator<Item = Self> {
        let (line, depth) = (block.line, block.depth);
        block.text.split('\n').map(move |text| Statement { line, depth, inline: Inline::parse(text) })
    }

    /// Returns the statement as plain text.
    pub(super) fn text(&self) -> &str {
        &self.inline.text
    }

    pub(super) fn words(&self, repository_url: &str) -> Vec<Word<'_>> {
        wording::words(&self.inline, repository_url)
    }

    /// Splits the statement at a byte of its text.
    pub(super) fn split_at(&self, byte: usize) -> (Self, Self) {
        let (first, second) = self.inline.split_at(byte);
        (Statement { inline: first, ..*self }, Statement { inline: second, ..*self })
    }

    /// Returns the length of the address that the text begins with; 0 if it begins with something else.
    pub(super) fn leading_address(&self) -> usize {
        let first = self.inline.spans.first();
        let is_address = |span: &&Span| {
            span.range.start == 0 && self.text().get(span.range.clone()) == span.url.as_deref()
        };
        first.filter(is_address).map_or(0, |span| span.range.end)
    }

    /// Returns what the label before the colon makes of the statement, and of the points below it.
    pub(super) fn role(&self) -> Role {
        let label = self.text().split_once(':').map_or("", |(label, _)| label).trim();
        let is = |labels: &[&str]| labels.iter().any(|name| label.eq_ignore_ascii_case(name));
        if is(&["outcome", "decision"]) {
            Role::Outcome
        } else if is(&["action", "actions", "action item", "action items", "next steps", "to do", "todo"]) {
            Role::Action
        } else {
            Role::Point
        }
    }

    /// True if it is a label for the points below it: "Concerns:".
    pub(super) fn is_label(&self) -> bool {
        self.text().ends_with(':')
    }

    /// True if it says something: if words stand outside of its links.
    pub(super) fn has_prose(&self) -> bool {
        let starts = self.inline.spans.iter().map(|span| span.range.start).chain([self.text().len()]);
        let ends = [0].into_iter().chain(self.inline.spans.iter().map(|span| span.range.end));
        let mut between = ends.zip(starts).filter_map(|(end, start)| self.text().get(end..start));
        between.any(|text| text.contains(char::is_alphanumeric))
    }
}

/// What a statement is among the points of a topic.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Role {
    #[default]
    Point,
    /// The result of the discussion.
    Outcome,
    /// Something to be done, which says nothing about the result.
    Action,
}

/// True if a list or section says with `text` that it is empty: "N/A", "None", "No community attendees".
pub(super) fn is_placeholder(text: &str) -> bool {
    const NOTHING: [&str; 8] = ["", "-", "n/a", "na", "none", "nobody", "no decisions", "nothing"];
    let text = text.trim().trim_end_matches('.').to_lowercase();
    NOTHING.contains(&text.as_str())
        || (text.starts_with("no ") && (text.ends_with(" attendees") || text.ends_with(" adopted")))
}
