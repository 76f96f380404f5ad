//! GitHub's REST API: its wire format, and the one adapter from it to proposals. Pure.
//!
//! Source: <https://docs.github.com/en/rest>. Everything is read leniently: only a missing
//! `number` or `title` makes an item unreadable, and an unreadable item is a [`Problem`], not
//! the end of the list.

mod answer;
mod events;
mod files;
mod list;
mod record;
mod repository;
mod snapshot;

pub use answer::{Answer, Links, Refusal};
pub use events::{Histories, histories};
pub use files::document;
pub use list::proposals;
pub use repository::{Repository, Scope};
pub use snapshot::{ReadDocument, SCHEMA, Snapshot, snapshot};

/// Something in an answer that could not be read, and is therefore not on the screen.
#[derive(Clone, Debug, PartialEq)]
pub struct Problem {
    /// Where: the item's place in its list, from 1.
    pub item: usize,
    /// What is wrong with it.
    pub reason: &'static str,
}

/// An answer that is not what the API documents: not JSON, or JSON of another shape.
#[derive(Clone, Debug, PartialEq)]
pub struct Malformed(pub String);

#[cfg(test)]
mod tests;
