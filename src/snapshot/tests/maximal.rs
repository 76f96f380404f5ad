//! A snapshot with a value in every field, for the test of the published schema: `docs/snapshot.schema.json`.

use super::archive::{Archive, ArchivedMeeting, DocumentSource};
use super::*;
use crate::github::SkippedItem;
use crate::minutes::{Attendance, Decision, Discussion, Link, Meeting, Replacement};
use crate::proposal::{
    Closing, Color, DateOrTime, EventKind, Evidence, Label, Note, NoteKind, Record, RecordedEvent, Relation,
    RfcNumber, Sig, Stage, StageTransition, Tally, Vote, parse_date,
};

pub const MAXIMAL: &str = include_str!("../../../tests/fixtures/snapshot-maximal.json");
const TALLY: Tally = Tally { in_favor: 2, abstained: 1, against: 2 };

fn time(day: i64) -> Time {
    Time::from_timestamp(1_788_220_800 + day * 86_400, 0).unwrap()
}

fn sigs() -> Vec<Sig> {
    let mention = Evidence::Mention("The Core SIG helps.".to_owned());
    vec![Sig { slug: "core".to_owned(), name: "Core".to_owned(), evidence: mention }]
}

fn proposals() -> Vec<Proposal> {
    let label =
        Label { name: "kernel".to_owned(), description: "The kernel".to_owned(), color: Color::default() };
    let open = Proposal {
        number: 2,
        title: "Open".to_owned(),
        author: Some("anna".to_owned()),
        draft: true,
        is_rfc: true,
        sigs: sigs(),
        labels: vec![label],
        opened_at: Some(time(-9)),
        updated_at: Some(time(-1)),
        comments: 3,
        thumbs_up: 4,
        ..Proposal::default()
    };
    let closing = Closing { merged: true, by_author: true, at: Some(time(-2)) };
    let closed =
        Proposal { number: 1, title: "Closed".to_owned(), closing: Some(closing), ..Proposal::default() };
    vec![open.assessed(), closed.assessed()]
}

fn record() -> Record {
    let note = |day: &str, vote: Vote| Note {
        date: parse_date(day).unwrap(),
        kind: NoteKind::Discussed,
        sentence: Some("Go on.".to_owned()),
        vote: Some(vote),
    };
    let relation =
        Relation { number: 1, date: parse_date("2026-08-13"), sentence: Some("It replaces #1.".to_owned()) };
    Record {
        notes: vec![note("2026-07-30", Vote::Unanimous), note("2026-08-13", Vote::Counted(TALLY))],
        next_meeting: parse_date("2026-08-27"),
        replaces: vec![relation.clone()],
        replaced_by: vec![relation],
        history: vec![StageTransition { at: time(-3), stage: Stage::Discussion }],
        events: vec![RecordedEvent {
            at: time(-4),
            kind: EventKind::Referenced,
            actor: Some("anna".to_owned()),
            subject: Some("Another".to_owned()),
            url: Some("https://github.com/AlmaLinux/ALESCo/issues/3".to_owned()),
        }],
        has_conflict: true,
    }
}

fn archive() -> Archive {
    let replacement = |new| Replacement { old: 1, new, sentence: "It replaces #1.".to_owned() };
    let vote = Some(Vote::Unanimous);
    let meeting = Meeting {
        date: parse_date("2026-08-27").unwrap(),
        attendance: Attendance { members: vec!["Anna".to_owned()], community: vec!["Benny".to_owned()] },
        discussions: vec![
            Discussion {
                pull_request: Some(2),
                url: None,
                kind: NoteKind::Accepted,
                sentence: Some("RFC accepted.".to_owned()),
                vote,
            },
            Discussion {
                pull_request: None,
                url: Some("https://example.com/draft".to_owned()),
                kind: NoteKind::Discussed,
                sentence: None,
                vote: Some(Vote::Counted(TALLY)),
            },
        ],
        decisions: vec![Decision {
            text: "Ship it".to_owned(),
            points: vec!["Soon".to_owned()],
            links: vec![Link { text: "it".to_owned(), url: "https://example.com/".to_owned() }],
            pull_requests: vec![2],
        }],
        replacements: vec![replacement(Some(2)), replacement(None)],
    };
    Archive {
        meetings: vec![ArchivedMeeting {
            meeting,
            sha: "0123".to_owned(),
            problems: vec!["line 3: a decision has no text".to_owned()],
        }],
        members: vec!["anna".to_owned()],
        documents: vec![DocumentSource {
            number: 2,
            path: "rfcs/0009-x.md".to_owned(),
            sha: "4567".to_owned(),
            replacements: vec![replacement(Some(2))],
        }],
        history_problems: vec![SkippedItem { item: 1, reason: PROBLEM }],
    }
}

fn maximal() -> Snapshot {
    let document = Document {
        is_rfc: true,
        rfc_number: RfcNumber::new(9),
        status: "Draft".to_owned(),
        sigs: sigs(),
        summary: "An abstract.".to_owned(),
    };
    let records = Records::new(time(-1), [(2, record())])
        .with_minutes(Some("owner/name/path".to_owned()), parse_date("2026-08-27"))
        .with_next_meeting(DateOrTime::parse("2026-09-10"));
    Snapshot {
        made_at: time(0),
        scope: Scope::Open,
        proposals: proposals(),
        documents: vec![FetchedDocument { number: 2, read_after: time(-1), document }],
        records,
        problems: vec![SkippedItem { item: 3, reason: PROBLEM }],
        incomplete: true,
    }
}

/// `BLESS=1 cargo test maximal` writes the file after a change of the schema.
#[test]
fn the_maximal_snapshot_among_the_fixtures_has_every_field() {
    let (snapshot, archive) = (maximal(), archive());
    let text = snapshot.to_json_with_archive(&archive, REPOSITORY) + "\n";
    if std::env::var_os("BLESS").is_some() {
        std::fs::write("tests/fixtures/snapshot-maximal.json", &text).unwrap();
    }
    assert!(text == MAXIMAL, "tests/fixtures/snapshot-maximal.json differs: see the comment at this test");
    assert_eq!(decode(MAXIMAL, REPOSITORY), Ok(snapshot));
    assert_eq!(Archive::decode(&serde_json::from_str(MAXIMAL).unwrap()), archive);
}

#[test]
fn links_of_decisions_are_of_the_web() {
    let links = |url: &str| {
        let text = MAXIMAL.replace("https://example.com/", url);
        let archive = Archive::decode(&serde_json::from_str(&text).unwrap());
        let decisions = archive.meetings.into_iter().flat_map(|archived| archived.meeting.decisions);
        decisions.flat_map(|decision| decision.links).map(|link| link.url).collect::<Vec<_>>()
    };
    assert_eq!(links("http://example.com/"), ["http://example.com/"]);
    for url in ["javascript:alert(1)", " javascript:alert(1)", "data:text/html,x", "//example.com", "x", ""] {
        assert_eq!(links(url), [""; 0], "{url}");
    }
}
