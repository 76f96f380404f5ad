//! When a rate limit ends.

use chrono::TimeDelta;

use crate::proposal::Time;

/// The longest wait of a rate limit, in seconds. A longer one comes from a wrong clock.
const MAX_RETRY_AFTER: i64 = 3600;

/// The shortest wait that GitHub asks for, in seconds. A shorter one comes from a wrong clock, too.
const MIN_RETRY_AFTER: i64 = 60;

/// The longest wait where GitHub asks for none, in seconds.
const MAX_BACKOFF: i64 = 900;

/// With more doublings the wait exceeds [`MAX_BACKOFF`].
const MAX_DOUBLINGS: u32 = 4;

/// Returns when to try again, by the headers `retry-after` (seconds) and `x-ratelimit-reset` (seconds since 1970).
///
/// A page cannot read the header `Date`, so `now` comes from the visitor's clock, which may be wrong. A reset in the
/// past shows that it is, and then says nothing about the end of the limit.
pub(super) fn retry_at(retry_after: Option<i64>, reset: Option<i64>, now: Time) -> Time {
    let wait = match (retry_after, reset) {
        (Some(seconds), _) => seconds,
        (None, Some(reset)) if reset >= now.timestamp() - MIN_RETRY_AFTER => {
            reset.saturating_sub(now.timestamp())
        }
        (None, _) => MAX_RETRY_AFTER,
    };
    now + TimeDelta::seconds(wait.clamp(MIN_RETRY_AFTER, MAX_RETRY_AFTER))
}

/// Returns when to try again where no header says so: after a minute, and twice as long after each failure.
pub(super) fn backoff(failures: u32, now: Time) -> Time {
    let wait = MIN_RETRY_AFTER << failures.min(MAX_DOUBLINGS);
    now + TimeDelta::seconds(wait.min(MAX_BACKOFF))
}
