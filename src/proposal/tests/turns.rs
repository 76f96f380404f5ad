//! Whose turn it is.

use super::super::*;
use super::label;
use crate::proposal::{Roles, Turn, turn};

const MEMBERS: [&str; 2] = ["mia", "max"];

fn time(text: &str) -> Time {
    let text = if text.len() == 10 { format!("{text}T10:00:00Z") } else { text.to_owned() };
    chrono::DateTime::parse_from_rfc3339(&text).unwrap().to_utc()
}

/// An open RFC by "anna" with a number and a document, opened on 1 July.
fn proposal() -> PullRequest {
    PullRequest {
        number: 18,
        title: "RFC: Kernel".to_owned(),
        author: Some("anna".to_owned()),
        open: true,
        opened_at: Some(time("2026-07-01")),
        updated_at: Some(time("2026-07-01")),
        ..PullRequest::default()
    }
}

fn event(day: &str, kind: EventKind, actor: &str) -> RecordedEvent {
    RecordedEvent { at: time(day), kind, actor: Some(actor.to_owned()), subject: None, url: None }
}

fn review_requested(day: &str, actor: &str, reviewer: &str) -> RecordedEvent {
    RecordedEvent { subject: Some(reviewer.to_owned()), ..event(day, EventKind::ReviewRequested, actor) }
}

fn requested(day: &str, reviewer: &str) -> RecordedEvent {
    review_requested(day, "mia", reviewer)
}

struct Situation {
    pull: PullRequest,
    document: Option<Document>,
    record: Record,
    members: Vec<String>,
    as_of: Option<Time>,
    now: Time,
}

fn situation(events: Vec<RecordedEvent>) -> Situation {
    let is_comment = |event: &&RecordedEvent| event.kind == EventKind::Commented;
    let comments = events.iter().filter(is_comment).count() as u32;
    let document =
        Document { is_rfc: true, rfc_number: RfcNumber::parse_prefix("0010"), ..Document::default() };
    Situation {
        pull: PullRequest { comments, ..proposal() },
        document: Some(document),
        record: Record { events, ..Record::default() },
        members: MEMBERS.map(str::to_owned).to_vec(),
        as_of: Some(time("2026-07-30")),
        now: time("2026-07-30"),
    }
}

fn check(name: &str, situation: Situation, expected: Option<Turn<'_>>) {
    let Situation { pull, document, record, members, as_of, now } = situation;
    let mut proposal = Proposal::new(pull).with_record(&Arc::new(record));
    if let Some(document) = document {
        proposal = proposal.with_document(&document);
    }
    let roles = Roles { members: &members, board: Some("board") };
    assert_eq!(turn(&proposal, roles, as_of, now), expected, "{name}");
}

#[test]
fn who_wrote_last() {
    use EventKind::*;
    let cases = [
        ("opened, and nobody answered", vec![], Turn::Opened(Opened, time("2026-07-01"))),
        (
            "a member commented",
            vec![event("2026-07-02", Commented, "mia")],
            Turn::MemberWrote(Commented, "mia", time("2026-07-02")),
        ),
        (
            "a member reviewed without a verdict",
            vec![event("2026-07-02", Reviewed, "mia")],
            Turn::MemberWrote(Reviewed, "mia", time("2026-07-02")),
        ),
        (
            "a login in another case is the same member",
            vec![event("2026-07-02", Commented, "MIA")],
            Turn::MemberWrote(Commented, "MIA", time("2026-07-02")),
        ),
        (
            "changes requested",
            vec![event("2026-07-02", ChangesRequested, "max")],
            Turn::ChangesRequested("max", time("2026-07-02")),
        ),
        (
            "changes requested, and another member approved later",
            vec![event("2026-07-02", ChangesRequested, "max"), event("2026-07-03", Approved, "mia")],
            Turn::ChangesRequested("max", time("2026-07-02")),
        ),
        (
            "changes requested, and the same member approved later",
            vec![event("2026-07-02", ChangesRequested, "max"), event("2026-07-03", Approved, "Max")],
            Turn::Opened(Opened, time("2026-07-01")),
        ),
        (
            "two members asked, and one of them approved later",
            vec![
                event("2026-07-02", Commented, "mia"),
                event("2026-07-03", ChangesRequested, "max"),
                event("2026-07-04", Approved, "max"),
            ],
            Turn::MemberWrote(Commented, "mia", time("2026-07-02")),
        ),
        (
            "approved, and the same member asked again",
            vec![event("2026-07-02", Approved, "max"), event("2026-07-03", ChangesRequested, "max")],
            Turn::ChangesRequested("max", time("2026-07-03")),
        ),
        (
            "changes requested, and the author requests the review again",
            vec![event("2026-07-02", ChangesRequested, "max"), review_requested("2026-07-03", "anna", "max")],
            Turn::AuthorWrote(ReviewRequested, time("2026-07-03")),
        ),
        (
            "changes requested, and the author requests somebody else's review",
            vec![
                event("2026-07-02", ChangesRequested, "max"),
                review_requested("2026-07-03", "anna", "otto"),
            ],
            Turn::ChangesRequested("max", time("2026-07-02")),
        ),
        (
            "changes requested, and the author answered",
            vec![event("2026-07-02", ChangesRequested, "max"), event("2026-07-03", Commented, "anna")],
            Turn::AuthorWrote(Commented, time("2026-07-03")),
        ),
        (
            "changes requested, and pushed",
            vec![event("2026-07-02", ChangesRequested, "max"), event("2026-07-03", Pushed, "Anna A.")],
            Turn::Pushed(time("2026-07-03")),
        ),
        (
            "pushed, and then a member commented",
            vec![event("2026-07-02", Pushed, "Anna A."), event("2026-07-03", Commented, "mia")],
            Turn::MemberWrote(Commented, "mia", time("2026-07-03")),
        ),
        (
            "the author answered, and a member asked again",
            vec![
                event("2026-07-02", Commented, "mia"),
                event("2026-07-03", Commented, "anna"),
                event("2026-07-04", Commented, "max"),
            ],
            Turn::MemberWrote(Commented, "max", time("2026-07-04")),
        ),
        (
            "an approval asks nothing",
            vec![event("2026-07-02", Approved, "mia")],
            Turn::Opened(Opened, time("2026-07-01")),
        ),
        (
            "the author's own review is the author's word",
            vec![event("2026-07-02", Commented, "mia"), event("2026-07-03", Reviewed, "anna")],
            Turn::AuthorWrote(Reviewed, time("2026-07-03")),
        ),
        (
            "a review that was dismissed asks nothing",
            vec![event("2026-07-02", Dismissed, "max")],
            Turn::Opened(Opened, time("2026-07-01")),
        ),
        (
            "somebody else's comment changes nothing",
            vec![event("2026-07-02", Commented, "mia"), event("2026-07-03", Commented, "otto")],
            Turn::MemberWrote(Commented, "mia", time("2026-07-02")),
        ),
        (
            "somebody else's request for changes changes nothing",
            vec![event("2026-07-02", ChangesRequested, "otto")],
            Turn::Opened(Opened, time("2026-07-01")),
        ),
        (
            "a bot's comment changes nothing",
            vec![event("2026-07-02", Commented, "mia"), event("2026-07-03", Commented, "ci[bot]")],
            Turn::MemberWrote(Commented, "mia", time("2026-07-02")),
        ),
        (
            "reopened by a member",
            vec![event("2026-07-02", Commented, "mia"), event("2026-07-05", Reopened, "mia")],
            Turn::Opened(Reopened, time("2026-07-05")),
        ),
        (
            "ready for review after a member's comment on the draft",
            vec![event("2026-07-02", Commented, "mia"), event("2026-07-05", Readied, "anna")],
            Turn::Opened(Readied, time("2026-07-05")),
        ),
        (
            "a commit that is older than the answer to it",
            vec![event("2026-07-03", Commented, "mia"), event("2026-07-02", Pushed, "Anna A.")],
            Turn::MemberWrote(Commented, "mia", time("2026-07-03")),
        ),
        (
            "labels and mentions are nobody's word",
            vec![event("2026-07-02", Labelled, "mia"), event("2026-07-03", Referenced, "max")],
            Turn::Opened(Opened, time("2026-07-01")),
        ),
    ];
    for (name, events, expected) in cases {
        check(name, situation(events), Some(expected));
    }
}

#[test]
fn what_goes_before_the_last_word() {
    use EventKind::*;
    let asked = || vec![event("2026-07-02", Commented, "mia")];
    let with = |change: &dyn Fn(&mut Situation)| {
        let mut situation = situation(asked());
        change(&mut situation);
        situation
    };
    let discussion = "accepted for discussion";
    let unnumbered = Document { is_rfc: true, ..Document::default() };
    let cases = [
        ("a draft", with(&|it| it.pull.draft = true), Turn::Draft),
        (
            "a draft that is to be voted on",
            with(&|it| {
                it.pull.draft = true;
                it.pull.labels = vec![label("vote at next meeting")];
            }),
            Turn::Draft,
        ),
        ("a vote is due", with(&|it| it.pull.labels = vec![label("vote at next meeting")]), Turn::VoteDue),
        (
            "a vote is due although changes are requested",
            with(&|it| {
                it.pull.labels = vec![label("vote at next meeting")];
                it.record.events.push(event("2026-07-03", ChangesRequested, "max"));
            }),
            Turn::VoteDue,
        ),
        (
            "a vote is due although nothing has happened for long",
            with(&|it| {
                it.pull.labels = vec![label("vote at next meeting")];
                it.now = time("2027-07-30");
            }),
            Turn::VoteDue,
        ),
        (
            "the board's label",
            with(&|it| it.pull.labels = vec![label("Needs board-input")]),
            Turn::BoardLabel("Needs board-input"),
        ),
        (
            "a label that says something else of the board's input",
            with(&|it| it.pull.labels = vec![label("no board input needed")]),
            Turn::MemberWrote(Commented, "mia", time("2026-07-02")),
        ),
        (
            "the board's review is requested",
            with(&|it| it.record.events.push(requested("2026-07-03", "Board"))),
            Turn::BoardReview(time("2026-07-03")),
        ),
        (
            "the board's review is requested, and the author wrote later",
            with(&|it| {
                it.record.events.push(requested("2026-07-03", "board"));
                it.record.events.push(event("2026-07-04", Commented, "anna"));
            }),
            Turn::BoardReview(time("2026-07-03")),
        ),
        (
            "the board answered",
            with(&|it| {
                it.record.events.push(requested("2026-07-03", "board"));
                it.record.events.push(event("2026-07-04", Reviewed, "board"));
            }),
            Turn::MemberWrote(Commented, "mia", time("2026-07-02")),
        ),
        (
            "the board is asked again",
            with(&|it| {
                it.record.events.push(event("2026-07-04", Reviewed, "board"));
                it.record.events.push(requested("2026-07-05", "board"));
            }),
            Turn::BoardReview(time("2026-07-05")),
        ),
        (
            "somebody else's review is requested",
            with(&|it| it.record.events.push(requested("2026-07-03", "max"))),
            Turn::MemberWrote(Commented, "mia", time("2026-07-02")),
        ),
        (
            "quiet for ninety days",
            with(&|it| it.now = time("2026-09-30")),
            Turn::Quiet(NaiveDate::from_ymd_opt(2026, 7, 2).unwrap()),
        ),
        (
            "quiet for a day less",
            with(&|it| it.now = time("2026-09-29")),
            Turn::MemberWrote(Commented, "mia", time("2026-07-02")),
        ),
        (
            "discussed in the meantime, so not quiet",
            with(&|it| {
                let note = Note {
                    date: NaiveDate::from_ymd_opt(2026, 8, 13).unwrap(),
                    kind: NoteKind::Discussed,
                    sentence: None,
                    vote: None,
                };
                it.record.notes.push(note);
                it.now = time("2026-09-30");
            }),
            Turn::MemberWrote(Commented, "mia", time("2026-07-02")),
        ),
        (
            "quiet although the minutes noted that nothing changed",
            with(&|it| {
                let note = Note {
                    date: NaiveDate::from_ymd_opt(2026, 8, 13).unwrap(),
                    kind: NoteKind::NoChange,
                    sentence: None,
                    vote: None,
                };
                it.record.notes.push(note);
                it.now = time("2026-09-30");
            }),
            Turn::Quiet(NaiveDate::from_ymd_opt(2026, 7, 2).unwrap()),
        ),
        (
            "accepted for discussion, and the document has no number",
            with(&|it| {
                it.pull.labels = vec![label(discussion)];
                it.document = Some(unnumbered.clone());
            }),
            Turn::NumberMissing,
        ),
        (
            "accepted for discussion with a number",
            with(&|it| it.pull.labels = vec![label(discussion)]),
            Turn::MemberWrote(Commented, "mia", time("2026-07-02")),
        ),
        (
            "no number, and not accepted for discussion yet",
            with(&|it| it.document = Some(unnumbered.clone())),
            Turn::MemberWrote(Commented, "mia", time("2026-07-02")),
        ),
        ("a conflict", with(&|it| it.record.has_conflict = true), Turn::Conflict),
        (
            "a conflict, where the members are not known",
            with(&|it| {
                it.record.has_conflict = true;
                it.members.clear();
            }),
            Turn::Conflict,
        ),
        (
            "a vote is due in spite of a conflict",
            with(&|it| {
                it.record.has_conflict = true;
                it.pull.labels = vec![label("vote at next meeting")];
            }),
            Turn::VoteDue,
        ),
        (
            "the author is a member",
            with(&|it| it.pull.author = Some("mia".to_owned())),
            Turn::AuthorWrote(Commented, time("2026-07-02")),
        ),
        (
            "a comment that was edited later counts when it was written",
            with(&|it| {
                it.record.events.push(event("2026-07-03", Commented, "anna"));
                it.pull.comments = 2;
                it.pull.updated_at = Some(time("2026-07-20"));
            }),
            Turn::AuthorWrote(Commented, time("2026-07-03")),
        ),
    ];
    for (name, situation, expected) in cases {
        check(name, situation, Some(expected));
    }
}

#[test]
fn nothing_is_said_where_too_little_is_known() {
    let with = |change: &dyn Fn(&mut Situation)| {
        let mut situation = situation(vec![event("2026-07-02", EventKind::Commented, "mia")]);
        change(&mut situation);
        situation
    };
    check("closed", with(&|it| it.pull.open = false), None);
    check("a comment is not known", with(&|it| it.pull.comments = 2), None);
    check("members are not known", with(&|it| it.members.clear()), None);
    check("no events", with(&|it| it.as_of = None), None);
    check("changed after the events", with(&|it| it.pull.updated_at = Some(time("2026-07-31"))), None);
    let changed_after_conflict = |it: &mut Situation| {
        it.record.has_conflict = true;
        it.pull.updated_at = Some(time("2026-07-31"));
    };
    check("changed after the conflict was found", with(&changed_after_conflict), None);
    let undated = |it: &mut Situation| {
        (it.pull.opened_at, it.pull.updated_at) = (None, None);
        it.record.events.clear();
        it.pull.comments = 0;
    };
    check("no dates", with(&undated), None);
}
