//! Whether the status in a document's header fits where the proposal stands.

/// Tells where a proposal stands, by the sources that the page trusts: the stage of an open one, or its outcome.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Open, submitted.
    Submitted,
    /// Open, under discussion.
    Discussion,
    /// Open, before a vote.
    Vote,
    /// Accepted.
    Accepted,
    /// Rejected.
    Rejected,
    /// Withdrawn.
    Withdrawn,
    /// Superseded by another proposal.
    Superseded,
}

/// True if a status of the header says something else than `standing`. A draft may stand anywhere while it is open.
pub fn status_conflict(status: &str, standing: Standing) -> bool {
    use Standing::{Accepted, Discussion, Rejected, Submitted, Superseded, Vote, Withdrawn};
    const STATUSES: [(&str, Standing); 13] = [
        ("submitted", Submitted),
        ("open for discussion", Discussion),
        ("under discussion", Discussion),
        ("accepted for discussion", Discussion),
        ("fcp", Vote),
        ("final comment period", Vote),
        ("accepted", Accepted),
        ("approved", Accepted),
        ("implemented", Accepted),
        ("rejected", Rejected),
        ("declined", Rejected),
        ("withdrawn", Withdrawn),
        ("superseded", Superseded),
    ];
    let status = status.trim().to_ascii_lowercase();
    if status.starts_with("draft") {
        return !matches!(standing, Submitted | Discussion | Vote);
    }
    let said = STATUSES.iter().find(|(name, _)| status.starts_with(name));
    said.is_some_and(|(_, said)| *said != standing)
}
