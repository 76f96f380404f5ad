//! Lists of several pages.

use super::recorded::recorded;
use super::*;
use alesco_proposals::snapshot_cli::MAX_PAGES;

#[test]
fn links_are_followed_anywhere_within_the_api() {
    let site = Site::new(|request| {
        let page = |path: &str| format!("{}{path}", request.host);
        match request.path.as_str() {
            LIST => Reply::ok(list(&[3])).next(&page("/repositories/1/issues?after=abc&per_page=100")),
            "/repositories/1/issues?after=abc&per_page=100" => {
                Reply::ok(list(&[2])).next(&page("/odd?page=7"))
            }
            "/odd?page=7" => Reply::ok(list(&[1]))
                .with("Link", format!(r#"<{}>; rel="deprecation", <{0}>; rel="first""#, page("/old"))),
            path if path == files_path(2) => {
                Reply::ok(r#"[{"filename": "a.md", "status": "added"}]"#).next(&page("/files?page=2"))
            }
            "/files?page=2" => Reply::ok(r#"[{"filename": "rfcs/0009-a.md", "status": "added"}]"#),
            EVENTS => Reply::ok("[]").next(&page("/events?page=2")),
            "/events?page=2" => Reply::ok(
                r#"[{"id": 1, "event": "closed", "created_at": "2026-01-01T00:00:00Z", "issue": {"number": 1}}]"#,
            ),
            _ => Reply::ok("[]"),
        }
    });
    let file = site.writes();
    assert_eq!(numbers(&file), [3, 2, 1]);
    assert!(site.folder.text().contains(r#""rfc_number": 9"#), "on the second page of files");
    assert!(site.folder.text().contains(r#""history""#), "on the second page of events");
    assert_eq!(site.github.paths().len(), 15);
}

#[test]
fn an_item_on_two_pages_is_taken_from_the_later_page() {
    let site = Site::new(|request| match request.path.as_str() {
        LIST => Reply::ok(list(&[3, 2])).next(&format!("{}/2", request.host)),
        "/2" => Reply::ok(list(&[2, 1]).replace("RFC: x", "RFC: later")),
        _ => Reply::ok("[]"),
    });
    let file = site.writes();
    assert_eq!(numbers(&file), [3, 2, 1]);
    assert_eq!(site.folder.text().matches(r#""title": "later""#).count(), 2);
}

#[test]
fn an_api_below_a_path_is_requested_below_that_path() {
    let mut site = Site::new(|request| {
        let Some(path) = request.path.strip_prefix("/api/v3") else { return Reply::status(404) };
        let next = format!("{}/api/v3/repositories/1/issues?page=2", request.host);
        match path {
            LIST => Reply::ok(list(&[2])).next(&next),
            "/repositories/1/issues?page=2" => Reply::ok(list(&[1])),
            _ => Reply::ok("[]"),
        }
    });
    for base in ["/api/v3", "/api/v3/"] {
        site.base = base;
        assert!(site.build().is_ok(), "{base}");
    }
    assert!(site.github.paths().iter().all(|path| path.starts_with("/api/v3/re")));
}

#[test]
fn a_link_out_of_the_api_ends_the_run_and_is_not_followed() {
    let check = |base: &'static str, away: fn(&str) -> String| {
        let mut site = Site::new(move |request| match request.path.strip_prefix(base) {
            Some(LIST) => Reply::ok(list(&[1])).next(&away(&request.host)),
            _ => Reply::ok("[]"),
        });
        site.base = base;
        site.token = Some("ghp_secret");
        let url = format!("{}{base}{LIST}", site.github.address);
        assert_eq!(site.fails(), Error::ForeignRedirect { url, to: away(&site.github.address) });
        assert_eq!(site.github.paths().len(), 1);
    };
    check("", |_| "https://api.example.com/repos?page=2".to_owned());
    check("", |_| "//example.com/repos?page=2".to_owned());
    check("", |_| "javascript:alert(1)".to_owned());
    check("", |host| format!("{host}.example.com/repos?page=2"));
    check("", |host| format!("{host}@example.com/repos?page=2"));
    check("", |host| format!("{host}1/repos?page=2"));
    check("/api/v3", |host| format!("{host}/api/v4/repos?page=2"));
    check("/api/v3", |host| format!("{host}/api/v31/repos?page=2"));
    check("/api/v3", |host| format!("{host}/api/v3/../v4/repos?page=2"));
    check("/api/v3", |_| "/repos?page=2".to_owned());
}

#[test]
fn an_endless_list_ends_the_run() {
    let site = Site::new(|request| {
        let page = request.path.strip_prefix("/p").and_then(|page| page.parse().ok()).unwrap_or(1);
        Reply::ok("[]").next(&format!("{}/p{}", request.host, page + 1))
    });
    let url = format!("{}{LIST}", site.github.address);
    let error = site.fails();
    assert_eq!(error, Error::TooManyPages { url: url.clone(), pages: MAX_PAGES });
    assert_eq!(
        error.to_string(),
        format!("{url} has more than 100 pages, which is more than a snapshot can hold.")
    );
    assert_eq!(site.github.paths().len(), MAX_PAGES);
}

#[test]
fn a_failed_page_ends_the_run() {
    let failing = |path: &'static str| {
        Site::new(move |request| match request.path.as_str() {
            "/2" => Reply::status(422),
            asked if asked == path => match recorded(request) {
                Reply::Whole { body, .. } => Reply::ok(body).next(&format!("{}/2", request.host)),
                other => other,
            },
            _ => recorded(request),
        })
    };
    for path in [LIST, EVENTS] {
        let site = failing(path);
        let url = format!("{}/2", site.github.address);
        assert_eq!(site.fails(), Error::Status { url, status: 422 }, "{path}");
    }
}
