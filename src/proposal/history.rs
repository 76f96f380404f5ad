//! The stages that a proposal went through, from its recorded events.

use super::{Stage, Time, normalize_label};

/// A change that may bring a proposal to another stage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum IssueChange {
    /// A label of this name was added.
    Labelled(String),
    /// The label of this name was removed.
    Unlabelled(String),
    /// It was closed or merged.
    Closed,
    /// It was reopened.
    Reopened,
}

/// A change with its time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IssueEvent {
    /// When it happened.
    pub at: Time,
    /// What happened.
    pub change: IssueChange,
}

/// The beginning of a stage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StageTransition {
    /// When it was reached.
    pub at: Time,
    /// The stage that was reached.
    pub stage: Stage,
}

/// Returns the stages that a proposal reached after it was opened, from all its events in their order. The rule is
/// that of the current stage. Every proposal begins at [`Stage::Submitted`], which is not returned.
pub fn history<'a>(events: impl IntoIterator<Item = &'a IssueEvent>) -> Vec<StageTransition> {
    let mut labels: Vec<String> = Vec::new();
    let mut open = true;
    let mut transitions: Vec<StageTransition> = Vec::new();
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
        // Replacing a label makes two events of the same second. The state between them was no stage.
        if transitions.last().is_some_and(|last| last.at == *at) {
            transitions.pop();
        }
        if transitions.last().map_or(Stage::Submitted, |last| last.stage) != stage {
            transitions.push(StageTransition { at: *at, stage });
        }
    }
    transitions
}
