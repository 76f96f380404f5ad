//! Which changes have an entry, and what it says.

use super::*;
use crate::proposal::{EventKind, RecordedEvent, Tally, Vote};
use crate::syndication::item::{Item, items};

fn all(proposals: &[Proposal], meetings: &[Meeting]) -> Vec<Item> {
    published(proposals, meetings, |publication| items(publication).collect())
}

/// Asserts what the entries of a proposal are: category, title, time and what follows the address in the id.
fn check(proposal: Proposal, expected: &[(&str, &str, &str, &str)]) {
    let items = all(&[proposal], &[]);
    let found: Vec<_> = items
        .iter()
        .map(|item| {
            let (address, id) = item.id.split_once('#').unwrap();
            assert_eq!(address, "https://github.com/AlmaLinux/ALESCo/pull/7");
            (item.category, item.title.clone(), crate::proposal::to_iso8601(item.at), id.to_owned())
        })
        .collect();
    let expected: Vec<_> = expected
        .iter()
        .map(|(category, label, at, id)| {
            (*category, format!("{label}: RFC: x (#7)"), (*at).to_owned(), (*id).to_owned())
        })
        .collect();
    assert_eq!(found, expected);
}

fn x() -> Proposal {
    proposal(7, "x")
}

#[test]
fn a_proposal_without_dates_has_no_entry() {
    check(x(), &[]);
    let closing = Some(Closing { merged: true, by_author: false, at: None });
    check(Proposal { closing, ..x() }, &[]);
    // The stage is known, but not since when.
    check(Proposal { document_status: "FCP".to_owned(), ..x() }.assessed(), &[]);
}

#[test]
fn opening_and_closing_have_an_entry_each() {
    let opened = Proposal { opened_at: Some(time("2026-08-03T17:30:00Z")), ..x() };
    let entry = ("opened", "Opened", "2026-08-03T17:30:00Z", "opened");
    check(opened.clone(), &[entry]);
    let at = "2026-08-20T10:00:00Z";
    check(
        closed(opened.clone(), true, at),
        &[("merged", "Merged", at, "merged-2026-08-20T10:00:00Z"), entry],
    );
    check(closed(opened, false, at), &[("closed", "Closed", at, "closed-2026-08-20T10:00:00Z"), entry]);
}

#[test]
fn a_stage_that_labels_or_a_reopening_give_has_an_entry() {
    let stages = [
        ("2026-08-01T00:00:00Z", Stage::Discussion),
        ("2026-08-02T00:00:00Z", Stage::Vote),
        ("2026-08-03T00:00:00Z", Stage::Submitted),
        ("2026-08-04T00:00:00Z", Stage::Closed),
        ("2026-08-05T00:00:00Z", Stage::Submitted),
        ("2026-08-06T00:00:00Z", Stage::Closed),
        ("2026-08-07T00:00:00Z", Stage::Vote),
    ];
    let history = stages.map(|(at, stage)| transition(at, stage)).to_vec();
    let entry = |category, label, at, id| (category, label, at, id);
    check(
        with_record(x(), Record { history, ..Record::default() }),
        &[
            entry("vote", "Reopened, to be voted on", "2026-08-07T00:00:00Z", "vote-2026-08-07T00:00:00Z"),
            entry("reopened", "Reopened", "2026-08-05T00:00:00Z", "reopened-2026-08-05T00:00:00Z"),
            entry("submitted", "Submitted again", "2026-08-03T00:00:00Z", "submitted-2026-08-03T00:00:00Z"),
            entry("vote", "To be voted on", "2026-08-02T00:00:00Z", "vote-2026-08-02T00:00:00Z"),
            entry("discussion", "In discussion", "2026-08-01T00:00:00Z", "discussion-2026-08-01T00:00:00Z"),
        ],
    );
}

#[test]
fn minutes_that_decide_or_bring_a_vote_nearer_have_an_entry() {
    let with = |kind, vote| {
        let note = Note { vote, ..note("2026-08-13", kind) };
        with_record(x(), Record { notes: vec![note], ..Record::default() })
    };
    let noon = "2026-08-13T12:00:00Z";
    let counted = |in_favor, against| Some(Vote::Counted(Tally { in_favor, abstained: 0, against }));
    for (kind, vote, category, label) in [
        (NoteKind::Accepted, None, "accepted", "Accepted"),
        (NoteKind::Accepted, counted(3, 1), "accepted", "Accepted"),
        (NoteKind::Accepted, counted(2, 2), "indecisive", "Vote without a majority"),
        (NoteKind::Discussed, counted(2, 2), "indecisive", "Vote without a majority"),
        (NoteKind::PartlyAccepted, None, "partly-accepted", "Partly accepted"),
        (NoteKind::Rejected, Some(Vote::Unanimous), "rejected", "Rejected"),
        (NoteKind::VoteScheduled, None, "vote-scheduled", "Vote scheduled"),
        (NoteKind::VotePostponed, None, "vote-postponed", "Vote postponed"),
        (NoteKind::VoteDeferred, None, "vote-deferred", "Vote put off"),
    ] {
        check(with(kind, vote), &[(category, label, noon, &format!("{category}-2026-08-13"))]);
    }
    check(with(NoteKind::Closed, None), &[]);
    // The committee decides on RFCs.
    for kind in [NoteKind::Accepted, NoteKind::PartlyAccepted, NoteKind::Rejected] {
        check(Proposal { is_rfc: false, ..with(kind, None) }, &[]);
    }
}

#[test]
fn the_first_discussion_of_an_rfc_is_a_change_of_its_stage() {
    let noted = |notes: &[(&str, NoteKind)], history: &[(&str, Stage)]| {
        let notes = notes.iter().map(|(on, kind)| note(on, *kind)).collect();
        let history = history.iter().map(|(at, stage)| transition(at, *stage)).collect();
        with_record(x(), Record { notes, history, ..Record::default() })
    };
    let first = ("discussion", "In discussion", "2026-08-13T12:00:00Z", "discussion-2026-08-13");
    for kind in [NoteKind::Discussed, NoteKind::NoChange, NoteKind::DecidedDetail] {
        check(noted(&[("2026-08-13", kind), ("2026-08-27", kind)], &[]), &[first]);
        check(Proposal { is_rfc: false, ..noted(&[("2026-08-13", kind)], &[]) }, &[]);
    }
    let scheduled = ("vote-scheduled", "Vote scheduled", "2026-07-30T12:00:00Z", "vote-scheduled-2026-07-30");
    let after_a_vote = [("2026-07-30", NoteKind::VoteScheduled), ("2026-08-13", NoteKind::Discussed)];
    check(noted(&after_a_vote, &[]), &[scheduled]);

    let discussed = [("2026-08-13", NoteKind::Discussed)];
    let later = ("discussion", "In discussion", "2026-08-14T09:00:00Z", "discussion-2026-08-14T09:00:00Z");
    check(noted(&discussed, &[("2026-08-14T09:00:00Z", Stage::Discussion)]), &[later, first]);
    let at = "2026-08-13T09:00:00Z";
    for (stage, category, label) in
        [(Stage::Discussion, "discussion", "In discussion"), (Stage::Vote, "vote", "To be voted on")]
    {
        check(noted(&discussed, &[(at, stage)]), &[(category, label, at, &format!("{category}-{at}"))]);
    }
    for closed_at in ["2026-08-12T09:00:00Z", "2026-08-13T09:00:00Z"] {
        let id = format!("closed-{closed_at}");
        check(closed(noted(&discussed, &[]), false, closed_at), &[("closed", "Closed", closed_at, &id)]);
    }
    let back = [("2026-08-01T00:00:00Z", Stage::Closed), ("2026-08-02T00:00:00Z", Stage::Submitted)];
    let reopened = ("reopened", "Reopened", "2026-08-02T00:00:00Z", "reopened-2026-08-02T00:00:00Z");
    check(noted(&discussed, &back), &[first, reopened]);
}

#[test]
fn a_decision_links_to_its_minutes_and_says_their_sentence_and_the_votes() {
    let vote = Some(Vote::Counted(Tally { in_favor: 4, abstained: 0, against: 1 }));
    let sentence = Some("Approved.".to_owned());
    let decided = Note { sentence, vote, ..note("2026-08-13", NoteKind::Accepted) };
    let proposals = [with_record(x(), Record { notes: vec![decided], ..Record::default() })];
    let items = all(&proposals, &[]);
    assert_eq!(items[0].url, "https://wiki.almalinux.org/alesco/meeting-minutes/2026-08-13.html");
    assert_eq!(items[0].related.as_deref(), Some("https://github.com/AlmaLinux/ALESCo/pull/7"));
    let details = [("Minutes", "Approved."), ("Votes", "4 for, 0 abstained, 1 against")];
    assert_eq!(items[0].details, details.map(|(name, text)| (name, text.to_owned())));
}

#[test]
fn only_the_last_closing_has_the_outcome() {
    let event = |at, kind| RecordedEvent { at: time(at), kind, actor: None, subject: None, url: None };
    let events = vec![
        event("2026-08-01T00:00:00Z", EventKind::Closed),
        event("2026-08-02T00:00:00Z", EventKind::Reopened),
        event("2026-08-03T00:00:00Z", EventKind::Merged),
    ];
    let record = Record { events: events.clone(), ..Record::default() };
    let merged = with_record(closed(x(), true, "2026-08-03T00:00:00Z"), record);
    let outcomes = |proposal: Proposal| -> Vec<_> {
        all(&[proposal], &[]).into_iter().map(|item| (item.category, item.details)).collect()
    };
    let accepted = vec![("Outcome", "accepted".to_owned())];
    assert_eq!(outcomes(merged), [("merged", accepted), ("closed", vec![])]);
    // Open again.
    let record = Record { events: events[..2].to_vec(), ..Record::default() };
    assert_eq!(outcomes(with_record(x(), record)), [("closed", vec![])]);
    let unrecorded = closed(x(), false, "2026-08-03T00:00:00Z").assessed();
    assert_eq!(outcomes(unrecorded), [("closed", vec![("Outcome", "not recorded".to_owned())])]);
}

#[test]
fn minutes_have_an_entry_with_the_decisions_and_the_discussed_proposals() {
    let proposals = [x(), Proposal { is_rfc: false, ..proposal(8, "y") }];
    let mut with_both = meeting("2026-08-13");
    with_both.decisions = vec![decision("New chair", &["by vote", "unanimous"]), decision("Drop it.", &[])];
    with_both.discussions = vec![
        discussion(Some(7), Some("Looks good.")),
        discussion(Some(8), None),
        discussion(Some(99), None),
        discussion(None, Some("Something else.")),
    ];
    let items = all(&proposals, &[meeting("2026-07-30"), with_both]);
    let url = "https://wiki.almalinux.org/alesco/meeting-minutes/2026-08-13.html";
    assert_eq!((items[0].id.as_str(), items[0].url.as_str()), (url, url));
    assert_eq!(items[0].title, "Minutes of the meeting of 2026-08-13");
    let details = [
        ("Decided", "New chair; by vote; unanimous"),
        ("Decided", "Drop it."),
        ("Discussed", "RFC: x (#7): Looks good."),
        ("Discussed", "y (#8)"),
        ("Discussed", "#99"),
    ];
    assert_eq!(items[0].details, details.map(|(name, text)| (name, text.to_owned())));
    assert_eq!(
        (items[1].title.as_str(), items[1].details.len()),
        ("Minutes of the meeting of 2026-07-30", 0)
    );
}

#[test]
fn the_newest_comes_first_and_equal_times_have_one_order() {
    let opened = |number| Proposal { opened_at: Some(time("2026-08-13T12:00:00Z")), ..proposal(number, "x") };
    let decided = Record { notes: vec![note("2026-08-13", NoteKind::Accepted)], ..Record::default() };
    let later = Proposal { opened_at: Some(time("2026-08-13T12:00:01Z")), ..proposal(1, "x") };
    let mut proposals = vec![opened(2), with_record(opened(3), decided), later];
    let order = |proposals: &[Proposal]| -> Vec<_> {
        let items = all(proposals, &[meeting("2026-08-13")]);
        items.into_iter().map(|item| format!("{} {}", item.category, item.title)).collect()
    };
    let expected = [
        "opened Opened: RFC: x (#1)",
        "minutes Minutes of the meeting of 2026-08-13",
        "accepted Accepted: RFC: x (#3)",
        "opened Opened: RFC: x (#3)",
        "opened Opened: RFC: x (#2)",
    ];
    assert_eq!(order(&proposals), expected);
    proposals.reverse();
    assert_eq!(order(&proposals), expected);
}

#[test]
fn what_is_dated_more_than_a_day_after_the_snapshot_has_no_entry() {
    let opened = |at| Proposal { opened_at: Some(time(at)), ..x() };
    assert_eq!(all(&[opened("2026-09-02T08:00:00Z")], &[]).len(), 1);
    assert_eq!(all(&[opened("2026-09-02T08:00:01Z")], &[]).len(), 0);
    assert_eq!(all(&[], &[meeting("2026-09-01")]).len(), 1, "its noon is yet to come");
    assert_eq!(all(&[], &[meeting("2062-09-01")]).len(), 0);
}

#[test]
fn the_same_change_stands_once() {
    let notes = vec![note("2026-08-13", NoteKind::Accepted), note("2026-08-13", NoteKind::Accepted)];
    let proposals = [with_record(x(), Record { notes, ..Record::default() })];
    assert_eq!(all(&proposals, &[]).len(), 1);
}

#[test]
fn without_a_folder_of_minutes_nothing_links_to_them() {
    let notes = vec![note("2026-08-13", NoteKind::Accepted)];
    let proposals = [with_record(x(), Record { notes, ..Record::default() })];
    let items: Vec<Item> = published(&proposals, &[meeting("2026-08-13")], |publication| {
        items(&Publication { minutes_source: None, ..*publication }).collect()
    });
    assert_eq!(items.len(), 1);
    let pull = "https://github.com/AlmaLinux/ALESCo/pull/7".to_owned();
    assert_eq!((&items[0].url, &items[0].related), (&pull, &None));
}
