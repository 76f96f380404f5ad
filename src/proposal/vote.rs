//! The vote that a meeting's minutes record.

/// How a vote ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Vote {
    /// With these figures.
    Counted(Tally),
    /// Unanimously, without figures. For or against: [`NoteKind`](super::NoteKind) says which.
    Unanimous,
}

/// The figures of a vote, as `+4, 0, -1` states them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tally {
    /// Votes for the proposal.
    pub in_favor: u32,
    /// Abstentions. They do not count as votes cast.
    pub abstained: u32,
    /// Votes against the proposal.
    pub against: u32,
}

impl Tally {
    /// True if more than half of the votes cast are in favor. By ALESCo's voting procedures the proposal passes
    /// then, and the vote is indecisive otherwise.
    pub fn has_majority(self) -> bool {
        self.in_favor > self.against
    }
}
