//! What happened to the pull requests, from `GET /repos/{owner}/{repo}/issues/events`.

use std::collections::BTreeMap;

use super::SkippedItem;
use crate::json::{Value, number, text, time};
use crate::proposal::{IssueChange, IssueEvent, StageTransition, history};

/// The stages that each issue and pull request of a repository went through, and what could not be read
/// of its events.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct StageHistories {
    /// By number; without those that stayed where they began.
    pub by_number: BTreeMap<u32, Vec<StageTransition>>,
    /// What could not be read.
    pub problems: Vec<SkippedItem>,
}

/// Reads the events of a repository, all pages in one list. The API has the latest first, and repeats one
/// where others came while its pages were read.
pub fn stage_histories(items: &[Value]) -> StageHistories {
    let mut events: BTreeMap<u32, Vec<(u64, IssueEvent)>> = BTreeMap::new();
    let mut problems = Vec::new();
    for (index, item) in items.iter().enumerate() {
        match event(item) {
            Ok(None) => {}
            Ok(Some((number, id, event))) => events.entry(number).or_default().push((id, event)),
            Err(reason) => problems.push(SkippedItem { item: index + 1, reason }),
        }
    }
    let mut by_number = BTreeMap::new();
    for (number, mut events) in events {
        // Ids grow with time, so they order what happened within a second.
        events.sort_by_key(|(id, event)| (event.at, *id));
        events.dedup_by_key(|(id, _)| *id);
        let steps = history(events.iter().map(|(_, event)| event));
        if !steps.is_empty() {
            by_number.insert(number, steps);
        }
    }
    StageHistories { by_number, problems }
}

/// Number, id and event; `None` of an event that brings nothing to another stage. A merge is recorded
/// as closing, too.
fn event(item: &Value) -> Result<Option<(u32, u64, IssueEvent)>, &'static str> {
    let label = || item.get("label").and_then(|label| text(label, "name")).ok_or("it has no label");
    let change = match item.get("event").and_then(Value::as_str).ok_or("it is no event")? {
        "labeled" => IssueChange::Labelled(label()?),
        "unlabeled" => IssueChange::Unlabelled(label()?),
        "closed" => IssueChange::Closed,
        "reopened" => IssueChange::Reopened,
        _ => return Ok(None),
    };
    let of = item.get("issue").and_then(|issue| number(issue, "number")).ok_or("it has no number")?;
    // Too large for `number`.
    let Some(Value::Number(id)) = item.get("id") else { return Err("it has no id") };
    let at = time(item, "created_at").ok_or("it has no time")?;
    Ok(Some((of, *id, IssueEvent { at, change })))
}
