//! How proposals end, and the labels that say so.

use std::str::FromStr;

use super::{UnknownName, find_by_name};

/// How a closed proposal ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Outcome {
    /// A merged RFC.
    Accepted,
    /// Labelled as rejected.
    Rejected,
    /// Labelled as withdrawn, or closed by its own author.
    Withdrawn,
    /// Labelled as superseded.
    Superseded,
    /// Merged, and not an RFC.
    Merged,
    /// Closed unmerged, and nothing says why.
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

    /// The word that stands for it in addresses and attributes.
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

    /// The outcomes that a label of their name decides.
    pub(super) const LABELLED: [Outcome; 3] = [Outcome::Rejected, Outcome::Withdrawn, Outcome::Superseded];
}

impl FromStr for Outcome {
    type Err = UnknownName;

    fn from_str(name: &str) -> Result<Self, UnknownName> {
        find_by_name(&Outcome::ALL, Outcome::as_str, name)
    }
}
