//! What the minutes of one meeting say about a proposal.

use std::str::FromStr;

use chrono::NaiveDate;

use super::{UnknownName, Vote, find_by_name};

/// What the minutes of one meeting say about a proposal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// The day of the meeting.
    pub date: NaiveDate,
    /// What the meeting did with the proposal.
    pub kind: NoteKind,
    /// The sentence of the minutes that gives the kind, as plain text. `None` if the minutes only name the
    /// proposal, or in a form that is not understood.
    pub sentence: Option<String>,
    /// The vote, if the minutes record its figures or that it was unanimous.
    pub vote: Option<Vote>,
}

impl Note {
    /// True if the minutes state a verdict or figures of a vote, but no more than half of the votes cast are in
    /// favor. By ALESCo's voting procedures that decides nothing.
    pub fn is_indecisive(&self) -> bool {
        matches!(self.vote, Some(Vote::Counted(tally)) if !tally.has_majority())
    }

    /// True if the minutes record a decision on the proposal as a whole.
    pub fn is_verdict(&self) -> bool {
        matches!(self.kind, NoteKind::Accepted | NoteKind::Rejected) && !self.is_indecisive()
    }

    /// True if a vote is ahead: it is due, or it was put off.
    pub fn is_vote_ahead(&self) -> bool {
        self.kind.expects_vote() || self.kind == NoteKind::VoteDeferred
    }

    /// True if the minutes say more than that the meeting talked about the proposal.
    pub fn is_result(&self) -> bool {
        let is_talk = matches!(self.kind, NoteKind::Discussed | NoteKind::NoChange | NoteKind::DecidedDetail);
        !is_talk || self.is_indecisive()
    }

    /// True if the minutes say that the author closed the pull request.
    pub fn is_closed_by_author(&self) -> bool {
        const PHRASES: [&str; 5] =
            ["by its author", "by the author", "by their author", "by his author", "author closed"];
        let Some(sentence) = self.sentence.as_ref().filter(|_| self.kind == NoteKind::Closed) else {
            return false;
        };
        let sentence = sentence.to_ascii_lowercase();
        PHRASES.into_iter().any(|phrase| sentence.contains(phrase))
    }
}

/// What a meeting did with a proposal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NoteKind {
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

impl NoteKind {
    /// Every kind.
    pub const ALL: [NoteKind; 10] = [
        NoteKind::Discussed,
        NoteKind::NoChange,
        NoteKind::VoteScheduled,
        NoteKind::VotePostponed,
        NoteKind::VoteDeferred,
        NoteKind::Accepted,
        NoteKind::PartlyAccepted,
        NoteKind::Rejected,
        NoteKind::Closed,
        NoteKind::DecidedDetail,
    ];

    /// Returns the name used in attributes and in the snapshot.
    pub fn as_str(self) -> &'static str {
        match self {
            NoteKind::Discussed => "discussed",
            NoteKind::NoChange => "no-change",
            NoteKind::VoteScheduled => "vote-scheduled",
            NoteKind::VotePostponed => "vote-postponed",
            NoteKind::VoteDeferred => "vote-deferred",
            NoteKind::Accepted => "accepted",
            NoteKind::PartlyAccepted => "partly-accepted",
            NoteKind::Rejected => "rejected",
            NoteKind::Closed => "closed",
            NoteKind::DecidedDetail => "decided-detail",
        }
    }

    /// True if a vote is due at the next meeting.
    pub fn expects_vote(self) -> bool {
        matches!(self, NoteKind::VoteScheduled | NoteKind::VotePostponed)
    }

    /// True if the committee approved the proposal, or a part of it.
    pub fn is_approval(self) -> bool {
        matches!(self, NoteKind::Accepted | NoteKind::PartlyAccepted)
    }
}

impl FromStr for NoteKind {
    type Err = UnknownName;

    fn from_str(name: &str) -> Result<Self, UnknownName> {
        find_by_name(&NoteKind::ALL, NoteKind::as_str, name)
    }
}
