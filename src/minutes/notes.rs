//! What all meetings say about each pull request.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::{Meeting, Replacement};
use crate::proposal::{Note, Record, Relation};

/// Returns what the minutes say about each pull request, by its number: the notes, and which other pull requests it
/// replaces or is replaced by. `meetings` may be in any order.
pub fn records(meetings: &[Meeting]) -> BTreeMap<u32, Record> {
    let mut meetings: Vec<&Meeting> = meetings.iter().collect();
    meetings.sort_by_key(|meeting| meeting.date);
    let mut records: BTreeMap<u32, Record> = BTreeMap::new();
    for meeting in &meetings {
        let date = meeting.date;
        for discussion in &meeting.discussions {
            let Some(number) = discussion.pull_request else { continue };
            let (kind, sentence, vote) = (discussion.kind, discussion.sentence.clone(), discussion.vote);
            records.entry(number).or_default().notes.push(Note { date, kind, sentence, vote });
        }
        for replacement in &meeting.replacements {
            add_replacement(&mut records, replacement, Some(date));
        }
    }
    for record in records.values_mut() {
        let Some(newest) = record.newest_note().map(|note| note.date) else { continue };
        record.next_meeting = meetings.iter().map(|meeting| meeting.date).find(|date| *date > newest);
    }
    records
}

/// Adds a replacement to the records of both pull requests, unless it is known. `date` is that of the meeting whose
/// minutes say so, `None` if a document does.
pub fn add_replacement(
    records: &mut BTreeMap<u32, Record>,
    replacement: &Replacement,
    date: Option<NaiveDate>,
) {
    // What replaces it may not be filed yet.
    let Some(new) = replacement.new else { return };
    let mut add = |number: u32, other: u32, relations: fn(&mut Record) -> &mut Vec<Relation>| {
        let relations = relations(records.entry(number).or_default());
        if relations.iter().all(|known| known.number != other) {
            relations.push(Relation { number: other, date, sentence: Some(replacement.sentence.clone()) });
        }
    };
    add(new, replacement.old, |record| &mut record.replaces);
    add(replacement.old, new, |record| &mut record.replaced_by);
}
