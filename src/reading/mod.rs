//! One proposal, read in place: its Markdown as a tree of plain types, and what the page shows around it.
//!
//! The tree holds no HTML: HTML in a document is text in the tree. Every link in it has an allowed scheme.
//!
//! | question | file |
//! | --- | --- |
//! | which file of a pull request is its document | `pull_files`, `patch` |
//! | what changes in each section of a document | `section_changes` |
//! | what the tree consists of | `tree` |
//! | how Markdown becomes the tree | `markdown`, `pulldown`, `footnotes`, `anchor`, `html_text` |
//! | where links lead, and which text is one | `links`, `location`, `autolink`, `references` |
//! | what stands around the body | `document`, `header`, `front_matter`, `contents` |
//! | what the text lacks | `template_check`, `template`, `status_check` |
//! | how the tree becomes elements | `render`, `token` |
//! | what goes between the browser module and the document module | `protocol` |
//!
//! Parsing is the document module's: the browser module loads it when a proposal is opened, and has only the types.
//!
//! # Examples
//!
//! ```
//! use alesco_proposals::reading::{Location, ProposalText};
//!
//! let location = Location {
//!     repository_url: "https://github.com/AlmaLinux/ALESCo".to_owned(),
//!     reference: "main".to_owned(),
//!     path: "rfcs/0001-title.md".to_owned(),
//! };
//! let text = ProposalText::parse("# RFC: Title\n\n* **Status:** Draft\n\n## Abstract\n\nSee #15.\n", &location);
//! assert_eq!(text.field("Status").as_deref(), Some("Draft"));
//! assert_eq!(text.contents()[0].anchor, "abstract");
//! ```

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
mod protocol;
mod pull_files;
mod pulldown;
mod references;
mod render;
mod section_changes;
mod status_check;
mod template;
mod template_check;
mod token;
mod tree;

pub use contents::ContentsEntry;
pub use document::ProposalText;
pub use header::HeaderField;
pub use location::{Location, is_allowed_url};
pub use protocol::{
    DocumentKind, DocumentVersion, ExtraResponse, OpenDocument, ReadRequest, ReadResponse, SiteCopy, read,
    read_json,
};
pub use status_check::{Standing, status_conflict};
pub use template_check::TemplateFinding;
pub use token::{Attribute, Tag, Token};
pub use tree::{
    AlertKind, Alignment, Block, Footnote, Heading, Inline, LinkTarget, ListItem, blocks_text, plain_text,
};

#[cfg(test)]
mod tests;
