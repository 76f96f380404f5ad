//! A proposal's text as the page shows it: title, header, body, footnotes.

use super::contents::{self, ContentsEntry};
use super::header::{self, HeaderField};
use super::location::Location;
use super::tree::{Block, Footnote, Heading, plain_text};
use super::{links, markdown};
use crate::proposal::replace_controls;

/// Holds a proposal's text, ready to be rendered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProposalText {
    /// The heading of level 1 that begins the text, if it is the only one or has a header below it. It is not in
    /// `blocks`.
    pub title: Option<Heading>,
    /// The header's fields, from front matter or from the list below the title. They are not in `blocks`.
    pub header: Vec<HeaderField>,
    /// The body.
    pub blocks: Vec<Block>,
    /// The footnotes, to be shown after the body.
    pub footnotes: Vec<Footnote>,
}

impl ProposalText {
    /// Parses GitHub-flavoured Markdown that lies at `location`. No text fails to parse.
    pub fn parse(text: &str, location: &Location) -> Self {
        let text = normalized(text);
        let (mut header, body) = header::split_front_matter(&text, location);
        let markdown::Markdown { mut blocks, mut footnotes } = markdown::parse(body);
        links::resolve_blocks(&mut blocks, location);
        for footnote in &mut footnotes {
            links::resolve_blocks(&mut footnote.blocks, location);
        }
        let begins_with_title = level(blocks.first()) == Some(1);
        let list = header::take_list(&mut blocks, usize::from(begins_with_title));
        let is_only = blocks.iter().filter(|block| level(Some(block)) == Some(1)).count() == 1;
        let title =
            if begins_with_title && (is_only || !list.is_empty()) { take_title(&mut blocks) } else { None };
        header.extend(list);
        contents::set_depths(&mut blocks);
        ProposalText { title, header, blocks, footnotes }
    }

    /// Returns a field of the header as text, found by its key in whichever case.
    pub fn field(&self, key: &str) -> Option<String> {
        let field = self.header.iter().find(|field| field.key.eq_ignore_ascii_case(key))?;
        Some(plain_text(&field.value))
    }

    /// Returns the contents list of the body.
    pub fn contents(&self) -> Vec<ContentsEntry> {
        contents::contents(&self.blocks)
    }
}

/// Returns `text` with `\n` for every line break, without a byte order mark, and with its control characters replaced.
pub(super) fn normalized(text: &str) -> String {
    let text = replace_controls(text.strip_prefix('\u{feff}').unwrap_or(text));
    if text.contains('\r') { text.replace("\r\n", "\n").replace('\r', "\n") } else { text.into_owned() }
}

fn take_title(blocks: &mut Vec<Block>) -> Option<Heading> {
    match blocks.remove(0) {
        Block::Heading(title) => Some(title),
        _ => None,
    }
}

/// Returns the level of a heading.
fn level(block: Option<&Block>) -> Option<u8> {
    match block {
        Some(Block::Heading(heading)) => Some(heading.level),
        _ => None,
    }
}
