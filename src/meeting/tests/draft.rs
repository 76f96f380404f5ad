//! The agenda as Markdown and as plain text.

use proptest::prelude::*;

use super::*;
use crate::minutes::{self, Meeting};

const REPOSITORY: &str = "https://github.com/AlmaLinux/ALESCo";

fn draft(agenda: &Agenda) -> String {
    minutes_draft(agenda, Some(day("2026-08-27")), Some(day("2026-08-13")), REPOSITORY)
}

/// Returns the kind that the minutes reader has to find.
fn kind(entry: &Entry) -> NoteKind {
    match entry.section {
        Section::Closed => NoteKind::Closed,
        Section::Vote => NoteKind::Discussed,
        _ if entry.has_changed() => NoteKind::Discussed,
        _ => NoteKind::NoChange,
    }
}

/// Parses what is written for `agenda`, and compares.
fn check_reads_back(agenda: &Agenda) -> Meeting {
    let text = draft(agenda);
    let (meeting, problems) = minutes::parse(&text, day("2026-08-27"), REPOSITORY);
    let written: Vec<_> =
        agenda.entries.iter().map(|entry| (Some(entry.proposal.number), kind(entry))).collect();
    let read: Vec<_> = meeting.discussions.iter().map(|read| (read.pull_request, read.kind)).collect();
    assert_eq!(read, written, "{text}");
    assert_eq!(problems, [], "{text}");
    assert_eq!((meeting.attendance.members.len(), meeting.decisions.len()), (0, 0), "{text}");
    meeting
}

#[test]
fn it_has_the_form_of_the_newest_minutes() {
    let replaces = vec![Relation { number: 15, date: Some(day("2026-08-13")), sentence: None }];
    let new = Proposal { number: 18, opened_at: Some(noon("2026-08-03")), ..old(18) };
    let new = new.with_record(&Arc::new(Record { replaces, ..Record::default() }));
    let by_author = Closing { by_author: true, ..NEITHER };
    let not_an_rfc = Proposal { is_rfc: false, ..old(17) };
    let agenda = agenda_of([new, closed(15, "2026-07-20", by_author), old(16), not_an_rfc]);
    let expected = "# ALESCo Meeting Minutes (2026-08-27)

Minutes recorded by NAME.

Edited by NAME for publishing.

## Members

### ALESCo Member Attendees

### Unable to attend

### Board Attendees

### Community Attendees

## Decisions Adopted

## Minutes

Discussed the new [RFC: Title 18](https://github.com/AlmaLinux/ALESCo/pull/18), which replaces the closed [RFC: Title 15](https://github.com/AlmaLinux/ALESCo/pull/15)

-

Discussed [RFC: Title 16](https://github.com/AlmaLinux/ALESCo/pull/16)

- No change since the last meeting.

Discussed [Title 17](https://github.com/AlmaLinux/ALESCo/pull/17)

- No change since the last meeting.

Discussed [RFC: Title 15](https://github.com/AlmaLinux/ALESCo/pull/15)

- The RFC was closed by its author.
";
    assert_eq!(draft(&agenda), expected);
    let meeting = check_reads_back(&agenda);
    assert_eq!(
        meeting.replacements.iter().map(|found| (found.old, found.new)).collect::<Vec<_>>(),
        [(15, Some(18))]
    );
}

#[test]
fn a_date_that_is_not_known_is_left_to_the_chair() {
    let text = minutes_draft(&agenda_of([]), None, None, REPOSITORY);
    assert!(text.starts_with("# ALESCo Meeting Minutes (DATE)\n"), "{text}");
}

#[test]
fn no_change_since_the_last_meeting_is_said_only_if_that_is_known() {
    let agenda = agenda_of([old(1)]);
    let point = |last_meeting: Option<&str>| {
        let text = minutes_draft(&agenda, None, last_meeting.map(day), REPOSITORY);
        text.lines().last().unwrap().to_owned()
    };
    assert_eq!(point(Some(SINCE)), "- No change since the last meeting.");
    assert_eq!(point(Some("2026-08-13")), "- No change since the last meeting.");
    assert_eq!(point(Some("2026-07-02")), "- No change since 2026-07-16.");
    assert_eq!(point(None), "- No change since 2026-07-16.");
}

#[test]
fn a_vote_that_was_put_off_before_has_no_change_either() {
    let point = |proposal: Proposal| draft(&agenda_of([proposal])).lines().last().unwrap().to_owned();
    let put_off = noted(&[("2026-07-02", NoteKind::VoteDeferred)]);
    assert_eq!(point(put_off.clone()), "- No change since the last meeting.");
    assert_eq!(point(Proposal { updated_at: Some(noon("2026-07-20")), ..put_off }), "-");
}

#[test]
fn every_section_reads_back() {
    let put_off = Proposal { number: 2, ..noted(&[("2026-07-02", NoteKind::VoteDeferred)]) };
    let agenda = agenda_of([
        Proposal { labels: labels("vote at next meeting"), ..old(1) }.assessed(),
        put_off,
        Proposal { updated_at: Some(noon("2026-07-20")), ..old(3) },
        Proposal { opened_at: Some(noon("2026-07-20")), ..old(4) },
        old(5),
        closed(6, "2026-07-20", NEITHER),
        closed(7, "2026-07-21", Closing { merged: true, ..NEITHER }),
        Proposal { is_rfc: false, ..closed(8, "2026-07-22", Closing { by_author: true, ..NEITHER }) },
        Proposal { is_rfc: false, ..closed(9, "2026-07-23", Closing { merged: true, ..NEITHER }) },
    ]);
    let sections: Vec<Section> = agenda.entries.iter().map(|entry| entry.section).collect();
    assert_eq!(sections[..5], Section::ALL[..5]);
    check_reads_back(&agenda);
}

#[test]
fn the_plain_text_lists_each_section_that_has_entries() {
    let agenda = agenda_of([old(16), Proposal { opened_at: Some(noon("2026-08-03")), ..old(18) }]);
    let text = plain_text(
        &agenda,
        "Agenda",
        |section| section.as_str().to_owned(),
        |entry| format!("{} reason", entry.reasons.len()),
        |number| format!("https://example.org/{number}"),
    );
    let expected = "Agenda

new
- #18 Title 18: 1 reason
  https://example.org/18

unchanged
- #16 Title 16: 1 reason
  https://example.org/16
";
    assert_eq!(text, expected);
}

proptest! {
    #[test]
    fn any_titles_read_back(titles in prop::collection::vec(".{0,40}|[\\[\\](){}<>`*_\\\\~!# a:./h-]{0,30}", 1..5)) {
        let proposal = |(number, title): (u32, String)| Proposal { title, ..old(number) };
        check_reads_back(&agenda_of((1..).zip(titles).map(proposal)));
    }
}
