//! The stages of a proposal, and the labels that stand for them.

use std::str::FromStr;

use super::{UnknownName, find_by_name};

/// A stage of the lifecycle, in its order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Stage {
    /// Opened as a pull request and checked for form.
    Submitted,
    /// Accepted for discussion.
    Discussion,
    /// Final Comment Period: to be voted on at the next meeting.
    Vote,
    /// Closed or merged.
    Closed,
}

impl Stage {
    /// Every stage, in the order of the lifecycle.
    pub const ALL: [Stage; 4] = [Stage::Submitted, Stage::Discussion, Stage::Vote, Stage::Closed];

    /// Every stage, what is decided next first.
    pub const NEAREST_FIRST: [Stage; 4] = [Stage::Vote, Stage::Discussion, Stage::Submitted, Stage::Closed];

    /// Returns its name in URLs, attributes and files.
    pub fn as_str(self) -> &'static str {
        match self {
            Stage::Submitted => "submitted",
            Stage::Discussion => "discussion",
            Stage::Vote => "vote",
            Stage::Closed => "closed",
        }
    }

    /// Returns its step on the way to a decision, from 1 to 3; `None` for a closed proposal.
    pub fn step(self) -> Option<u8> {
        match self {
            Stage::Submitted => Some(1),
            Stage::Discussion => Some(2),
            Stage::Vote => Some(3),
            Stage::Closed => None,
        }
    }

    /// Returns the stage of an open proposal. `labelled` is true for the normalized names of its labels.
    pub(super) fn from_labels(labelled: impl Fn(&str) -> bool) -> Self {
        let stage =
            [Stage::Vote, Stage::Discussion].into_iter().find(|stage| stage.label().is_some_and(&labelled));
        stage.unwrap_or(Stage::Submitted)
    }

    /// Returns the normalized name of the label that brings an open proposal to this stage.
    pub(super) fn label(self) -> Option<&'static str> {
        match self {
            Stage::Submitted | Stage::Closed => None,
            Stage::Discussion => Some("acceptedfordiscussion"),
            Stage::Vote => Some("voteatnextmeeting"),
        }
    }
}

impl FromStr for Stage {
    type Err = UnknownName;

    fn from_str(name: &str) -> Result<Self, UnknownName> {
        find_by_name(&Stage::ALL, Stage::as_str, name)
    }
}
