//! The agenda of the demonstration's snapshot, and what the minutes reader reads in its draft.

#![cfg(test)]

use std::sync::Arc;

use alesco_proposals::meeting::{Agenda, Reason, Section, agenda, minutes_draft};
use alesco_proposals::minutes::{self, Kind};
use alesco_proposals::proposal::{Outcome, Proposal, parse_date};
use alesco_proposals::snapshot;

const SNAPSHOT: &str = include_str!("../snapshot/proposals.json");
const REPOSITORY: &str = "https://github.com/AlmaLinux/ALESCo";

/// Returns the proposals of the snapshot with all that is known of them.
fn proposals() -> Vec<Arc<Proposal>> {
    let snapshot = snapshot::decode(SNAPSHOT, "AlmaLinux/ALESCo").unwrap();
    let known = |proposal: Proposal| {
        let document = snapshot.documents.iter().find(|document| document.number == proposal.number);
        let document = document.map(|fetched| &fetched.document);
        Arc::new(proposal.with_known(document, snapshot.records.get(proposal.number)))
    };
    snapshot.proposals.iter().cloned().map(known).collect()
}

fn agenda_since(day: &str) -> Agenda {
    agenda(&proposals(), parse_date(day).unwrap())
}

/// Returns section and number of each entry.
fn entries(agenda: &Agenda) -> Vec<(Section, u32)> {
    agenda.entries.iter().map(|entry| (entry.section, entry.proposal.number)).collect()
}

fn reasons(agenda: &Agenda, number: u32) -> &[Reason] {
    let entry = agenda.entries.iter().find(|entry| entry.proposal.number == number);
    &entry.expect("is on the agenda").reasons
}

fn on(day: &str) -> chrono::NaiveDate {
    parse_date(day).unwrap()
}

fn at(time: &str) -> alesco_proposals::proposal::Time {
    time.parse().unwrap()
}

#[test]
fn since_16_july_number_18_is_new_and_16_and_17_are_unchanged() {
    let agenda = agenda_since("2026-07-16");
    assert_eq!(entries(&agenda), [(Section::New, 18), (Section::Unchanged, 16), (Section::Unchanged, 17)]);
    let expected = [
        Reason::Opened(at("2026-08-03T17:30:00Z")),
        Reason::Discussed(on("2026-08-13")),
        Reason::Replaces(15),
        Reason::Updated(at("2026-08-16T19:05:00Z")),
    ];
    assert_eq!(reasons(&agenda, 18), expected);
    assert_eq!(reasons(&agenda, 16), [Reason::Unchanged(on("2026-06-04"))]);
    assert_eq!(reasons(&agenda, 17), [Reason::Unchanged(on("2026-07-02"))]);
    let is_not_rfc =
        |number: u32| proposals().iter().any(|other| other.number == number && other.is_not_rfc());
    assert!(is_not_rfc(17) && !is_not_rfc(16));
}

#[test]
fn since_2_july_number_15_is_closed_and_replaced_and_17_was_updated_on_that_day() {
    let agenda = agenda_since("2026-07-02");
    let expected =
        [(Section::Changed, 17), (Section::New, 18), (Section::Unchanged, 16), (Section::Closed, 15)];
    assert_eq!(entries(&agenda), expected);
    let [Reason::Closed(closed, decision), Reason::ReplacedBy(18)] = reasons(&agenda, 15) else {
        panic!("{:?}", reasons(&agenda, 15));
    };
    assert_eq!((*closed, decision.outcome), (at("2026-07-14T15:00:00Z"), Outcome::Superseded));
    assert_eq!(reasons(&agenda, 17), [Reason::Updated(at("2026-07-02T16:10:00Z"))]);
}

#[test]
fn since_the_last_meeting_only_number_18_changed() {
    let agenda = agenda_since("2026-08-13");
    assert_eq!(
        entries(&agenda),
        [(Section::Changed, 18), (Section::Unchanged, 16), (Section::Unchanged, 17)]
    );
}

#[test]
fn the_draft_of_the_minutes_reads_back_with_the_same_numbers_and_kinds() {
    let check = |since: &str, expected: &[(u32, Kind)]| {
        let last_meeting = Some(on("2026-08-13"));
        let text = minutes_draft(&agenda_since(since), Some(on("2026-08-27")), last_meeting, REPOSITORY);
        let (meeting, problems) = minutes::parse(&text, on("2026-08-27"), REPOSITORY);
        let read: Vec<_> =
            meeting.discussions.iter().map(|read| (read.pull_request.unwrap(), read.kind)).collect();
        assert_eq!(read, expected, "{text}");
        assert_eq!(problems, [], "{text}");
    };
    let (discussed, no_change) = (Kind::Discussed, Kind::NoChange);
    check("2026-07-16", &[(18, discussed), (16, no_change), (17, no_change)]);
    check("2026-07-02", &[(17, discussed), (18, discussed), (16, no_change), (15, Kind::Closed)]);
}

/// The headings and the first paragraphs are those of the newest file.
#[test]
fn the_draft_has_the_headings_of_the_newest_minutes() {
    let newest = include_str!("fixtures/minutes/2026-08-13.md");
    let draft = minutes_draft(&agenda_since("2026-07-16"), Some(on("2026-08-13")), None, REPOSITORY);
    let headings =
        |text: &str| text.lines().filter(|line| line.starts_with('#')).map(str::to_owned).collect::<Vec<_>>();
    assert_eq!(headings(&draft), headings(newest));
    let named = draft.replace("NAME", "Andrew Lukoshko");
    assert_eq!(named.split("## Members").next(), newest.split("## Members").next());
}
