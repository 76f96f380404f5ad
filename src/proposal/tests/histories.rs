use super::*;

/// Events as `minute change`, steps as `minute stage`.
fn check(events: &[(i64, IssueChange)], expected: &[(i64, &str)]) {
    let at = |minute: i64| Time::from_timestamp(minute * 60, 0).unwrap();
    let events: Vec<IssueEvent> = events
        .iter()
        .map(|(minute, change)| IssueEvent { at: at(*minute), change: change.clone() })
        .collect();
    let steps: Vec<_> =
        history(&events).into_iter().map(|step| (step.at.timestamp() / 60, step.stage.as_str())).collect();
    assert_eq!(steps, expected, "{events:?}");
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
fn labels_closing_and_opening_again_make_the_steps() {
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
fn a_closed_one_stays_closed_whatever_its_labels() {
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
fn what_happens_twice_is_one_step() {
    check(&[(1, with(DISCUSSION)), (2, with(DISCUSSION)), (3, without("x"))], &[(1, "discussion")]);
    check(&[(1, IssueChange::Closed), (2, IssueChange::Closed)], &[(1, "closed")]);
    check(&[(1, IssueChange::Reopened), (2, without(VOTE))], &[]);
}

#[test]
fn an_exchange_of_labels_leads_nowhere_else_in_between() {
    check(
        &[(1, with(DISCUSSION)), (2, without(DISCUSSION)), (2, with(VOTE))],
        &[(1, "discussion"), (2, "vote")],
    );
    check(&[(1, with(DISCUSSION)), (1, with(VOTE)), (1, IssueChange::Closed)], &[(1, "closed")]);
    check(&[(1, with(DISCUSSION)), (2, without(DISCUSSION)), (2, with(DISCUSSION))], &[(1, "discussion")]);
    check(&[(1, with(DISCUSSION)), (1, without(DISCUSSION))], &[]);
}

#[test]
fn the_last_step_is_where_the_labels_put_it_today() {
    for labels in [&[] as &[&str], &[DISCUSSION], &[VOTE], &[DISCUSSION, VOTE], &["x", DISCUSSION]] {
        let events: Vec<IssueEvent> =
            labels.iter().map(|name| IssueEvent { at: Time::default(), change: with(name) }).collect();
        let last = history(&events).last().map_or(Stage::Submitted, |step| step.stage);
        assert_eq!(last, Proposal::new(pull_request("x", labels)).status.stage(), "{labels:?}");
    }
}
