//! One proposal, read in place: its Markdown as a tree of plain types, and what the page shows around it.
//!
//! The tree holds no HTML: HTML in a document is text in the tree. Every link in it is safe to follow.

mod anchor;
mod autolink;
mod contents;
mod document;
mod footnotes;
mod front_matter;
mod header;
mod html_text;
mod links;
mod location;
mod markdown;
mod patch;
mod pull_files;
mod pulldown;
mod references;
mod tree;

pub use contents::ContentsEntry;
pub use document::ProposalText;
pub use header::HeaderField;
pub use location::Location;
pub use patch::{added_text, new_text, old_text};
pub use pull_files::{ChangedFile, DocumentContent, FileStatus, PullDocument, PullDocuments};
pub use tree::{
    AlertKind, Alignment, Block, Footnote, Heading, Inline, LinkTarget, ListItem, blocks_text, plain_text,
};

#[cfg(test)]
mod tests;
