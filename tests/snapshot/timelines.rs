//! The timelines of open proposals, in the events of the snapshot.

use super::recorded::recorded;
use super::*;

const TIMELINE: &str = r#"[
    {"event": "committed", "message": "Say why", "html_url": "https://x/c",
     "author": {"name": "Anna", "date": "2026-07-01T00:00:00Z"}, "committer": {"date": "2026-07-01T00:00:00Z"}},
    {"event": "commented", "created_at": "2026-07-02T00:00:00Z", "actor": {"login": "mia"}, "html_url": "https://x/i"},
    {"event": "subscribed", "created_at": "2026-07-02T00:00:00Z", "actor": {"login": "mia"}},
    {"event": "reviewed", "submitted_at": "2026-07-03T00:00:00Z", "state": "changes_requested", "user": {"login": "max"}}
]"#;

/// One event of the repository, which a timeline has, too.
const LABELLED: &str = r#"[{"id": 1, "event": "labeled", "created_at": "2026-07-02T00:00:00Z",
    "issue": {"number": 18}, "label": {"name": "kernel"}}]"#;

/// Returns the names of the events that the file has of a proposal.
fn events(file: &Value, number: u32) -> Vec<String> {
    let records = file["records"]["proposals"].as_array().unwrap();
    let record = records.iter().find(|record| record["number"] == number);
    let events = record.and_then(|record| record["events"].as_array());
    events.into_iter().flatten().map(|event| event["event"].as_str().unwrap().to_owned()).collect()
}

/// A site whose timeline of #18 is answered like this.
fn site(answer: impl Fn(&Request) -> Reply + Send + 'static) -> Site {
    Site::new(move |request| match request.path.as_str() {
        EVENTS => Reply::ok(LABELLED),
        path if path == timeline_path(18) => answer(request),
        _ => recorded(request),
    })
}

#[test]
fn commits_comments_and_reviews_of_open_proposals_are_in_the_snapshot() {
    let site = site(|_| Reply::ok(TIMELINE));
    let file = site.writes();
    assert_eq!(events(&file, 18), ["pushed", "commented", "changes-requested"]);
    let comment = &file["records"]["proposals"].as_array().unwrap().last().unwrap()["events"][1];
    let expected = r#"{"actor":"mia","at":"2026-07-02T00:00:00Z","event":"commented","url":"https://x/i"}"#;
    assert_eq!(*comment, parse(expected));
    let asked: Vec<String> =
        site.github.paths().into_iter().filter(|path| path.contains("/timeline")).collect();
    assert_eq!(asked, [18, 17, 16].map(timeline_path), "closed proposals take no request");
}

#[test]
fn every_page_of_a_timeline_is_read() {
    let site = Site::new(|request| match request.path.as_str() {
        path if path == timeline_path(18) => Reply::ok(TIMELINE).next(&format!("{}/more", request.host)),
        "/more" => Reply::ok(
            r#"[{"event": "closed", "created_at": "2026-07-09T00:00:00Z", "actor": {"login": "mia"}}]"#,
        ),
        _ => recorded(request),
    });
    assert_eq!(events(&site.writes(), 18).last().unwrap(), "closed");
}

#[test]
fn a_timeline_without_events_leaves_those_of_the_repository() {
    let site = site(|_| Reply::ok("[]"));
    assert_eq!(events(&site.writes(), 18), ["labelled"]);
}

#[test]
fn a_timeline_that_cannot_be_read_keeps_what_the_existing_snapshot_has_and_is_reported() {
    let site = site(|request| match request.before {
        0 => Reply::ok(TIMELINE),
        _ => Reply::status(404),
    });
    site.writes();
    let report = site.build().unwrap();
    assert!(report.to_string().contains("\ntimeline of #18: "), "{report}");
    assert_eq!(events(&parse(&site.folder.text()), 18), ["pushed", "commented", "changes-requested"]);
}

#[test]
fn a_timeline_that_cannot_be_read_at_first_leaves_the_events_of_the_repository() {
    let site = site(|_| Reply::status(404));
    assert_eq!(events(&site.writes(), 18), ["labelled"]);
}
