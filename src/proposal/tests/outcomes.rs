use super::*;

fn closed(title: &str, labels: &[&str], merged: bool, closed_by: Option<&str>) -> Decision {
    let pull_request = PullRequest {
        open: false,
        merged,
        author: Some("anna".to_owned()),
        closed_by: closed_by.map(str::to_owned),
        ..pull_request(title, labels)
    };
    Proposal::new(pull_request).status.decision().expect("is closed")
}

#[test]
fn the_first_rule_that_holds_decides() {
    let check = |title, labels: &[&str], merged, closed_by, expected: Outcome, inferred| {
        let decision = closed(title, labels, merged, closed_by);
        assert_eq!((decision.outcome, decision.inferred), (expected, inferred), "{title} {labels:?}");
    };
    check("RFC: x", &["rejected"], true, None, Outcome::Rejected, false);
    check("RFC: x", &["Withdrawn"], false, None, Outcome::Withdrawn, false);
    check("x", &["superseded"], false, Some("anna"), Outcome::Superseded, false);
    check("RFC: x", &[], true, None, Outcome::Accepted, false);
    check("x", &[], true, None, Outcome::Merged, false);
    check("RFC: x", &[], false, Some("anna"), Outcome::Withdrawn, true);
    check("RFC: x", &[], false, Some("benny"), Outcome::Unrecorded, false);
    check("RFC: x", &[], false, None, Outcome::Unrecorded, false);
    check("RFC: x", &["accepted for discussion"], false, None, Outcome::Unrecorded, false);
}

#[test]
fn two_deleted_accounts_are_not_the_same_person() {
    let pull_request = PullRequest { open: false, ..pull_request("RFC: x", &[]) };
    let status = Proposal::new(pull_request).status;
    assert_eq!(status.outcome(), Some(Outcome::Unrecorded));
}

#[test]
fn a_document_under_rfcs_turns_merged_into_accepted() {
    let pull_request = PullRequest { open: false, merged: true, ..pull_request("Adding a proposal", &[]) };
    let proposal = Proposal::new(pull_request);
    assert_eq!(proposal.status.outcome(), Some(Outcome::Merged));
    let document = Document::parse("rfcs/0009-x.md", "# x");
    assert_eq!(proposal.with_document(&document).status.outcome(), Some(Outcome::Accepted));
}
