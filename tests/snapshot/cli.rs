//! The command line.

use super::*;
use alesco_proposals::config::Layout;
use alesco_proposals::proposal::DateOrTime;
use alesco_proposals::snapshot_cli::UsageError;

fn parse_options(arguments: &[&str], token: Option<&str>) -> Result<Options, String> {
    let arguments = arguments.iter().map(|argument| (*argument).to_owned());
    match Options::parse(arguments, token.map(str::to_owned)) {
        Ok(Command::Build(options)) => Ok(*options),
        Ok(Command::Help) => Err("help".to_owned()),
        Err(error) => Err(error.to_string()),
    }
}

#[test]
fn every_option_has_a_default() {
    let options = parse_options(&[], None).unwrap();
    assert_eq!(options.repository.name, "AlmaLinux/ALESCo");
    assert_eq!(options.repository.api, "https://api.github.com");
    assert_eq!(options.file(), Path::new("snapshot/proposals.json"));
    assert_eq!(options.languages.len(), 27);
    assert!(
        options.token.is_none()
            && options.feed.is_none()
            && options.pages.is_none()
            && !options.texts
            && !options.offline
    );
}

#[test]
fn an_invalid_argument_is_an_error_that_names_it() {
    let check = |arguments: &[&str], expected: &str| {
        assert_eq!(parse_options(arguments, None).map(|_| ()), Err(expected.to_owned()), "{arguments:?}");
    };
    check(&["--help"], "help");
    check(&["--repo", "a/b", "-h"], "help");
    check(&["a/b"], "unexpected argument \"a/b\"");
    check(&["--token", "x"], "invalid option '--token'");
    check(&["--out"], "missing argument for option '--out'");
    check(&["--offline=x"], "unexpected argument for option '--offline': \"x\"");
    for name in ["", "ALESCo", "a/b/c", "a/..", "a b/c", "a/b?c"] {
        check(&["--repo", name], &format!("invalid value {name:?} for --repo: expected OWNER/NAME"));
    }
    for url in ["", "api.github.com", "ftp://x", "https://", "https://a b", "javascript:1"] {
        let expected = "expected a URL of https:// or http://";
        check(&["--api", url], &format!("invalid value {url:?} for --api: {expected}"));
        check(&["--web", url], &format!("invalid value {url:?} for --web: {expected}"));
        check(&["--feed", url], &format!("invalid value {url:?} for --feed: {expected}"));
        check(&["--pages", url], &format!("invalid value {url:?} for --pages: {expected}"));
        check(&["--page", url], &format!("invalid value {url:?} for --page: {expected}"));
    }
    for api in ["https://a@b", "https://a:b@c", "https://a?b", "https://a#b"] {
        let expected = "expected a URL of https:// or http://";
        check(&["--api", api], &format!("invalid value {api:?} for --api: {expected}"));
    }
    check(&["--out", ""], "invalid value \"\" for --out: expected a directory");
    let no_feed = "expected the address of a feed in --feed beside it";
    check(&["--page", "https://a/"], &format!("invalid value \"https://a/\" for --page: {no_feed}"));
    for meeting in ["", "soon", "2026-09-31", "10 September 2026"] {
        let expected = format!("invalid value {meeting:?} for --next-meeting: expected an ISO date or time");
        check(&["--next-meeting", meeting], &expected);
    }
    check(&["--view", "grid"], "invalid value \"grid\" for --view: expected list or browser");
    for langs in ["", "en,", "en it", "de-AT", "EN", "xx", "all,en"] {
        let expected = "expected all, none, or codes such as en,it of the languages in docs/i18n.md";
        check(&["--langs", langs], &format!("invalid value {langs:?} for --langs: {expected}"));
    }
}

#[test]
fn the_next_meeting_is_a_day_or_a_time() {
    for meeting in ["2026-09-10", "2026-09-10T16:00:00Z"] {
        let options = parse_options(&["--next-meeting", meeting], None).unwrap();
        assert_eq!(options.next_meeting.map(DateOrTime::to_iso8601).as_deref(), Some(meeting));
    }
    let options = parse_options(&["--next-meeting", "2026-09-10T18:00:00+02:00"], None).unwrap();
    assert_eq!(options.next_meeting.map(DateOrTime::to_iso8601).as_deref(), Some("2026-09-10T16:00:00Z"));
}

#[test]
fn languages_are_named_by_their_codes() {
    let check = |langs: &str, expected: &[&str]| {
        let options = parse_options(&["--langs", langs], None).unwrap();
        let codes: Vec<&str> = options.languages.iter().map(|language| language.code()).collect();
        assert_eq!(codes, expected, "{langs}");
    };
    check("en", &["en"]);
    check("it, pt-br,en", &["it", "pt-br", "en"]);
    check("none", &[]);
    assert!(parse_options(&["--offline", "--langs", "en"], None).unwrap().offline);
    assert_eq!(parse_options(&[], None).unwrap().layout, Layout::List);
    assert_eq!(parse_options(&["--view", "browser"], None).unwrap().layout, Layout::Browser);
}

#[test]
fn the_web_base_is_derived_from_the_api_or_given() {
    let check = |arguments: &[&str], api: &str, web_base: &str| {
        let repository = parse_options(arguments, None).unwrap().repository;
        assert_eq!((repository.api.as_str(), repository.web_base.as_str()), (api, web_base), "{arguments:?}");
    };
    check(&["--api", "https://api.github.com"], "https://api.github.com", "https://github.com");
    check(&["--api", "https://API.github.com/"], "https://api.github.com", "https://github.com");
    let enterprise = "https://github.example.com/api/v3";
    check(&["--api", enterprise], enterprise, "https://github.example.com");
    check(&["--api", "https://github.example.com:443/api/v3/"], enterprise, "https://github.example.com");
    check(&["--api", "https://host:8443/api/v3"], "https://host:8443/api/v3", "https://host:8443");
    check(
        &["--api", "https://api.example.ghe.com"],
        "https://api.example.ghe.com",
        "https://example.ghe.com",
    );
    check(&["--api", "http://127.0.0.1:8099"], "http://127.0.0.1:8099", "http://127.0.0.1:8099");
    check(
        &["--api", "https://example.com/api.github.com"],
        "https://example.com/api.github.com",
        "https://example.com",
    );
    check(&["--web", "https://web.example.com/"], "https://api.github.com", "https://web.example.com");
    check(
        &["--api", enterprise, "--web=https://web.example.com/git"],
        enterprise,
        "https://web.example.com/git",
    );
}

#[test]
fn the_pages_lie_beside_the_standalone_page() {
    let check = |url: &str, standalone: &str, page: &str| {
        let pages = parse_options(&["--pages", url], None).unwrap().pages.unwrap();
        assert_eq!((pages.standalone.as_str(), pages.page(18).as_str()), (standalone, page), "{url}");
    };
    let page = "https://example.org/alesco/proposals/18.html";
    check("https://example.org/alesco/", "https://example.org/alesco/", page);
    let index = "https://example.org/alesco/index.html";
    check(index, index, page);
    check("https://example.org/alesco/?lang=it#x", "https://example.org/alesco/?lang=it", page);
    check("http://example.org", "http://example.org/", "http://example.org/proposals/18.html");
    check(
        "https://example.org/a%20b/",
        "https://example.org/a%20b/",
        "https://example.org/a%20b/proposals/18.html",
    );
}

#[test]
fn a_token_needs_https_or_the_loopback_interface() {
    let check = |api: &str, is_sent: bool| {
        let error =
            "GITHUB_TOKEN is sent over https:// only: use an API URL that starts so, or unset the token";
        let options = parse_options(&["--api", api], Some("ghp_x"));
        assert_eq!(
            options.map(|options| options.token.is_some()),
            if is_sent { Ok(true) } else { Err(error.to_owned()) },
            "{api}"
        );
    };
    check("https://api.github.com", true);
    check("https://github.example.com/api/v3", true);
    check("http://127.0.0.1:8080", true);
    check("http://localhost/api/v3", true);
    check("http://[::1]:80", true);
    check("http://api.github.com", false);
    check("http://localhost.example.com", false);
    check("http://127.0.0.1.example.com", false);
}

#[test]
fn a_token_with_invalid_characters_is_an_error_without_its_value() {
    for token in ["ghp x", "ghp\nx", "ghp_é", "ghp\u{0}"] {
        let said = parse_options(&[], Some(token)).unwrap_err();
        assert_eq!(said, UsageError::InvalidToken.to_string());
        assert!(!said.contains(token));
    }
    assert!(parse_options(&[], Some(" ghp_x\n")).unwrap().token.is_some());
}
