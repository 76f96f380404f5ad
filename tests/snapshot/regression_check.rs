//! New snapshots that are worse than the existing one, and do not replace it.

use super::recorded::{SNAPSHOT, recorded};
use super::*;
use alesco_proposals::snapshot_cli::Regression;

/// Responds to the request for the list with `body`, and to others as recorded.
fn listing(body: impl Into<String>) -> Site {
    let body = body.into();
    Site::new(move |request| if request.path == LIST { Reply::ok(&body) } else { recorded(request) })
}

const ALL: [u32; 16] = [18, 17, 16, 15, 14, 13, 12, 11, 10, 9, 8, 6, 5, 4, 3, 2];

#[test]
fn an_empty_list_does_not_replace_proposals() {
    for body in ["[]", r#"[{"number": 1, "title": "no pull request"}]"#] {
        let error = listing(body).fails();
        assert_eq!(error, Error::Regression(Regression::NoProposals { before: 16 }));
        assert_eq!(
            error.to_string(),
            "GitHub listed no proposals, and the existing file has 16. If that is right, remove the file first."
        );
    }
}

#[test]
fn a_list_without_existing_proposals_does_not_replace_them() {
    let site = listing(list(&ALL[1..15]));
    let error = site.fails();
    assert_eq!(error, Error::Regression(Regression::MissingProposals(vec![18, 2])));
    assert_eq!(
        error.to_string(),
        "GitHub did not list #18, #2, which the existing file has and which still exist. \
         If that is right, remove the file first."
    );
    assert_eq!(site.github.paths().len(), 1 + 3 * 14 + 1 + 2);
}

#[test]
fn a_deleted_proposal_may_be_missing() {
    let site = Site::new(|request| match request.path.as_str() {
        LIST => Reply::ok(list(&ALL[1..])),
        path if path == files_path(18) => Reply::status(404),
        _ => recorded(request),
    });
    site.folder.put(SNAPSHOT);
    assert_eq!(numbers(&site.writes()).len(), 15);
}

#[test]
fn a_proposal_of_unknown_existence_may_not_be_missing() {
    let site = Site::new(|request| match request.path.as_str() {
        LIST => Reply::ok(list(&ALL[1..])),
        path if path == files_path(18) => Reply::status(500),
        _ => recorded(request),
    });
    assert!(matches!(site.fails(), Error::Status { status: 500, .. }));
}

#[test]
fn a_list_of_which_most_cannot_be_read_does_not_replace_a_file() {
    let site = listing(format!("{}, 1, 2, 3]", list(&[18, 17]).trim_end_matches(']')));
    let error = site.fails();
    assert_eq!(error, Error::Regression(Regression::MostSkipped { list: "list", skipped: 3, total: 5 }));
    assert_eq!(
        error.to_string(),
        "3 of 5 items of the list could not be read. If that is right, remove the file first."
    );
    let site = Site::new(|request| match request.path.as_str() {
        EVENTS => Reply::ok(r#"[{"event": "closed"}, {"event": "reopened"}, {"event": "mentioned"}]"#),
        _ => recorded(request),
    });
    let skipped = Regression::MostSkipped { list: "events", skipped: 2, total: 3 };
    assert_eq!(site.fails(), Error::Regression(skipped));
}

#[test]
fn a_list_without_events_does_not_replace_the_history() {
    let history = r#""history": [{ "at": "2026-01-01T00:00:00Z", "stage": "discussion" }],"#;
    let site = Site::new(recorded);
    // Where schema 2 has it.
    site.folder.put(&SNAPSHOT.replacen("\"number\": 18,", &format!("\"number\": 18, {history}"), 1));
    let error = site.fails();
    assert_eq!(error, Error::Regression(Regression::NoHistory { before: 1 }));
    assert_eq!(
        error.to_string(),
        "GitHub listed no stage changes, and the existing file has 1. If that is right, remove the file first."
    );
}

#[test]
fn a_file_that_is_not_a_snapshot_is_not_replaced() {
    let check = |text: &str, reason: &str| {
        let site = Site::new(recorded);
        site.folder.put(text);
        let error = site.fails();
        let path = site.folder.file();
        assert_eq!(
            error.to_string(),
            format!("{} is not a snapshot of this repository: {reason}. Move it away first.", path.display())
        );
        assert_eq!(site.github.paths(), [""; 0], "no request is sent");
    };
    check(
        &SNAPSHOT.replacen("AlmaLinux/ALESCo", "AlmaLinux/other", 1),
        "it is a snapshot of \"AlmaLinux/other\"",
    );
    check(
        &SNAPSHOT.replacen("\"schema\": 3", "\"schema\": 4", 1),
        "its schema is 4, and this version reads schemas up to 3",
    );
    check(&SNAPSHOT.replacen("2026-09-01T00:00:00Z", "today", 1), "its made_at is not a time");
    check("{}", "it has no schema");
    check("{\"proposals\": \"of somebody else\"}", "it has no schema");
    let not_json = "it is not JSON: expected value at line 1 column 1";
    check(&format!("<<<<<<< HEAD\n{SNAPSHOT}"), not_json);
    check(&SNAPSHOT[..20], "it is not JSON: EOF while parsing a string at line 3 column 3");
}
