//! One proposal, read in place: its Markdown as a tree of plain types, and what the page shows around it.
//!
//! The tree holds no HTML: HTML in a document is text in the tree. Every link in it is safe to follow.

mod anchor;
mod autolink;
mod contents;
mod diff_parts;
mod document;
mod footnotes;
mod front_matter;
mod header;
mod html_text;
mod links;
mod location;
mod markdown;
mod patch;
mod patch_diff;
mod pull_files;
mod pulldown;
mod references;
mod section_diff;
mod sections;
mod template;
mod template_check;
mod tree;
mod word_diff;

pub use contents::ContentsEntry;
pub use diff_parts::DiffPart;
pub use document::ProposalText;
pub use header::HeaderField;
pub use location::Location;
pub use patch::{added_text, new_text, old_text};
pub use patch_diff::section_diff_of_patch;
pub use pull_files::{ChangedFile, DocumentContent, FileStatus, PullDocument, PullDocuments};
pub use section_diff::{SectionChange, SectionDiff, section_diff};
pub use sections::{changed_sections, section_hashes};
pub use template_check::{Standing, TemplateFinding, template_check};
pub use tree::{
    AlertKind, Alignment, Block, Footnote, Heading, Inline, LinkTarget, ListItem, blocks_text, plain_text,
};
pub use word_diff::{DiffSpan, SpanKind};

#[cfg(test)]
mod tests;
