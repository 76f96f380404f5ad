//! Which stages a proposal went through, by what was recorded of it.

use super::{Stage, Time, folded_name};

/// What may bring a proposal to another stage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// It got the label of this name.
    Labelled(String),
    /// It lost the label of this name.
    Unlabelled(String),
    /// It was closed or merged.
    Closed,
    /// It was opened again.
    Reopened,
}

/// A change, and when it came about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// When.
    pub at: Time,
    /// What.
    pub change: Change,
}

/// A stage that was reached, and when.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step {
    /// When.
    pub at: Time,
    /// Which.
    pub stage: Stage,
}

/// The stages that a proposal reached after it was opened, by all its events in their order, and by the
/// same rule as its stage today. Every proposal begins as [`Stage::Submitted`], which is no step.
pub fn history<'a>(events: impl IntoIterator<Item = &'a Event>) -> Vec<Step> {
    let mut labels: Vec<String> = Vec::new();
    let mut open = true;
    let mut steps: Vec<Step> = Vec::new();
    for Event { at, change } in events {
        match change {
            Change::Labelled(name) => labels.push(folded_name(name)),
            Change::Unlabelled(name) => {
                let name = folded_name(name);
                labels.retain(|label| *label != name);
            }
            Change::Closed => open = false,
            Change::Reopened => open = true,
        }
        let stage = if open {
            Stage::of_open(|name| labels.iter().any(|label| label == name))
        } else {
            Stage::Closed
        };
        // One label is exchanged for another by two events of the same second: what held in between
        // was no stage.
        if steps.last().is_some_and(|last| last.at == *at) {
            steps.pop();
        }
        if steps.last().map_or(Stage::Submitted, |last| last.stage) != stage {
            steps.push(Step { at: *at, stage });
        }
    }
    steps
}
