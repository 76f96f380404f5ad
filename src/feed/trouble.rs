//! What can go wrong between here and GitHub.

use crate::github::{Answer, Refusal};
use crate::proposal::Time;

/// Why there was no answer at all.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Silence {
    /// The network, a firewall or a blocker let nothing through.
    Unreachable,
    /// Nothing came for 15 seconds.
    Timeout,
}

/// What came of a request.
pub type Reply = Result<Answer, Silence>;

/// Why the screen does not show what GitHub would say now.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Trouble {
    /// No connection to GitHub.
    Offline,
    /// GitHub did not answer in time.
    Timeout,
    /// GitHub's limit for the reader's network is used up until then.
    RateLimited(Time),
    /// The repository is not there for the public.
    NotFound,
    /// GitHub answered with this status.
    Server(u16),
    /// The answer was not what GitHub documents.
    Malformed,
}

impl Trouble {
    /// The word for it in attributes.
    pub fn word(self) -> &'static str {
        match self {
            Trouble::Offline => "offline",
            Trouble::Timeout => "timeout",
            Trouble::RateLimited(_) => "rate-limited",
            Trouble::NotFound => "not-found",
            Trouble::Server(_) => "server",
            Trouble::Malformed => "malformed",
        }
    }

    /// Whether the next request would meet the same.
    pub(super) fn meets_everything(self) -> bool {
        match self {
            Trouble::Offline | Trouble::Timeout | Trouble::RateLimited(_) => true,
            Trouble::NotFound | Trouble::Server(_) | Trouble::Malformed => false,
        }
    }

    /// Whether GitHub asks not to be asked again yet.
    pub fn forbids_asking(self, now: Time) -> bool {
        matches!(self, Trouble::RateLimited(until) if now < until)
    }
}

/// The answer that was hoped for, or the trouble.
pub(super) fn accepted(reply: Reply, now: Time) -> Result<Answer, Trouble> {
    let answer = reply.map_err(|silence| match silence {
        Silence::Unreachable => Trouble::Offline,
        Silence::Timeout => Trouble::Timeout,
    })?;
    match answer.refusal(now) {
        None => Ok(answer),
        Some(Refusal::Limited(until)) => Err(Trouble::RateLimited(until)),
        Some(Refusal::NotFound) => Err(Trouble::NotFound),
        Some(Refusal::Status(status)) => Err(Trouble::Server(status)),
    }
}
