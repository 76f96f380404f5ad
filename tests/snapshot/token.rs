//! The headers of requests, and where the token is sent.

use super::recorded::recorded;
use super::*;

const TOKEN: &str = "ghp_0123456789abcdef";

fn site_with_token(answer: impl Fn(&Request) -> Reply + Send + 'static) -> Site {
    Site { token: Some(TOKEN), ..Site::new(answer) }
}

#[test]
fn the_token_is_sent_with_every_request_and_written_nowhere() {
    let site = site_with_token(recorded);
    site.writes();
    for request in site.github.requests() {
        let header = request.headers.get("authorization");
        assert_eq!(header, Some(&format!("Bearer {TOKEN}")), "{}", request.path);
    }
    assert!(!site.folder.text().contains(TOKEN));
    assert!(!format!("{:?}", site.options()).contains(TOKEN));
}

#[test]
fn without_a_token_no_header_is_sent() {
    for token in [None, Some(""), Some(" \n")] {
        let site = Site { token, ..Site::new(recorded) };
        site.writes();
        assert!(site.github.requests().iter().all(|request| !request.headers.contains_key("authorization")));
    }
}

#[test]
fn every_request_has_the_user_agent_that_github_requires() {
    let site = Site::new(recorded);
    site.writes();
    for request in site.github.requests() {
        assert_eq!(request.headers["user-agent"], "alesco-proposals/0.1.0 (snapshot)");
        assert_eq!(request.headers["accept"], "application/vnd.github+json");
    }
}

/// GitHub redirects so from the old name of a repository.
#[test]
fn the_token_follows_a_redirect_within_the_api() {
    for status in [301, 302, 307, 308] {
        for relative in [false, true] {
            let site = site_with_token(move |request| match request.path.as_str() {
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
fn a_redirect_to_another_host_is_not_followed() {
    for status in [301, 302, 303, 307, 308] {
        let elsewhere = Mock::new(|_| Reply::ok("[]"));
        let to = format!("{}/repos", elsewhere.address);
        let location = to.clone();
        let site = site_with_token(move |_| Reply::status(status).with("Location", &location));
        let url = format!("{}{LIST}", site.github.address);
        let error = site.fails();
        assert_eq!(error, Error::ForeignRedirect { url: url.clone(), to: to.clone() });
        assert_eq!(
            error.to_string(),
            format!(
                "{url} leads to {to:?}, which is outside of the API. If that is right, pass it by --api."
            )
        );
        assert_eq!(elsewhere.paths(), [""; 0], "{status}");
    }
}

#[test]
fn a_redirect_to_another_host_without_a_scheme_is_not_followed() {
    let site = site_with_token(|_| Reply::status(302).with("Location", "//example.com/repos"));
    assert!(matches!(site.fails(), Error::ForeignRedirect { to, .. } if to == "//example.com/repos"));
}

#[test]
fn endless_redirects_end_the_run() {
    let site = site_with_token(|_| Reply::status(302).with("Location", "/again"));
    let url = format!("{}{LIST}", site.github.address);
    let error = site.fails();
    assert_eq!(error, Error::TooManyRedirects { url: url.clone() });
    assert_eq!(error.to_string(), format!("{url}: too many redirects."));
    assert_eq!(site.github.paths().len(), 6);
}

#[test]
fn a_rejected_token_is_reported_without_its_value() {
    let site = site_with_token(|_| Reply::status(401));
    let error = site.fails();
    assert_eq!(error, Error::Unauthorized);
    assert_eq!(error.to_string(), "GitHub rejects the token in GITHUB_TOKEN. Renew it, or unset it.");
    assert_eq!(site.github.paths().len(), 1);
}
