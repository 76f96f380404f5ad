//! What the builder makes of the recorded answers, and when it leaves the file as it is.

use super::*;
use alesco_proposals::snapshot::decode;

const ISSUES: &str = include_str!("../fixtures/issues.json");
const FILES: &str = include_str!("../fixtures/files.json");
const OLD_SCHEMA: &str = include_str!("../fixtures/snapshot-1.json");
pub const SNAPSHOT: &str = include_str!("../../snapshot/proposals.json");

/// Answers as GitHub did, with no event recorded.
pub fn recorded(request: &Request) -> Reply {
    let all: serde_json::Value = serde_json::from_str(FILES).unwrap();
    let number = request.path.strip_prefix("/repos/AlmaLinux/ALESCo/pulls/");
    match (request.path.as_str(), number.and_then(|rest| rest.strip_suffix("/files"))) {
        (LIST, _) => Reply::ok(ISSUES),
        (EVENTS, _) => Reply::ok("[]"),
        (_, Some(number)) => Reply::ok(all.get(number).map_or("[]".to_owned(), ToString::to_string)),
        (_, None) => Reply::status(404),
    }
}

/// The demonstration's snapshot, made of the fixtures at the beginning of 1 September 2026. After a change
/// of either, `BLESS=1 cargo test --features snapshot-cli committed` writes it anew.
#[test]
fn the_committed_snapshot_is_what_the_builder_writes_of_the_fixtures() {
    let site = Site::new(recorded);
    site.writes();
    if std::env::var_os("BLESS").is_some() {
        std::fs::write("snapshot/proposals.json", site.folder.text()).unwrap();
    }
    assert!(
        site.folder.text() == std::fs::read_to_string("snapshot/proposals.json").unwrap(),
        "snapshot/proposals.json is another one: see the comment at this test"
    );
}

#[test]
fn the_list_every_document_and_the_events_are_asked_for_once() {
    let site = Site::new(recorded);
    let file = site.writes();
    let files = [18, 17, 16, 15, 14, 13, 12, 11, 10, 9, 8, 6, 5, 4, 3, 2];
    let mut expected = vec![LIST.to_owned()];
    expected.extend(files.map(|number| format!("/repos/AlmaLinux/ALESCo/pulls/{number}/files")));
    expected.push(EVENTS.to_owned());
    assert_eq!(site.github.paths(), expected);
    assert_eq!(numbers(&file), files);
    let read = decode(&file, REPOSITORY).unwrap();
    assert_eq!((read.documents.len(), read.problems.len(), read.incomplete), (16, 0, false));
    let progress = site.env.progress.borrow();
    assert_eq!(progress.len(), 18);
    assert_eq!(progress[4], Progress { what: "documents", at: 3, of: Some(16) });
    assert_eq!(*site.env.waits.borrow(), [0; 0]);
}

#[test]
fn the_same_answers_in_another_order_are_the_same_bytes() {
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
fn a_file_that_says_the_same_is_left_alone_for_a_day() {
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
fn one_that_says_something_else_is_replaced_at_once() {
    let site = Site { env: FakeEnv::at("2026-09-01T00:00:01Z"), ..Site::new(recorded) };
    site.folder.put(&SNAPSHOT.replacen("\"comments\": 2,", "\"comments\": 1,", 1));
    site.writes();
    assert!(site.folder.text() == SNAPSHOT.replace("2026-09-01T00:00:00Z", "2026-09-01T00:00:01Z"));
}

#[test]
fn one_of_an_older_schema_and_an_empty_one_are_replaced() {
    for before in [OLD_SCHEMA, "", " \n"] {
        let site = Site::new(recorded);
        site.folder.put(before);
        site.writes();
        assert!(site.folder.text() == SNAPSHOT);
    }
}

#[test]
fn the_folder_is_made_where_there_is_none() {
    let site = Site::new(recorded);
    std::fs::remove_dir(&site.folder.0).unwrap();
    site.writes();
}

#[test]
fn history_is_written_beside_each_proposal_and_read_by_none() {
    let events = r#"[
        {"id": 3, "event": "closed", "created_at": "2026-07-14T15:00:00Z", "issue": {"number": 15}},
        {"id": 2, "event": "labeled", "created_at": "2026-06-04T16:30:00Z", "issue": {"number": 16}, "label": {"name": "Accepted for Discussion"}},
        {"id": 1, "event": "closed", "created_at": "2026-01-01T00:00:00Z", "issue": {"number": 1}}
    ]"#;
    let site =
        Site::new(move |request| if request.path == EVENTS { Reply::ok(events) } else { recorded(request) });
    let file = site.writes();
    let history = |number: u64| {
        let records = file.get("proposals").and_then(Value::as_list).unwrap();
        let record = records.iter().find(|record| record.get("number") == Some(&Value::Number(number)));
        record
            .unwrap()
            .get("history")
            .map(native::write)
            .map(|text| text.split_whitespace().collect::<String>())
    };
    assert_eq!(history(16).unwrap(), r#"[{"at":"2026-06-04T16:30:00Z","stage":"discussion"}]"#);
    assert_eq!(history(15).unwrap(), r#"[{"at":"2026-07-14T15:00:00Z","stage":"closed"}]"#);
    assert_eq!(history(18), None);
    assert_eq!(decode(&file, REPOSITORY), decode(&native::read(SNAPSHOT), REPOSITORY));
    assert!(matches!(site.build(), Ok(BuildReport::Unchanged { .. })));
}

#[test]
fn what_cannot_be_read_is_in_the_file_and_said() {
    let site = Site::new(|request| match request.path.as_str() {
        LIST => Reply::ok(r#"[{"number": 1, "title": "RFC: x", "pull_request": {}}, {"title": "x"}]"#),
        EVENTS => Reply::ok(r#"[{"event": "closed"}]"#),
        _ => recorded(request),
    });
    let done = site.build().unwrap();
    let said = done.to_string();
    assert!(
        said.ends_with(
            "proposals.json: 1 proposals, 0 changes of stage, 2 requests\n\
         not in it: item 2 of the list, it has no number\n\
         not in it: item 1 of the events, it has no number"
        ),
        "{said}"
    );
    let file = native::read(&site.folder.text());
    assert_eq!(decode(&file, REPOSITORY).unwrap().problems.len(), 1);
    assert!(matches!(site.build(), Ok(BuildReport::Unchanged { .. })));
}
