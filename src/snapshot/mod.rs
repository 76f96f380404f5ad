//! The snapshot of a repository's proposals: the file that a site builds, and the copy that a browser saves. Pure.
//! docs/snapshot.md describes the schema.

#[cfg(any(feature = "browser", test))]
pub mod archive;
mod decode;
mod decode_records;
mod encode;
mod encode_records;
mod schema1;

pub use decode::{DecodeError, decode, decode_value};

use crate::github::{Scope, SkippedItem};
use crate::proposal::{Document, Proposal, Records, Time};

/// The schema that is written, and the newest that is decoded. Older ones are decoded, too: schema 1 holds GitHub's
/// own responses.
pub const SCHEMA: u32 = 3;

/// True if the events of a timeline, and conflicts, are read and written. The list module has no timeline, and does not
/// say whose turn a proposal is.
const HAS_EVENTS: bool = cfg!(any(feature = "browser", test));

/// A repository's proposals as they were at one time.
#[derive(Clone, Debug, PartialEq)]
pub struct Snapshot {
    /// When it was made.
    pub made_at: Time,
    /// Which proposals it covers.
    pub scope: Scope,
    /// The proposals without their documents.
    pub proposals: Vec<Proposal>,
    /// Their documents, as far as they were fetched, in the order of the proposals.
    pub documents: Vec<FetchedDocument>,
    /// What is on record of proposals beyond GitHub's list, also of proposals that the scope leaves out.
    pub records: Records,
    /// The items that could not be read.
    pub problems: Vec<SkippedItem>,
    /// True if the repository has more proposals.
    pub incomplete: bool,
}

impl Snapshot {
    /// Returns the proposals with what their documents and records say of them.
    pub fn known_proposals(&self) -> Vec<Proposal> {
        let mut documents = self.documents.iter().peekable();
        let known = |listed: &Proposal| {
            let document = documents.next_if(|document| document.number == listed.number);
            listed.with_known(document.map(|known| &known.document), self.records.get(listed.number))
        };
        self.proposals.iter().map(known).collect()
    }
}

/// The document of a pull request.
#[derive(Clone, Debug, PartialEq)]
pub struct FetchedDocument {
    /// The pull request's number.
    pub number: u32,
    /// The pull request's last change when its document was fetched.
    pub read_after: Time,
    /// What was read of the document.
    pub document: Document,
}

#[cfg(test)]
mod tests;
