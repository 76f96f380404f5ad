//! The events of issues and pull requests, from `GET /repos/{owner}/{repo}/issues/events`.

use std::collections::BTreeMap;

use serde_json::Value;

use super::SkippedItem;
use super::fields::{str_field, string_field, time_field, u32_field, u64_field};
use super::timeline::{drop_second_ends, drop_withdrawn_requests, recorded_event};
use crate::proposal::{IssueChange, IssueEvent, RecordedEvent, StageTransition, history};

/// What the events of a repository tell of each issue and pull request.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RepositoryEvents {
    /// The stages that it went through, by number. Leaves out those that are still at their first stage.
    pub by_number: BTreeMap<u32, Vec<StageTransition>>,
    /// What a timeline shows of it, oldest first, by number.
    pub recorded: BTreeMap<u32, Vec<RecordedEvent>>,
    /// The events that could not be read.
    pub problems: Vec<SkippedItem>,
}

/// Decodes the events of a repository, of all pages. They may be in any order, and an event may occur twice: new
/// ones move the others to the next page while the pages are fetched.
pub fn parse_events(items: &[Value]) -> RepositoryEvents {
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
    RepositoryEvents { by_number, recorded: recorded(items), problems }
}

/// Returns the events that a timeline shows. Those that cannot be read are left out; where one could change a stage, it
/// is among the problems.
fn recorded(items: &[Value]) -> BTreeMap<u32, Vec<RecordedEvent>> {
    let mut events: BTreeMap<u32, Vec<(u64, RecordedEvent)>> = BTreeMap::new();
    let number_of = |item: &Value| item.get("issue").and_then(|issue| u32_field(issue, "number"));
    for item in items {
        if let (Some(number), Some(id), Some(event)) =
            (number_of(item), u64_field(item, "id"), recorded_event(item))
        {
            events.entry(number).or_default().push((id, event));
        }
    }
    let in_order = |(number, mut events): (u32, Vec<(u64, RecordedEvent)>)| {
        events.sort_by_key(|(id, event)| (event.at, *id));
        events.dedup_by_key(|(id, _)| *id);
        let mut events = events.into_iter().map(|(_, event)| event).collect();
        drop_second_ends(&mut events);
        drop_withdrawn_requests(&mut events, items.iter().filter(|item| number_of(item) == Some(number)));
        (number, events)
    };
    events.into_iter().map(in_order).collect()
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
