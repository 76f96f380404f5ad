//! Failed requests: which are retried, and which end the run. In each case the existing file is kept
//! (`Site::fails`).

use super::recorded::recorded;
use super::*;

const DOCUMENT: &str = "/repos/AlmaLinux/ALESCo/pulls/18/files?per_page=100";

/// Responds to requests for `path` with `reply` this many times, and as recorded after that.
fn failing(path: &'static str, times: usize, reply: Reply) -> Site {
    Site::new(move |request| match request.path == path && request.before < times {
        true => reply.clone(),
        false => recorded(request),
    })
}

#[test]
fn transient_failures_are_retried_after_growing_delays() {
    let faults = [
        Reply::status(500),
        Reply::status(502),
        Reply::status(503),
        Reply::status(504),
        Reply::Cut("[".to_owned()),
        Reply::Cut(String::new()),
        Reply::Hung,
    ];
    for fault in faults {
        for path in [LIST, DOCUMENT, EVENTS] {
            let site = failing(path, 3, fault.clone());
            site.writes();
            assert!(site.folder.text() == recorded::SNAPSHOT, "{fault:?}");
            assert_eq!(*site.env.sleeps.borrow(), [2, 8, 30], "{fault:?}");
            assert_eq!(site.github.paths().iter().filter(|asked| *asked == path).count(), 4);
            assert_eq!(site.env.lines.borrow().len(), 3);
        }
    }
}

#[test]
fn a_failure_that_lasts_ends_the_run() {
    for path in [LIST, EVENTS] {
        let site = failing(path, usize::MAX, Reply::status(503));
        let url = format!("{}{path}", site.github.address);
        let error = site.fails();
        assert_eq!(error, Error::Status { url: url.clone(), status: 503 });
        assert_eq!(error.to_string(), format!("{url}: status 503. Try again later."));
        assert_eq!(*site.env.sleeps.borrow(), [2, 8, 30]);
        let said = format!("{url}: status 503. Retrying in 2 s");
        assert_eq!(site.env.lines.borrow()[0], said);
    }
    for path in [LIST, DOCUMENT, EVENTS] {
        for silence in [Reply::Hung, Reply::Cut("[".to_owned())] {
            let site = failing(path, usize::MAX, silence);
            assert!(matches!(site.fails(), Error::Network { .. }));
            assert_eq!(*site.env.sleeps.borrow(), [2, 8, 30]);
        }
    }
}

#[test]
fn each_request_has_its_own_retries() {
    let site = Site::new(|request| match request.before {
        0 => Reply::status(500),
        _ => recorded(request),
    });
    site.writes();
    assert_eq!(*site.env.sleeps.borrow(), [2; 24]);
}

#[test]
fn a_refused_connection_ends_the_run_with_a_message() {
    let mut site = Site::new(recorded);
    let gone = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    site.github.address = format!("http://{}", gone.local_addr().unwrap());
    drop(gone);
    let said = site.fails().to_string();
    assert!(said.starts_with(&format!("{}{LIST}: no complete response (", site.github.address)), "{said}");
    assert!(said.ends_with("). Try again later."), "{said}");
}

#[test]
fn permanent_errors_are_not_retried() {
    let check = |status: u16, token: Option<&'static str>, expected: &str| {
        let site = Site { token, ..failing(LIST, usize::MAX, Reply::status(status)) };
        let said = site.fails().to_string();
        assert_eq!(said, expected.replace("{}", &format!("{}{LIST}", site.github.address)));
        assert_eq!(site.github.paths().len(), 1, "{status}");
        assert_eq!(*site.env.sleeps.borrow(), [0; 0]);
    };
    let missing = "{} does not exist. Check the repository's name.";
    let hidden = " A private repository needs a token in GITHUB_TOKEN.";
    check(404, Some("ghp_x"), missing);
    check(404, None, &format!("{missing}{hidden}"));
    check(410, None, &format!("{missing}{hidden}"));
    for status in [304, 400, 401, 403, 422, 451] {
        let hint = "Check that the repository is public and has pull requests.";
        check(status, None, &format!("{{}}: status {status}. {hint}"));
    }
}

#[test]
fn a_body_that_is_not_a_list_ends_the_run() {
    let not_json = |reason| format!("it is not JSON: {reason}");
    for (body, reason) in [
        ("", not_json("EOF while parsing a value at line 1 column 0")),
        ("<!doctype html>", not_json("expected value at line 1 column 1")),
        ("{}", "it is not a list".to_owned()),
        ("null", "it is not a list".to_owned()),
        (r#"{"message": "Not Found"}"#, "it is not a list".to_owned()),
        ("[1,2", not_json("EOF while parsing a list at line 1 column 4")),
    ] {
        for path in [LIST, EVENTS] {
            let site = failing(path, usize::MAX, Reply::ok(body));
            let url = format!("{}{path}", site.github.address);
            let error = site.fails();
            assert_eq!(
                error.to_string(),
                format!("{url}: unexpected response, {reason}. Check that it is GitHub's API."),
                "{body}"
            );
            assert_eq!(*site.env.sleeps.borrow(), [0; 0]);
        }
    }
}

mod rate_limits {
    use super::*;

    /// Returns the time of the first request, in seconds since 1970.
    fn now() -> i64 {
        time("2026-09-01T00:00:00Z").timestamp()
    }

    fn used_up(status: u16, seconds: i64) -> Reply {
        Reply::status(status).with("x-ratelimit-remaining", 0).with("x-ratelimit-reset", now() + seconds)
    }

    #[test]
    fn a_short_one_is_waited_for() {
        let check = |reply: Reply, seconds: u64| {
            let site = failing(DOCUMENT, 1, reply.clone());
            site.writes();
            assert!(site.folder.text() == recorded::SNAPSHOT);
            assert_eq!(*site.env.sleeps.borrow(), [seconds], "{reply:?}");
            let said = site.env.lines.borrow();
            assert!(said[0].starts_with("GitHub's rate limit is used up until 2026-09-01T00:0"), "{said:?}");
        };
        check(used_up(403, 120), 120);
        check(used_up(429, 300), 300);
        check(used_up(403, -5), 60);
        check(Reply::status(403).with("retry-after", 90), 90);
        check(Reply::status(429).with("retry-after", 1), 60);
        check(Reply::status(429), 60);
    }

    #[test]
    fn a_long_one_ends_the_run_with_its_end_in_the_message() {
        let check = |reply: Reply, until: &str| {
            let site = failing(DOCUMENT, usize::MAX, reply);
            let error = site.fails();
            assert_eq!(error, Error::RateLimited { until: time(until), with_token: false });
            assert_eq!(
                error.to_string(),
                format!(
                    "GitHub's rate limit is used up until {until}. Try again then, \
                     or now with a token in GITHUB_TOKEN, which has a higher limit."
                )
            );
            assert_eq!(*site.env.sleeps.borrow(), [0; 0]);
            assert_eq!(site.github.paths().len(), 2);
        };
        check(used_up(403, 301), "2026-09-01T00:05:01Z");
        check(used_up(403, 1800), "2026-09-01T00:30:00Z");
        check(used_up(429, 365 * 86_400), "2026-09-01T01:00:00Z");
        check(Reply::status(429).with("retry-after", 3600), "2026-09-01T01:00:00Z");
        check(Reply::status(403).with("x-ratelimit-remaining", 0), "2026-09-01T01:00:00Z");
    }

    #[test]
    fn one_without_headers_is_waited_for_twice_as_long_each_time() {
        for message in ["You have exceeded a secondary rate limit.", "API rate limit exceeded for 192.0.2.1."]
        {
            let body = format!(r#"{{"message": "{message}"}}"#);
            let reply = Reply::Whole { status: 403, headers: Vec::new(), body };
            let site = failing(DOCUMENT, 2, reply.clone());
            site.writes();
            assert_eq!(*site.env.sleeps.borrow(), [60, 120], "{message}");
            let site = failing(LIST, usize::MAX, reply);
            let until = time("2026-09-01T00:07:00Z");
            assert_eq!(site.fails(), Error::RateLimited { until, with_token: false });
            assert_eq!(*site.env.sleeps.borrow(), [60, 120]);
        }
    }

    #[test]
    fn with_a_token_none_is_suggested() {
        let site = Site { token: Some("ghp_x"), ..failing(LIST, usize::MAX, used_up(403, 1800)) };
        assert_eq!(
            site.fails().to_string(),
            "GitHub's rate limit is used up until 2026-09-01T00:30:00Z. Try again then."
        );
    }

    #[test]
    fn a_run_waits_five_minutes_in_total_at_most() {
        let site = failing(DOCUMENT, usize::MAX, Reply::status(403).with("retry-after", 70));
        let until = time("2026-09-01T00:05:50Z");
        assert_eq!(site.fails(), Error::RateLimited { until, with_token: false });
        assert_eq!(*site.env.sleeps.borrow(), [70, 70, 70, 70]);
    }
}

mod disks {
    use super::*;

    #[test]
    fn an_unreadable_file_ends_the_run_before_the_first_request() {
        let site = Site::new(recorded);
        std::fs::create_dir(site.folder.file()).unwrap();
        let said = site.build().unwrap_err().to_string();
        assert!(said.starts_with(&format!("{}: ", site.folder.file().display())), "{said}");
        assert_eq!(site.github.paths(), [""; 0]);
    }

    #[test]
    fn an_output_directory_that_cannot_be_created_ends_the_run() {
        let site = Site::new(recorded);
        let mut options = site.options();
        let blocked = site.folder.0.join("file");
        std::fs::write(&blocked, "").unwrap();
        options.out = blocked.join("folder");
        assert!(matches!(snapshot_cli::build(&options, &site.env), Err(Error::Io { .. })));
        assert_eq!(site.folder.names(), ["file"]);
    }

    #[test]
    fn no_temporary_file_remains_after_a_failure() {
        // Between reading and writing, a directory takes the file's place.
        let folder = Folder::new();
        let file = folder.file();
        let site = Site::new(move |request| {
            if request.path == EVENTS {
                std::fs::create_dir(&file).unwrap();
            }
            recorded(request)
        });
        let mut options = site.options();
        options.out = folder.0.clone();
        assert!(matches!(snapshot_cli::build(&options, &site.env), Err(Error::Io { .. })));
        assert_eq!(folder.names(), ["proposals.json"]);
    }
}
