//! The snapshot of the recorded responses, and when an existing file is replaced.

use super::*;
use alesco_proposals::snapshot::{decode, decode_value};

const ISSUES: &str = include_str!("../fixtures/issues.json");
const FILES: &str = include_str!("../fixtures/files.json");
const SCHEMA_1: &str = include_str!("../fixtures/snapshot-1.json");
const SCHEMA_2: &str = include_str!("../fixtures/snapshot-2.json");
/// What the builder makes of the fixtures.
pub const SNAPSHOT: &str = include_str!("../fixtures/snapshot-3.json");

/// Responds as GitHub did when the fixtures were recorded, without events, timelines and conflicts.
pub fn recorded(request: &Request) -> Reply {
    let all: serde_json::Value = serde_json::from_str(FILES).unwrap();
    let number = request.path.strip_prefix("/repos/AlmaLinux/ALESCo/pulls/");
    match (request.path.as_str(), number.and_then(|rest| rest.strip_suffix("/files?per_page=100"))) {
        (LIST, _) => Reply::ok(ISSUES),
        (EVENTS, _) => Reply::ok("[]"),
        (path, _) if is_timeline(path) => Reply::ok("[]"),
        (path, _) if is_pull(path) => Reply::ok("{}"),
        (_, Some(number)) => Reply::ok(all.get(number).map_or("[]".to_owned(), ToString::to_string)),
        (_, None) => Reply::status(404),
    }
}

/// After a change of the fixtures or of the schema, `BLESS=1 cargo test --features snapshot-cli fixtures` writes it
/// again.
#[test]
fn the_snapshot_among_the_fixtures_is_built_from_them() {
    let site = Site::new(recorded);
    site.writes();
    if std::env::var_os("BLESS").is_some() {
        std::fs::write("tests/fixtures/snapshot-3.json", site.folder.text()).unwrap();
    }
    assert!(
        site.folder.text() == std::fs::read_to_string("tests/fixtures/snapshot-3.json").unwrap(),
        "tests/fixtures/snapshot-3.json differs: see the comment at this test"
    );
}

#[test]
fn the_list_each_document_and_the_events_are_fetched_once() {
    let site = Site::new(recorded);
    let file = site.writes();
    let files = [18, 17, 16, 15, 14, 13, 12, 11, 10, 9, 8, 6, 5, 4, 3, 2];
    let mut expected = vec![LIST.to_owned()];
    expected.extend(files.map(files_path));
    expected.push(EVENTS.to_owned());
    expected.extend([18, 17, 16].map(timeline_path));
    expected.extend([18, 17, 16].map(pull_path));
    assert_eq!(site.github.paths(), expected);
    assert_eq!(numbers(&file), files.map(u64::from));
    let read = decode_value(&file, REPOSITORY).unwrap();
    assert_eq!((read.documents.len(), read.problems.len(), read.incomplete), (16, 0, false));
    let progress = site.env.progress.borrow();
    assert_eq!(progress.len(), 24);
    assert_eq!(progress[4], Progress { what: "documents", done: 3, total: Some(16) });
    assert_eq!(*site.env.sleeps.borrow(), [0; 0]);
}

#[test]
fn responses_in_another_order_give_the_same_bytes() {
    let site = Site::new(|request| match request.path.as_str() {
        LIST => {
            let mut items: Vec<serde_json::Value> = serde_json::from_str(ISSUES).unwrap();
            items.reverse();
            Reply::ok(serde_json::to_string(&items).unwrap())
        }
        _ => recorded(request),
    });
    site.writes();
    assert!(site.folder.text() == SNAPSHOT);
}

#[test]
fn a_file_of_the_same_content_is_kept_for_a_day() {
    let check = |made_at: &str, now: &str, is_left: bool| {
        let site = Site { env: FakeEnv::at(now), ..Site::new(recorded) };
        let before = SNAPSHOT.replace("2026-09-01T00:00:00Z", made_at);
        site.folder.put(&before);
        let done = site.build().unwrap();
        assert_eq!(matches!(done, BuildReport::Unchanged { .. }), is_left, "{made_at} {now}: {done}");
        let expected = if is_left { before } else { SNAPSHOT.replace("2026-09-01T00:00:00Z", now) };
        assert!(site.folder.text() == expected, "{made_at} {now}");
    };
    check("2026-09-01T00:00:00Z", "2026-09-01T00:00:00Z", true);
    check("2026-09-01T00:00:00Z", "2026-09-01T01:00:00Z", true);
    check("2026-09-01T00:00:00Z", "2026-09-01T23:59:59Z", true);
    check("2026-09-01T00:00:00Z", "2026-09-02T00:00:00Z", false);
    check("2026-09-01T00:00:00Z", "2027-09-02T00:00:00Z", false);
    check("2026-09-01T00:00:01Z", "2026-09-01T00:00:00Z", false);
}

#[test]
fn a_file_of_other_content_is_replaced_at_once() {
    let site = Site { env: FakeEnv::at("2026-09-01T00:00:01Z"), ..Site::new(recorded) };
    site.folder.put(&SNAPSHOT.replacen("\"comments\": 2,", "\"comments\": 1,", 1));
    site.writes();
    assert!(site.folder.text() == SNAPSHOT.replace("2026-09-01T00:00:00Z", "2026-09-01T00:00:01Z"));
}

#[test]
fn a_file_of_an_older_schema_and_an_empty_file_are_replaced() {
    for before in [SCHEMA_1, SCHEMA_2, "", " \n"] {
        let site = Site::new(recorded);
        site.folder.put(before);
        site.writes();
        assert!(site.folder.text() == SNAPSHOT);
    }
}

#[test]
fn a_missing_output_directory_is_created() {
    let site = Site::new(recorded);
    std::fs::remove_dir(&site.folder.0).unwrap();
    site.writes();
}

#[test]
fn stage_changes_are_written_with_each_record() {
    let events = r#"[
        {"id": 3, "event": "closed", "created_at": "2026-07-14T15:00:00Z", "issue": {"number": 15}},
        {"id": 2, "event": "labeled", "created_at": "2026-06-04T16:30:00Z", "issue": {"number": 16}, "label": {"name": "Accepted for Discussion"}},
        {"id": 1, "event": "closed", "created_at": "2026-01-01T00:00:00Z", "issue": {"number": 1}}
    ]"#;
    let site =
        Site::new(move |request| if request.path == EVENTS { Reply::ok(events) } else { recorded(request) });
    let file = site.writes();
    let history = |number: u64| {
        let records = file["records"]["proposals"].as_array().unwrap();
        let record = records.iter().find(|record| record["number"] == number);
        record.and_then(|record| record.get("history")).map(Value::to_string)
    };
    assert_eq!(history(16).unwrap(), r#"[{"at":"2026-06-04T16:30:00Z","stage":"discussion"}]"#);
    assert_eq!(history(15).unwrap(), r#"[{"at":"2026-07-14T15:00:00Z","stage":"closed"}]"#);
    assert_eq!(history(18), None);
    let records = decode_value(&file, REPOSITORY).unwrap().records;
    assert_eq!(records.get(16).unwrap().history.len(), 1);
    assert!(matches!(site.build(), Ok(BuildReport::Unchanged { .. })));
}

#[test]
fn the_next_meeting_is_in_the_file_and_another_one_replaces_it_at_once() {
    let site = Site { next_meeting: "2026-09-10T16:00:00Z", ..Site::new(recorded) };
    assert_eq!(site.writes()["records"]["next_meeting"], "2026-09-10T16:00:00Z");
    let site = Site { next_meeting: "2026-09-24", ..site };
    assert_eq!(site.writes()["records"]["next_meeting"], "2026-09-24");
}

#[test]
fn items_that_cannot_be_read_are_in_the_file_and_in_the_report() {
    let site = Site::new(|request| match request.path.as_str() {
        LIST => Reply::ok(r#"[{"number": 1, "title": "RFC: x", "pull_request": {}}, {"title": "x"}]"#),
        EVENTS => Reply::ok(r#"[{"event": "closed"}]"#),
        _ => recorded(request),
    });
    let done = site.build().unwrap();
    let said = done.to_string();
    assert!(
        said.ends_with(
            "0 contradictions, 0 blocks not understood\n\
         skipped item 2 of the list: it has no number\n\
         skipped item 1 of the events: it has no number"
        ),
        "{said}"
    );
    assert_eq!(decode(&site.folder.text(), REPOSITORY).unwrap().problems.len(), 1);
    assert!(matches!(site.build(), Ok(BuildReport::Unchanged { .. })));
}
