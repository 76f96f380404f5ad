//! The feed and the digest that are written beside the snapshot.

use super::demonstration::{self, demonstration};
use super::recorded::{SNAPSHOT, recorded};
use super::*;
use alesco_proposals::snapshot_cli::FeedUrls;

const FEED_URL: &str = "https://example.org/alesco/feed.xml";
const ALL: [&str; 3] = ["digest.md", "feed.xml", "proposals.json"];

fn site(answer: impl Fn(&Request) -> Reply + Send + 'static) -> Site {
    Site { feed: FEED_URL, ..demonstration::site(answer) }
}

fn read(site: &Site, name: &str) -> String {
    std::fs::read_to_string(site.folder.0.join(name)).unwrap()
}

#[test]
fn without_their_option_neither_is_written_and_existing_ones_stay() {
    let site = Site { feed: "", ..site(demonstration) };
    site.writes();
    std::fs::write(site.folder.0.join("feed.xml"), "of somebody else").unwrap();
    site.build().unwrap();
    assert_eq!(site.folder.names(), ["feed.xml", "proposals.json"]);
    assert_eq!(read(&site, "feed.xml"), "of somebody else");
}

#[test]
fn the_feed_of_the_demonstration_is_valid() {
    let site = site(demonstration);
    let done = site.build().unwrap();
    assert!(matches!(done, BuildReport::Written { html_files: 0, feed_files: 2, .. }), "{done:?}");
    assert!(done.to_string().contains(", 0 HTML files, 2 feed files\n"), "{done}");
    assert_eq!(site.folder.names(), ALL);
    let ids = rfc_4287::check(&read(&site, "feed.xml"));
    let minutes = "https://wiki.almalinux.org/alesco/meeting-minutes/2026-08-13.html";
    let pull = "https://github.com/AlmaLinux/ALESCo/pull/";
    let newest = [minutes.to_owned(), format!("{pull}18#discussion-2026-08-13"), format!("{pull}18#opened")];
    assert_eq!(ids[..3], newest);
    let discussed = ids.iter().filter_map(|id| id.strip_prefix(pull)?.split_once("#discussion-"));
    let by_minutes = [("18", "2026-08-13"), ("16", "2026-04-23"), ("15", "2025-10-16"), ("6", "2025-05-14")];
    assert_eq!(discussed.collect::<Vec<_>>(), by_minutes);
    assert_eq!(ids.len(), alesco_proposals::syndication::MAX_ENTRIES);
    let digest = read(&site, "digest.md");
    let heading = "# AlmaLinux/ALESCo: changes from 2026-08-18 to 2026-09-01";
    assert_eq!(digest, format!("{heading}\n\nNo change is on record.\n"));
}

#[test]
fn the_digest_of_the_demonstration_two_weeks_earlier_has_its_last_meeting() {
    let site = site(demonstration);
    site.env.now.set(time("2026-08-14T00:00:00Z"));
    site.build().unwrap();
    let digest = read(&site, "digest.md");
    assert!(
        digest
            .starts_with("# AlmaLinux/ALESCo: changes from 2026-07-31 to 2026-08-14\n\n## Stage changed\n\n")
    );
    assert!(digest.contains("- 2026-08-13: [In discussion: RFC: "), "{digest}");
    assert!(digest.contains("\n\n## Opened\n\n"), "{digest}");
    let minutes =
        "](https://wiki.almalinux.org/alesco/meeting-minutes/2026-08-13.html)\n  - Decided: New ALESCo Chair";
    assert!(digest.contains(minutes), "{digest}");
}

#[test]
fn the_feed_of_text_with_markup_is_valid() {
    let title = r#"RFC: </title> <b>&amp; ]]> \" ' \u0000 \u001b \ufffe \n *x*"#;
    let list = list(&[18])
        .replace("RFC: x", title)
        .replace("\"state\"", "\"created_at\": \"2026-08-30T00:00:00Z\", \"state\"");
    let site = Site {
        minutes: "none",
        ..site(move |request| if request.path == LIST { Reply::ok(&list) } else { recorded(request) })
    };
    site.build().unwrap();
    let feed = read(&site, "feed.xml");
    assert_eq!(rfc_4287::check(&feed), ["https://github.com/AlmaLinux/ALESCo/pull/18#opened"]);
    let feed = roxmltree::Document::parse(&feed).unwrap();
    let title = feed.descendants().filter(|node| node.has_tag_name("title")).nth(1).unwrap();
    let expected = "Opened: RFC: </title> <b>&amp; ]]> \" ' \u{fffd} \u{fffd} \u{fffd} *x* (#18)";
    assert_eq!(title.text(), Some(expected));
    assert_eq!(read(&site, "digest.md").lines().count(), 5);
}

#[test]
fn an_empty_feed_is_valid() {
    let site = site(|_| Reply::ok("[]"));
    site.build().unwrap();
    assert_eq!(rfc_4287::check(&read(&site, "feed.xml")), [""; 0]);
}

#[test]
fn a_later_run_with_the_same_data_leaves_the_feed_as_it_is() {
    let first = site(demonstration);
    first.build().unwrap();
    let (feed, digest) = (read(&first, "feed.xml"), read(&first, "digest.md"));
    let unchanged = first.build().unwrap();
    assert!(
        matches!(unchanged, BuildReport::Unchanged { feed_files: 0, .. }),
        "made anew of the file: {unchanged}"
    );
    // A new snapshot, because the existing one is old.
    first.env.now.set(time("2026-09-10T00:00:00Z"));
    assert!(matches!(first.build().unwrap(), BuildReport::Written { .. }));
    assert!(read(&first, "feed.xml") == feed);
    assert!(read(&first, "digest.md") != digest, "it has the days up to the snapshot");
}

#[test]
fn ids_stay_when_there_is_news() {
    let first = site(demonstration);
    first.build().unwrap();
    let before = rfc_4287::check(&read(&first, "feed.xml"));
    let events = r#"[{"id": 1, "event": "labeled", "created_at": "2026-08-20T16:30:00Z",
        "issue": {"number": 18}, "label": {"name": "Accepted for Discussion"}}]"#;
    let second = Site {
        folder: first.folder,
        ..site(move |request| if request.path == EVENTS { Reply::ok(events) } else { demonstration(request) })
    };
    assert!(matches!(second.build().unwrap(), BuildReport::Written { .. }));
    let after = rfc_4287::check(&read(&second, "feed.xml"));
    let news = "https://github.com/AlmaLinux/ALESCo/pull/18#discussion-2026-08-20T16:30:00Z";
    assert_eq!(after[0], news);
    assert_eq!(after[1..], before[..before.len() - 1], "the oldest left");
    let digest = read(&second, "digest.md");
    assert!(digest.contains("## Stage changed\n\n- 2026-08-20: [In discussion: RFC: "), "{digest}");
}

#[test]
fn missing_ones_are_made_of_the_existing_snapshot_without_a_request() {
    let site = site(demonstration);
    site.build().unwrap();
    let (feed, digest) = (read(&site, "feed.xml"), read(&site, "digest.md"));
    let requests = site.github.paths().len();
    std::fs::remove_file(site.folder.0.join("feed.xml")).unwrap();
    std::fs::write(site.folder.0.join("digest.md"), "of last year").unwrap();
    let offline = Options { offline: true, ..site.options() };
    let done = snapshot_cli::build(&offline, &site.env).unwrap();
    assert!(matches!(done, BuildReport::Offline { html_files: 0, feed_files: 2, .. }), "{done:?}");
    assert!(read(&site, "feed.xml") == feed && read(&site, "digest.md") == digest);
    assert_eq!(site.github.paths().len(), requests);
}

#[test]
fn a_failed_run_changes_neither() {
    let check = |site: Site| {
        site.folder.put(SNAPSHOT);
        std::fs::write(site.folder.0.join("feed.xml"), "before").unwrap();
        let names = site.folder.names();
        site.build().expect_err("fails");
        assert_eq!(site.folder.names(), names);
        assert!(site.folder.text() == SNAPSHOT);
        assert_eq!(read(&site, "feed.xml"), "before");
    };
    check(Site { langs: "en", ..site(|_| Reply::status(404)) });
    check(site(|_| Reply::ok("[]")));
    // A directory in the place of the digest makes writing fail.
    for now in ["2026-09-01T01:00:00Z", "2026-09-09T00:00:00Z"] {
        let site = Site { langs: "en", minutes: "none", ..site(recorded) };
        site.env.now.set(time(now));
        std::fs::create_dir(site.folder.0.join("digest.md")).unwrap();
        check(site);
    }
}

#[test]
fn the_page_of_the_feed_is_given_or_that_of_the_pull_requests() {
    let urls = |page: &str| {
        let mut arguments = vec!["--feed", FEED_URL];
        if !page.is_empty() {
            arguments.extend(["--page", page]);
        }
        match Options::parse(arguments, None).unwrap() {
            Command::Build(options) => options.feed.unwrap(),
            Command::Help => panic!("nobody asked for help"),
        }
    };
    let expected = |page: &str| FeedUrls { feed: FEED_URL.to_owned(), page: page.to_owned() };
    assert_eq!(urls(""), expected("https://github.com/AlmaLinux/ALESCo/pulls"));
    assert_eq!(urls("https://example.org"), expected("https://example.org/"));
    let site = site(demonstration);
    let feed = urls("https://example.org/alesco/?lang=en&x=1");
    snapshot_cli::build(&Options { feed: Some(feed), ..site.options() }, &site.env).unwrap();
    let link =
        r#"<link rel="alternate" type="text/html" href="https://example.org/alesco/?lang=en&amp;x=1"/>"#;
    assert!(read(&site, "feed.xml").contains(link));
}
