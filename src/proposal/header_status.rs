//! The `Status` in a document's header.

use super::{Outcome, Stage};

/// What the `Status` in a document's header says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum HeaderStatus {
    /// The proposal is open, at this stage.
    Stage(Stage),
    /// The proposal is decided.
    Outcome(Outcome),
}

/// The first words of the statuses that say something, as ALESCo's README and its documents have them. "Draft" says
/// nothing. Those for discussion come before "accepted".
const STATUSES: [(&str, HeaderStatus); 10] = [
    ("fcp", HeaderStatus::Stage(Stage::Vote)),
    ("final comment period", HeaderStatus::Stage(Stage::Vote)),
    ("open for discussion", HeaderStatus::Stage(Stage::Discussion)),
    ("under discussion", HeaderStatus::Stage(Stage::Discussion)),
    ("accepted for discussion", HeaderStatus::Stage(Stage::Discussion)),
    ("accepted", HeaderStatus::Outcome(Outcome::Accepted)),
    ("approved", HeaderStatus::Outcome(Outcome::Accepted)),
    ("rejected", HeaderStatus::Outcome(Outcome::Rejected)),
    ("withdrawn", HeaderStatus::Outcome(Outcome::Withdrawn)),
    ("superseded", HeaderStatus::Outcome(Outcome::Superseded)),
];

impl HeaderStatus {
    /// Parses the text of the header's `Status`. Returns `None` if it says nothing about stage and outcome.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let words = text.split(|c: char| c.is_whitespace() || c == '-' || c == '_');
        let text = words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ").to_ascii_lowercase();
        let (_, status) = STATUSES.into_iter().find(|(words, _)| {
            text.strip_prefix(words).is_some_and(|rest| !rest.starts_with(|c: char| c.is_alphanumeric()))
        })?;
        Some(status)
    }

    /// Returns the stage, if the status says that the proposal is open.
    pub(super) fn stage(self) -> Option<Stage> {
        match self {
            HeaderStatus::Stage(stage) => Some(stage),
            HeaderStatus::Outcome(_) => None,
        }
    }

    /// Returns the outcome, if the status says that the proposal is decided.
    pub(super) fn outcome(self) -> Option<Outcome> {
        match self {
            HeaderStatus::Stage(_) => None,
            HeaderStatus::Outcome(outcome) => Some(outcome),
        }
    }
}
