//! The types of pulldown-cmark as those of the tree.

use pulldown_cmark::{BlockQuoteKind, CodeBlockKind, Tag, TagEnd};

use super::tree::{AlertKind, Alignment};
use crate::proposal::replace_controls;

/// Returns the first word of a fence's info string.
pub(super) fn language(kind: &CodeBlockKind) -> Option<String> {
    match kind {
        CodeBlockKind::Fenced(info) => Some(replace_controls(info.split_whitespace().next()?).into_owned()),
        CodeBlockKind::Indented => None,
    }
}

/// True if `tag` begins a block.
pub(super) fn is_block(tag: &Tag) -> bool {
    is_block_end(tag.to_end())
}

/// True if `end` ends a block.
pub(super) fn is_block_end(end: TagEnd) -> bool {
    use TagEnd::{Emphasis, Image, Link, Strikethrough, Strong};
    !matches!(end, Emphasis | Strong | Strikethrough | Link | Image)
}

/// Returns the kind of an alert.
pub(super) fn alert_kind(kind: BlockQuoteKind) -> AlertKind {
    match kind {
        BlockQuoteKind::Note => AlertKind::Note,
        BlockQuoteKind::Tip => AlertKind::Tip,
        BlockQuoteKind::Important => AlertKind::Important,
        BlockQuoteKind::Warning => AlertKind::Warning,
        BlockQuoteKind::Caution => AlertKind::Caution,
    }
}

/// Returns the alignment of a column.
pub(super) fn alignment(alignment: &pulldown_cmark::Alignment) -> Alignment {
    match alignment {
        pulldown_cmark::Alignment::None => Alignment::None,
        pulldown_cmark::Alignment::Left => Alignment::Left,
        pulldown_cmark::Alignment::Center => Alignment::Center,
        pulldown_cmark::Alignment::Right => Alignment::Right,
    }
}
