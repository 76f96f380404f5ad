//! Where the sections of a document begin.

use std::ops::Range;

use pulldown_cmark::Event;

use super::Reader;
use crate::reading::front_matter;
use crate::reading::tree::{Block, plain_text};

/// Tells where a section of a text begins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::reading) struct SectionStart {
    /// The line of its heading, counted from 0.
    pub(in crate::reading) line: usize,
    /// The heading's anchor.
    pub(in crate::reading) anchor: String,
    /// The heading's text without markup.
    pub(in crate::reading) title: String,
}

/// Returns the sections of a document in order. Headings in quotations and lists begin none.
pub(in crate::reading) fn section_starts(text: &str) -> Vec<SectionStart> {
    let (_, body) = front_matter::split(text);
    let mut counted = text.len() - body.len();
    let mut line = line_breaks(text, 0..counted);
    let mut reader = Reader::new(body);
    let offset = counted;
    let mut sections = Vec::new();
    while let Some(event) = reader.next() {
        let start = offset + reader.range.start;
        let Event::Start(tag) = event else { continue };
        if let Some(Block::Heading(heading)) = reader.block(tag) {
            line += line_breaks(text, counted..start);
            counted = start;
            let title = plain_text(&heading.content);
            sections.push(SectionStart { line, anchor: heading.anchor, title });
        }
    }
    sections
}

fn line_breaks(text: &str, range: Range<usize>) -> usize {
    text.get(range).unwrap_or_default().matches('\n').count()
}
