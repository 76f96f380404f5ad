//! Why a run failed, and what to do about it.

use std::fmt;
use std::path::PathBuf;

use super::Regression;
use crate::proposal::{Time, to_iso8601};
use crate::{github, snapshot};

/// A failed run. `Display` writes the message for the terminal.
#[derive(Clone, Debug, PartialEq)]
pub enum Error {
    /// No response, or only part of one, after all retries.
    Network {
        /// The URL of the request.
        url: String,
        /// The HTTP client's message.
        why: String,
    },
    /// The rate limit is used up for longer than a run waits.
    RateLimited {
        /// The end of the limit.
        until: Time,
        /// True if the requests had a token.
        with_token: bool,
    },
    /// GitHub rejects the token.
    Unauthorized,
    /// The repository or pull request does not exist, or is not visible.
    NotFound {
        /// The URL of the request.
        url: String,
        /// True if the requests had a token.
        with_token: bool,
    },
    /// Any other error status, after all retries.
    Status {
        /// The URL of the request.
        url: String,
        /// The HTTP status.
        status: u16,
    },
    /// A redirect or a link leads out of the API.
    ForeignRedirect {
        /// The URL of the request.
        url: String,
        /// The target.
        to: String,
    },
    /// Redirects without an end.
    TooManyRedirects {
        /// The URL of the request.
        url: String,
    },
    /// A list of more pages than a snapshot can hold.
    TooManyPages {
        /// The URL of the first page.
        url: String,
        /// Pages fetched.
        pages: usize,
    },
    /// The body is not what the API documents.
    InvalidResponse {
        /// The URL of the request.
        url: String,
        /// What is wrong.
        reason: github::DecodeError,
    },
    /// The existing file is not a snapshot of this repository.
    NotASnapshot {
        /// The file.
        path: PathBuf,
        /// What is wrong.
        reason: snapshot::DecodeError,
    },
    /// There is no snapshot whose HTML could be written.
    NoSnapshot {
        /// Where it was expected.
        path: PathBuf,
    },
    /// HTML cannot be written in this language.
    UnsupportedLanguage {
        /// Its code.
        code: &'static str,
    },
    /// The new snapshot would be worse than the existing one.
    Regression(Regression),
    /// A file could not be read or written.
    Io {
        /// The file.
        path: PathBuf,
        /// The system's message.
        why: String,
    },
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Error::Network { url, why } => write!(f, "{url}: no complete response ({why}). Try again later."),
            Error::RateLimited { until, with_token } => {
                let hint = match with_token {
                    true => "",
                    false => ", or now with a token in GITHUB_TOKEN, which has a higher limit",
                };
                let until = to_iso8601(*until);
                write!(f, "GitHub's rate limit is used up until {until}. Try again then{hint}.")
            }
            Error::Unauthorized => {
                f.write_str("GitHub rejects the token in GITHUB_TOKEN. Renew it, or unset it.")
            }
            Error::NotFound { url, with_token } => {
                let hint = match with_token {
                    true => "",
                    false => " A private repository needs a token in GITHUB_TOKEN.",
                };
                write!(f, "{url} does not exist. Check the repository's name.{hint}")
            }
            Error::Status { url, status } => {
                let hint = match status {
                    500.. => "Try again later.",
                    _ => "Check that the repository is public and has pull requests.",
                };
                write!(f, "{url}: status {status}. {hint}")
            }
            Error::ForeignRedirect { url, to } => {
                write!(
                    f,
                    "{url} leads to {to:?}, which is outside of the API. If that is right, pass it by --api."
                )
            }
            Error::TooManyRedirects { url } => write!(f, "{url}: too many redirects."),
            Error::TooManyPages { url, pages } => {
                write!(f, "{url} has more than {pages} pages, which is more than a snapshot can hold.")
            }
            Error::InvalidResponse { url, reason } => {
                write!(f, "{url}: unexpected response, {reason}. Check that it is GitHub's API.")
            }
            Error::NotASnapshot { path, reason } => {
                let path = path.display();
                write!(f, "{path} is not a snapshot of this repository: {reason}. Move it away first.")
            }
            Error::NoSnapshot { path } => {
                write!(f, "{} does not exist. Run without --offline first.", path.display())
            }
            Error::UnsupportedLanguage { code } => {
                write!(f, "there are no number and date formats for {code:?}. Leave it out of --langs.")
            }
            Error::Regression(regression) => {
                write!(f, "{regression}. If that is right, remove the file first.")
            }
            Error::Io { path, why } => write!(f, "{}: {why}.", path.display()),
        }
    }
}

impl Error {
    /// True if the error concerns the requested item alone, so that others can still be fetched.
    pub(super) fn is_of_one_item(&self) -> bool {
        matches!(self, Error::NotFound { .. } | Error::Status { .. } | Error::InvalidResponse { .. })
    }
}

impl std::error::Error for Error {}
