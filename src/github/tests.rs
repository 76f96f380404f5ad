use super::*;
use crate::json::native::read;
use crate::proposal::{Outcome, Stage, Time};
use crate::snapshot::{FetchedDocument, Snapshot, decode};

const ISSUES: &str = include_str!("../../tests/fixtures/issues.json");
const FILES: &str = include_str!("../../tests/fixtures/files.json");
const SNAPSHOT: &str = include_str!("../../snapshot/proposals.json");
const OLD_SNAPSHOT: &str = include_str!("../../tests/fixtures/snapshot-1.json");
const REPOSITORY: &str = "AlmaLinux/ALESCo";

/// A pull request with these fields besides number and title.
fn item(fields: &str) -> String {
    format!(r#"[{{"number": 7, "title": "RFC: x", "pull_request": {{}}{fields}}}]"#)
}

fn one(fields: &str) -> crate::proposal::Proposal {
    let (proposals, problems) = proposals(&read(&item(fields))).unwrap();
    assert_eq!(problems, [], "{fields}");
    proposals.into_iter().next().expect("one proposal")
}

fn files_of(number: u32) -> String {
    let all: serde_json::Value = serde_json::from_str(FILES).unwrap();
    all.get(number.to_string()).map_or("[]".to_owned(), ToString::to_string)
}

mod recorded {
    use super::*;

    #[test]
    fn the_list_is_read_whole() {
        let (proposals, problems) = proposals(&read(ISSUES)).unwrap();
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
    fn the_documents_give_numbers_and_sigs() {
        let check = |number: u32, rfc: Option<&str>, sigs: &[&str]| {
            let document = document(&read(&files_of(number))).unwrap();
            let found: Vec<&str> = document.sigs.iter().map(|sig| sig.slug.as_str()).collect();
            assert_eq!(document.rfc_number.map(|rfc| rfc.to_string()).as_deref(), rfc, "#{number}");
            assert_eq!(found, sigs, "#{number}");
        };
        check(18, None, &["build-system", "altarch"]);
        check(17, None, &[]);
        check(16, Some("0008"), &[]);
        check(15, Some("0007"), &["build-system", "core"]);
        check(9, Some("0005"), &["core"]);
        check(5, None, &[]);
        check(2, Some("0001"), &["core"]);
    }

    #[test]
    fn snapshots_of_every_schema_are_readable_and_whole() {
        // The old one has no documents of proposals that add none.
        for (file, documents) in [(SNAPSHOT, 16), (OLD_SNAPSHOT, 12)] {
            let snapshot = decode(&read(file), REPOSITORY).unwrap();
            let (listed, _) = proposals(&read(ISSUES)).unwrap();
            assert_eq!(snapshot.made_at.to_string(), "2026-09-01 00:00:00 UTC");
            assert_eq!(snapshot.proposals, listed);
            assert_eq!(snapshot.problems, []);
            for FetchedDocument { number, document: known, .. } in &snapshot.documents {
                assert_eq!(*known, document(&read(&files_of(*number))).unwrap(), "#{number}");
            }
            assert_eq!((snapshot.documents.len(), snapshot.incomplete), (documents, false));
        }
    }
}

mod oddities {
    use super::*;

    #[test]
    fn every_field_but_number_and_title_has_a_fallback() {
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
    fn a_field_of_the_wrong_type_is_the_same_as_none() {
        let bare = one("");
        for wrong in [
            r#""user": "anna""#,
            r#""user": {"login": 3}"#,
            r#""body": ["x"]"#,
            r#""labels": "x""#,
            r#""labels": [3, null, {"color": "ffffff"}]"#,
            r#""draft": "yes""#,
            r#""comments": -1"#,
            r#""comments": "many""#,
            r#""created_at": "yesterday""#,
            r#""updated_at": 0"#,
        ] {
            assert_eq!(one(&format!(", {wrong}")), bare, "{wrong}");
        }
    }

    #[test]
    fn labels_are_objects_or_names_with_or_without_colour() {
        let labels = |json: &str| -> Vec<(String, String)> {
            let proposal = one(&format!(r#", "labels": {json}"#));
            proposal.labels.into_iter().map(|label| (label.name, label.color.css())).collect()
        };
        let grey = |name: &str| (name.to_owned(), "#ededed".to_owned());
        assert_eq!(labels(r#"["plain"]"#), [grey("plain")]);
        assert_eq!(labels(r#"[{"name": "a", "color": null, "description": null}]"#), [grey("a")]);
        assert_eq!(labels(r#"[{"name": "a"}]"#), [grey("a")]);
        assert_eq!(labels(r#"[{"name": "a", "color": "red; }"}]"#), [grey("a")]);
        assert_eq!(labels(r#"[{"name": "a", "color": "D93F0B"}]"#)[0].1, "#d93f0b");
    }

    #[test]
    fn plain_issues_are_left_out() {
        let json =
            r#"[{"number": 1, "title": "a bug"}, {"number": 2, "title": "a bug", "pull_request": null}]"#;
        assert_eq!(proposals(&read(json)), Ok((vec![], vec![])));
    }

    #[test]
    fn an_unreadable_item_is_a_problem_and_the_others_show() {
        let json = r#"[
            {"number": 1, "title": "RFC: a", "pull_request": {}},
            {"title": "no number", "pull_request": {}},
            {"number": 3, "pull_request": {}},
            "text", null,
            {"number": 2, "title": "RFC: b", "pull_request": {}}
        ]"#;
        let (proposals, problems) = proposals(&read(json)).unwrap();
        assert_eq!(proposals.iter().map(|p| p.number).collect::<Vec<_>>(), [1, 2]);
        assert_eq!(problems.iter().map(|problem| problem.item).collect::<Vec<_>>(), [2, 3, 4, 5]);
        assert!(problems[0].reason.contains("number"), "{}", problems[0].reason);
    }

    #[test]
    fn what_is_no_list_is_malformed() {
        for json in ["", "<!doctype html>", "{}", "null", "[", r#"{"message": "Not Found"}"#] {
            assert!(proposals(&read(json)).is_err(), "{json}");
            assert!(document(&read(json)).is_err(), "{json}");
        }
    }

    #[test]
    fn only_an_added_file_is_a_document() {
        let check = |json: &str, is_rfc: bool, rfc: Option<u16>| {
            let document = document(&read(json)).unwrap();
            assert_eq!((document.is_rfc, document.rfc_number.map(|rfc| rfc.get())), (is_rfc, rfc), "{json}");
        };
        check("[]", false, None);
        check(r#"[{"filename": "rfcs/0001-x.md", "status": "modified"}]"#, false, None);
        check(r#"[{"filename": "rfcs/0003-x.rst", "status": "added"}]"#, true, Some(3));
        check(r#"[{"filename": "x.rst", "status": "added"}]"#, false, None);
        check(r#"[{"filename": "rfcs/0001-x.md", "status": "added"}]"#, true, Some(1));
        check(r#"[{"filename": "rfcs/0001-x.md", "status": "added", "patch": null}, 3]"#, true, Some(1));
        let both =
            r#"[{"filename": "a.md", "status": "added"}, {"filename": "rfcs/2-x.md", "status": "added"}]"#;
        check(both, true, Some(2));
    }

    #[test]
    fn a_document_is_what_the_patch_adds() {
        let json = r#"[{"filename": "a.md", "status": "added",
            "patch": "@@ -0,0 +1,2 @@ Core SIG\n+The Cloud SIG\n+helps.\n\\ No newline at end of file"}]"#;
        let slugs: Vec<String> =
            document(&read(json)).unwrap().sigs.into_iter().map(|sig| sig.slug).collect();
        assert_eq!(slugs, ["cloud"]);
    }
}

mod events;

mod snapshots {
    use super::*;

    #[test]
    fn others_are_refused_with_a_reason() {
        let check = |json: &str, reason: &str| {
            let Err(DecodeError(said)) = decode(&read(json), REPOSITORY) else { panic!("{json} was read") };
            assert!(said.contains(reason), "{said}");
        };
        let file = |schema: u32, repository: &str, made_at: &str| {
            format!(
                r#"{{"schema": {schema}, "repository": "{repository}", "made_at": "{made_at}", "issues": [], "files": {{}}}}"#
            )
        };
        let time = "2026-09-01T00:00:00Z";
        assert!(decode(&read(&file(1, "almalinux/alesco", time)), REPOSITORY).is_ok());
        check(&file(3, REPOSITORY, time), "its schema is 3, and this program reads up to 2");
        check(&file(1, "AlmaLinux/other", time), "made of AlmaLinux/other");
        check(&file(1, REPOSITORY, "today"), "made_at is no time");
        check("[]", "it has no schema");
        check("<html>", "it has no schema");
    }
}

mod answers {
    use super::*;

    fn now() -> Time {
        Time::from_timestamp(1_000_000, 0).unwrap()
    }

    #[test]
    fn refusals() {
        let check = |answer: Response, expected: Option<ApiError>| {
            assert_eq!(answer.error(now()), expected, "{answer:?}");
        };
        let answer = |status| Response { status, ..Response::default() };
        let limited = |seconds| Some(ApiError::RateLimited(now() + chrono::TimeDelta::seconds(seconds)));
        check(answer(200), None);
        check(Response { remaining: Some(0), ..answer(200) }, None);
        check(answer(404), Some(ApiError::NotFound));
        check(answer(410), Some(ApiError::NotFound));
        check(answer(403), Some(ApiError::Status(403)));
        check(Response { remaining: Some(7), ..answer(403) }, Some(ApiError::Status(403)));
        check(answer(500), Some(ApiError::Status(500)));
        check(answer(451), Some(ApiError::Status(451)));
        check(answer(429), limited(60));
        check(Response { retry_after: Some(90), ..answer(429) }, limited(90));
        check(Response { retry_after: Some(90), ..answer(403) }, limited(90));
        check(Response { remaining: Some(0), reset: Some(1_000_600), ..answer(403) }, limited(600));
        check(Response { remaining: Some(0), ..answer(403) }, limited(3600));
    }

    #[test]
    fn a_wrong_clock_makes_the_wait_neither_endless_nor_nothing() {
        let until = |reset| {
            let answer =
                Response { status: 403, remaining: Some(0), reset: Some(reset), ..Response::default() };
            match answer.error(now()) {
                Some(ApiError::RateLimited(until)) => (until - now()).num_seconds(),
                other => panic!("{other:?}"),
            }
        };
        assert_eq!(until(0), 3600);
        assert_eq!(until(i64::MIN), 3600);
        assert_eq!(until(1_000_000 - 61), 3600);
        assert_eq!(until(1_000_000 - 60), 60);
        assert_eq!(until(1_000_000 + 1), 60);
        assert_eq!(until(1_000_000 + 86_400), 3600);
        assert_eq!(until(i64::MAX), 3600);
    }

    #[test]
    fn links() {
        let check = |header: &str, next: Option<&str>, last: Option<&str>| {
            let links = Links::parse(header);
            assert_eq!((links.next.as_deref(), links.last.as_deref()), (next, last), "{header}");
        };
        check(
            r#"<https://a/?page=2>; rel="next", <https://a/?page=5>; rel="last""#,
            Some("https://a/?page=2"),
            Some("https://a/?page=5"),
        );
        check(r#"<https://a/1,2;3>; title="x"; REL=next"#, Some("https://a/1,2;3"), None);
        check(r#"<https://a/>; rel="deprecation"; type="text/html""#, None, None);
        check(r#"<https://a/>; rel="prev", <https://b/>; rel="first""#, None, None);
        check("nonsense", None, None);
        check("", None, None);
        check("<https://a/", None, None);
    }
}

mod addresses {
    use super::*;

    #[test]
    fn are_those_that_a_host_can_preload() {
        let repository = Repository {
            name: REPOSITORY.to_owned(),
            api: "https://api.github.com".to_owned(),
            web_base: "https://github.com".to_owned(),
        };
        let list = "https://api.github.com/repos/AlmaLinux/ALESCo/issues";
        assert_eq!(repository.issues_url(Scope::Open), format!("{list}?state=open&per_page=100"));
        assert_eq!(repository.issues_url(Scope::All), format!("{list}?state=all&per_page=100"));
        assert_eq!(repository.files_url(18), "https://api.github.com/repos/AlmaLinux/ALESCo/pulls/18/files");
        assert_eq!(repository.events_url(), format!("{list}/events?per_page=100"));
        assert_eq!(repository.pull_url(18), "https://github.com/AlmaLinux/ALESCo/pull/18");
        assert_eq!(repository.pulls_url(), "https://github.com/AlmaLinux/ALESCo/pulls");
    }
}

mod decoding;
