//! Everything a snapshot holds: the list, the documents, the events, the timelines, the conflicts and the minutes.

use std::collections::{BTreeMap, BTreeSet};

use super::client::Client;
use super::conflicts::{self, Conflicts};
use super::documents::{self, Documents};
use super::minutes::{Minutes, collect as collect_minutes};
use super::output::PreviousSnapshot;
use super::timelines::{self, Timelines};
use super::{Error, Options, Problem, paginate};
use crate::github::{self, RepositoryEvents, Scope};
use crate::minutes;
use crate::prerender::Texts;
use crate::proposal::{Proposal, Record, Records, Time};
use crate::snapshot::Snapshot;
use crate::snapshot::archive::{Archive, DocumentSource};

/// What was fetched.
pub(super) struct Collected {
    pub(super) snapshot: Snapshot,
    pub(super) archive: Archive,
    /// The texts of the documents, if pages are made of them.
    pub(super) texts: Texts,
    /// How many minutes were fetched.
    pub(super) fetched_minutes: usize,
    /// How many items GitHub's lists have.
    pub(super) listed: usize,
    pub(super) events: usize,
    pub(super) problems: Vec<Problem>,
}

pub(super) fn collect(client: &Client, previous: Option<&PreviousSnapshot>) -> Result<Collected, Error> {
    let options = client.options;
    let repository = &options.repository;
    let items = |what, url: &str| paginate::collect_items(client, what, url);
    // Taken before the first request: everything in the snapshot is at least as new.
    let made_at = client.env.now();
    let list = items("pages of the list", &repository.issues_url(Scope::All))?;
    let (proposals, skipped) = github::parse_issues(&list);
    // A proposal that moved to the next page while pages were fetched occurs twice; the later page is newer.
    let mut newest: BTreeMap<u32, Proposal> =
        proposals.into_iter().map(|proposal| (proposal.number, proposal)).collect();
    // One that the existing snapshot has may be among the items that could not be read, or may be deleted.
    if let Some(previous) = previous.filter(|_| !skipped.is_empty()) {
        for known in &previous.snapshot.proposals {
            if newest.contains_key(&known.number) {
                continue;
            }
            let exists = match client.exists(&repository.files_url(known.number)) {
                Err(error) if error.is_of_one_item() => true,
                other => other?,
            };
            if exists {
                newest.insert(known.number, known.clone());
            }
        }
    }
    let proposals: Vec<Proposal> = newest.into_values().rev().collect();
    let documents = documents::collect(client, &proposals, &list, previous)?;
    let events = items("pages of events", &repository.events_url())?;
    let mut histories = github::parse_events(&events);
    let Timelines { events: timelines, problems: timeline_problems } =
        timelines::collect(client, &proposals, previous)?;
    // A timeline has all that the events of the repository have, and more.
    histories.recorded.extend(timelines);
    let Conflicts { numbers: conflicts, problems: conflict_problems } =
        conflicts::collect(client, &proposals, previous)?;
    let minutes = collect_minutes(client, previous)?;
    let Documents { documents, sources, texts, problems: document_problems } = documents;
    let Minutes { meetings, fetched: fetched_minutes, problems: minutes_problems } = minutes;
    let item = |list| move |skipped: &_| Problem::Item { list, skipped: Clone::clone(skipped) };
    let problems = skipped
        .iter()
        .map(item("list"))
        .chain(histories.problems.iter().map(item("events")))
        .chain(document_problems)
        .chain(timeline_problems)
        .chain(conflict_problems)
        .chain(minutes_problems)
        .collect();
    let archive = Archive {
        meetings,
        members: options.members.clone(),
        documents: sources,
        history_problems: histories.problems.clone(),
    };
    let records = records(made_at, options, &archive, histories, &conflicts, previous);
    let snapshot = Snapshot {
        made_at,
        scope: Scope::All,
        proposals,
        documents,
        records,
        problems: skipped,
        incomplete: false,
    };
    let (listed, events) = (list.len(), events.len());
    Ok(Collected { snapshot, archive, texts, fetched_minutes, listed, events, problems })
}

/// Joins minutes, documents, events and conflicts by the numbers of the pull requests.
fn records(
    made_at: Time,
    options: &Options,
    archive: &Archive,
    events: RepositoryEvents,
    conflicts: &BTreeSet<u32>,
    previous: Option<&PreviousSnapshot>,
) -> Records {
    let mut records = minutes::records(&archive.meetings());
    for DocumentSource { replacements, .. } in &archive.documents {
        for replacement in replacements {
            minutes::add_replacement(&mut records, replacement, None);
        }
    }
    let is_complete = events.problems.is_empty();
    for (number, history) in events.by_number {
        records.entry(number).or_default().history = history;
    }
    for (number, recorded) in events.recorded {
        records.entry(number).or_default().events = recorded;
    }
    for number in conflicts {
        records.entry(*number).or_default().has_conflict = true;
    }
    // An event that could not be read may be missing in a history that the existing snapshot has.
    if let Some(previous) = previous.filter(|_| !is_complete) {
        for (number, Record { history, events, .. }) in previous.snapshot.records.iter() {
            let known = records.entry(number).or_default();
            if known.history.len() < history.len() {
                known.history.clone_from(history);
            }
            if known.events.len() < events.len() {
                known.events.clone_from(events);
            }
        }
    }
    records.retain(|_, record| *record != Record::default());
    let until = archive.meetings.last().map(|archived| archived.meeting.date);
    Records::new(made_at, records)
        .with_minutes(options.minutes.clone(), until)
        .with_next_meeting(options.next_meeting)
}
