//! The kinds of statement that minutes make about a pull request.

use std::str::FromStr;

/// What a meeting did with a pull request.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// Talked about, without any of the results below.
    Discussed,
    /// Nothing new since the last meeting.
    NoChange,
    /// To be voted on at the next meeting.
    VoteScheduled,
    /// The vote was moved to the next meeting.
    VotePostponed,
    /// The vote was put off without naming a meeting.
    VoteDeferred,
    /// Approved.
    Accepted,
    /// Approved with a limit, such as for one branch only.
    PartlyAccepted,
    /// Rejected.
    Rejected,
    /// Closed or withdrawn, without a decision of the committee.
    Closed,
    /// A detail was decided, not the proposal itself.
    DecidedDetail,
}

impl Kind {
    /// Every kind.
    pub const ALL: [Kind; 10] = [
        Kind::Discussed,
        Kind::NoChange,
        Kind::VoteScheduled,
        Kind::VotePostponed,
        Kind::VoteDeferred,
        Kind::Accepted,
        Kind::PartlyAccepted,
        Kind::Rejected,
        Kind::Closed,
        Kind::DecidedDetail,
    ];

    /// Returns the name used in attributes and in the snapshot.
    pub fn as_str(self) -> &'static str {
        match self {
            Kind::Discussed => "discussed",
            Kind::NoChange => "no-change",
            Kind::VoteScheduled => "vote-scheduled",
            Kind::VotePostponed => "vote-postponed",
            Kind::VoteDeferred => "vote-deferred",
            Kind::Accepted => "accepted",
            Kind::PartlyAccepted => "partly-accepted",
            Kind::Rejected => "rejected",
            Kind::Closed => "closed",
            Kind::DecidedDetail => "decided-detail",
        }
    }

    /// True if a vote is due at the next meeting.
    pub fn expects_vote(self) -> bool {
        matches!(self, Kind::VoteScheduled | Kind::VotePostponed)
    }

    /// True if the committee decided on the proposal as a whole.
    pub fn is_verdict(self) -> bool {
        self.is_approval() || self == Kind::Rejected
    }

    pub(super) fn is_approval(self) -> bool {
        matches!(self, Kind::Accepted | Kind::PartlyAccepted)
    }

    /// Returns the precedence among several statements about one pull request. The highest one gives the
    /// kind of the discussion. A limited approval comes before a plain one, because the plain one may be
    /// its summary.
    pub(super) fn precedence(self) -> u8 {
        match self {
            Kind::Discussed => 0,
            Kind::NoChange => 1,
            Kind::DecidedDetail => 2,
            Kind::VoteScheduled | Kind::VotePostponed | Kind::VoteDeferred => 3,
            Kind::Closed => 4,
            Kind::Accepted | Kind::Rejected => 5,
            Kind::PartlyAccepted => 6,
        }
    }
}

/// The error of parsing a [`Kind`] from an unknown name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnknownKind;

impl std::fmt::Display for UnknownKind {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("not a kind of discussion in minutes")
    }
}

impl std::error::Error for UnknownKind {}

impl FromStr for Kind {
    type Err = UnknownKind;

    fn from_str(name: &str) -> Result<Self, UnknownKind> {
        Kind::ALL.into_iter().find(|kind| kind.as_str() == name).ok_or(UnknownKind)
    }
}
