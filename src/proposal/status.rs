//! Stage and outcome, by the rules of the ALESCo repository's README.

use std::str::FromStr;

use super::{Label, PullRequest, Time, UnknownName, find_by_name, normalize_label};

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
    const LABELLED: [Outcome; 3] = [Outcome::Rejected, Outcome::Withdrawn, Outcome::Superseded];
}

impl FromStr for Outcome {
    type Err = UnknownName;

    fn from_str(name: &str) -> Result<Self, UnknownName> {
        find_by_name(&Outcome::ALL, Outcome::as_str, name)
    }
}

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

/// Where a proposal stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// At a stage before [`Stage::Closed`].
    Open(Stage),
    /// Decided.
    Closed(Decision),
}

impl Status {
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

    /// A merged proposal turns out to be an accepted one when its document shows that it is an RFC.
    pub(super) fn with_rfc(self, is_rfc: bool) -> Self {
        match self {
            Status::Closed(decision) if is_rfc && decision.outcome == Outcome::Merged => {
                Status::Closed(Decision { outcome: Outcome::Accepted, ..decision })
            }
            Status::Closed(_) | Status::Open(_) => self,
        }
    }

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
