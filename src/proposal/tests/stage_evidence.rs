use super::records::{record, stage_line};
use super::*;

/// What is known of an open proposal.
#[derive(Clone, Copy, Default)]
struct Known {
    label: &'static str,
    header: &'static str,
    number: &'static str,
    notes: &'static [&'static str],
    /// The first meeting after the newest note.
    next_meeting: &'static str,
}

fn proposal(known: Known) -> Proposal {
    let Known { label, header, number, notes, next_meeting } = known;
    let labels: &[&str] = if label.is_empty() { &[] } else { &[label] };
    let text = format!("# RFC: x\n\n* **RFC Number:** `{number}`\n* **Status:** {header}\n");
    let document = Document::parse("rfcs/0000-x.md", &text);
    let record = record(notes, next_meeting);
    let proposal = Proposal::new(pull_request("RFC: x", labels));
    let read = proposal.clone().with_document(&document).with_record(&Arc::new(record.clone()));
    assert_eq!(proposal.with_record(&Arc::new(record)).with_document(&document), read, "in any order");
    read
}

fn check(known: Known, expected: &str) {
    assert_eq!(stage_line(&proposal(known)), expected);
}

const NONE: Known = Known { label: "", header: "Draft", number: "XXXX", notes: &[], next_meeting: "" };
const DISCUSSION: &str = "accepted for discussion";
const VOTE: &str = "vote at next meeting";

#[test]
fn the_first_source_that_speaks_gives_the_stage() {
    let talk: &[&str] = &["2026-04-09 discussed: Go on.", "2026-04-23 no-change: No change."];
    let vote: &[&str] = &["2026-04-09 discussed: Go on.", "2026-04-23 vote-scheduled: Tabled for vote."];
    check(NONE, "submitted from none");
    check(Known { notes: talk, ..NONE }, "discussion from discussed 2026-04-23 \"No change.\"");
    check(Known { notes: &["2026-04-23 discussed"], ..NONE }, "discussion from discussed 2026-04-23");
    check(Known { number: "0008", notes: talk, ..NONE }, "discussion from number");
    check(Known { notes: vote, ..NONE }, "vote from minutes 2026-04-23 \"Tabled for vote.\"");
    check(Known { number: "0008", notes: vote, ..NONE }, "vote from minutes 2026-04-23 \"Tabled for vote.\"");
    check(
        Known { header: "Under discussion", notes: talk, ..NONE },
        "discussion from header \"Under discussion\"",
    );
    check(Known { header: "FCP", notes: vote, ..NONE }, "vote from header \"FCP\"");
    check(Known { label: DISCUSSION, header: "Under discussion", ..NONE }, "discussion from label");
    check(Known { label: VOTE, header: "FCP", number: "0008", notes: vote, ..NONE }, "vote from label");
}

#[test]
fn headers_in_every_form_are_read() {
    let header = |header: &'static str, expected| check(Known { header, ..NONE }, expected);
    header("FCP (ends 2026-05-01)", "vote from header \"FCP (ends 2026-05-01)\"");
    header("Final  Comment-Period", "vote from header \"Final  Comment-Period\"");
    header("open for discussion", "discussion from header \"open for discussion\"");
    header("`Accepted for discussion`", "discussion from header \"Accepted for discussion\"");
    header("Draft, accepted for discussion soon", "submitted from none");
    header("Acceptedness", "submitted from none");
    header("", "submitted from none");
}

#[test]
fn only_a_vote_at_the_next_meeting_gives_the_stage_vote() {
    let kind = |note: &'static str, expected| {
        check(Known { notes: Box::leak(Box::new([note])), ..NONE }, expected);
    };
    kind("2026-04-23 vote-scheduled", "vote from minutes 2026-04-23");
    kind("2026-04-23 vote-postponed", "vote from minutes 2026-04-23");
    kind("2026-04-23 vote-deferred", "discussion from discussed 2026-04-23");
    kind("2026-04-23 decided-detail", "discussion from discussed 2026-04-23");
    kind("2026-04-23 partly-accepted", "discussion from discussed 2026-04-23");
}

#[test]
fn newer_minutes_replace_a_vote_that_was_due() {
    let notes = &["2026-04-09 vote-scheduled: Tabled.", "2026-04-23 vote-deferred: Punted."];
    check(Known { notes, ..NONE }, "discussion from discussed 2026-04-23 \"Punted.\"");
}

#[test]
fn a_vote_that_a_later_meeting_does_not_mention_was_due_there() {
    let notes = &["2026-04-09 vote-scheduled: Tabled."];
    let known = Known { notes, next_meeting: "2026-04-23", ..NONE };
    check(known, "vote from minutes 2026-04-09 \"Tabled.\", due 2026-04-23");
}

#[test]
fn sources_that_say_something_else_are_contradictions() {
    let says = |header: &str| format!("; but the header says {header:?}");
    let vote: &[&str] = &["2026-04-23 vote-postponed"];
    check(
        Known { label: DISCUSSION, header: "FCP", ..NONE },
        &format!("discussion from label{}", says("FCP")),
    );
    check(
        Known { label: VOTE, header: "Under discussion", ..NONE },
        &format!("vote from label{}", says("Under discussion")),
    );
    for header in ["Accepted", "Approved on 2026-04-23", "Rejected", "Withdrawn", "Superseded"] {
        check(Known { header, ..NONE }, &format!("submitted from none{}", says(header)));
    }
    let but_vote = "; but the minutes of 2026-04-23 say vote-postponed";
    check(Known { label: DISCUSSION, notes: vote, ..NONE }, &format!("discussion from label{but_vote}"));
    check(
        Known { header: "Under discussion", notes: vote, ..NONE },
        &format!("discussion from header \"Under discussion\"{but_vote}"),
    );
    check(
        Known { label: DISCUSSION, notes: vote, next_meeting: "2026-05-07", ..NONE },
        "discussion from label",
    );
    for kind in ["accepted", "rejected", "closed"] {
        let note: &str = Box::leak(format!("2026-04-23 {kind}").into_boxed_str());
        let notes: &[&str] = Box::leak(Box::new([note, "2026-05-07 discussed"]));
        let expected = format!("discussion from number; but the minutes of 2026-04-23 say {kind}");
        check(Known { number: "0008", notes, ..NONE }, &expected);
    }
}

#[test]
fn a_closed_proposal_has_no_evidence_of_a_stage() {
    let closed = Proposal::new(PullRequest { open: false, ..pull_request("RFC: x", &[VOTE]) });
    let closed = closed.with_record(&Arc::new(record(&["2026-04-23 vote-scheduled"], "")));
    assert_eq!((closed.stage_evidence.clone(), closed.stage_since), (StageEvidence::default(), None));
    assert_eq!(closed.record.newest_note().map(|note| note.date), closed.last_discussed());
}

mod since {
    use super::*;

    fn check(label: &'static str, notes: &'static [&'static str], history: &[(&str, Stage)], expected: &str) {
        let opened_at = Some(time("2026-01-01"));
        let labels: &[&str] = if label.is_empty() { &[] } else { &[label] };
        let pull_request = PullRequest { opened_at, ..pull_request("RFC: x", labels) };
        let transition = |&(date, stage): &(&str, Stage)| StageTransition { at: time(date), stage };
        let history = history.iter().map(transition).collect();
        let record = Record { history, ..record(notes, "") };
        let since = Proposal::new(pull_request).with_record(&Arc::new(record)).stage_since;
        let line = match since {
            None => String::new(),
            Some(Since::Time(time)) => format!("event {}", date_to_iso8601(time.date_naive())),
            Some(Since::Day(day)) => format!("meeting {}", date_to_iso8601(day)),
        };
        assert_eq!(line, expected, "{label} {notes:?}");
    }

    fn time(date: &str) -> Time {
        Since::Day(parse_date(date).unwrap()).start()
    }

    #[test]
    fn a_submitted_proposal_counts_from_its_opening_or_from_the_event_that_brought_it_back() {
        check("", &[], &[], "event 2026-01-01");
        let back = [("2026-02-01", Stage::Discussion), ("2026-03-01", Stage::Submitted)];
        check("", &[], &back, "event 2026-03-01");
        // The label is gone, but no event on record says when.
        check("", &[], &back[..1], "");
    }

    #[test]
    fn a_label_counts_from_its_event_else_from_the_minutes_that_agree() {
        let events = [("2026-02-01", Stage::Discussion), ("2026-03-01", Stage::Vote)];
        check(VOTE, &[], &events, "event 2026-03-01");
        check(DISCUSSION, &["2026-02-12 discussed"], &events[..1], "event 2026-02-01");
        check(DISCUSSION, &["2026-02-12 discussed"], &[], "meeting 2026-02-12");
        check(VOTE, &["2026-02-12 discussed"], &events[..1], "");
        check(DISCUSSION, &[], &[], "");
    }

    #[test]
    fn minutes_count_from_the_first_meeting_of_the_same_stage() {
        check("", &["2026-02-12 discussed", "2026-03-12 no-change"], &[], "meeting 2026-02-12");
        let votes = &["2026-02-12 discussed", "2026-03-12 vote-scheduled", "2026-04-09 vote-postponed"];
        check("", votes, &[], "meeting 2026-03-12");
        let back = &["2026-02-12 discussed", "2026-03-12 vote-scheduled", "2026-04-09 vote-deferred"];
        check("", back, &[], "meeting 2026-04-09");
    }

    #[test]
    fn a_proposal_that_was_opened_again_counts_from_then() {
        let reopened = [("2026-03-01", Stage::Closed), ("2026-04-01", Stage::Submitted)];
        check("", &["2026-02-12 discussed", "2026-04-09 discussed"], &reopened, "event 2026-04-01");
        check("", &["2026-05-21 discussed"], &reopened, "meeting 2026-05-21");
    }
}
