//! Which stages a proposal went through, by what was recorded of it.

use super::{Stage, Time, normalize_label};

/// What may bring a proposal to another stage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum IssueChange {
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
pub struct IssueEvent {
    /// When.
    pub at: Time,
    /// What.
    pub change: IssueChange,
}

/// A stage that was reached, and when.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StageTransition {
    /// When.
    pub at: Time,
    /// Which.
    pub stage: Stage,
}

/// The stages that a proposal reached after it was opened, by all its events in their order, and by the
/// same rule as its stage today. Every proposal begins as [`Stage::Submitted`], which is no step.
pub fn history<'a>(events: impl IntoIterator<Item = &'a IssueEvent>) -> Vec<StageTransition> {
    let mut labels: Vec<String> = Vec::new();
    let mut open = true;
    let mut steps: Vec<StageTransition> = Vec::new();
    for IssueEvent { at, change } in events {
        match change {
            IssueChange::Labelled(name) => labels.push(normalize_label(name)),
            IssueChange::Unlabelled(name) => {
                let name = normalize_label(name);
                labels.retain(|label| *label != name);
            }
            IssueChange::Closed => open = false,
            IssueChange::Reopened => open = true,
        }
        let stage = if open {
            Stage::from_labels(|name| labels.iter().any(|label| label == name))
        } else {
            Stage::Closed
        };
        // One label is exchanged for another by two events of the same second: what held in between
        // was no stage.
        if steps.last().is_some_and(|last| last.at == *at) {
            steps.pop();
        }
        if steps.last().map_or(Stage::Submitted, |last| last.stage) != stage {
            steps.push(StageTransition { at: *at, stage });
        }
    }
    steps
}
