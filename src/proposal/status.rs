//! Stage and outcome, by the rules of the README of AlmaLinux/ALESCo.

use std::str::FromStr;

use super::{Label, PullRequest, Time, UnknownName, find_by_name, normalize_label};

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
    fn label(self) -> Option<&'static str> {
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
    const LABELLED: [Outcome; 3] = [Outcome::Rejected, Outcome::Withdrawn, Outcome::Superseded];
}

impl FromStr for Outcome {
    type Err = UnknownName;

    fn from_str(name: &str) -> Result<Self, UnknownName> {
        find_by_name(&Outcome::ALL, Outcome::as_str, name)
    }
}

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

/// The stage of an open proposal, or the decision on a closed one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// Open, at a stage before [`Stage::Closed`].
    Open(Stage),
    /// Closed or merged.
    Closed(Decision),
}

impl Status {
    /// Returns the status of a pull request. `is_rfc` tells Accepted from Merged.
    pub(super) fn from_pull_request(pull_request: &PullRequest, is_rfc: bool) -> Self {
        let labelled =
            |name: &str| pull_request.labels.iter().any(|label| normalize_label(&label.name) == name);
        if pull_request.open {
            return Status::Open(Stage::from_labels(labelled));
        }
        let stated = Outcome::LABELLED.into_iter().find(|outcome| labelled(outcome.as_str()));
        let closed_by_author = pull_request.author.is_some() && pull_request.author == pull_request.closed_by;
        let (outcome, inferred) = match stated {
            Some(outcome) => (outcome, false),
            None if pull_request.merged && is_rfc => (Outcome::Accepted, false),
            None if pull_request.merged => (Outcome::Merged, false),
            None if closed_by_author => (Outcome::Withdrawn, true),
            None => (Outcome::Unrecorded, false),
        };
        Status::Closed(Decision { outcome, inferred, at: pull_request.closed_at })
    }

    /// Turns the outcome Merged into Accepted if the proposal is an RFC, as its document may show later.
    pub(super) fn with_rfc(self, is_rfc: bool) -> Self {
        match self {
            Status::Closed(decision) if is_rfc && decision.outcome == Outcome::Merged => {
                Status::Closed(Decision { outcome: Outcome::Accepted, ..decision })
            }
            Status::Closed(_) | Status::Open(_) => self,
        }
    }

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
