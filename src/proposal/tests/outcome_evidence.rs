use super::records::{outcome_line, record};
use super::*;

/// What is known of a closed proposal.
#[derive(Clone, Copy)]
struct Known {
    title: &'static str,
    label: &'static str,
    merged: bool,
    closed_by: &'static str,
    header: &'static str,
    notes: &'static [&'static str],
    /// The proposals that replace it: the day of the meeting whose minutes say so, or nothing for a document.
    replaced_by: &'static [&'static str],
}

const CLOSED: Known = Known {
    title: "RFC: x",
    label: "",
    merged: false,
    closed_by: "benny",
    header: "Draft",
    notes: &[],
    replaced_by: &[],
};
const MERGED: Known = Known { merged: true, ..CLOSED };

fn check(known: Known, expected: &str) {
    let Known { title, label, merged, closed_by, header, notes, replaced_by } = known;
    let labels: &[&str] = if label.is_empty() { &[] } else { &[label] };
    let pull_request = PullRequest {
        open: false,
        merged,
        author: Some("anna".to_owned()),
        closed_by: Some(closed_by.to_owned()),
        ..pull_request(title, labels)
    };
    let relation = |date: &&str| {
        let sentence = Some("It replaces x.".to_owned());
        Relation { number: 18, date: parse_date(date), sentence }
    };
    let record = Record { replaced_by: replaced_by.iter().map(relation).collect(), ..record(notes, "") };
    let document = Document::parse("process.md", &format!("* **Status:** {header}\n"));
    let proposal = Proposal::new(pull_request).with_document(&document).with_record(&Arc::new(record));
    assert_eq!(outcome_line(&proposal), expected);
}

#[test]
fn the_first_source_that_holds_gives_the_outcome() {
    let accepted: &[&str] = &["2025-05-28 accepted: RFC approved (+4, 0, -1)"];
    let rejected: &[&str] = &["2025-04-16 rejected: All voted to decline (unanimous)"];
    let closed: &[&str] = &["2026-07-16 closed: The RFC was closed by its author."];
    check(CLOSED, "unrecorded from none");
    check(Known { title: "x", ..MERGED }, "merged from merge");
    check(MERGED, "accepted from merge");
    check(Known { closed_by: "anna", ..CLOSED }, "withdrawn from author");
    check(
        Known { notes: closed, ..CLOSED },
        "withdrawn from minutes 2026-07-16 \"The RFC was closed by its author.\"",
    );
    check(Known { replaced_by: &[""], ..CLOSED }, "superseded from document \"It replaces x.\"");
    check(
        Known { replaced_by: &["", "2026-08-13"], notes: closed, ..CLOSED },
        "superseded from minutes 2026-08-13 \"It replaces x.\"",
    );
    check(Known { replaced_by: &[""], ..MERGED }, "superseded from document \"It replaces x.\"");
    check(
        Known { notes: accepted, replaced_by: &[""], ..MERGED },
        "accepted from minutes 2025-05-28 \"RFC approved\", +4 0 -1",
    );
    check(
        Known { notes: rejected, ..CLOSED },
        "rejected from minutes 2025-04-16 \"All voted to decline\", unanimous",
    );
    check(Known { label: "Rejected", ..CLOSED }, "rejected from label");
    check(Known { label: "withdrawn", ..CLOSED }, "withdrawn from label");
    check(Known { label: "superseded", notes: accepted, ..MERGED }, "superseded from label");
}

#[test]
fn its_author_may_merge_it() {
    check(Known { closed_by: "anna", ..MERGED }, "accepted from merge");
}

#[test]
fn only_minutes_that_name_the_author_make_it_withdrawn() {
    check(Known { notes: &["2026-07-16 closed: The RFC was closed."], ..CLOSED }, "unrecorded from none");
}

#[test]
fn the_newest_verdict_counts() {
    let notes = &["2025-04-16 rejected: No.", "2025-05-14 accepted: Yes.", "2025-05-28 discussed: Thanks."];
    check(Known { notes, ..MERGED }, "accepted from minutes 2025-05-14 \"Yes.\"");
}

#[test]
fn a_verdict_on_what_is_no_rfc_is_none() {
    let notes = &["2025-04-02 accepted: Merged updated ALESCo Policy"];
    check(Known { title: "x", notes, ..MERGED }, "merged from merge");
    check(Known { title: "x", notes, ..CLOSED }, "unrecorded from none");
}

#[test]
fn a_limited_approval_is_a_partial_decision_unless_a_verdict_follows() {
    let partly = "2025-05-14 partly-accepted: Approved for Kitten only.";
    let check = |later: &[&'static str], known: Known, expected| {
        let notes: &'static [&str] = Box::leak([&[partly], later].concat().into_boxed_slice());
        check(Known { notes, ..known }, expected);
    };
    check(&[], MERGED, "accepted from merge, partly on 2025-05-14: \"Approved for Kitten only.\"");
    check(&[], CLOSED, "unrecorded from none, partly on 2025-05-14: \"Approved for Kitten only.\"");
    check(&["2025-05-28 accepted: Yes."], MERGED, "accepted from minutes 2025-05-28 \"Yes.\"");
    check(
        &["2025-05-28 vote-deferred: Vote punted."],
        MERGED,
        "accepted from merge, partly on 2025-05-14: \"Approved for Kitten only.\"; \
         but the minutes of 2025-05-28 say vote-deferred",
    );
}

#[test]
fn half_of_the_votes_or_fewer_decide_nothing() {
    let but = "; but the minutes of 2025-05-28 say";
    let check = |note: &'static str, known: Known, expected: String| {
        check(Known { notes: Box::leak(Box::new([note])), ..known }, &expected);
    };
    check("2025-05-28 rejected: No. (+2, 1, -2)", CLOSED, format!("unrecorded from none{but} rejected"));
    check("2025-05-28 rejected: No. (+1, 0, -3)", CLOSED, format!("unrecorded from none{but} rejected"));
    check("2025-05-28 accepted: Yes. (+2, 1, -2)", MERGED, format!("accepted from merge{but} accepted"));
    check("2025-05-28 discussed: Vote. (+2, 1, -2)", CLOSED, format!("unrecorded from none{but} discussed"));
    check("2025-05-28 accepted: Yes. (+0, 5, -0)", MERGED, format!("accepted from merge{but} accepted"));
    check(
        "2025-05-28 rejected: To decline. (+3, 0, -2)",
        CLOSED,
        "rejected from minutes 2025-05-28 \"To decline.\", +3 0 -2".to_owned(),
    );
}

#[test]
fn sources_that_say_something_else_are_contradictions() {
    let accepted: &[&str] = &["2025-05-28 accepted: Yes."];
    let rejected: &[&str] = &["2025-05-28 rejected: No."];
    check(Known { label: "rejected", ..MERGED }, "rejected from label; but merged");
    check(Known { label: "withdrawn", ..MERGED }, "withdrawn from label; but merged");
    check(
        Known { label: "rejected", notes: accepted, ..CLOSED },
        "rejected from label; but the minutes of 2025-05-28 say accepted",
    );
    check(
        Known { label: "withdrawn", notes: rejected, ..CLOSED },
        "withdrawn from label; but the minutes of 2025-05-28 say rejected",
    );
    check(Known { notes: accepted, ..CLOSED }, "accepted from minutes 2025-05-28 \"Yes.\"; but not merged");
    check(Known { notes: rejected, ..MERGED }, "rejected from minutes 2025-05-28 \"No.\"; but merged");
    check(
        Known { header: "Accepted", notes: rejected, ..CLOSED },
        "rejected from minutes 2025-05-28 \"No.\"; but the header says \"Accepted\"",
    );
    check(Known { header: "Rejected", ..CLOSED }, "unrecorded from none; but the header says \"Rejected\"");
    check(Known { header: "Withdrawn", ..MERGED }, "accepted from merge; but the header says \"Withdrawn\"");
    check(
        Known { header: "Accepted", replaced_by: &[""], ..MERGED },
        "superseded from document \"It replaces x.\"",
    );
    check(Known { header: "Approved", title: "x", ..MERGED }, "merged from merge");
    check(
        Known { notes: &["2025-05-28 vote-scheduled: Next time."], ..MERGED },
        "accepted from merge; but the minutes of 2025-05-28 say vote-scheduled",
    );
}

#[test]
fn an_open_proposal_has_no_evidence_of_an_outcome() {
    let open = Proposal::new(pull_request("RFC: x", &["rejected"]));
    let open = open.with_record(&Arc::new(record(&["2025-05-28 accepted: Yes."], "")));
    assert_eq!(open.outcome_evidence, OutcomeEvidence::default());
}
