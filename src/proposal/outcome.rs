//! How proposals end, and the labels that say so.

use std::str::FromStr;

use super::{UnknownName, find_by_name};

/// How a closed proposal ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Outcome {
    /// Approved by the committee, or a merged RFC.
    Accepted,
    /// Rejected by the committee, or labelled so.
    Rejected,
    /// Closed by its own author, or labelled so.
    Withdrawn,
    /// Replaced by another proposal, or labelled so.
    Superseded,
    /// Merged, and not an RFC.
    Merged,
    /// Closed without being merged, for no recorded reason.
    Unrecorded,
}

impl Outcome {
    /// Every outcome.
    pub const ALL: [Outcome; 6] = [
        Outcome::Accepted,
        Outcome::Rejected,
        Outcome::Withdrawn,
        Outcome::Superseded,
        Outcome::Merged,
        Outcome::Unrecorded,
    ];

    /// Returns its name in URLs, attributes and files.
    pub fn as_str(self) -> &'static str {
        match self {
            Outcome::Accepted => "accepted",
            Outcome::Rejected => "rejected",
            Outcome::Withdrawn => "withdrawn",
            Outcome::Superseded => "superseded",
            Outcome::Merged => "merged",
            Outcome::Unrecorded => "unrecorded",
        }
    }

    /// The outcomes that a label of the same name states.
    pub(super) const LABELLED: [Outcome; 3] = [Outcome::Rejected, Outcome::Withdrawn, Outcome::Superseded];
}

impl FromStr for Outcome {
    type Err = UnknownName;

    fn from_str(name: &str) -> Result<Self, UnknownName> {
        find_by_name(&Outcome::ALL, Outcome::as_str, name)
    }
}
