use super::*;

fn event(id: u64, number: u32, at: &str, rest: &str) -> String {
    format!(
        r#"{{"id": {id}, "issue": {{"number": {number}}}, "created_at": "2026-01-{at}Z", "event": {rest}}}"#
    )
}

fn labelled(name: &str) -> String {
    format!(r#""labeled", "label": {{"name": "{name}", "color": "ffffff"}}"#)
}

fn read_all(events: &[String]) -> StageHistories {
    stage_histories(read(&format!("[{}]", events.join(","))).as_list().unwrap())
}

fn steps(histories: &StageHistories, number: u32) -> Vec<(String, &'static str)> {
    let steps = histories.by_number.get(&number).map(Vec::as_slice).unwrap_or_default();
    steps.iter().map(|step| (step.at.format("%d %H:%M:%S").to_string(), step.stage.as_str())).collect()
}

#[test]
fn come_latest_first_of_all_issues_at_once_and_some_twice() {
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
    let histories = read_all(&all);
    assert_eq!(histories.problems, []);
    let step = |at: &str, stage| (at.to_owned(), stage);
    assert_eq!(
        steps(&histories, 7),
        [step("01 00:00:00", "discussion"), step("03 10:00:00", "vote"), step("05 00:00:00", "closed")]
    );
    assert_eq!(steps(&histories, 9), [step("01 00:00:00", "closed"), step("02 00:00:00", "submitted")]);
    assert_eq!(histories.by_number.keys().collect::<Vec<_>>(), [&7, &9], "8 stayed where it was");
    let mut reversed = all;
    reversed.reverse();
    assert_eq!(read_all(&reversed), histories, "whatever their order");
}

#[test]
fn only_one_that_matters_has_to_be_readable() {
    let check = |event: &str, reason: Option<&'static str>| {
        let histories = read_all(&[event.to_owned()]);
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
