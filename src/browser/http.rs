//! Requests, each with an end.

use std::cell::Cell;
use std::rc::Rc;

use gloo_net::http::{Headers, Request};
use gloo_timers::callback::Timeout;
use web_sys::{AbortController, AbortSignal, RequestInit};

use crate::feed::TransportError;
use crate::github::Response;

/// How long an answer may take, its body included, in milliseconds.
pub const PATIENCE: u32 = 15_000;

/// Aborts what has its signal when it is dropped.
pub struct Abort(AbortController);

impl Abort {
    /// None where the browser cannot abort.
    pub fn new() -> Option<Abort> {
        AbortController::new().ok().map(Abort)
    }

    /// What tells that it is aborted.
    pub fn signal(&self) -> AbortSignal {
        self.0.signal()
    }
}

impl Drop for Abort {
    fn drop(&mut self) {
        self.0.abort();
    }
}

/// A request that is on its way. Dropping it aborts it.
pub struct Pending {
    abort: Rc<Abort>,
    timed_out: Rc<Cell<bool>>,
    _timer: Timeout,
}

impl Pending {
    /// From now on it may take so many milliseconds. None where the browser cannot abort.
    pub fn new(patience: u32) -> Option<Pending> {
        let abort = Rc::new(Abort::new()?);
        let timed_out = Rc::new(Cell::new(false));
        let (timed, flag) = (Rc::downgrade(&abort), Rc::clone(&timed_out));
        let timer = Timeout::new(patience, move || {
            flag.set(true);
            if let Some(timed) = timed.upgrade() {
                timed.0.abort();
            }
        });
        Some(Pending { abort, timed_out, _timer: timer })
    }

    /// Asks for an address, without any header of our own: each would cost a preflight. None once the
    /// request is dropped.
    pub fn reply(
        &self,
        url: String,
    ) -> impl Future<Output = Option<Result<Response, TransportError>>> + 'static {
        let (signal, timed_out) = (self.abort.signal(), Rc::clone(&self.timed_out));
        async move {
            match answer(&url, &signal).await {
                Some(answer) => Some(Ok(answer)),
                None if timed_out.get() => Some(Err(TransportError::Timeout)),
                None => (!signal.aborted()).then_some(Err(TransportError::Unreachable)),
            }
        }
    }
}

async fn answer(url: &str, signal: &AbortSignal) -> Option<Response> {
    let init = RequestInit::new();
    init.set_signal(Some(signal));
    // Not by `Request::get`: it adds a `&` to the address, which a host's preload then does not match.
    let request = web_sys::Request::new_with_str_and_init(url, &init).ok()?;
    let response = Request::from(request).send().await.ok()?;
    let headers = response.headers();
    Some(Response {
        status: response.status(),
        link: headers.get("link"),
        remaining: number(&headers, "x-ratelimit-remaining").and_then(|left| left.try_into().ok()),
        reset: number(&headers, "x-ratelimit-reset"),
        retry_after: number(&headers, "retry-after"),
        body: response.text().await.ok()?,
    })
}

fn number(headers: &Headers, name: &str) -> Option<i64> {
    headers.get(name)?.parse().ok()
}
