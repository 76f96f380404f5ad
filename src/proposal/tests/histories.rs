use super::*;

/// Checks the transitions of events; both have their time in minutes.
fn check(events: &[(i64, IssueChange)], expected: &[(i64, &str)]) {
    let at = |minute: i64| Time::from_timestamp(minute * 60, 0).unwrap();
    let events: Vec<IssueEvent> = events
        .iter()
        .map(|(minute, change)| IssueEvent { at: at(*minute), change: change.clone() })
        .collect();
    let transitions: Vec<_> = history(&events)
        .into_iter()
        .map(|transition| (transition.at.timestamp() / 60, transition.stage.as_str()))
        .collect();
    assert_eq!(transitions, expected, "{events:?}");
}

fn with(name: &str) -> IssueChange {
    IssueChange::Labelled(name.to_owned())
}

fn without(name: &str) -> IssueChange {
    IssueChange::Unlabelled(name.to_owned())
}

const DISCUSSION: &str = "accepted for discussion";
const VOTE: &str = "Vote-at-next-meeting";

#[test]
fn labels_closing_and_reopening_change_the_stage() {
    use IssueChange::{Closed, Reopened};
    check(&[], &[]);
    check(&[(1, with("kernel")), (2, without("kernel"))], &[]);
    check(&[(1, with(DISCUSSION))], &[(1, "discussion")]);
    check(&[(1, with("Accepted_For Discussion")), (5, with(VOTE))], &[(1, "discussion"), (5, "vote")]);
    check(
        &[(1, with(DISCUSSION)), (2, with(VOTE)), (3, without(DISCUSSION)), (9, Closed)],
        &[(1, "discussion"), (2, "vote"), (9, "closed")],
    );
    check(
        &[(1, with(DISCUSSION)), (2, with(VOTE)), (3, without("vote at next meeting"))],
        &[(1, "discussion"), (2, "vote"), (3, "discussion")],
    );
    check(&[(1, with(DISCUSSION)), (2, without(DISCUSSION))], &[(1, "discussion"), (2, "submitted")]);
    check(&[(1, Closed), (2, Reopened)], &[(1, "closed"), (2, "submitted")]);
    check(
        &[(1, with(VOTE)), (2, Closed), (3, Reopened), (4, Closed)],
        &[(1, "vote"), (2, "closed"), (3, "vote"), (4, "closed")],
    );
}

#[test]
fn a_closed_proposal_stays_closed_whatever_its_labels() {
    check(
        &[(1, IssueChange::Closed), (2, with(VOTE)), (3, without(VOTE)), (4, with("rejected"))],
        &[(1, "closed")],
    );
    check(
        &[(1, IssueChange::Closed), (2, with(VOTE)), (3, IssueChange::Reopened)],
        &[(1, "closed"), (3, "vote")],
    );
}

#[test]
fn a_repeated_change_is_one_transition() {
    check(&[(1, with(DISCUSSION)), (2, with(DISCUSSION)), (3, without("x"))], &[(1, "discussion")]);
    check(&[(1, IssueChange::Closed), (2, IssueChange::Closed)], &[(1, "closed")]);
    check(&[(1, IssueChange::Reopened), (2, without(VOTE))], &[]);
}

#[test]
fn replacing_a_label_has_no_stage_in_between() {
    check(
        &[(1, with(DISCUSSION)), (2, without(DISCUSSION)), (2, with(VOTE))],
        &[(1, "discussion"), (2, "vote")],
    );
    check(&[(1, with(DISCUSSION)), (1, with(VOTE)), (1, IssueChange::Closed)], &[(1, "closed")]);
    check(&[(1, with(DISCUSSION)), (2, without(DISCUSSION)), (2, with(DISCUSSION))], &[(1, "discussion")]);
    check(&[(1, with(DISCUSSION)), (1, without(DISCUSSION))], &[]);
}

#[test]
fn the_last_transition_leads_to_the_current_stage() {
    for labels in [&[] as &[&str], &[DISCUSSION], &[VOTE], &[DISCUSSION, VOTE], &["x", DISCUSSION]] {
        let events: Vec<IssueEvent> =
            labels.iter().map(|name| IssueEvent { at: Time::default(), change: with(name) }).collect();
        let last = history(&events).last().map_or(Stage::Submitted, |transition| transition.stage);
        assert_eq!(last, Proposal::new(pull_request("x", labels)).status.stage(), "{labels:?}");
    }
}
