//! Answers that do not come, or are no answers: what is tried again, and what ends the run. In each case
//! the file that is there stays as it is (`Site::fails`).

use super::recorded::recorded;
use super::*;

const DOCUMENT: &str = "/repos/AlmaLinux/ALESCo/pulls/18/files";

/// Answers `path` with `reply` so many times, and as recorded after that.
fn failing(path: &'static str, times: usize, reply: Reply) -> Site {
    Site::new(move |request| match request.path == path && request.before < times {
        true => reply.clone(),
        false => recorded(request),
    })
}

#[test]
fn what_may_pass_is_tried_again_after_growing_pauses() {
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
            assert_eq!(*site.env.waits.borrow(), [2, 8, 30], "{fault:?}");
            assert_eq!(site.github.paths().iter().filter(|asked| *asked == path).count(), 4);
            assert_eq!(site.env.said.borrow().len(), 3);
        }
    }
}

#[test]
fn what_does_not_pass_ends_the_run() {
    for path in [LIST, DOCUMENT, EVENTS] {
        let site = failing(path, usize::MAX, Reply::status(503));
        let url = format!("{}{path}", site.github.address);
        let error = site.fails();
        assert_eq!(error, Error::Status { url: url.clone(), status: 503 });
        assert_eq!(error.to_string(), format!("{url} answered with status 503. Try again later."));
        assert_eq!(*site.env.waits.borrow(), [2, 8, 30]);
        let said = format!("{url}: status 503. Trying again in 2 s");
        assert_eq!(site.env.said.borrow()[0], said);

        for silence in [Reply::Hung, Reply::Cut("[".to_owned())] {
            let site = failing(path, usize::MAX, silence);
            assert!(matches!(site.fails(), Error::Network { .. }));
            assert_eq!(*site.env.waits.borrow(), [2, 8, 30]);
        }
    }
}

#[test]
fn each_request_has_its_own_tries() {
    let site = Site::new(|request| match request.before {
        0 => Reply::status(500),
        _ => recorded(request),
    });
    site.writes();
    assert_eq!(*site.env.waits.borrow(), [2; 18]);
}

#[test]
fn where_nobody_listens_the_run_ends_with_a_word() {
    let mut site = Site::new(recorded);
    let gone = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    site.github.address = format!("http://{}", gone.local_addr().unwrap());
    drop(gone);
    let said = site.fails().to_string();
    assert!(said.starts_with(&format!("{}{LIST} gave no whole answer (", site.github.address)), "{said}");
    assert!(said.ends_with("). Try again later."), "{said}");
}

#[test]
fn what_is_certain_is_not_asked_again() {
    let check = |status: u16, token: Option<&'static str>, expected: &str| {
        let site = Site { token, ..failing(LIST, usize::MAX, Reply::status(status)) };
        let said = site.fails().to_string();
        assert_eq!(said, expected.replace("{}", &format!("{}{LIST}", site.github.address)));
        assert_eq!(site.github.paths().len(), 1, "{status}");
        assert_eq!(*site.env.waits.borrow(), [0; 0]);
    };
    let missing = "{} does not exist. Is the repository spelled so?";
    let hidden = " It may be one that only a token in GITHUB_TOKEN may see.";
    check(404, Some("ghp_x"), missing);
    check(404, None, &format!("{missing}{hidden}"));
    check(410, None, &format!("{missing}{hidden}"));
    for status in [304, 400, 401, 403, 422, 451] {
        let advice = "Does it have pull requests, and may everybody see them?";
        check(status, None, &format!("{{}} answered with status {status}. {advice}"));
    }
}

#[test]
fn a_proposal_without_a_document_to_be_had_ends_the_run() {
    let site = failing(DOCUMENT, usize::MAX, Reply::status(404));
    assert!(matches!(site.fails(), Error::NotFound { url, .. } if url.ends_with(DOCUMENT)));
}

#[test]
fn what_is_no_list_ends_the_run() {
    for body in
        ["", "<!doctype html>", "{}", "null", "[", r#"{"message": "Not Found"}"#, "[1,2", "\u{feff}[]"]
    {
        for path in [LIST, DOCUMENT, EVENTS] {
            let site = failing(path, usize::MAX, Reply::ok(body));
            let url = format!("{}{path}", site.github.address);
            let error = site.fails();
            assert_eq!(
                error.to_string(),
                format!("the answer of {url} cannot be read: it is not a list. Is that GitHub's API?"),
                "{body}"
            );
            assert_eq!(*site.env.waits.borrow(), [0; 0]);
        }
    }
}

mod limits {
    use super::*;

    /// The env's clock at the beginning, in seconds since 1970.
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
            assert_eq!(*site.env.waits.borrow(), [seconds], "{reply:?}");
            let said = site.env.said.borrow();
            assert!(said[0].starts_with("GitHub's limit is used up until 2026-09-01T00:0"), "{said:?}");
        };
        check(used_up(403, 120), 120);
        check(used_up(429, 300), 300);
        check(used_up(403, -5), 60);
        check(Reply::status(403).with("retry-after", 90), 90);
        check(Reply::status(429).with("retry-after", 1), 60);
        check(Reply::status(429), 60);
    }

    #[test]
    fn a_long_one_ends_the_run_and_says_until_when() {
        let check = |reply: Reply, until: &str| {
            let site = failing(DOCUMENT, usize::MAX, reply);
            let error = site.fails();
            assert_eq!(error, Error::RateLimited { until: time(until), with_token: false });
            assert_eq!(
                error.to_string(),
                format!(
                    "GitHub's limit of requests is used up until {until}. Try again after that, \
                     or now with a token in GITHUB_TOKEN: its limit is higher."
                )
            );
            assert_eq!(*site.env.waits.borrow(), [0; 0]);
            assert_eq!(site.github.paths().len(), 2);
        };
        check(used_up(403, 301), "2026-09-01T00:05:01Z");
        check(used_up(403, 1800), "2026-09-01T00:30:00Z");
        check(used_up(429, 365 * 86_400), "2026-09-01T01:00:00Z");
        check(Reply::status(429).with("retry-after", 3600), "2026-09-01T01:00:00Z");
        check(Reply::status(403).with("x-ratelimit-remaining", 0), "2026-09-01T01:00:00Z");
    }

    #[test]
    fn with_a_token_none_is_advised() {
        let site = Site { token: Some("ghp_x"), ..failing(LIST, usize::MAX, used_up(403, 1800)) };
        assert_eq!(
            site.fails().to_string(),
            "GitHub's limit of requests is used up until 2026-09-01T00:30:00Z. Try again after that."
        );
    }

    #[test]
    fn a_run_waits_no_longer_than_five_minutes_all_in_all() {
        let site = failing(DOCUMENT, usize::MAX, Reply::status(403).with("retry-after", 70));
        let until = time("2026-09-01T00:05:50Z");
        assert_eq!(site.fails(), Error::RateLimited { until, with_token: false });
        assert_eq!(*site.env.waits.borrow(), [70, 70, 70, 70]);
    }
}

mod disks {
    use super::*;

    #[test]
    fn a_file_that_cannot_be_read_ends_the_run_before_anything_is_asked() {
        let site = Site::new(recorded);
        std::fs::create_dir(site.folder.file()).unwrap();
        let said = site.build().unwrap_err().to_string();
        assert!(said.starts_with(&format!("{}: ", site.folder.file().display())), "{said}");
        assert_eq!(site.github.paths(), [""; 0]);
    }

    #[test]
    fn a_folder_that_cannot_be_made_is_said() {
        let site = Site::new(recorded);
        let mut options = site.options();
        let blocked = site.folder.0.join("file");
        std::fs::write(&blocked, "").unwrap();
        options.out = blocked.join("folder");
        assert!(matches!(snapshot_cli::build(&options, &site.env), Err(Error::Io { .. })));
        assert_eq!(site.folder.names(), ["file"]);
    }

    #[test]
    fn a_draft_does_not_stay_behind() {
        // Between reading and writing, a folder takes the file's place.
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
