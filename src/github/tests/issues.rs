use super::*;
use crate::proposal::{Outcome, Proposal, Stage};

/// Decodes a pull request with these fields besides `number` and `title`.
fn one(fields: &str) -> Proposal {
    let json = format!(r#"[{{"number": 7, "title": "RFC: x", "pull_request": {{}}{fields}}}]"#);
    let (proposals, problems) = issues(&json);
    assert_eq!(problems, [], "{fields}");
    proposals.into_iter().next().expect("one proposal")
}

#[test]
fn the_recorded_list_is_decoded_completely() {
    let (proposals, problems) = issues(ISSUES);
    assert_eq!((proposals.len(), problems.len()), (16, 0));
    let facts: Vec<_> = proposals
        .iter()
        .map(|p| (p.number, p.status.stage().as_str(), p.status.outcome().map(Outcome::as_str)))
        .collect();
    let closed = |number, outcome| (number, "closed", Some(outcome));
    assert_eq!(
        facts,
        [
            (18, "submitted", None),
            (17, "submitted", None),
            (16, "discussion", None),
            closed(15, "unrecorded"),
            closed(14, "merged"),
            closed(13, "merged"),
            closed(12, "merged"),
            closed(11, "merged"),
            closed(10, "accepted"),
            closed(9, "accepted"),
            closed(8, "accepted"),
            closed(6, "accepted"),
            closed(5, "merged"),
            closed(4, "unrecorded"),
            closed(3, "accepted"),
            closed(2, "accepted"),
        ]
    );
}

#[test]
fn a_missing_field_and_null_have_the_same_fallback() {
    let bare = one("");
    assert_eq!((bare.number, bare.title.as_str()), (7, "x"));
    assert_eq!((bare.author.clone(), bare.comments, bare.thumbs_up, bare.draft), (None, 0, 0, false));
    assert_eq!(bare.status.stage(), Stage::Submitted);
    for null in [
        r#""user": null"#,
        r#""body": null"#,
        r#""labels": null"#,
        r#""draft": null"#,
        r#""closed_by": null"#,
        r#""created_at": null"#,
        r#""comments": null"#,
        r#""reactions": null"#,
        r#""reactions": {"+1": null}"#,
        r#""labels": [], "assignee": {"login": 3}, "something_new": [[]]"#,
    ] {
        assert_eq!(one(&format!(", {null}")), bare, "{null}");
    }
}

#[test]
fn a_field_of_the_wrong_type_is_treated_as_missing() {
    let bare = one("");
    for wrong in [
        r#""user": "anna""#,
        r#""user": {"login": 3}"#,
        r#""body": ["x"]"#,
        r#""labels": "x""#,
        r#""labels": [3, null, {"color": "ffffff"}]"#,
        r#""draft": "yes""#,
        r#""comments": -1"#,
        r#""comments": 1.5"#,
        r#""comments": 4294967296"#,
        r#""comments": "many""#,
        r#""created_at": "yesterday""#,
        r#""updated_at": 0"#,
    ] {
        assert_eq!(one(&format!(", {wrong}")), bare, "{wrong}");
    }
}

#[test]
fn labels_are_objects_or_names_with_or_without_color() {
    let labels = |json: &str| -> Vec<(String, String)> {
        let proposal = one(&format!(r#", "labels": {json}"#));
        proposal.labels.into_iter().map(|label| (label.name, label.color.css())).collect()
    };
    let gray = |name: &str| (name.to_owned(), "#ededed".to_owned());
    assert_eq!(labels(r#"["plain"]"#), [gray("plain")]);
    assert_eq!(labels(r#"[{"name": "a", "color": null, "description": null}]"#), [gray("a")]);
    assert_eq!(labels(r#"[{"name": "a"}]"#), [gray("a")]);
    assert_eq!(labels(r#"[{"name": "a", "color": "red; }"}]"#), [gray("a")]);
    assert_eq!(labels(r#"[{"name": "a", "color": "D93F0B"}]"#)[0].1, "#d93f0b");
}

#[test]
fn control_characters_of_every_text_are_visible() {
    let spoofed = |text: &str| format!("\u{202e}{text}\u{2066}\0");
    let shown = |text: &str| format!("\u{fffd}{text}\u{fffd}\u{fffd}");
    let item = serde_json::json!({
        "number": 1,
        "title": spoofed("gnp.exe"),
        "pull_request": {},
        "user": {"login": spoofed("login")},
        "labels": [spoofed("a"), {"name": spoofed("b"), "description": spoofed("c")}],
        "body": format!("SIG: {}", spoofed("x")),
    });
    let (proposals, _) = parse_issues(&[item]);
    let proposal = &proposals[0];
    assert_eq!((&proposal.title, proposal.author.as_ref()), (&shown("gnp.exe"), Some(&shown("login"))));
    let labels: Vec<&str> = proposal.labels.iter().map(|label| label.name.as_str()).collect();
    assert_eq!(labels, [shown("a"), shown("b")]);
    assert_eq!(proposal.labels[1].description, shown("c"));
    assert_eq!(proposal.sigs[0].name, shown("x"));
    let patch = format!("+Status: {}", spoofed("FCP"));
    let file = serde_json::json!({"filename": spoofed("a.md"), "status": "added", "patch": patch});
    let document = serde_json::json!({"filename": "a.md", "status": "added", "patch": patch});
    assert_eq!(parse_files(&[document]).status, shown("FCP"));
    assert_eq!(parse_pull_files(&[file])[0].path, shown("a.md"));
    // Hebrew and Arabic keep their own direction.
    let (proposals, _) = issues(r#"[{"number": 1, "title": "קרנל \u200f\tمرحبا", "pull_request": {}}]"#);
    assert_eq!(proposals[0].title, "קרנל \u{200f}\tمرحبا");
}

#[test]
fn plain_issues_are_left_out() {
    let json = r#"[{"number": 1, "title": "a bug"}, {"number": 2, "title": "a bug", "pull_request": null}]"#;
    assert_eq!(issues(json), (vec![], vec![]));
}

#[test]
fn an_unreadable_item_is_skipped_and_the_others_are_decoded() {
    let json = r#"[
        {"number": 1, "title": "RFC: a", "pull_request": {}},
        {"title": "no number", "pull_request": {}},
        {"number": 3, "pull_request": {}},
        "text", null,
        {"number": 2, "title": "RFC: b", "pull_request": {}}
    ]"#;
    let (proposals, problems) = issues(json);
    assert_eq!(proposals.iter().map(|p| p.number).collect::<Vec<_>>(), [1, 2]);
    let problems: Vec<_> = problems.iter().map(|problem| (problem.item, problem.reason)).collect();
    let no_number = "it has no number";
    assert_eq!(problems, [(2, no_number), (3, "it has no title"), (4, no_number), (5, no_number)]);
}

#[test]
fn a_description_is_read_whatever_half_of_a_surrogate_pair_is_in_it() {
    for (body, expected) in [
        (r#"{"body": "a"}"#, "a"),
        (r#"{"body": "a\ud800b"}"#, "a\u{fffd}b"),
        (r#"{"body": null}"#, ""),
        (r#"{"body": 1}"#, ""),
        ("no JSON", ""),
    ] {
        assert_eq!(parse_description(body), expected, "{body}");
    }
}
