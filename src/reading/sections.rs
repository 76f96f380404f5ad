//! The sections of a text, and which of them changed since they were last seen.

use std::collections::BTreeMap;

use super::document::normalized;
use super::front_matter;
use super::markdown;
use super::tree::{Block, plain_text};

/// Holds a section: a heading, and the text up to the next heading of any level.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Section<'a> {
    /// The heading's anchor; empty for the text before the first heading.
    pub(super) anchor: String,
    /// The heading's text; empty for the text before the first heading.
    pub(super) title: String,
    /// The source, with the heading.
    pub(super) source: &'a str,
}

/// Splits a text with `\n` for every line break. Joined, the sections' sources are the text.
pub(super) fn split(text: &str) -> Vec<Section<'_>> {
    let (_, body) = front_matter::split(text);
    let offset = text.len() - body.len();
    let parsed = markdown::parse(body);
    let mut sections = vec![Section { anchor: String::new(), title: String::new(), source: text }];
    let mut section_start = 0;
    for (block, start) in parsed.blocks.iter().zip(parsed.starts) {
        let (Block::Heading(heading), Some(last)) = (block, sections.last_mut()) else { continue };
        let start = line_start(text, offset + start);
        let (before, from) =
            last.source.split_at_checked(start.saturating_sub(section_start)).unwrap_or((last.source, ""));
        last.source = before;
        section_start = start;
        let title = plain_text(&heading.content);
        sections.push(Section { anchor: heading.anchor.clone(), title, source: from });
    }
    sections
}

/// Returns where the line that holds the byte at `offset` begins.
fn line_start(text: &str, offset: usize) -> usize {
    text.get(..offset).and_then(|before| before.rfind('\n')).map_or(0, |end| end + 1)
}

/// Returns each section's anchor with a hash of its text. The text before the first heading has an empty anchor.
///
/// The hashes are stable: a browser keeps them, and compares them with those of a later version.
pub fn section_hashes(text: &str) -> Vec<(String, u64)> {
    let text = normalized(text);
    let hash = |section: Section| (section.anchor, hash(section.source));
    split(&text).into_iter().map(hash).collect()
}

/// Returns the anchors in `now` that are not in `before` or have another hash there.
pub fn changed_sections(before: &[(String, u64)], now: &[(String, u64)]) -> Vec<String> {
    let known = index_by_key(before, |(anchor, _)| anchor);
    let is_same = |section: &&(String, u64)| {
        let (anchor, _) = section;
        known.get(anchor.as_str()).and_then(|&index| before.get(index)) == Some(section)
    };
    now.iter().filter(|section| !is_same(section)).map(|(anchor, _)| anchor.clone()).collect()
}

/// Returns the index of each item by its key.
fn index_by_key<T>(items: &[T], key: fn(&T) -> &str) -> BTreeMap<&str, usize> {
    let mut indices = BTreeMap::new();
    for (index, item) in items.iter().enumerate() {
        indices.insert(key(item), index);
    }
    indices
}

/// Returns the 64-bit FNV-1a hash of `text`, without space at the ends of lines and without empty lines at its end.
fn hash(text: &str) -> u64 {
    let mut hash = FNV_OFFSET;
    for line in text.trim_end().lines() {
        for byte in line.trim_end().bytes().chain([b'\n']) {
            hash = (hash ^ u64::from(byte)).wrapping_mul(FNV_PRIME);
        }
    }
    hash
}

/// The constants of 64-bit FNV-1a: <http://www.isthe.com/chongo/tech/comp/fnv/>.
const FNV_OFFSET: u64 = 0xcbf2_9ce4_8422_2325;
const FNV_PRIME: u64 = 0x0000_0100_0000_01b3;
