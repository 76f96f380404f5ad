//! The contents list: the headings of a text, nested.

use super::tree::{Block, plain_text};

/// Holds a heading in the contents list, with those below it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ContentsEntry {
    /// The heading's anchor.
    pub anchor: String,
    /// The heading's text without markup.
    pub text: String,
    /// The headings below this one.
    pub children: Vec<ContentsEntry>,
}

/// Returns the contents list of `blocks`. Headings in quotations and lists are not part of it.
pub(super) fn contents(blocks: &[Block]) -> Vec<ContentsEntry> {
    let mut entries = Vec::new();
    for block in blocks {
        if let Block::Heading(heading) = block {
            let entry = ContentsEntry {
                anchor: heading.anchor.clone(),
                text: plain_text(&heading.content),
                children: Vec::new(),
            };
            insert(&mut entries, entry, heading.depth);
        }
    }
    entries
}

/// Adds an entry at `depth`, below the last entries of each smaller depth.
fn insert(entries: &mut Vec<ContentsEntry>, entry: ContentsEntry, depth: u8) {
    match entries.last_mut() {
        Some(last) if depth > 1 => insert(&mut last.children, entry, depth - 1),
        _ => entries.push(entry),
    }
}

/// Sets the depth of each heading, so that no depth is skipped: `#`, `###` becomes 1, 2.
pub(super) fn set_depths(blocks: &mut [Block]) {
    // The levels of the headings that hold the present one.
    let mut levels: Vec<u8> = Vec::new();
    for block in blocks {
        match block {
            Block::Heading(heading) => {
                levels.retain(|&level| level < heading.level);
                levels.push(heading.level);
                heading.depth = levels.len() as u8;
            }
            block => set_inner_depths(block, levels.len() as u8 + 1),
        }
    }
}

/// Sets the depth of the headings inside a quotation or list: below the heading of the section.
fn set_inner_depths(block: &mut Block, depth: u8) {
    let set_all = |blocks: &mut [Block]| blocks.iter_mut().for_each(|block| set_inner_depths(block, depth));
    match block {
        Block::Heading(heading) => heading.depth = depth,
        Block::Quote(blocks) | Block::Alert { blocks, .. } => set_all(blocks),
        Block::List { items, .. } => items.iter_mut().for_each(|item| set_all(&mut item.blocks)),
        _ => {}
    }
}
