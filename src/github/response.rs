//! An HTTP response, reduced to what the program uses.

use super::rate_limit;
use crate::proposal::Time;

/// More requests than GitHub allows in an hour.
const MAX_REQUESTS: i64 = 100_000;

/// A response of GitHub, with any status.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Response {
    /// The HTTP status.
    pub status: u16,
    /// The body, not decoded.
    pub body: String,
    /// The header `Link`.
    pub link: Option<String>,
    /// The header `x-ratelimit-remaining`: requests left in this hour.
    pub remaining: Option<u32>,
    /// The header `x-ratelimit-reset`: when the hour ends, in seconds since 1970.
    pub reset: Option<i64>,
    /// The header `retry-after`, in seconds.
    pub retry_after: Option<i64>,
}

/// Why a request has no response.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum TransportError {
    /// The network, a firewall or a content blocker let nothing through.
    Unreachable,
    /// No response within the timeout.
    Timeout,
}

/// An error that GitHub reports by its status.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum ApiError {
    /// The rate limit is used up until this time.
    RateLimited(Time),
    /// The repository or pull request does not exist, or is not public.
    NotFound,
    /// Any other status.
    Status(u16),
}

impl Response {
    /// Returns a number that grows with each request that GitHub counts, in an hour and from hour to hour; `None` for other
    /// servers, and for refused requests, which are not counted.
    pub fn request_count(&self) -> Option<i64> {
        let is_counted = matches!(self.status, 200..=299);
        let (reset, remaining) = self.reset.zip(self.remaining).filter(|_| is_counted)?;
        Some(reset.wrapping_mul(MAX_REQUESTS).wrapping_sub(remaining.into()))
    }

    /// Returns the error that the status reports; `None` for 2xx.
    ///
    /// Source: <https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api>. Over the limit,
    /// GitHub responds with 403 or 429, with `x-ratelimit-remaining: 0` for the primary limit and `retry-after` for
    /// a secondary one. Where the headers are missing, such as behind some proxies, the body says so; then the wait
    /// grows with `failures`, the number of failed attempts before.
    pub fn error(&self, failures: u32, now: Time) -> Option<ApiError> {
        match self.status {
            200..=299 => None,
            403 | 429 if self.retry_after.is_some() || self.remaining == Some(0) => {
                Some(ApiError::RateLimited(rate_limit::retry_at(self.retry_after, self.reset, now)))
            }
            403 | 429 if self.status == 429 || self.has_rate_limit_message() => {
                Some(ApiError::RateLimited(rate_limit::backoff(failures, now)))
            }
            404 | 410 => Some(ApiError::NotFound),
            status => Some(ApiError::Status(status)),
        }
    }

    fn has_rate_limit_message(&self) -> bool {
        ["rate limit", "abuse detection"].iter().any(|words| self.body.contains(words))
    }
}
