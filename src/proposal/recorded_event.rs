//! What GitHub records of a pull request besides its list: labels, titles, reviews, commits, references.

use std::str::FromStr;

use super::{Time, UnknownName, find_by_name};

/// Something that GitHub records of a pull request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecordedEvent {
    /// When it happened.
    pub at: Time,
    /// What happened.
    pub kind: EventKind,
    /// Who did it: a login, or the name in a commit.
    pub actor: Option<String>,
    /// What it concerns: see the variants of [`EventKind`].
    pub subject: Option<String>,
    /// The page on GitHub that shows it.
    pub url: Option<String>,
}

/// The kind of a recorded event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EventKind {
    /// It was opened.
    Opened,
    /// A commit was pushed; the subject is the first line of its message, if GitHub says it.
    Pushed,
    /// It was renamed; the subject is the new title.
    Renamed,
    /// The label in the subject was added.
    Labelled,
    /// The label in the subject was removed.
    Unlabelled,
    /// A review was requested from the account or team in the subject.
    ReviewRequested,
    /// Somebody commented.
    Commented,
    /// A review was given that neither approves nor requests changes.
    Reviewed,
    /// A review was given that approves. It is no vote.
    Approved,
    /// A review was given that requests changes.
    ChangesRequested,
    /// A review was given that was dismissed later.
    Dismissed,
    /// The issue or pull request whose title is the subject mentions it.
    Referenced,
    /// It was marked as a draft.
    Drafted,
    /// It was marked as ready for review.
    Readied,
    /// It was closed without a merge.
    Closed,
    /// It was merged.
    Merged,
    /// It was reopened.
    Reopened,
}

impl EventKind {
    /// True if the pull request is closed or merged.
    pub fn is_closing(self) -> bool {
        matches!(self, EventKind::Closed | EventKind::Merged)
    }

    /// True if the pull request is closed, merged or reopened.
    pub fn is_end(self) -> bool {
        self.is_closing() || self == EventKind::Reopened
    }

    /// Every kind.
    pub const ALL: [EventKind; 17] = [
        EventKind::Opened,
        EventKind::Pushed,
        EventKind::Renamed,
        EventKind::Labelled,
        EventKind::Unlabelled,
        EventKind::ReviewRequested,
        EventKind::Commented,
        EventKind::Reviewed,
        EventKind::Approved,
        EventKind::ChangesRequested,
        EventKind::Dismissed,
        EventKind::Referenced,
        EventKind::Drafted,
        EventKind::Readied,
        EventKind::Closed,
        EventKind::Merged,
        EventKind::Reopened,
    ];

    /// Returns the name used in attributes and in the snapshot.
    pub fn as_str(self) -> &'static str {
        match self {
            EventKind::Opened => "opened",
            EventKind::Pushed => "pushed",
            EventKind::Renamed => "renamed",
            EventKind::Labelled => "labelled",
            EventKind::Unlabelled => "unlabelled",
            EventKind::ReviewRequested => "review-requested",
            EventKind::Commented => "commented",
            EventKind::Reviewed => "reviewed",
            EventKind::Approved => "approved",
            EventKind::ChangesRequested => "changes-requested",
            EventKind::Dismissed => "dismissed",
            EventKind::Referenced => "referenced",
            EventKind::Drafted => "draft",
            EventKind::Readied => "ready",
            EventKind::Closed => "closed",
            EventKind::Merged => "merged",
            EventKind::Reopened => "reopened",
        }
    }
}

impl FromStr for EventKind {
    type Err = UnknownName;

    fn from_str(name: &str) -> Result<Self, UnknownName> {
        find_by_name(&EventKind::ALL, EventKind::as_str, name)
    }
}
