use super::*;

fn check(labels: &[&str], expected: Stage) {
    let proposal = Proposal::new(pull_request("RFC: x", labels));
    assert_eq!(proposal.status.stage(), expected, "{labels:?}");
}

#[test]
fn labels_decide_the_stage_of_an_open_proposal() {
    check(&[], Stage::Submitted);
    check(&["kernel"], Stage::Submitted);
    check(&["accepted for discussion"], Stage::Discussion);
    check(&["Accepted-for_Discussion"], Stage::Discussion);
    check(&["vote at next meeting"], Stage::Vote);
    check(&["VOTE AT NEXT MEETING", "accepted for discussion"], Stage::Vote);
    check(&["accepted for discussion", "vote at next meeting"], Stage::Vote);
    check(&["not accepted for discussion"], Stage::Submitted);
    check(&["rejected"], Stage::Submitted);
}

#[test]
fn a_draft_keeps_its_stage() {
    let draft = PullRequest { draft: true, ..pull_request("RFC: x", &["accepted for discussion"]) };
    let proposal = Proposal::new(draft);
    assert!(proposal.draft);
    assert_eq!(proposal.status.stage(), Stage::Discussion);
}

#[test]
fn the_label_of_the_stage_is_known() {
    let named = |labels: &[&str]| {
        Proposal::new(pull_request("x", labels)).status_label().map(|label| label.name.clone())
    };
    assert_eq!(named(&["kernel", "Vote-at-next-meeting"]).as_deref(), Some("Vote-at-next-meeting"));
    assert_eq!(named(&["kernel"]), None);
}

#[test]
fn open_stages_are_steps_towards_a_decision() {
    assert_eq!(Stage::ALL.map(Stage::step), [Some(1), Some(2), Some(3), None]);
}
