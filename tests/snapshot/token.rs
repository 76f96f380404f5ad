//! Who we say that we are, and to whom.

use super::recorded::recorded;
use super::*;

const TOKEN: &str = "ghp_0123456789abcdef";

fn with_token(answer: impl Fn(&Request) -> Reply + Send + 'static) -> Site {
    Site { token: Some(TOKEN), ..Site::new(answer) }
}

#[test]
fn goes_with_every_request_and_into_nothing_else() {
    let site = with_token(recorded);
    site.writes();
    for request in site.github.requests() {
        let header = request.headers.get("authorization");
        assert_eq!(header, Some(&format!("Bearer {TOKEN}")), "{}", request.path);
    }
    assert!(!site.folder.text().contains(TOKEN));
    assert!(!format!("{:?}", site.options()).contains(TOKEN));
}

#[test]
fn none_is_sent_where_there_is_none() {
    for token in [None, Some(""), Some(" \n")] {
        let site = Site { token, ..Site::new(recorded) };
        site.writes();
        assert!(site.github.requests().iter().all(|request| !request.headers.contains_key("authorization")));
    }
}

#[test]
fn every_request_names_the_program_as_github_demands() {
    let site = Site::new(recorded);
    site.writes();
    for request in site.github.requests() {
        assert_eq!(request.headers["user-agent"], "alesco-proposals/0.1.0 (snapshot)");
        assert_eq!(request.headers["accept"], "application/vnd.github+json");
    }
}

/// A moved repository: GitHub answers so for its old name.
#[test]
fn goes_along_where_the_api_sends_to_itself() {
    for status in [301, 302, 307, 308] {
        for relative in [false, true] {
            let site = with_token(move |request| match request.path.as_str() {
                LIST => {
                    let host = if relative { "" } else { request.host.as_str() };
                    Reply::status(status).with("Location", format!("{host}/repositories/1/issues"))
                }
                "/repositories/1/issues" => Reply::ok(list(&[1])),
                _ => Reply::ok("[]"),
            });
            assert_eq!(numbers(&site.writes()), [1], "{status}");
            let asked = site.github.requests();
            assert_eq!(asked[1].path, "/repositories/1/issues");
            assert_eq!(asked[1].headers["authorization"], format!("Bearer {TOKEN}"));
        }
    }
}

#[test]
fn stays_where_the_api_sends_elsewhere() {
    for status in [301, 302, 303, 307, 308] {
        let elsewhere = Mock::new(|_| Reply::ok("[]"));
        let to = format!("{}/repos", elsewhere.address);
        let location = to.clone();
        let site = with_token(move |_| Reply::status(status).with("Location", &location));
        let url = format!("{}{LIST}", site.github.address);
        let error = site.fails();
        assert_eq!(error, Error::ForeignRedirect { url: url.clone(), to: to.clone() });
        assert_eq!(
            error.to_string(),
            format!("{url} leads away from the API, to {to:?}. If that is right, name it by --api.")
        );
        assert_eq!(elsewhere.paths(), [""; 0], "{status}");
    }
}

#[test]
fn an_address_without_a_host_does_not_smuggle_one_in() {
    let site = with_token(|_| Reply::status(302).with("Location", "//example.com/repos"));
    assert!(matches!(site.fails(), Error::ForeignRedirect { to, .. } if to == "//example.com/repos"));
}

#[test]
fn is_not_carried_in_circles() {
    let site = with_token(|_| Reply::status(302).with("Location", "/again"));
    assert!(matches!(site.fails(), Error::TooManyPages { pages: 6, .. }));
    assert_eq!(site.github.paths().len(), 6);
}

#[test]
fn one_that_github_does_not_take_is_said_and_not_shown() {
    let site = with_token(|_| Reply::status(401));
    let error = site.fails();
    assert_eq!(error, Error::Unauthorized);
    assert_eq!(error.to_string(), "GitHub does not take the token in GITHUB_TOKEN. Renew it, or unset it.");
    assert_eq!(site.github.paths().len(), 1);
}
