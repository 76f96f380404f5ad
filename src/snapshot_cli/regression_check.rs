//! What makes a new snapshot regression than the one that is there.

use std::collections::BTreeSet;
use std::fmt;

use super::Error;
use super::collect::Collected;
use super::output::PreviousSnapshot;

/// In which way it is regression.
#[derive(Clone, Debug, PartialEq)]
pub enum Regression {
    /// It has no proposal.
    NoProposals {
        /// How many there were before.
        before: usize,
    },
    /// It lacks proposals that are still there when one asks for them.
    MissingProposals(Vec<u32>),
    /// More items could not be read.
    MoreSkipped {
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

impl fmt::Display for Regression {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Regression::NoProposals { before } => {
                write!(f, "GitHub listed no proposals, and the file has {before}")
            }
            Regression::MissingProposals(numbers) => {
                let numbers: Vec<String> = numbers.iter().map(|number| format!("#{number}")).collect();
                write!(f, "GitHub did not list {}, which the file has and which exist", numbers.join(", "))
            }
            Regression::MoreSkipped { before, now } => {
                write!(f, "of GitHub's answers, {now} items could not be read, and before it were {before}")
            }
            Regression::NoHistory { before } => {
                write!(f, "GitHub listed no change of a stage, and the file has {before}")
            }
        }
    }
}

/// Checks that what was collected is no regression. `exists` asks GitHub for one proposal: one that was taken
/// down, as spam is, is no loss.
pub(super) fn check(
    before: &PreviousSnapshot,
    collected: &Collected,
    exists: impl Fn(u32) -> Result<bool, Error>,
) -> Result<(), Error> {
    let (snapshot, histories) = (&collected.snapshot, &collected.histories);
    let known = &before.snapshot.proposals;
    if snapshot.proposals.is_empty() && !known.is_empty() {
        return Err(Error::Regression(Regression::NoProposals { before: known.len() }));
    }
    let now = snapshot.problems.len() + histories.problems.len();
    if now > before.problems {
        return Err(Error::Regression(Regression::MoreSkipped { before: before.problems, now }));
    }
    if histories.by_number.is_empty() && before.steps > 0 {
        return Err(Error::Regression(Regression::NoHistory { before: before.steps }));
    }
    let listed: BTreeSet<u32> = snapshot.proposals.iter().map(|proposal| proposal.number).collect();
    let mut lost = Vec::new();
    for proposal in known.iter().filter(|proposal| !listed.contains(&proposal.number)) {
        if exists(proposal.number)? {
            lost.push(proposal.number);
        }
    }
    if lost.is_empty() { Ok(()) } else { Err(Error::Regression(Regression::MissingProposals(lost))) }
}
