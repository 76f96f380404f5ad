//! Requests, each with an end.

use std::cell::Cell;
use std::rc::Rc;

use gloo_net::http::{Headers, Request};
use gloo_timers::callback::Timeout;
use web_sys::{AbortController, RequestInit};

use crate::feed::{Reply, Silence};
use crate::github::Answer;

/// How long an answer may take, its body included, in milliseconds.
const PATIENCE: u32 = 15_000;

/// Aborts a request when whoever waits for it is gone.
struct AbortOnDrop(AbortController);

impl Drop for AbortOnDrop {
    fn drop(&mut self) {
        self.0.abort();
    }
}

/// Asks for an address, without any header of our own: each would cost a preflight.
/// Dropping the future aborts the request.
pub async fn get(url: &str) -> Reply {
    let Ok(controller) = AbortController::new() else { return Err(Silence::Unreachable) };
    let request = AbortOnDrop(controller.clone());
    let timed_out = Rc::new(Cell::new(false));
    let flag = Rc::clone(&timed_out);
    let timer = Timeout::new(PATIENCE, move || {
        flag.set(true);
        controller.abort();
    });
    let reply = answer(url, &request).await;
    drop(timer);
    reply.ok_or(if timed_out.get() { Silence::Timeout } else { Silence::Unreachable })
}

async fn answer(url: &str, request: &AbortOnDrop) -> Option<Answer> {
    let init = RequestInit::new();
    init.set_signal(Some(&request.0.signal()));
    // Not by `Request::get`: it adds a `&` to the address, which a host's preload then does not match.
    let request = web_sys::Request::new_with_str_and_init(url, &init).ok()?;
    let response = Request::from(request).send().await.ok()?;
    let headers = response.headers();
    Some(Answer {
        status: response.status(),
        link: headers.get("link"),
        remaining: number(&headers, "x-ratelimit-remaining"),
        reset: number(&headers, "x-ratelimit-reset"),
        retry_after: number(&headers, "retry-after"),
        text: response.text().await.ok()?,
    })
}

fn number<T: std::str::FromStr>(headers: &Headers, name: &str) -> Option<T> {
    headers.get(name)?.parse().ok()
}
