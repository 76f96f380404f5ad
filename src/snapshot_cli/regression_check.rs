//! Whether a new snapshot is worse than the existing one.

use std::collections::BTreeSet;
use std::fmt;

use super::Error;
use super::collect::Collected;
use super::output::PreviousSnapshot;

/// In which way a new snapshot is worse.
#[derive(Clone, Debug, PartialEq)]
pub enum Regression {
    /// It has no proposals.
    NoProposals {
        /// Proposals in the existing snapshot.
        before: usize,
    },
    /// It lacks these proposals, which still exist.
    MissingProposals(Vec<u32>),
    /// Most items of a list could not be read.
    MostSkipped {
        /// The list.
        list: &'static str,
        /// Items that could not be read.
        skipped: usize,
        /// All items of the list.
        total: usize,
    },
    /// It has no stage changes.
    NoHistory {
        /// Stage changes in the existing snapshot.
        before: usize,
    },
}

impl fmt::Display for Regression {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Regression::NoProposals { before } => {
                write!(f, "GitHub listed no proposals, and the existing file has {before}")
            }
            Regression::MissingProposals(numbers) => {
                let numbers: Vec<String> = numbers.iter().map(|number| format!("#{number}")).collect();
                let numbers = numbers.join(", ");
                write!(f, "GitHub did not list {numbers}, which the existing file has and which still exist")
            }
            Regression::MostSkipped { list, skipped, total } => {
                write!(f, "{skipped} of {total} items of the {list} could not be read")
            }
            Regression::NoHistory { before } => {
                write!(f, "GitHub listed no stage changes, and the existing file has {before}")
            }
        }
    }
}

/// Checks that the new snapshot is not worse. `exists` asks GitHub for a proposal: one that was deleted, as spam is,
/// may be missing.
///
/// # Errors
/// [`Error::Regression`], and the errors of `exists`.
pub(super) fn check(
    previous: &PreviousSnapshot,
    collected: &Collected,
    exists: impl Fn(u32) -> Result<bool, Error>,
) -> Result<(), Error> {
    let snapshot = &collected.snapshot;
    let known = &previous.snapshot.proposals;
    if snapshot.proposals.is_empty() && !known.is_empty() {
        return Err(Error::Regression(Regression::NoProposals { before: known.len() }));
    }
    let lists = [
        ("list", &snapshot.problems, collected.listed),
        ("events", &collected.archive.history_problems, collected.events),
    ];
    for (list, skipped, total) in lists {
        let skipped = skipped.len();
        if skipped * 2 > total {
            return Err(Error::Regression(Regression::MostSkipped { list, skipped, total }));
        }
    }
    let has_history = snapshot.records.iter().any(|(_, record)| !record.history.is_empty());
    if !has_history && previous.stage_changes > 0 {
        return Err(Error::Regression(Regression::NoHistory { before: previous.stage_changes }));
    }
    let listed: BTreeSet<u32> = snapshot.proposals.iter().map(|proposal| proposal.number).collect();
    let mut missing = Vec::new();
    for proposal in known.iter().filter(|proposal| !listed.contains(&proposal.number)) {
        if exists(proposal.number)? {
            missing.push(proposal.number);
        }
    }
    if missing.is_empty() { Ok(()) } else { Err(Error::Regression(Regression::MissingProposals(missing))) }
}
