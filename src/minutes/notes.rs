//! What all meetings say about each pull request.

use std::collections::BTreeMap;

use super::Meeting;
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
            // What replaces it may not be filed yet.
            let Some(new) = replacement.new else { continue };
            let relation =
                |number| Relation { number, date: Some(date), sentence: Some(replacement.sentence.clone()) };
            records.entry(new).or_default().replaces.push(relation(replacement.old));
            records.entry(replacement.old).or_default().replaced_by.push(relation(new));
        }
    }
    for record in records.values_mut() {
        let Some(newest) = record.newest_note().map(|note| note.date) else { continue };
        record.next_meeting = meetings.iter().map(|meeting| meeting.date).find(|date| *date > newest);
    }
    records
}
