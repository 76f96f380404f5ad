//! What the builder collects beyond what a list shows: meetings, members, and where documents come from. It stands in
//! the snapshot's file, and the list module does not read it.

mod decode;
mod encode;

use crate::github::SkippedItem;
use crate::minutes::{Meeting, Replacement};

/// The keys of a snapshot's file that belong to the archive.
pub const KEYS: [&str; 5] = ["minutes_reader", "meetings", "members", "documents", "history_problems"];

/// What the builder collects beyond what a list shows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Archive {
    /// The meetings that have minutes, oldest first.
    pub meetings: Vec<ArchivedMeeting>,
    /// The GitHub logins of the committee's members, as far as the builder was told.
    pub members: Vec<String>,
    /// Where the proposals' documents come from, by number, highest first.
    pub documents: Vec<DocumentSource>,
    /// The events that could not be read.
    pub history_problems: Vec<SkippedItem>,
}

/// A meeting, and the file of its minutes.
#[derive(Clone, Debug, PartialEq)]
pub struct ArchivedMeeting {
    /// What the minutes say.
    pub meeting: Meeting,
    /// Git's hash of the file. A file with the same hash is not read again.
    pub sha: String,
    /// What of the file is not understood, each with its line.
    pub problems: Vec<String>,
}

/// Where the document of a proposal comes from.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DocumentSource {
    /// The pull request's number.
    pub number: u32,
    /// The path of the file in the repository.
    pub path: String,
    /// Git's hash of the file.
    pub sha: String,
    /// Which pull request replaces which, as far as the document says so.
    pub replacements: Vec<Replacement>,
}

impl Archive {
    /// Returns the meetings without their files.
    pub fn meetings(&self) -> Vec<Meeting> {
        self.meetings.iter().map(|archived| archived.meeting.clone()).collect()
    }
}
