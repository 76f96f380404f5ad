//! Whose turn it is, by what goes before the question who wrote last.

use super::super::*;
use super::label;
use super::turns::{Situation, check, event, requested, situation, time};
use crate::proposal::Turn;

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
    let asked_board_before = |it: &mut Situation| {
        it.record.events.push(requested("2026-07-03", "board"));
        it.pull.updated_at = Some(time("2026-07-31"));
    };
    check("changed after the board was asked", with(&asked_board_before), None);
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
