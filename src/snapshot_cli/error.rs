//! Why there is no new snapshot, and what one can do.

use std::fmt;
use std::path::PathBuf;

use super::Regression;
use crate::proposal::{Time, to_iso8601};

/// What went wrong.
#[derive(Clone, Debug, PartialEq)]
pub enum Error {
    /// There was no answer, or only a part of one, however often it was asked.
    Network {
        /// What was asked for.
        url: String,
        /// What the HTTP client says.
        why: String,
    },
    /// GitHub's limit of requests is used up, for longer than a run waits.
    RateLimited {
        /// Until when.
        until: Time,
        /// Whether the requests had a token.
        with_token: bool,
    },
    /// GitHub does not take the token.
    Unauthorized,
    /// There is no such repository, or none that may be seen.
    NotFound {
        /// What was asked for.
        url: String,
        /// Whether the requests had a token.
        with_token: bool,
    },
    /// Any other status that is no success, however often it was asked.
    Status {
        /// What was asked for.
        url: String,
        /// The status.
        status: u16,
    },
    /// The way on leads away from the API that was named.
    ForeignRedirect {
        /// What was asked for.
        url: String,
        /// Where it leads.
        to: String,
    },
    /// There is always one more page, or one more address to go to.
    TooManyPages {
        /// What was asked for first.
        url: String,
        /// How many were read.
        pages: usize,
    },
    /// The answer is not what the API documents.
    InvalidResponse {
        /// What was asked for.
        url: String,
        /// What is wrong with it.
        reason: String,
    },
    /// What stands where the file is to be is not the snapshot before.
    NotASnapshot {
        /// Where.
        path: PathBuf,
        /// What is wrong with it.
        reason: String,
    },
    /// There is no snapshot to make fragments of.
    NoSnapshot {
        /// Where it was looked for.
        path: PathBuf,
    },
    /// No fragment can be written in this language.
    UnsupportedLanguage {
        /// Its code.
        code: &'static str,
    },
    /// What GitHub answered would be regression than the file that is there.
    Regression(Regression),
    /// The file could not be read or written.
    Io {
        /// Which.
        path: PathBuf,
        /// What the system says.
        why: String,
    },
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let more = |with_token: &bool, advice: &'static str| if *with_token { "" } else { advice };
        match self {
            Error::Network { url, why } => {
                write!(f, "{url} gave no whole answer ({why}). Try again later.")
            }
            Error::RateLimited { until, with_token } => {
                let more = more(with_token, ", or now with a token in GITHUB_TOKEN: its limit is higher");
                let until = to_iso8601(*until);
                write!(f, "GitHub's limit of requests is used up until {until}. Try again after that{more}.")
            }
            Error::Unauthorized => {
                f.write_str("GitHub does not take the token in GITHUB_TOKEN. Renew it, or unset it.")
            }
            Error::NotFound { url, with_token } => {
                let more = more(with_token, " It may be one that only a token in GITHUB_TOKEN may see.");
                write!(f, "{url} does not exist. Is the repository spelled so?{more}")
            }
            Error::Status { url, status } => {
                let advice = match status {
                    500.. => "Try again later.",
                    _ => "Does it have pull requests, and may everybody see them?",
                };
                write!(f, "{url} answered with status {status}. {advice}")
            }
            Error::ForeignRedirect { url, to } => {
                write!(f, "{url} leads away from the API, to {to:?}. If that is right, name it by --api.")
            }
            Error::TooManyPages { url, pages } => {
                write!(f, "{url} goes on after {pages} pages. That is more than a snapshot can carry.")
            }
            Error::InvalidResponse { url, reason } => {
                write!(f, "the answer of {url} cannot be read: {reason}. Is that GitHub's API?")
            }
            Error::NotASnapshot { path, reason } => {
                let path = path.display();
                write!(f, "{path} is not the snapshot before this one: {reason}. Move it away first.")
            }
            Error::NoSnapshot { path } => {
                write!(f, "{} is not there, and without GitHub it cannot be made.", path.display())
            }
            Error::UnsupportedLanguage { code } => {
                write!(f, "numbers and dates cannot be written in {code:?}. Leave it out of --langs.")
            }
            Error::Regression(regression) => {
                write!(f, "{regression}. If that is right, remove the file first.")
            }
            Error::Io { path, why } => write!(f, "{}: {why}.", path.display()),
        }
    }
}
