//! Single items that cannot be read: they become problems, and the rest is written.

use super::recorded::{SNAPSHOT, recorded};
use super::*;
use alesco_proposals::snapshot::decode;

/// Builds over the recorded snapshot two days later, and returns the new file and the problems.
fn rebuild(answer: impl Fn(&Request) -> Reply + Send + 'static) -> (String, Vec<String>) {
    let site = Site { env: FakeEnv::at("2026-09-03T00:00:00Z"), ..Site::new(answer) };
    site.folder.put(SNAPSHOT);
    match site.build().unwrap() {
        BuildReport::Written { problems, .. } => {
            (site.folder.text(), problems.iter().map(ToString::to_string).collect())
        }
        other => panic!("{other}"),
    }
}

/// Returns the recorded list with a change.
fn changed_list(change: impl Fn(&mut Value) + Send + 'static) -> impl Fn(&Request) -> Reply + Send + 'static {
    move |request| match request.path.as_str() {
        LIST => {
            let mut items = parse(include_str!("../fixtures/issues.json"));
            items.as_array_mut().unwrap().iter_mut().filter(|item| item["number"] == 18).for_each(&change);
            Reply::ok(items.to_string())
        }
        _ => recorded(request),
    }
}

#[test]
fn a_document_whose_files_fail_keeps_its_old_reading() {
    let same = SNAPSHOT.replace("2026-09-01T00:00:00Z", "2026-09-03T00:00:00Z");
    for reply in [Reply::status(404), Reply::status(422), Reply::status(500), Reply::ok("<html>")] {
        let (text, problems) =
            rebuild(
                move |request| {
                    if request.path == files_path(18) { reply.clone() } else { recorded(request) }
                },
            );
        assert!(text == same, "{problems:?}");
        assert!(problems.len() == 1 && problems[0].starts_with("files of #18: "), "{problems:?}");
    }
}

#[test]
fn a_document_is_not_made_of_the_pages_before_one_that_fails() {
    let same = SNAPSHOT.replace("2026-09-01T00:00:00Z", "2026-09-03T00:00:00Z");
    let (text, problems) = rebuild(move |request| match request.path.as_str() {
        path if path == files_path(18) => {
            let file = r#"[{"filename": "notes.txt", "status": "added", "patch": "+x"}]"#;
            Reply::ok(file).next(&format!("{}/more", request.host))
        }
        "/more" => Reply::status(422),
        _ => recorded(request),
    });
    assert!(text == same, "{problems:?}");
    assert!(problems.len() == 1 && problems[0].starts_with("files of #18: "), "{problems:?}");
}

#[test]
fn a_new_document_whose_files_fail_is_missing() {
    let site = Site::new(|request| match request.path.as_str() {
        path if path == files_path(18) => Reply::status(422),
        _ => recorded(request),
    });
    site.writes();
    let snapshot = decode(&site.folder.text(), REPOSITORY).unwrap();
    assert_eq!((snapshot.proposals.len(), snapshot.documents.len()), (16, 15));
}

#[test]
fn a_document_beyond_three_hundred_files_is_not_known() {
    let pages = |last: &'static str| {
        move |request: &Request| {
            let path = request.path.clone();
            let page = match path.strip_prefix("/more?page=") {
                Some(page) => page.parse().unwrap(),
                None if path == files_path(18) => 1,
                None => return recorded(request),
            };
            let body = if page == 3 { last } else { "[]" };
            Reply::ok(body).next(&format!("{}/more?page={}", request.host, page + 1))
        }
    };
    let (text, problems) = rebuild(pages("[]"));
    let same = SNAPSHOT.replace("2026-09-01T00:00:00Z", "2026-09-03T00:00:00Z");
    assert!(text == same, "the old reading is kept");
    assert_eq!(problems, ["files of #18: more than 300, and no document among those that were read"]);
    let (text, problems) = rebuild(pages(r#"[{"filename": "rfcs/0099-x.md", "status": "added"}]"#));
    assert!(text.contains(r#""rfc_number": 99"#), "it is found on the third page");
    assert_eq!(problems, [""; 0]);
}

#[test]
fn an_item_of_the_list_that_cannot_be_read_keeps_its_old_reading() {
    let (text, problems) = rebuild(changed_list(|item| item["title"] = Value::Null));
    assert_eq!(problems, ["skipped item 1 of the list: it has no title"]);
    let (before, after) = (decode(SNAPSHOT, REPOSITORY).unwrap(), decode(&text, REPOSITORY).unwrap());
    assert_eq!(after.proposals, before.proposals);
    assert_eq!(after.problems.len(), 1);
}

#[test]
fn an_item_that_cannot_be_read_revives_no_deleted_proposal() {
    let (text, problems) = rebuild(|request| match request.path.as_str() {
        LIST => {
            let mut items = parse(include_str!("../fixtures/issues.json"));
            let items = items.as_array_mut().unwrap();
            items.retain(|item| item["number"] != 17);
            items.iter_mut().filter(|item| item["number"] == 18).for_each(|item| item["title"] = Value::Null);
            Reply::ok(Value::Array(items.clone()).to_string())
        }
        path if path == files_path(17) => Reply::status(404),
        _ => recorded(request),
    });
    assert_eq!(problems, ["skipped item 1 of the list: it has no title"]);
    let (before, after) = (numbers(&parse(SNAPSHOT)), numbers(&parse(&text)));
    assert_eq!(after, before.into_iter().filter(|number| *number != 17).collect::<Vec<_>>());
}

#[test]
fn a_label_that_is_null_and_half_a_character_in_a_title_are_no_problem() {
    let (text, problems) = rebuild(changed_list(|item| {
        item["labels"] = serde_json::json!([null, {"name": null}, "kernel"]);
    }));
    assert_eq!(problems, [""; 0]);
    assert_eq!(decode(&text, REPOSITORY).unwrap().proposals[0].labels.len(), 1);

    let (text, problems) = rebuild(|request| match request.path.as_str() {
        LIST => Reply::ok(include_str!("../fixtures/issues.json").replacen(
            "Build and Secure",
            r"\ud800 Secure",
            1,
        )),
        _ => recorded(request),
    });
    assert_eq!(problems, [""; 0]);
    let title = &decode(&text, REPOSITORY).unwrap().proposals[0].title;
    assert!(title.starts_with("\u{fffd} Secure"), "{title}");
}

#[test]
fn a_header_with_another_rfc_number_than_the_file_is_said() {
    let site = Site::new(|request| match request.path.as_str() {
        path if path == files_path(18) => Reply::ok(
            r#"[{"filename": "rfcs/0007-x.md", "status": "added", "patch": "+* **RFC Number:** 0009"}]"#,
        ),
        _ => recorded(request),
    });
    let BuildReport::Written { problems, .. } = site.build().unwrap() else { panic!() };
    let problems: Vec<String> = problems.iter().map(ToString::to_string).collect();
    assert_eq!(problems, ["document of #18: rfcs/0007-x.md, but its header says RFC 0009"]);
    let snapshot = decode(&site.folder.text(), REPOSITORY).unwrap();
    assert_eq!(snapshot.documents[0].document.rfc_number.map(|number| number.get()), Some(9));
}

#[test]
fn an_event_that_cannot_be_read_loses_no_history() {
    let event = |id: u32, rest: &str| {
        format!(r#"{{"id": {id}, "event": "closed", "created_at": "2026-07-14T15:00:00Z"{rest}}}"#)
    };
    let of_15 = r#", "issue": {"number": 15}"#;
    let whole = format!("[{}, {}]", event(1, of_15), event(2, r#", "issue": {"number": 14}"#));
    let broken = format!(
        "[{}, {}, {}, {}]",
        event(1, ""),
        event(2, r#", "issue": {"number": 14}"#),
        event(3, r#", "issue": null"#).replace("closed", "mentioned"),
        event(4, of_15).replace("closed", "subscribed"),
    );
    let first =
        Site::new(move |request| if request.path == EVENTS { Reply::ok(&whole) } else { recorded(request) });
    first.writes();
    let second = Site {
        folder: first.folder,
        env: FakeEnv::at("2026-09-03T00:00:00Z"),
        ..Site::new(
            move |request| if request.path == EVENTS { Reply::ok(&broken) } else { recorded(request) },
        )
    };
    let BuildReport::Written { problems, stage_changes, .. } = second.build().unwrap() else { panic!() };
    assert_eq!(problems[0].to_string(), "skipped item 1 of the events: it has no number");
    assert_eq!((problems.len(), stage_changes), (1, 2));
}
