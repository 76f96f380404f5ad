//! Where a proposal stands: at a stage, or decided.

use super::{Label, Outcome, Stage, Time, normalize_label};

/// A closed proposal's outcome, and how it is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Decision {
    /// How it ended.
    pub outcome: Outcome,
    /// Whether it was concluded from who closed it, not stated.
    pub inferred: bool,
    /// When it was closed.
    pub at: Option<Time>,
}

/// How a proposal was closed, by GitHub's list alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Closing {
    /// True if it was merged.
    pub merged: bool,
    /// True if its author closed it.
    pub by_author: bool,
    /// When it was closed.
    pub at: Option<Time>,
}

/// Where a proposal stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// At a stage before [`Stage::Closed`].
    Open(Stage),
    /// Decided.
    Closed(Decision),
}

impl Status {
    /// The stage of the lifecycle.
    pub fn stage(self) -> Stage {
        match self {
            Status::Open(stage) => stage,
            Status::Closed(_) => Stage::Closed,
        }
    }

    /// The decision, once there is one.
    pub fn decision(self) -> Option<Decision> {
        match self {
            Status::Open(_) => None,
            Status::Closed(decision) => Some(decision),
        }
    }

    /// The outcome, once there is one.
    pub fn outcome(self) -> Option<Outcome> {
        self.decision().map(|decision| decision.outcome)
    }

    pub(super) fn is_named_by(self, label: &Label) -> bool {
        let name = normalize_label(&label.name);
        match self {
            Status::Open(stage) => stage.label() == Some(name.as_str()),
            Status::Closed(decision) => {
                Outcome::LABELLED.contains(&decision.outcome) && decision.outcome.as_str() == name
            }
        }
    }
}

impl Default for Status {
    /// Returns the status of a proposal of which nothing is known.
    fn default() -> Self {
        Status::Open(Stage::Submitted)
    }
}
