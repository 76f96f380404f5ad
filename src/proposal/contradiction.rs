//! Sources that say something else than the stage or the outcome that is shown.

use super::Note;

/// A source that contradicts the stage or the outcome of a proposal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Contradiction {
    /// The `Status` in the document's header, as it is written.
    Header(String),
    /// The minutes of a meeting.
    Minutes(Note),
    /// It was merged, although it was rejected or withdrawn.
    Merged,
    /// It was closed without a merge, although it was accepted.
    NotMerged,
}
