//! The time by the reader's clock, and calls at a time.

use gloo_timers::callback::{Interval, Timeout};

use crate::proposal::Time;

/// The time now.
pub fn now() -> Time {
    Time::from_timestamp_millis(js_sys::Date::now() as i64).unwrap_or_default()
}

/// Calls once, no earlier than `time`. Dropping the timer cancels it.
pub fn at(time: Time, call: impl FnOnce() + 'static) -> Timeout {
    let wait = (time - now()).num_milliseconds().clamp(0, i32::MAX.into());
    // Timers may fire a little early by the clock that `now` reads.
    Timeout::new(u32::try_from(wait).unwrap_or_default() + 1_000, call)
}

/// Calls every minute. Dropping the timer cancels it.
pub fn every_minute(call: impl FnMut() + 'static) -> Interval {
    Interval::new(60_000, call)
}
