//! The visitor's clock, and timers.

use gloo_timers::callback::{Interval, Timeout};

use crate::proposal::Time;

/// Timers may fire a little before their time by the clock that [`now`] reads. Milliseconds.
const TIMER_MARGIN_MS: u32 = 1_000;

/// Returns the current time.
pub fn now() -> Time {
    Time::from_timestamp_millis(js_sys::Date::now() as i64).unwrap_or_default()
}

/// Calls back once, not before `time`. Dropping the timer cancels it.
pub fn at(time: Time, callback: impl FnOnce() + 'static) -> Timeout {
    let wait = (time - now()).num_milliseconds().clamp(0, i32::MAX.into());
    Timeout::new(u32::try_from(wait).unwrap_or_default() + TIMER_MARGIN_MS, callback)
}

/// Calls back every minute. Dropping the timer cancels it.
pub fn every_minute(callback: impl FnMut() + 'static) -> Interval {
    Interval::new(60_000, callback)
}
