//! GitHub's REST API: endpoints, responses, and the decoding of both lists and files. Pure.
//!
//! Source: <https://docs.github.com/en/rest>. Decoding is lenient: only a missing `number` or `title` makes an item
//! unreadable, and an unreadable item becomes a [`SkippedItem`] instead of failing the list.

mod endpoints;
mod events;
mod files;
mod issues;
mod link_header;
mod rate_limit;
mod response;

pub use endpoints::{Repository, Scope};
pub use events::{StageHistories, stage_histories};
pub use files::document;
pub(crate) use files::parse_files;
pub use issues::proposals;
pub(crate) use issues::{label, parse_items};
pub use link_header::Links;
pub use response::{ApiError, Response, TransportError};

/// An item of a response that could not be read, and is therefore not shown.
#[derive(Clone, Debug, PartialEq)]
pub struct SkippedItem {
    /// Its position in the list, from 1.
    pub item: usize,
    /// What is wrong with it.
    pub reason: &'static str,
}

/// A body that is not what the API documents: not JSON, or JSON of another shape. Holds the reason.
#[derive(Clone, Debug, PartialEq)]
pub struct DecodeError(pub String);

#[cfg(test)]
mod tests;
