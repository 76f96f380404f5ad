use super::*;

fn event(id: u64, number: u32, at: &str, rest: &str) -> String {
    format!(
        r#"{{"id": {id}, "issue": {{"number": {number}}}, "created_at": "2026-01-{at}Z", "event": {rest}}}"#
    )
}

fn labelled(name: &str) -> String {
    format!(r#""labeled", "label": {{"name": "{name}", "color": "ffffff"}}"#)
}

fn decode_all(events: &[String]) -> RepositoryEvents {
    parse_events(&parse_list(&format!("[{}]", events.join(","))).unwrap())
}

fn transitions(histories: &RepositoryEvents, number: u32) -> Vec<(String, &'static str)> {
    let transitions = histories.by_number.get(&number).map(Vec::as_slice).unwrap_or_default();
    transitions
        .iter()
        .map(|transition| (transition.at.format("%d %H:%M:%S").to_string(), transition.stage.as_str()))
        .collect()
}

#[test]
fn events_of_all_issues_are_sorted_and_counted_once() {
    let discussion = labelled("accepted for discussion");
    let all = [
        event(99, 7, "05T00:00:00", r#""closed""#),
        event(98, 7, "05T00:00:00", r#""merged""#),
        event(20_000_000_007, 7, "03T10:00:00", &labelled("Vote at next meeting")),
        event(
            20_000_000_006,
            7,
            "03T10:00:00",
            r#""unlabeled", "label": {"name": "accepted for discussion"}"#,
        ),
        event(5, 8, "02T00:00:00", &labelled("kernel")),
        event(4, 9, "02T00:00:00", r#""reopened""#),
        event(3, 9, "01T00:00:00", r#""closed""#),
        event(3, 9, "01T00:00:00", r#""closed""#),
        event(2, 7, "01T00:00:00", &discussion),
        event(1, 7, "01T00:00:00", r#""renamed", "rename": {"from": "a", "to": "b"}"#),
    ];
    let histories = decode_all(&all);
    assert_eq!(histories.problems, []);
    let step = |at: &str, stage| (at.to_owned(), stage);
    assert_eq!(
        transitions(&histories, 7),
        [step("01 00:00:00", "discussion"), step("03 10:00:00", "vote"), step("05 00:00:00", "closed")]
    );
    assert_eq!(transitions(&histories, 9), [step("01 00:00:00", "closed"), step("02 00:00:00", "submitted")]);
    assert_eq!(histories.by_number.keys().collect::<Vec<_>>(), [&7, &9], "8 stayed where it was");
    let recorded =
        |number: u32| histories.recorded[&number].iter().map(|it| it.kind.as_str()).collect::<Vec<_>>();
    assert_eq!(recorded(7), ["renamed", "labelled", "unlabelled", "labelled", "merged"]);
    assert_eq!((recorded(8), recorded(9)), (vec!["labelled"], vec!["closed", "reopened"]));
    let mut reversed = all;
    reversed.reverse();
    assert_eq!(decode_all(&reversed), histories, "whatever their order");
}

#[test]
fn only_events_that_change_a_stage_have_to_be_readable() {
    let check = |event: &str, reason: Option<&'static str>| {
        let histories = decode_all(&[event.to_owned()]);
        assert_eq!(histories.problems.first().map(|problem| problem.reason), reason, "{event}");
        assert_eq!(histories.by_number.len(), 0, "{event}");
    };
    check(r#"{"event": "mentioned"}"#, None);
    check(r#"{"event": "merged", "issue": null}"#, None);
    check("3", Some("it is no event"));
    check("{}", Some("it is no event"));
    check(r#"{"event": "closed", "issue": null}"#, Some("it has no number"));
    check(r#"{"event": "closed", "issue": {"number": 1}}"#, Some("it has no id"));
    check(r#"{"event": "closed", "issue": {"number": 1}, "id": 1}"#, Some("it has no time"));
    check(
        r#"{"event": "closed", "issue": {"number": 1}, "id": 1, "created_at": "now"}"#,
        Some("it has no time"),
    );
    check(r#"{"event": "labeled", "label": null}"#, Some("it has no label"));
    check(r#"{"event": "unlabeled", "label": {"name": 3}}"#, Some("it has no label"));
}
