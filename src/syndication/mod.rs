//! What changed, for people who follow the proposals elsewhere: as an Atom feed, and as a digest in Markdown. Pure.
//!
//! [`changes`] lists what the record dates, [`to_atom`] and [`to_digest`] write it. What has no date is left out.
//! Only the snapshot builder uses it.

mod atom;
mod change;
mod digest;
mod item;
mod text;

#[cfg(test)]
mod tests;

pub use atom::{MAX_ENTRIES, to_atom};
pub use change::{Change, ChangeKind, changes};
pub use digest::{DIGEST_DAYS, to_digest};

use crate::github::Repository;
use crate::minutes::Meeting;
use crate::proposal::{Proposal, Time};

/// What a feed and a digest are written from.
#[derive(Clone, Copy, Debug)]
pub struct Publication<'a> {
    /// The repository of the proposals.
    pub repository: &'a Repository,
    /// The proposals, with what their documents and records say.
    pub proposals: &'a [Proposal],
    /// The meetings that have minutes.
    pub meetings: &'a [Meeting],
    /// The folder of the minutes, as `owner/name/path`; `None` if none are read.
    pub minutes_source: Option<&'a str>,
    /// When all of that was collected.
    pub made_at: Time,
}
