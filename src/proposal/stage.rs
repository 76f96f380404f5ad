//! The stages of a proposal, and the labels that stand for them.

use std::str::FromStr;

use super::{UnknownName, find_by_name};

/// A step of the lifecycle, in its order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Stage {
    /// Opened as a pull request, checked for form.
    Submitted,
    /// Under discussion in the open.
    Discussion,
    /// Final Comment Period: a decision is near.
    Vote,
    /// Decided.
    Closed,
}

impl Stage {
    /// Every stage, in the order of the lifecycle.
    pub const ALL: [Stage; 4] = [Stage::Submitted, Stage::Discussion, Stage::Vote, Stage::Closed];

    /// The word that stands for it in addresses and attributes.
    pub fn as_str(self) -> &'static str {
        match self {
            Stage::Submitted => "submitted",
            Stage::Discussion => "discussion",
            Stage::Vote => "vote",
            Stage::Closed => "closed",
        }
    }

    /// The step on the way to a decision, from 1 to 3; `None` once decided.
    pub fn step(self) -> Option<u8> {
        match self {
            Stage::Submitted => Some(1),
            Stage::Discussion => Some(2),
            Stage::Vote => Some(3),
            Stage::Closed => None,
        }
    }

    /// The stage of an open proposal, of which `labelled` tells whether it has the label of a folded name.
    pub(super) fn from_labels(labelled: impl Fn(&str) -> bool) -> Self {
        let stage =
            [Stage::Vote, Stage::Discussion].into_iter().find(|stage| stage.label().is_some_and(&labelled));
        stage.unwrap_or(Stage::Submitted)
    }

    /// The folded name of the label that puts an open proposal at this stage.
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
