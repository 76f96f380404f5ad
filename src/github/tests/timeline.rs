use super::*;
use crate::proposal::EventKind;

/// Kind, actor, subject and page.
type Parts<'a> = (EventKind, Option<&'a str>, Option<&'a str>, Option<&'a str>);

fn check(json: &str, expected: Option<Parts>) {
    let events = parse_timeline(&parse_list(&format!("[{json}]")).unwrap());
    let found = events
        .first()
        .map(|event| (event.kind, event.actor.as_deref(), event.subject.as_deref(), event.url.as_deref()));
    assert_eq!(found, expected, "{json}");
}

#[test]
fn each_event_has_its_kind_actor_subject_and_page() {
    let event = |rest: &str| {
        format!(r#"{{"created_at": "2026-01-01T00:00:00Z", "actor": {{"login": "anna"}}, "event": {rest}}}"#)
    };
    let plain =
        |name: &str, kind| check(&event(&format!("{name:?}")), Some((kind, Some("anna"), None, None)));
    plain("closed", EventKind::Closed);
    plain("merged", EventKind::Merged);
    plain("reopened", EventKind::Reopened);
    plain("ready_for_review", EventKind::Readied);
    plain("convert_to_draft", EventKind::Drafted);
    plain("head_ref_force_pushed", EventKind::Pushed);
    let with =
        |rest: &str, kind, subject| check(&event(rest), Some((kind, Some("anna"), Some(subject), None)));
    with(r#""labeled", "label": {"name": "kernel"}"#, EventKind::Labelled, "kernel");
    with(r#""unlabeled", "label": {"name": "kernel"}"#, EventKind::Unlabelled, "kernel");
    with(r#""renamed", "rename": {"from": "a", "to": "b"}"#, EventKind::Renamed, "b");
    let requested = EventKind::ReviewRequested;
    with(r#""review_requested", "requested_reviewer": {"login": "benny"}"#, requested, "benny");
    with(r#""review_requested", "requested_team": {"name": "Core"}"#, requested, "Core");
    check(
        &event(r#""cross-referenced", "source": {"issue": {"title": "Other", "html_url": "https://x/3"}}"#),
        Some((EventKind::Referenced, Some("anna"), Some("Other"), Some("https://x/3"))),
    );
    check(
        r#"{"event": "reviewed", "submitted_at": "2026-01-01T00:00:00Z", "user": {"login": "anna"}, "html_url": "https://x/r"}"#,
        Some((EventKind::Reviewed, Some("anna"), None, Some("https://x/r"))),
    );
    for (state, kind) in [
        ("approved", EventKind::Approved),
        ("changes_requested", EventKind::ChangesRequested),
        ("commented", EventKind::Reviewed),
        ("dismissed", EventKind::Dismissed),
    ] {
        let review = format!(
            r#"{{"event": "reviewed", "submitted_at": "2026-01-01T00:00:00Z", "state": "{state}", "user": {{"login": "anna"}}}}"#
        );
        check(&review, Some((kind, Some("anna"), None, None)));
    }
    check(
        &event(r#""commented", "html_url": "https://x/i""#),
        Some((EventKind::Commented, Some("anna"), None, Some("https://x/i"))),
    );
    check(
        r#"{"event": "committed", "message": "Say why\n\nBecause.", "html_url": "https://x/c",
            "author": {"name": "Anna", "date": "2025-01-01T00:00:00Z"}, "committer": {"date": "2026-01-01T00:00:00Z"}}"#,
        Some((EventKind::Pushed, Some("Anna"), Some("Say why"), Some("https://x/c"))),
    );
}

#[test]
fn events_of_other_kinds_and_those_that_cannot_be_read_are_left_out() {
    let subscription = r#"{"event": "subscribed", "created_at": "2026-01-01T00:00:00Z"}"#;
    let no_label = r#"{"event": "labeled", "created_at": "2026-01-01T00:00:00Z"}"#;
    for json in
        [subscription, no_label, "3", "null", "{}", r#"{"event": "closed"}"#, r#"{"event": "committed"}"#]
    {
        check(json, None);
    }
}

#[test]
fn an_account_that_is_deleted_is_nobody() {
    let event = r#"{"event": "closed", "created_at": "2026-01-01T00:00:00Z", "actor": null}"#;
    check(event, Some((EventKind::Closed, None, None, None)));
}

#[test]
fn a_merge_is_one_event() {
    let event = |name: &str| format!(r#"{{"event": "{name}", "created_at": "2026-01-01T00:00:00Z"}}"#);
    let list = format!("[{}, {}]", event("merged"), event("closed"));
    let kinds: Vec<_> = parse_timeline(&parse_list(&list).unwrap()).iter().map(|event| event.kind).collect();
    assert_eq!(kinds, [EventKind::Merged]);
}

#[test]
fn a_request_for_a_review_that_was_taken_back_is_not_shown() {
    let event = |name: &str, reviewer: &str, day: u32| {
        format!(
            r#"{{"event": "{name}", "created_at": "2026-01-{day:02}T00:00:00Z", "requested_reviewer": {{"login": "{reviewer}"}}}}"#
        )
    };
    let check = |events: &[String], expected: &[&str]| {
        let events = parse_timeline(&parse_list(&format!("[{}]", events.join(","))).unwrap());
        let left: Vec<_> = events.iter().map(|event| event.subject.as_deref().unwrap_or_default()).collect();
        assert_eq!(left, expected);
    };
    let (asked, taken_back) = ("review_requested", "review_request_removed");
    check(&[event(asked, "board", 1)], &["board"]);
    check(&[event(asked, "board", 1), event(taken_back, "board", 2)], &[]);
    check(&[event(asked, "board", 1), event(taken_back, "board", 2), event(asked, "board", 3)], &["board"]);
    check(&[event(asked, "board", 1), event(asked, "anna", 1), event(taken_back, "anna", 2)], &["board"]);
    // Of the earlier events of a repository, the request is missing.
    check(&[event(taken_back, "board", 1), event(asked, "board", 2)], &["board"]);
    // A page that is fetched twice has an event twice.
    let twice = event(taken_back, "board", 3);
    check(&[event(asked, "board", 1), event(asked, "board", 2), twice.clone(), twice], &["board"]);
}
