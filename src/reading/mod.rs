//! One proposal, read in place: its Markdown as a tree of plain types, and what the page shows around it.
//!
//! The tree holds no HTML: HTML in a document is text in the tree. Every link in it is safe to follow.

mod patch;
mod pull_files;

pub use patch::{added_text, new_text, old_text};
pub use pull_files::{ChangedFile, DocumentContent, FileStatus, PullDocument, PullDocuments};

#[cfg(test)]
mod tests;
