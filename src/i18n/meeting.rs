//! Messages about the agenda of a meeting, and about decisions.

use chrono::NaiveDate;

use super::{Catalog, Str, TimelineEvent};
use crate::meeting::{Reason, Section};
use crate::proposal::{DateOrTime, Time};

impl Catalog {
    /// Returns the name of a section of the agenda.
    pub fn agenda_section(&self, section: Section) -> Str {
        self.get(match section {
            Section::Vote => "To be voted on",
            Section::Postponed => "Vote put off",
            Section::Changed => "Changed",
            Section::New => "New",
            Section::Unchanged => "Unchanged",
            Section::Closed => "Closed",
        })
    }

    /// Returns why a proposal stands where it does on the agenda.
    pub fn agenda_reason(&self, reason: &Reason) -> String {
        let on =
            |message: &'static str, day: NaiveDate| self.format(message, &[("day", &self.calendar_day(day))]);
        match reason {
            Reason::VoteByLabel => self.get("a label says so").into_owned(),
            Reason::VoteByHeader(status) => self.document_status(status),
            Reason::VoteScheduled(day) => on("vote scheduled on {day}", *day),
            Reason::VoteWasDue(day) => self.vote_was_due(*day),
            Reason::VotePutOff(day) => on("vote put off on {day}", *day),
            Reason::Opened(time) => self.event_on(TimelineEvent::Opened, *time),
            Reason::StageReached(stage, time) => {
                let (stage, day) = (self.stage(*stage), self.day(*time));
                self.format("{stage} since {day}", &[("stage", &stage), ("day", &day)])
            }
            Reason::Discussed(day) => on("discussed on {day}", *day),
            Reason::Replaces(number) => around(self.replaces_parts(), &reference(*number)),
            Reason::ReplacedBy(number) => around(self.replaced_by_parts(), &reference(*number)),
            Reason::Event(event) => self.recorded_event(event),
            Reason::Updated(time) => self.event_on(TimelineEvent::Updated, *time),
            Reason::Unchanged(day) => on("no change since {day}", *day),
            Reason::Closed(time, _) => self.event_on(TimelineEvent::Closed, *time),
        }
    }

    fn event_on(&self, event: TimelineEvent, time: Time) -> String {
        around(self.event_parts(event), &self.day(time))
    }

    /// Returns the title of an agenda that is compared with a day.
    pub fn agenda_title(&self, since: NaiveDate) -> String {
        self.format("Agenda, with changes since {day}", &[("day", &self.calendar_day(since))])
    }

    /// Returns when the next meeting is: in the visitor's time zone and in `zone`, the committee's, if its time is known.
    pub fn next_meeting(&self, meeting: DateOrTime, zone: &str) -> String {
        let day = self.meeting(meeting);
        match meeting {
            DateOrTime::Date(_) => self.format("Next meeting: {day}", &[("day", &day)]),
            DateOrTime::Time(time) => {
                let committee = self.locale_format.time_in_zone(time, zone);
                let time = self.locale_format.time(time);
                let arguments = [("day", day.as_str()), ("time", &time), ("committee", &committee)];
                self.format("Next meeting: {day}, {time} your time ({committee})", &arguments)
            }
        }
    }

    /// Returns how many members there are, and what a vote needs.
    pub fn quorum(&self, members: usize, quorum: usize) -> String {
        let (members, quorum) = (self.number(members), self.number(quorum));
        let arguments = [("members", members.as_str()), ("quorum", &quorum)];
        self.format("Members: {members}. Needed for a vote: {quorum} present, and more than half of the votes cast. Unofficial, computed from the committee’s rules.", &arguments)
    }

    /// Returns the number of decisions.
    pub fn decisions(&self, count: usize) -> String {
        self.plural(count, "{count} decision", "{count} decisions", &[])
    }

    /// Returns the label of the button that saves decisions as a file.
    pub fn download_as(&self, format: &str) -> String {
        self.format("Download as {format}", &[("format", format)])
    }
}

/// Returns a pull request's number as GitHub writes it.
fn reference(number: u32) -> String {
    let mut text = number.to_string();
    text.insert(0, '#');
    text
}

/// Puts a value between two parts of a message.
fn around((before, after): (String, String), value: &str) -> String {
    before + value + &after
}
