//! Messages about the evidence of a stage or an outcome, and about minutes.

use chrono::{NaiveDate, NaiveTime};

use super::{Catalog, Str, messages};
use crate::proposal::{Time, Vote};

impl Catalog {
    /// Returns how long a proposal has been at its stage; `None` within the first minute, and where ages are not
    /// written.
    pub fn for_duration(&self, since: Time, now: Time) -> Option<String> {
        let duration = self.locale_format.duration(since, now)?;
        Some(self.format("for {duration}", &[("duration", &duration)]))
    }

    /// Returns since when a proposal has been at its stage.
    pub fn since(&self, time: Time) -> String {
        self.format("since {day}", &[("day", &self.locale_format.day(time))])
    }

    /// Returns the name of a meeting's minutes.
    pub fn minutes_of(&self, date: NaiveDate) -> String {
        self.format("Minutes of {day}", &[("day", &self.calendar_day(date))])
    }

    /// Returns what stands before and after the day of the last meeting that discussed a proposal.
    pub fn last_discussed_parts(&self) -> (String, String) {
        self.split_around("last discussed {day}", "{day}")
    }

    /// Returns a day of the calendar, which is the same in every time zone.
    pub fn calendar_day(&self, date: NaiveDate) -> String {
        self.locale_format.day(date.and_time(NaiveTime::MIN).and_utc())
    }

    /// Returns the status in the header of a proposal's document.
    pub fn document_status(&self, status: &str) -> String {
        self.format("Status in the document: {status}", &[("status", status)])
    }

    /// Says that a vote was due, and that nothing is recorded of it.
    pub fn vote_was_due(&self, date: NaiveDate) -> String {
        let day = self.calendar_day(date);
        self.format("A vote was due on {day}. No decision is recorded.", &[("day", &day)])
    }

    /// Returns how a vote ended: its figures, or that it was unanimous.
    pub fn vote(&self, vote: Vote) -> Str {
        match vote {
            Vote::Unanimous => self.get(messages::UNANIMOUS),
            Vote::Counted(tally) => {
                let number = |count: u32| self.locale_format.number(count as usize);
                let (in_favor, against) = (number(tally.in_favor), number(tally.against));
                self.format("{for} to {against}", &[("for", &in_favor), ("against", &against)]).into()
            }
        }
    }

    /// Returns what stands before and after the number of the proposal that this one replaces.
    pub fn replaces_parts(&self) -> (String, String) {
        self.split_around("replaces {proposal}", "{proposal}")
    }

    /// Returns what stands before and after the number of the proposal that replaces this one.
    pub fn replaced_by_parts(&self) -> (String, String) {
        self.split_around("replaced by {proposal}", "{proposal}")
    }

    /// Says up to which day minutes are on hand.
    pub fn minutes_until(&self, date: NaiveDate) -> String {
        self.format("Minutes up to {day}.", &[("day", &self.calendar_day(date))])
    }
}
