//! Where a proposal stands: at a stage, or decided.

use super::{Label, Outcome, Stage, Time, normalize_label};

/// The outcome of a closed proposal, and how it is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Decision {
    /// The outcome.
    pub outcome: Outcome,
    /// True if it is inferred from the account that closed the pull request.
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

/// The stage of an open proposal, or the decision on a closed one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// Open, at a stage before [`Stage::Closed`].
    Open(Stage),
    /// Closed or merged.
    Closed(Decision),
}

impl Status {
    /// Returns the stage.
    pub fn stage(self) -> Stage {
        match self {
            Status::Open(stage) => stage,
            Status::Closed(_) => Stage::Closed,
        }
    }

    /// Returns the decision; `None` for an open proposal.
    pub fn decision(self) -> Option<Decision> {
        match self {
            Status::Open(_) => None,
            Status::Closed(decision) => Some(decision),
        }
    }

    /// Returns the outcome; `None` for an open proposal.
    pub fn outcome(self) -> Option<Outcome> {
        self.decision().map(|decision| decision.outcome)
    }

    /// True if a label states this stage or outcome.
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
