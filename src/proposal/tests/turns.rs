//! Whose turn it is, by who wrote last.

use super::super::*;
use crate::proposal::{Roles, Turn, turn};

const MEMBERS: [&str; 2] = ["mia", "max"];

pub(super) fn time(text: &str) -> Time {
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

pub(super) fn event(day: &str, kind: EventKind, actor: &str) -> RecordedEvent {
    RecordedEvent { at: time(day), kind, actor: Some(actor.to_owned()), subject: None, url: None }
}

fn review_requested(day: &str, actor: &str, reviewer: &str) -> RecordedEvent {
    RecordedEvent { subject: Some(reviewer.to_owned()), ..event(day, EventKind::ReviewRequested, actor) }
}

pub(super) fn requested(day: &str, reviewer: &str) -> RecordedEvent {
    review_requested(day, "mia", reviewer)
}

pub(super) struct Situation {
    pub(super) pull: PullRequest,
    pub(super) document: Option<Document>,
    pub(super) record: Record,
    pub(super) members: Vec<String>,
    pub(super) as_of: Option<Time>,
    pub(super) now: Time,
}

pub(super) fn situation(events: Vec<RecordedEvent>) -> Situation {
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

pub(super) fn check(name: &str, situation: Situation, expected: Option<Turn<'_>>) {
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
