//! The base URL of GitHub's API, which decides where requests, and the token, may be sent.

use url::{Host, Url};

use crate::github;

/// A base URL. Its path ends with a slash.
#[derive(Clone, Debug)]
pub struct ApiBase(Url);

impl ApiBase {
    /// Parses a URL of `https` or `http` without user, query and fragment. Returns `None` for any other.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let mut url = parse_http_url(text)?;
        let is_plain = url.username().is_empty()
            && url.password().is_none()
            && url.query().is_none()
            && url.fragment().is_none();
        if !is_plain {
            return None;
        }
        let path = format!("{}/", url.path().trim_end_matches('/'));
        url.set_path(&path);
        Some(ApiBase(url))
    }

    /// Returns the base URL without a slash at its end.
    pub(super) fn as_str(&self) -> &str {
        self.0.as_str().trim_end_matches('/')
    }

    /// Returns the base URL of the web pages that belong to the API.
    pub(super) fn web_base(&self) -> String {
        let origin = self.0.origin().ascii_serialization();
        github::web_base_url(&origin, self.0.host_str().unwrap_or_default())
    }

    /// True if a token may be sent there: only HTTPS, or the loopback interface, keeps it from being read.
    pub(super) fn is_secure(&self) -> bool {
        let is_loopback = match self.0.host() {
            Some(Host::Domain(name)) => name == "localhost",
            Some(Host::Ipv4(address)) => address.is_loopback(),
            Some(Host::Ipv6(address)) => address.is_loopback(),
            None => false,
        };
        self.0.scheme() == "https" || is_loopback
    }

    /// Resolves the URL of a redirect or link, relative to the URL of the request. Returns `None` if it is not one
    /// of the API.
    pub(super) fn resolve(&self, request_url: &str, target: &str) -> Option<String> {
        let url = Url::parse(request_url).ok()?.join(target).ok()?;
        let is_within = url.origin() == self.0.origin()
            && url.path().starts_with(self.0.path())
            && url.username().is_empty()
            && url.password().is_none();
        is_within.then(|| url.into())
    }
}

/// Parses an absolute URL of `https` or `http`.
pub(super) fn parse_http_url(text: &str) -> Option<Url> {
    Url::parse(text).ok().filter(|url| matches!(url.scheme(), "https" | "http"))
}
