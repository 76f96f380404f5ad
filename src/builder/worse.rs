//! What makes a new snapshot worse than the one that is there.

use std::collections::BTreeSet;
use std::fmt;

use super::Failure;
use super::file::Before;
use super::gather::Gathered;

/// In which way it is worse.
#[derive(Clone, Debug, PartialEq)]
pub enum Worse {
    /// It has no proposal.
    Empty {
        /// How many there were before.
        before: usize,
    },
    /// It lacks proposals that are still there when one asks for them.
    Lost(Vec<u32>),
    /// More items could not be read.
    LessReadable {
        /// How many before.
        before: usize,
        /// How many now.
        now: usize,
    },
    /// It has no history.
    NoHistory {
        /// How many changes of stage there were before.
        before: usize,
    },
}

impl fmt::Display for Worse {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Worse::Empty { before } => {
                write!(f, "GitHub listed no proposals, and the file has {before}")
            }
            Worse::Lost(numbers) => {
                let numbers: Vec<String> = numbers.iter().map(|number| format!("#{number}")).collect();
                write!(f, "GitHub did not list {}, which the file has and which exist", numbers.join(", "))
            }
            Worse::LessReadable { before, now } => {
                write!(f, "of GitHub's answers, {now} items could not be read, and before it were {before}")
            }
            Worse::NoHistory { before } => {
                write!(f, "GitHub listed no change of a stage, and the file has {before}")
            }
        }
    }
}

/// Checks that what was gathered is no worse. `exists` asks GitHub for one proposal: one that was taken
/// down, as spam is, is no loss.
pub(super) fn check(
    before: &Before,
    gathered: &Gathered,
    exists: impl Fn(u32) -> Result<bool, Failure>,
) -> Result<(), Failure> {
    let (snapshot, histories) = (&gathered.snapshot, &gathered.histories);
    let known = &before.snapshot.proposals;
    if snapshot.proposals.is_empty() && !known.is_empty() {
        return Err(Failure::Worse(Worse::Empty { before: known.len() }));
    }
    let now = snapshot.problems.len() + histories.problems.len();
    if now > before.problems {
        return Err(Failure::Worse(Worse::LessReadable { before: before.problems, now }));
    }
    if histories.of.is_empty() && before.steps > 0 {
        return Err(Failure::Worse(Worse::NoHistory { before: before.steps }));
    }
    let listed: BTreeSet<u32> = snapshot.proposals.iter().map(|proposal| proposal.number).collect();
    let mut lost = Vec::new();
    for proposal in known.iter().filter(|proposal| !listed.contains(&proposal.number)) {
        if exists(proposal.number)? {
            lost.push(proposal.number);
        }
    }
    if lost.is_empty() { Ok(()) } else { Err(Failure::Worse(Worse::Lost(lost))) }
}
