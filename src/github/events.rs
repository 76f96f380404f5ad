//! The events of issues and pull requests, from `GET /repos/{owner}/{repo}/issues/events`.

use std::collections::BTreeMap;

use serde_json::Value;

use super::SkippedItem;
use super::fields::{str_field, string_field, time_field, u32_field, u64_field};
use crate::proposal::{IssueChange, IssueEvent, StageTransition, history};

/// The stages that each issue and pull request of a repository went through.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct StageHistories {
    /// By number. Leaves out those that are still at their first stage.
    pub by_number: BTreeMap<u32, Vec<StageTransition>>,
    /// The events that could not be read.
    pub problems: Vec<SkippedItem>,
}

/// Decodes the events of a repository, of all pages. They may be in any order, and an event may occur twice: new
/// ones move the others to the next page while the pages are fetched.
pub fn parse_events(items: &[Value]) -> StageHistories {
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
        // Ids grow with time, so they order the events of one second.
        events.sort_by_key(|(id, event)| (event.at, *id));
        events.dedup_by_key(|(id, _)| *id);
        let transitions = history(events.iter().map(|(_, event)| event));
        if !transitions.is_empty() {
            by_number.insert(number, transitions);
        }
    }
    StageHistories { by_number, problems }
}

/// Returns number, id and event; `None` for an event that cannot change a stage. A merge is recorded as `closed`,
/// too.
fn event(item: &Value) -> Result<Option<(u32, u64, IssueEvent)>, &'static str> {
    let label = || item.get("label").and_then(|label| string_field(label, "name")).ok_or("it has no label");
    let change = match str_field(item, "event").ok_or("it is no event")? {
        "labeled" => IssueChange::Labelled(label()?),
        "unlabeled" => IssueChange::Unlabelled(label()?),
        "closed" => IssueChange::Closed,
        "reopened" => IssueChange::Reopened,
        _ => return Ok(None),
    };
    let number = item.get("issue").and_then(|issue| u32_field(issue, "number")).ok_or("it has no number")?;
    let id = u64_field(item, "id").ok_or("it has no id")?;
    let at = time_field(item, "created_at").ok_or("it has no time")?;
    Ok(Some((number, id, IssueEvent { at, change })))
}
