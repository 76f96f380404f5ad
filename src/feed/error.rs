//! Why the screen does not show GitHub's current list.

use crate::github::{ApiError, Response, TransportError};
use crate::proposal::Time;

/// A failure of the list request.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum FeedError {
    /// GitHub cannot be reached.
    Unreachable,
    /// GitHub did not respond in time.
    Timeout,
    /// The rate limit of the visitor's network is used up until this time.
    RateLimited(Time),
    /// The repository does not exist, or is not public.
    NotFound,
    /// GitHub responded with this HTTP status.
    Status(u16),
    /// The body is not what GitHub documents.
    InvalidResponse,
}

impl FeedError {
    /// Returns its value in `data-trouble`.
    pub fn as_str(self) -> &'static str {
        match self {
            FeedError::Unreachable => "offline",
            FeedError::Timeout => "timeout",
            FeedError::RateLimited(_) => "rate-limited",
            FeedError::NotFound => "not-found",
            FeedError::Status(_) => "server",
            FeedError::InvalidResponse => "malformed",
        }
    }

    /// True if every other request would fail the same way.
    pub(super) fn affects_all_requests(self) -> bool {
        match self {
            FeedError::Unreachable | FeedError::Timeout | FeedError::RateLimited(_) => true,
            FeedError::NotFound | FeedError::Status(_) | FeedError::InvalidResponse => false,
        }
    }

    /// Returns when the rate limit ends, if that is the error.
    pub fn limited_until(self) -> Option<Time> {
        match self {
            FeedError::RateLimited(until) => Some(until),
            _ => None,
        }
    }

    /// True if the rate limit forbids a request at this time.
    pub fn is_rate_limited_at(self, now: Time) -> bool {
        matches!(self, FeedError::RateLimited(until) if now < until)
    }
}

/// Turns a failed request, and a response with an error status, into a [`FeedError`]. `failures` are the failed
/// attempts before.
///
/// # Errors
/// [`FeedError`] unless GitHub answered with success.
pub fn into_result(
    result: Result<Response, TransportError>,
    failures: u32,
    now: Time,
) -> Result<Response, FeedError> {
    let response = result.map_err(|error| match error {
        TransportError::Unreachable => FeedError::Unreachable,
        TransportError::Timeout => FeedError::Timeout,
    })?;
    match response.error(failures, now) {
        None => Ok(response),
        Some(ApiError::RateLimited(until)) => Err(FeedError::RateLimited(until)),
        Some(ApiError::NotFound) => Err(FeedError::NotFound),
        Some(ApiError::Status(status)) => Err(FeedError::Status(status)),
    }
}
