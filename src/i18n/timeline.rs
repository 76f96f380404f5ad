//! The names of what happens to a proposal.

use super::Catalog;
use crate::proposal::{EventKind, NoteKind};

/// Returns the name of an event that GitHub records. Who did it, and to what, follows.
pub fn event(kind: EventKind) -> &'static str {
    match kind {
        EventKind::Opened => "Pull request opened",
        EventKind::Pushed => "New commit",
        EventKind::Renamed => "New title",
        EventKind::Labelled => "Label added",
        EventKind::Unlabelled => "Label removed",
        EventKind::ReviewRequested => "Review requested",
        EventKind::Commented => "Commented",
        EventKind::Reviewed | EventKind::Dismissed => "Reviewed",
        EventKind::Approved => "Approving review",
        EventKind::ChangesRequested => "Changes requested",
        EventKind::Referenced => "Mentioned elsewhere",
        EventKind::Drafted => "Marked as a draft",
        EventKind::Readied => "Ready for review",
        EventKind::Closed => "Pull request closed",
        EventKind::Merged => "Pull request merged",
        EventKind::Reopened => "Pull request reopened",
    }
}

/// Returns the name of what a meeting did. The sentence of the minutes follows, and says which decision it was.
pub fn note(kind: NoteKind) -> &'static str {
    match kind {
        NoteKind::Discussed | NoteKind::NoChange => "Discussed by the committee",
        NoteKind::VoteScheduled => "Vote planned",
        NoteKind::VotePostponed | NoteKind::VoteDeferred => "Vote put off",
        NoteKind::Accepted
        | NoteKind::PartlyAccepted
        | NoteKind::Rejected
        | NoteKind::Closed
        | NoteKind::DecidedDetail => "Decision of the committee",
    }
}

impl Catalog {
    /// Returns the name of the button that shows events in which little happened.
    pub fn quiet_events(&self, count: usize) -> String {
        self.plural(count, "Show {count} quiet event", "Show {count} quiet events", &[])
    }
}
