//! GitHub's REST API: endpoints, responses, and the decoding of lists and files. Pure.
//!
//! Source: <https://docs.github.com/en/rest>. Decoding is lenient: only a missing `number` or `title` makes an item
//! unreadable, and an unreadable item becomes a [`SkippedItem`] instead of failing the list.

mod decode;
mod endpoints;
mod events;
pub(crate) mod fields;
mod files;
mod issues;
mod link_header;
mod rate_limit;
mod response;
mod timeline;

pub use decode::{DecodeError, SkippedItem, parse_json, parse_list};
#[cfg(feature = "browser")]
pub use endpoints::document_paths::{blob_path, contents_path, encoded_path, issue_path};
pub use endpoints::{Repository, Scope, web_base_url};
pub use events::{RepositoryEvents, parse_events};
pub use files::{
    DocumentFile, FileStatus, MAX_FILE_PAGES, PullFile, RAW, find_document, has_document, parse_files,
    parse_pull_files,
};
pub(crate) use issues::label;
pub use issues::{parse_description, parse_issues};
pub use link_header::Links;
pub use response::{ApiError, Response, TransportError};
pub use timeline::{MAX_TIMELINE_PAGES, parse_timeline};

#[cfg(test)]
mod tests;
