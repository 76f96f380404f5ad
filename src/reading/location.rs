//! Where a document lies, and where its links lead from there.

use std::borrow::Cow;

use percent_encoding::percent_decode_str;

use super::tree::LinkTarget;
use crate::github::encoded_path;

/// The schemes that may become links. `javascript:`, `data:` and `vbscript:` are not among them, nor is any that
/// nobody has thought of.
const SCHEMES: [&str; 8] = ["https", "http", "mailto", "ftp", "irc", "ircs", "matrix", "tel"];

/// Says where a document lies. Relative links in it, `#15` and `@login` are resolved against this.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Location {
    /// The repository's page, without a slash at the end: `https://github.com/AlmaLinux/ALESCo`.
    pub repository_url: String,
    /// The commit, branch or tag of the text.
    pub reference: String,
    /// The document's path in the repository; empty for a pull request's description.
    pub path: String,
}

/// True unless a URL has a scheme that must not become a link.
pub fn is_allowed_url(url: &str) -> bool {
    // Browsers leave these out before they read the scheme.
    let url: String = url.chars().filter(|c| !c.is_ascii_control() && *c != ' ').collect();
    scheme(&url).is_none_or(is_allowed_scheme)
}

fn is_allowed_scheme(scheme: &str) -> bool {
    SCHEMES.iter().any(|allowed| allowed.eq_ignore_ascii_case(scheme))
}

impl Location {
    /// Returns where a link leads; `None` for a destination that must not become a link, or is empty.
    pub fn resolve(&self, destination: &str) -> Option<LinkTarget> {
        // Browsers drop these characters from a URL. A scheme must not hide behind them.
        let destination: String = destination.chars().filter(|c| !matches!(c, '\t' | '\n' | '\r')).collect();
        let destination = destination.trim_matches(|c: char| c <= ' ');
        if destination.is_empty() {
            return None;
        }
        if let Some(fragment) = destination.strip_prefix('#') {
            return Some(LinkTarget::Anchor(anchor(fragment)));
        }
        if let Some(scheme) = scheme(destination) {
            return is_allowed_scheme(scheme).then(|| self.absolute(destination));
        }
        if destination.starts_with("//") {
            return Some(LinkTarget::Url(format!("https:{destination}")));
        }
        if is_email(destination) {
            return Some(LinkTarget::Url(format!("mailto:{destination}")));
        }
        Some(self.relative(destination))
    }

    /// Returns the link of an issue or pull request of this repository.
    pub(super) fn issue(&self, number: u64) -> LinkTarget {
        LinkTarget::Issue { number, url: format!("{}/issues/{number}", self.repository_url) }
    }

    /// Returns the address of a page on the same GitHub: `AlmaLinux/ALESCo/issues/15`.
    pub(super) fn web(&self, path: &str) -> String {
        let mut parts = self.repository_url.rsplitn(3, '/');
        let base = parts.nth(2).unwrap_or_default();
        format!("{base}/{path}")
    }

    fn absolute(&self, url: &str) -> LinkTarget {
        let owned = url.to_owned();
        match self.path_in_repository(url).and_then(issue_number) {
            Some(number) => LinkTarget::Issue { number, url: owned },
            None => LinkTarget::Url(owned),
        }
    }

    /// Returns what follows the repository's page in `url`. GitHub does not tell upper from lower case there.
    fn path_in_repository<'a>(&self, url: &'a str) -> Option<&'a str> {
        let (base, path) = url.split_at_checked(self.repository_url.len())?;
        (!base.is_empty() && base.eq_ignore_ascii_case(&self.repository_url))
            .then_some(path)?
            .strip_prefix('/')
    }

    fn relative(&self, destination: &str) -> LinkTarget {
        let end = destination.find(['?', '#']).unwrap_or(destination.len());
        let (path, suffix) = destination.split_at(end);
        let own_path = encoded_path(&self.path);
        // The page of a file is at `blob/REFERENCE/PATH`, and `..` may lead above it: `../../issues`.
        let mut segments = vec!["blob", &self.reference];
        if path.is_empty() {
            segments.extend(own_path.split('/'));
        } else if !path.starts_with('/') {
            segments.extend(own_path.rsplit_once('/').iter().flat_map(|(folder, _)| folder.split('/')));
        }
        for segment in path.split('/') {
            match segment {
                "" | "." => {}
                ".." => {
                    segments.pop();
                }
                segment => segments.push(segment),
            }
        }
        let url = format!("{}/{}{suffix}", self.repository_url, segments.join("/")).replace(' ', "%20");
        match segments.as_slice() {
            ["blob", reference, path @ ..] if *reference == self.reference && !path.is_empty() => {
                let path = percent_decoded(&path.join("/"));
                match suffix.strip_prefix('#') {
                    Some(fragment) if path == self.path => LinkTarget::Anchor(anchor(fragment)),
                    _ => LinkTarget::File { path, url },
                }
            }
            _ => LinkTarget::Url(url),
        }
    }
}

/// Returns the anchor that a URL's fragment names. GitHub's own pages put `user-content-` before it.
fn anchor(fragment: &str) -> String {
    let anchor = percent_decoded(fragment);
    anchor.strip_prefix("user-content-").map_or(anchor.clone(), str::to_owned)
}

/// Returns the scheme of an absolute URL, without the colon.
fn scheme(url: &str) -> Option<&str> {
    let (scheme, _) = url.split_once(':')?;
    let is_scheme = scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.'));
    is_scheme.then_some(scheme)
}

/// Returns the number in `pull/15` or `issues/15`.
fn issue_number(path: &str) -> Option<u64> {
    let number = path.strip_prefix("pull/").or_else(|| path.strip_prefix("issues/"))?;
    let number = number.strip_suffix('/').unwrap_or(number);
    number.bytes().all(|byte| byte.is_ascii_digit()).then(|| number.parse().ok())?
}

/// True for `name@example.org`. ALESCo's documents link their authors so, without `mailto:`.
fn is_email(destination: &str) -> bool {
    let is_name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_' | '+');
    let is_host = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-');
    destination.split_once('@').is_some_and(|(name, host)| {
        !name.is_empty()
            && name.chars().all(is_name)
            && host.chars().all(is_host)
            && host.split('.').count() > 1
            && host.split('.').all(|label| !label.is_empty())
    })
}

/// Returns `text` with `%20` and the like resolved; unchanged where that yields no valid text.
fn percent_decoded(text: &str) -> String {
    percent_decode_str(text).decode_utf8().map_or_else(|_| text.to_owned(), Cow::into_owned)
}
