//! Which section a proposal belongs to, and why.

use super::*;

fn check(proposal: Proposal, expected: Option<(Section, &[Reason])>) {
    let agenda = agenda_of([proposal.clone()]);
    let actual = agenda.entries.first().map(|entry| (entry.section, entry.reasons.as_slice()));
    assert_eq!(actual, expected, "{proposal:#?}");
}

fn labelled(name: &str) -> Proposal {
    Proposal { labels: labels(name), ..old(1) }.assessed()
}

#[test]
fn a_vote_is_due_by_label_by_header_or_by_the_newest_minutes() {
    check(labelled("vote at next meeting"), Some((Section::Vote, &[Reason::VoteByLabel])));
    let with_header = Proposal { document_status: "FCP".to_owned(), ..old(1) }.assessed();
    check(with_header, Some((Section::Vote, &[Reason::VoteByHeader("FCP".to_owned())])));
    check(
        noted(&[("2026-07-16", NoteKind::VoteScheduled)]),
        Some((Section::Vote, &[Reason::VoteScheduled(day("2026-07-16"))])),
    );
    let next_meeting = Some(day("2026-07-16"));
    let record = Record {
        notes: vec![note("2026-07-02", NoteKind::VoteScheduled)],
        next_meeting,
        ..Record::default()
    };
    check(
        old(1).with_record(&Arc::new(record)),
        Some((Section::Vote, &[Reason::VoteWasDue(day("2026-07-16"))])),
    );
}

#[test]
fn a_vote_that_was_put_off_has_its_own_section_until_a_result_follows() {
    for kind in [NoteKind::VotePostponed, NoteKind::VoteDeferred] {
        let put_off = [Reason::VotePutOff(day("2026-07-02"))];
        let expected = Some((Section::Postponed, put_off.as_slice()));
        check(noted(&[("2026-07-02", kind)]), expected);
        check(noted(&[("2026-07-02", kind), ("2026-07-16", NoteKind::NoChange)]), expected);
    }
    check(
        noted(&[("2026-07-02", NoteKind::VoteDeferred), ("2026-07-16", NoteKind::VoteScheduled)]),
        Some((Section::Vote, &[Reason::VoteScheduled(day("2026-07-16"))])),
    );
    check(
        noted(&[("2026-07-02", NoteKind::VoteDeferred), ("2026-07-16", NoteKind::PartlyAccepted)]),
        Some((Section::Unchanged, &[Reason::Unchanged(day("2026-07-16"))])),
    );
}

fn event(at: &str, kind: EventKind, actor: &str, subject: Option<&str>) -> RecordedEvent {
    let (actor, subject) = (Some(actor.to_owned()), subject.map(str::to_owned));
    RecordedEvent { at: noon(at), kind, actor, subject, url: None }
}

/// A proposal by "anna" that was opened long ago, updated on the day of its last event.
fn with_events(updated: &str, events: &[RecordedEvent]) -> Proposal {
    let record = Record { events: events.to_vec(), ..Record::default() };
    let author = Some("anna".to_owned());
    Proposal { author, updated_at: Some(noon(updated)), ..old(1) }.with_record(&Arc::new(record))
}

#[test]
fn commits_labels_reviews_and_comments_of_others_are_what_changed() {
    use EventKind::*;
    let check = |updated: &str, events: &[RecordedEvent], expected: &[Reason]| {
        check(with_events(updated, events), Some((Section::Changed, expected)));
    };
    let comment = event("2026-07-20", Commented, "mia", None);
    check("2026-07-20", std::slice::from_ref(&comment), &[Reason::Event(comment.clone())]);
    for kind in [
        Pushed,
        Renamed,
        Labelled,
        Unlabelled,
        Reviewed,
        Approved,
        ChangesRequested,
        Dismissed,
        Drafted,
        Readied,
        Reopened,
    ] {
        let event = event("2026-07-20", kind, "mia", Some("x"));
        check("2026-07-20", std::slice::from_ref(&event), &[Reason::Event(event.clone())]);
    }
    let later = event("2026-07-22", Commented, "mia", None);
    let other = event("2026-07-21", Commented, "otto", None);
    check(
        "2026-07-22",
        &[comment.clone(), other.clone(), later.clone()],
        &[Reason::Event(other), Reason::Event(later)],
    );
    let label = |name| event("2026-07-20", Labelled, "mia", Some(name));
    check("2026-07-20", &[label("a"), label("b")], &[Reason::Event(label("a")), Reason::Event(label("b"))]);
    check(
        "2026-07-25",
        std::slice::from_ref(&comment),
        &[Reason::Event(comment.clone()), Reason::Updated(noon("2026-07-25"))],
    );
}

#[test]
fn the_authors_comments_and_other_events_that_are_no_news_change_nothing() {
    use EventKind::*;
    let quiet = [
        event("2026-07-20", Commented, "anna", None),
        event("2026-07-20", ReviewRequested, "mia", Some("max")),
        event("2026-07-20", Referenced, "mia", Some("x")),
    ];
    for event in quiet.clone() {
        let unchanged = [Reason::Unchanged(day(SINCE))];
        check(with_events("2026-07-20", &[event]), Some((Section::Unchanged, &unchanged)));
    }
    let unknown = [Reason::Updated(noon("2026-07-21"))];
    check(with_events("2026-07-21", &quiet), Some((Section::Changed, &unknown)));
    let before = event("2026-07-15", Commented, "mia", None);
    let unchanged = [Reason::Unchanged(day("2026-07-15"))];
    check(with_events("2026-07-15", &[before]), Some((Section::Unchanged, &unchanged)));
}

#[test]
fn commits_from_before_a_proposal_was_opened_are_no_change() {
    let pushed = event("2026-07-17", EventKind::Pushed, "Anna", None);
    let opened = Proposal { opened_at: Some(noon("2026-07-18")), ..with_events("2026-07-18", &[pushed]) };
    check(opened, Some((Section::New, &[Reason::Opened(noon("2026-07-18"))])));
}

#[test]
fn a_label_that_sets_the_stage_is_told_as_the_stage() {
    let labelled = event("2026-07-20", EventKind::Labelled, "mia", Some("accepted for discussion"));
    let history = vec![StageTransition { at: labelled.at, stage: Stage::Discussion }];
    let record = Record { events: vec![labelled], history, ..Record::default() };
    let proposal = Proposal {
        labels: labels("accepted for discussion"),
        updated_at: Some(noon("2026-07-20")),
        ..old(1)
    };
    check(
        proposal.with_record(&Arc::new(record)),
        Some((Section::Changed, &[Reason::StageReached(Stage::Discussion, noon("2026-07-20"))])),
    );
}

#[test]
fn a_proposal_is_new_if_it_was_opened_since_and_the_meeting_of_that_day_did_not_discuss_it() {
    let opened = |at: &str| Proposal { opened_at: Some(noon(at)), updated_at: Some(noon(at)), ..old(1) };
    let is_new = |at: &str| check(opened(at), Some((Section::New, &[Reason::Opened(noon(at))])));
    is_new("2026-07-16");
    is_new("2026-08-03");
    check(opened("2026-07-15"), Some((Section::Unchanged, &[Reason::Unchanged(day("2026-07-15"))])));
    let notes = vec![note("2026-07-16", NoteKind::Discussed)];
    let discussed = opened("2026-07-16").with_record(&Arc::new(Record { notes, ..Record::default() }));
    check(discussed, Some((Section::Unchanged, &[Reason::Unchanged(day("2026-07-16"))])));
    let notes = vec![note("2026-08-13", NoteKind::DecidedDetail)];
    let replaces = vec![Relation { number: 15, date: Some(day("2026-08-13")), sentence: None }];
    let record = Record { notes, replaces, ..Record::default() };
    check(
        Proposal { updated_at: Some(noon("2026-08-16")), ..opened("2026-08-03") }
            .with_record(&Arc::new(record)),
        Some((
            Section::New,
            &[
                Reason::Opened(noon("2026-08-03")),
                Reason::Discussed(day("2026-08-13")),
                Reason::Replaces(15),
                Reason::Updated(noon("2026-08-16")),
            ],
        )),
    );
}

#[test]
fn a_change_is_an_update_a_stage_or_minutes_that_say_more_than_no_change() {
    let updated = |at: &str| Proposal { updated_at: Some(noon(at)), ..old(1) };
    check(updated("2026-07-16"), Some((Section::Changed, &[Reason::Updated(noon("2026-07-16"))])));
    check(updated("2026-07-15"), Some((Section::Unchanged, &[Reason::Unchanged(day("2026-07-15"))])));
    check(
        noted(&[("2026-07-30", NoteKind::Discussed)]),
        Some((Section::Changed, &[Reason::Discussed(day("2026-07-30"))])),
    );
    check(
        noted(&[("2026-07-16", NoteKind::Discussed), ("2026-07-30", NoteKind::NoChange)]),
        Some((Section::Unchanged, &[Reason::Unchanged(day("2026-07-16"))])),
    );
    check(
        noted(&[("2026-07-02", NoteKind::NoChange), ("2026-07-16", NoteKind::NoChange)]),
        Some((Section::Unchanged, &[Reason::Unchanged(day("2026-01-02"))])),
    );
    let history = vec![StageTransition { at: noon("2026-07-03"), stage: Stage::Discussion }];
    check(
        old(1).with_record(&Arc::new(Record { history, ..Record::default() })),
        Some((Section::Unchanged, &[Reason::Unchanged(day("2026-07-03"))])),
    );
    let history = vec![StageTransition { at: noon("2026-07-20"), stage: Stage::Discussion }];
    check(
        old(1).with_record(&Arc::new(Record { history, ..Record::default() })),
        Some((Section::Changed, &[Reason::StageReached(Stage::Discussion, noon("2026-07-20"))])),
    );
}

#[test]
fn without_any_date_a_proposal_is_unchanged_since_the_day_compared_with() {
    let dateless = Proposal { opened_at: None, updated_at: None, ..old(1) };
    check(dateless, Some((Section::Unchanged, &[Reason::Unchanged(day(SINCE))])));
}

#[test]
fn a_closed_proposal_is_noted_once() {
    let decision = |proposal: &Proposal| proposal.status.decision().unwrap();
    let check_closed = |proposal: Proposal, others: &[Reason]| {
        let decision = decision(&proposal);
        let closed = Reason::Closed(decision.at.unwrap(), decision);
        let reasons: Vec<Reason> = [closed].into_iter().chain(others.iter().cloned()).collect();
        check(proposal, Some((Section::Closed, &reasons)));
    };
    check_closed(closed(1, "2026-07-16", NEITHER), &[]);
    check(closed(1, "2026-07-15", NEITHER), None);
    let with = |at: &str, record: Record| closed(1, at, NEITHER).with_record(&Arc::new(record));
    let notes = |date: &str, kind| Record { notes: vec![note(date, kind)], ..Record::default() };
    check(with("2026-07-16", notes("2026-07-16", NoteKind::Rejected)), None);
    check(with("2026-07-16", notes("2026-07-16", NoteKind::Closed)), None);
    check_closed(with("2026-07-16", notes("2026-07-16", NoteKind::VoteDeferred)), &[]);
    check_closed(with("2026-07-20", notes("2026-07-30", NoteKind::Rejected)), &[]);
    let replaced_by = vec![Relation { number: 18, date: None, sentence: None }];
    check_closed(with("2026-07-20", Record { replaced_by, ..Record::default() }), &[Reason::ReplacedBy(18)]);
    assert_eq!(decision(&closed(1, "2026-07-16", NEITHER)).outcome, Outcome::Unrecorded);
    check(Proposal { closing: Some(NEITHER), ..old(1) }.assessed(), None);
}

#[test]
fn the_proposals_that_wait_longest_come_first_in_their_section() {
    let since = |number: u32, date: Option<&str>| {
        let opened_at = date.map(noon);
        Proposal { opened_at, updated_at: None, ..old(number) }.assessed()
    };
    let numbers =
        |agenda: Agenda| agenda.entries.iter().map(|entry| entry.proposal.number).collect::<Vec<_>>();
    let proposals = [
        since(1, None),
        since(2, Some("2026-03-01")),
        since(3, Some("2026-02-01")),
        Proposal { number: 4, ..labelled("vote at next meeting") },
        since(5, Some("2026-02-01")),
    ];
    assert_eq!(numbers(agenda_of(proposals)), [4, 3, 5, 2, 1]);
}
