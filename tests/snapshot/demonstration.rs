//! The demonstration's data, built of facts by the builder itself. `tests/demo/README.md` says where they come from.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::prerender::MADE_AT;
use super::*;
use alesco_proposals::config::MINUTES;
use alesco_proposals::snapshot::archive::Archive;
use alesco_proposals::snapshot_cli::Problem;

const ISSUES: &str = include_str!("../demo/issues.json");
const MINUTES_FOLDER: &str = include_str!("../demo/minutes.json");
const FILES: &str = include_str!("../fixtures/pull-files.json");
pub const FOLDER: &str = "/repos/AlmaLinux/wiki/contents/docs/alesco/meeting-minutes";

/// Responds as GitHub would on 1 September 2026, without events and timelines, which are not known.
pub fn demonstration(request: &Request) -> Reply {
    let path = request.path.as_str();
    let pulls = path.strip_prefix("/repos/AlmaLinux/ALESCo/pulls/");
    if let Some(number) = pulls.and_then(|rest| rest.strip_suffix("/files?per_page=100")) {
        return Reply::ok(parse(FILES).get(number).map_or("[]".to_owned(), ToString::to_string));
    }
    if let Some(name) = path.strip_prefix(FOLDER).and_then(|rest| rest.strip_prefix('/')) {
        return minutes_file(name);
    }
    match path {
        LIST => Reply::ok(ISSUES),
        EVENTS => Reply::ok("[]"),
        path if is_timeline(path) => Reply::ok("[]"),
        path if is_pull(path) => Reply::ok("{}"),
        FOLDER => Reply::ok(MINUTES_FOLDER),
        _ => Reply::status(404),
    }
}

/// Responds with a file of the minutes, as `GET /repos/{owner}/{repo}/contents/{path}` has it.
fn minutes_file(name: &str) -> Reply {
    match std::fs::read(Path::new("tests/fixtures/minutes").join(name)) {
        Ok(bytes) => Reply::ok(content(&bytes)),
        Err(_) => Reply::status(404),
    }
}

/// Returns a file in base64, in lines of 60 characters.
pub fn content(bytes: &[u8]) -> String {
    let encoded = STANDARD.encode(bytes);
    let lines: Vec<&str> =
        encoded.as_bytes().chunks(60).map(|line| std::str::from_utf8(line).unwrap()).collect();
    serde_json::json!({"encoding": "base64", "content": lines.join("\n")}).to_string()
}

/// A site with the demonstration's data and minutes.
pub fn site(answer: impl Fn(&Request) -> Reply + Send + 'static) -> Site {
    Site { minutes: MINUTES, web: "https://github.com", env: FakeEnv::at(MADE_AT), ..Site::new(answer) }
}

/// The demonstration's snapshot is built from `tests/demo`. After a change, `make demo-data` writes it again.
#[test]
fn the_committed_snapshot_is_built_from_the_demonstration_s_data() {
    let site = site(demonstration);
    site.writes();
    if std::env::var_os("BLESS").is_some() {
        std::fs::write("snapshot/proposals.json", site.folder.text()).unwrap();
    }
    assert!(
        site.folder.text() == std::fs::read_to_string("snapshot/proposals.json").unwrap(),
        "snapshot/proposals.json differs: see the comment at this test"
    );
}

#[test]
fn the_report_says_what_was_learned() {
    let site = site(demonstration);
    let report = site.build().unwrap().to_string();
    let (_, report) = report.split_once("proposals.json: ").unwrap();
    assert_eq!(
        report,
        "16 proposals, 0 stage changes, 53 requests, 0 HTML files\n\
         28 meetings, 28 fetched, 1 stage from minutes, 1 stage from documents, 6 outcomes from minutes, \
         0 outcomes from documents, 1 contradiction, 0 blocks not understood\n\
         contradiction: #9 is accepted, but the minutes of 2025-05-28 say vote-deferred: \
         Vote punted until proof of concept is built"
    );
}

#[test]
fn minutes_are_fetched_once_and_again_if_their_hash_changes() {
    let first = site(demonstration);
    first.writes();
    let second = Site { folder: first.folder, ..site(demonstration) };
    assert!(matches!(second.build(), Ok(BuildReport::Unchanged { .. })));
    let fetched = |site: &Site| {
        let paths = site.github.paths();
        paths.iter().filter(|path| path.starts_with(&format!("{FOLDER}/"))).cloned().collect::<Vec<_>>()
    };
    assert_eq!(fetched(&second), [""; 0]);
    let changed = Site {
        folder: second.folder,
        ..site(|request| match request.path.strip_prefix(FOLDER) {
            Some("") => Reply::ok(MINUTES_FOLDER.replacen(&sha_of("2026-07-16"), "0123", 1)),
            Some("/2026-07-16.md") => {
                Reply::ok(content(b"Discussed https://github.com/AlmaLinux/ALESCo/pull/17"))
            }
            _ => demonstration(request),
        })
    };
    let file = changed.writes();
    assert_eq!(fetched(&changed), [format!("{FOLDER}/2026-07-16.md")]);
    let notes = |number: u32| {
        let records = file["records"]["proposals"].as_array().unwrap();
        let record = records.iter().find(|record| record["number"] == number);
        record.map_or(0, |record| record["notes"].as_array().unwrap().len())
    };
    // That of 16 July is gone.
    assert_eq!((notes(17), notes(16)), (1, 5));
}

/// Returns the hash of a meeting's minutes.
fn sha_of(date: &str) -> String {
    let files = parse(MINUTES_FOLDER);
    let name = format!("{date}.md");
    let file = files.as_array().unwrap().iter().find(|file| file["name"] == name.as_str());
    file.unwrap()["sha"].as_str().unwrap().to_owned()
}

/// Builds over the demonstration's snapshot, and returns the dates of the meetings in the new one, and the problems.
fn rebuild(answer: impl Fn(&Request) -> Reply + Send + 'static) -> (Vec<String>, Vec<String>) {
    let site = Site { env: FakeEnv::at("2026-09-03T00:00:00Z"), ..site(answer) };
    site.folder.put(&std::fs::read_to_string("snapshot/proposals.json").unwrap());
    let report = site.build().unwrap();
    let BuildReport::Written { problems, .. } = report else { panic!("{report}") };
    let archive = Archive::decode(&parse(&site.folder.text()));
    let dates = archive.meetings.iter().map(|archived| archived.meeting.date.to_string()).collect();
    (dates, problems.iter().map(Problem::to_string).collect())
}

#[test]
fn no_meeting_is_lost_to_a_failed_request() {
    let folder_fails: [(Reply, &str); 4] = [
        (Reply::status(404), "does not exist"),
        (Reply::status(500), "status 500"),
        (Reply::ok("<html>"), "it is not JSON"),
        (Reply::ok("[]"), "the folder has no file named YYYY-MM-DD.md"),
    ];
    for (reply, reason) in folder_fails {
        let (dates, problems) = rebuild(move |request| match request.path.as_str() {
            FOLDER => reply.clone(),
            _ => demonstration(request),
        });
        assert_eq!(dates.len(), 28, "{reason}");
        assert!(problems.len() == 1 && problems[0].contains(reason), "{problems:?}");
    }
    for reply in [Reply::status(404), Reply::status(500), Reply::ok("{}")] {
        let (dates, problems) = rebuild(move |request| match request.path.strip_prefix(FOLDER) {
            Some("") => Reply::ok(MINUTES_FOLDER.replacen(&sha_of("2026-07-16"), "0123", 1)),
            Some("/2026-07-16.md") => reply.clone(),
            _ => demonstration(request),
        });
        assert_eq!(dates.len(), 28);
        assert!(problems.len() == 1 && problems[0].starts_with("minutes of 2026-07-16: "), "{problems:?}");
    }
}

#[test]
fn a_meeting_that_the_folder_does_not_list_is_lost_only_if_its_file_was_removed() {
    let without = || MINUTES_FOLDER.replace("2026-07-16.md", "2026-07-16.txt");
    let (dates, problems) = rebuild(move |request| match request.path.as_str() {
        FOLDER => Reply::ok(without()),
        _ => demonstration(request),
    });
    assert_eq!(dates.len(), 28);
    assert_eq!(problems, ["minutes of 2026-07-16: the folder does not list the file, which exists"]);
    let (dates, problems) = rebuild(move |request| match request.path.strip_prefix(FOLDER) {
        Some("") => Reply::ok(without()),
        Some("/2026-07-16.md") => Reply::status(404),
        _ => demonstration(request),
    });
    assert_eq!(dates.len(), 27);
    assert_eq!(problems, ["minutes of 2026-07-16: the file was removed"]);
    let (dates, problems) = rebuild(move |request| match request.path.strip_prefix(FOLDER) {
        Some("") => Reply::ok(without()),
        Some("/2026-07-16.md") => Reply::status(422),
        _ => demonstration(request),
    });
    assert_eq!(dates.len(), 28);
    assert!(problems.len() == 1 && problems[0].contains("status 422"), "{problems:?}");
}

/// Builds over the demonstration's snapshot after a change of both, and returns the minutes that were fetched.
fn fetched_after(
    change_snapshot: impl Fn(String) -> String,
    change_folder: impl Fn(String) -> String + Send + 'static,
) -> Vec<String> {
    let site = site(move |request| match request.path.as_str() {
        FOLDER => Reply::ok(change_folder(MINUTES_FOLDER.to_owned())),
        _ => demonstration(request),
    });
    site.folder.put(&change_snapshot(std::fs::read_to_string("snapshot/proposals.json").unwrap()));
    site.build().unwrap();
    let paths = site.github.paths().into_iter();
    paths.filter_map(|path| Some(path.strip_prefix(&format!("{FOLDER}/"))?.to_owned())).collect()
}

#[test]
fn minutes_that_another_version_has_parsed_are_fetched_again() {
    let same = |text: String| text;
    assert_eq!(fetched_after(same, same), [""; 0]);
    let of_another_version = |text: String| {
        let key = format!(r#""minutes_reader": {}"#, alesco_proposals::minutes::PARSER_VERSION);
        assert!(text.contains(&key));
        text.replace(&key, r#""minutes_reader": 0"#)
    };
    assert_eq!(fetched_after(of_another_version, same).len(), 28);
    let without_hash = |text: String| text.replace(&sha_of("2026-07-16"), "");
    assert_eq!(fetched_after(of_another_version, without_hash).len(), 28);
}

#[test]
fn minutes_without_a_hash_are_fetched_again() {
    let without_hash = |text: String| text.replace(&sha_of("2026-07-16"), "");
    assert_eq!(fetched_after(without_hash, without_hash), ["2026-07-16.md"]);
}

#[test]
fn a_site_without_minutes_requests_none() {
    let site = Site { minutes: "none", ..site(demonstration) };
    let file = site.writes();
    assert!(site.github.paths().iter().all(|path| !path.contains("contents")));
    assert_eq!((file.get("meetings"), file["records"].get("minutes")), (None, None));
}
