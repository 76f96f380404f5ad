//! The records of all proposals.

use std::sync::Arc;

use chrono::NaiveDate;

use super::{DateOrTime, Record, Time};

/// The records of all proposals, and how far the minutes reach.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Records {
    /// When they were collected; `None` if they were not.
    pub as_of: Option<Time>,
    /// The folder of the minutes, as `owner/name/path`; `None` if none are read.
    pub minutes_source: Option<String>,
    /// The day of the newest meeting that has minutes.
    pub minutes_until: Option<NaiveDate>,
    /// The committee's next meeting, as far as the builder was told. It may be over.
    pub next_meeting: Option<DateOrTime>,
    /// By number, lowest first.
    list: Vec<(u32, Arc<Record>)>,
}

impl Records {
    /// Returns records that were collected at `as_of`, with their proposals' numbers. Of two with one number the first
    /// counts.
    pub fn new(as_of: Time, records: impl IntoIterator<Item = (u32, Record)>) -> Self {
        let mut list: Vec<(u32, Arc<Record>)> = Vec::new();
        for (number, record) in records {
            if let Err(at) = list.binary_search_by(|(known, _)| known.cmp(&number)) {
                list.insert(at, (number, Arc::new(record)));
            }
        }
        Records { as_of: Some(as_of), list, ..Records::default() }
    }

    /// Adds the folder of the minutes, and how far they reach.
    pub fn with_minutes(self, source: Option<String>, until: Option<NaiveDate>) -> Self {
        Records { minutes_source: source, minutes_until: until, ..self }
    }

    /// Adds the committee's next meeting.
    pub fn with_next_meeting(self, next_meeting: Option<DateOrTime>) -> Self {
        Records { next_meeting, ..self }
    }

    /// Returns the record of a proposal.
    pub fn get(&self, number: u32) -> Option<&Arc<Record>> {
        let at = self.list.binary_search_by(|(known, _)| known.cmp(&number)).ok()?;
        self.list.get(at).map(|(_, record)| record)
    }

    /// Returns every record with its proposal's number, lowest first.
    pub fn iter(&self) -> impl Iterator<Item = (u32, &Record)> {
        self.list.iter().map(|(number, record)| (*number, record.as_ref()))
    }
}
