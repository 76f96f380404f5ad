//! The URLs of a repository: those of the API, and those of its pages.

/// Which proposals a list covers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Scope {
    /// Open proposals.
    #[default]
    Open,
    /// Open and closed proposals.
    All,
}

/// A repository, and the GitHub instance that hosts it.
#[derive(Clone, Debug, PartialEq)]
pub struct Repository {
    /// `owner/name`.
    pub name: String,
    /// Base URL of the API, without a trailing slash: `https://api.github.com`.
    pub api: String,
    /// Base URL of the web pages, without a trailing slash: `https://github.com`.
    pub web_base: String,
}

/// Returns the base URL of the web pages that belong to an API, by the API's origin and host name.
///
/// `https://api.github.com` belongs to `https://github.com`, and `https://api.example.ghe.com` (Enterprise Cloud with
/// data residency) to `https://example.ghe.com`. An Enterprise Server has its API under `/api/v3` of its own host.
/// Source: <https://docs.github.com/en/enterprise-cloud@latest/rest/using-the-rest-api/getting-started-with-the-rest-api>
pub fn web_base_url(origin: &str, host: &str) -> String {
    let has_api_host = host == "api.github.com" || (host.starts_with("api.") && host.ends_with(".ghe.com"));
    if has_api_host { origin.replacen("://api.", "://", 1) } else { origin.to_owned() }
}

impl Repository {
    /// Returns the URL of the list. `/issues` rather than `/pulls`: it has comments, reactions and who closed the
    /// pull request, at a quarter of the size.
    pub fn issues_url(&self, scope: Scope) -> String {
        let state = match scope {
            Scope::Open => "open",
            Scope::All => "all",
        };
        format!("{}/repos/{}/issues?state={state}&per_page=100", self.api, self.name)
    }

    /// Returns the URL of the files that a pull request changes.
    pub fn files_url(&self, number: u32) -> String {
        format!("{}/repos/{}/pulls/{number}/files?per_page=100", self.api, self.name)
    }

    /// Returns the URL of all that GitHub records of a pull request, oldest first.
    pub fn timeline_url(&self, number: u32) -> String {
        format!("{}/repos/{}/issues/{number}/timeline?per_page=100", self.api, self.name)
    }

    /// Returns the URL of a pull request alone, which says more of it than the list.
    pub fn pull_details_url(&self, number: u32) -> String {
        format!("{}/repos/{}/pulls/{number}", self.api, self.name)
    }

    /// Returns the URL of a file or a folder on the default branch of any repository of the same instance. `path` is
    /// `owner/name/path`.
    pub fn contents_url(&self, path: &str) -> String {
        let mut parts = path.splitn(3, '/');
        let mut next = || parts.next().unwrap_or_default();
        format!("{}/repos/{}/{}/contents/{}", self.api, next(), next(), next())
    }

    /// Returns the API's URL of a path below that of the repository.
    pub fn api_url(&self, path: &str) -> String {
        format!("{}/repos/{}/{path}", self.api, self.name)
    }

    /// Returns the URL of the events of all issues and pull requests, latest first.
    pub fn events_url(&self) -> String {
        format!("{}/repos/{}/issues/events?per_page=100", self.api, self.name)
    }

    /// True if `url` is one of the API.
    pub fn is_api_url(&self, url: &str) -> bool {
        url.strip_prefix(&self.api).is_some_and(|path| path.starts_with('/'))
    }

    /// Returns the key of its saved copy in the browser's storage. Each scope has a copy of its own: one of open
    /// proposals does not replace one of all.
    pub fn storage_key(&self, scope: Scope) -> String {
        let suffix = match scope {
            Scope::Open => "",
            Scope::All => " all",
        };
        format!("alesco-proposals {}/repos/{}{suffix}", self.api, self.name)
    }

    /// Returns the key of its visits in the browser's storage. It does not begin with that of a saved copy.
    #[cfg(feature = "browser")]
    pub fn visits_key(&self) -> String {
        format!("alesco-proposals visits {}/repos/{}", self.api, self.name)
    }

    /// Returns the URL of a pull request's page.
    pub fn pull_url(&self, number: u32) -> String {
        format!("{}/{}/pull/{number}", self.web_base, self.name)
    }

    /// Returns the URL of the repository's page.
    pub fn web_url(&self) -> String {
        format!("{}/{}", self.web_base, self.name)
    }

    /// Returns the URL of the page that lists all pull requests.
    pub fn pulls_url(&self) -> String {
        format!("{}/{}/pulls", self.web_base, self.name)
    }
}

/// Paths in URLs that only the document module needs: as they are written there, and those of requests below that of the
/// repository.
#[cfg(feature = "browser")]
pub mod document_paths {
    use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

    /// What is encoded in a path.
    const ENCODED: &AsciiSet =
        &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~').remove(b'/');

    /// Returns the path of a pull request with its description.
    pub fn issue_path(number: u32) -> String {
        format!("issues/{number}")
    }

    /// Returns the path of a file as it is written in a URL: a name such as `%2e%2e` must not lead elsewhere.
    pub fn encoded_path(path: &str) -> String {
        utf8_percent_encode(path, ENCODED).to_string()
    }

    /// Returns the path of the file with this git hash, of any branch and of any fork's pull request.
    pub fn blob_path(sha: &str) -> String {
        format!("git/blobs/{}", utf8_percent_encode(sha, ENCODED))
    }

    /// Returns the path of a file on the default branch.
    pub fn contents_path(path: &str) -> String {
        format!("contents/{}", encoded_path(path))
    }
}
