//! Why there is no new snapshot, and what one can do.

use std::fmt;
use std::path::PathBuf;

use super::{Worse, machine};
use crate::proposal::Time;

/// What went wrong.
#[derive(Clone, Debug, PartialEq)]
pub enum Failure {
    /// There was no answer, or only a part of one, however often it was asked.
    Unreachable {
        /// What was asked for.
        url: String,
        /// What the HTTP client says.
        why: String,
    },
    /// GitHub's limit of requests is used up, for longer than a run waits.
    Limited {
        /// Until when.
        until: Time,
        /// Whether the requests had a token.
        with_token: bool,
    },
    /// GitHub does not take the token.
    TokenRefused,
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
    Elsewhere {
        /// What was asked for.
        url: String,
        /// Where it leads.
        to: String,
    },
    /// There is always one more page, or one more address to go to.
    Endless {
        /// What was asked for first.
        url: String,
        /// How many were read.
        pages: usize,
    },
    /// The answer is not what the API documents.
    Unreadable {
        /// What was asked for.
        url: String,
        /// What is wrong with it.
        reason: String,
    },
    /// What stands where the file is to be is not the snapshot before.
    Occupied {
        /// Where.
        path: PathBuf,
        /// What is wrong with it.
        reason: String,
    },
    /// There is no snapshot to make fragments of.
    Missing {
        /// Where it was looked for.
        path: PathBuf,
    },
    /// No fragment can be written in this language.
    Language {
        /// Its code.
        code: &'static str,
    },
    /// What GitHub answered would be worse than the file that is there.
    Worse(Worse),
    /// The file could not be read or written.
    Disk {
        /// Which.
        path: PathBuf,
        /// What the system says.
        why: String,
    },
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let more = |with_token: &bool, advice: &'static str| if *with_token { "" } else { advice };
        match self {
            Failure::Unreachable { url, why } => {
                write!(f, "{url} gave no whole answer ({why}). Try again later.")
            }
            Failure::Limited { until, with_token } => {
                let more = more(with_token, ", or now with a token in GITHUB_TOKEN: its limit is higher");
                let until = machine(*until);
                write!(f, "GitHub's limit of requests is used up until {until}. Try again after that{more}.")
            }
            Failure::TokenRefused => {
                f.write_str("GitHub does not take the token in GITHUB_TOKEN. Renew it, or unset it.")
            }
            Failure::NotFound { url, with_token } => {
                let more = more(with_token, " It may be one that only a token in GITHUB_TOKEN may see.");
                write!(f, "{url} does not exist. Is the repository spelled so?{more}")
            }
            Failure::Status { url, status } => {
                let advice = match status {
                    500.. => "Try again later.",
                    _ => "Does it have pull requests, and may everybody see them?",
                };
                write!(f, "{url} answered with status {status}. {advice}")
            }
            Failure::Elsewhere { url, to } => {
                write!(f, "{url} leads away from the API, to {to:?}. If that is right, name it by --api.")
            }
            Failure::Endless { url, pages } => {
                write!(f, "{url} goes on after {pages} pages. That is more than a snapshot can carry.")
            }
            Failure::Unreadable { url, reason } => {
                write!(f, "the answer of {url} cannot be read: {reason}. Is that GitHub's API?")
            }
            Failure::Occupied { path, reason } => {
                let path = path.display();
                write!(f, "{path} is not the snapshot before this one: {reason}. Move it away first.")
            }
            Failure::Missing { path } => {
                write!(f, "{} is not there, and without GitHub it cannot be made.", path.display())
            }
            Failure::Language { code } => {
                write!(f, "numbers and dates cannot be written in {code:?}. Leave it out of --langs.")
            }
            Failure::Worse(worse) => {
                write!(f, "{worse}. If that is right, remove the file first.")
            }
            Failure::Disk { path, why } => write!(f, "{}: {why}.", path.display()),
        }
    }
}
