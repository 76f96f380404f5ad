//! Since when a proposal is at its stage.

use chrono::{NaiveDate, NaiveTime};

use super::Time;

/// The start of a stage, as exact as its source dates it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Since {
    /// The time of a label event, or of the pull request's opening.
    Time(Time),
    /// The day of a meeting.
    Day(NaiveDate),
}

impl Since {
    /// Returns the start as a time. A day starts at midnight, in UTC.
    pub fn start(self) -> Time {
        match self {
            Since::Time(time) => time,
            Since::Day(day) => day.and_time(NaiveTime::MIN).and_utc(),
        }
    }
}
