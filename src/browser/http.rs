//! HTTP GET with a timeout. Dropping the request aborts it.

use std::cell::Cell;
use std::rc::Rc;

use gloo_timers::callback::Timeout;
use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortController, AbortSignal, Request, RequestCache, RequestInit};

use crate::feed::TransportError;
use crate::github::Response;

// The browser answers only a request of the mode `no-cors` from a preload without crossorigin. WebKit answers no request to
// the same origin from a preload with crossorigin.
#[wasm_bindgen(inline_js = "export const like_preload = (url) =>
  [...document.querySelectorAll('link[rel=preload]:not([crossorigin])')].some(({ href }) => href === url)
  && new URL(url).origin === location.origin ? { mode: 'no-cors', credentials: 'include' } : {};")]
extern "C" {
    /// Returns the mode and the credentials that a request needs for the page's preload of this URL to answer it.
    fn like_preload(url: &str) -> RequestInit;
}

/// How long a response may take, its body included, in milliseconds.
pub const REQUEST_TIMEOUT_MS: u32 = 15_000;

/// How a request uses the browser's HTTP cache.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cache {
    /// A preload of the page, or a fresh copy, may answer.
    Default,
    /// The server is asked, with the copy's ETag. WebKit would answer from the preload of this page or of
    /// an earlier one again and again otherwise.
    Revalidate,
}

/// Aborts the fetch or the wait that has its signal when it is dropped.
pub struct AbortOnDrop(AbortController);

impl AbortOnDrop {
    /// Returns `None` where the browser has no `AbortController`.
    pub fn new() -> Option<Self> {
        AbortController::new().ok().map(AbortOnDrop)
    }

    /// Returns the signal to pass to `fetch`.
    pub fn signal(&self) -> AbortSignal {
        self.0.signal()
    }
}

impl Drop for AbortOnDrop {
    fn drop(&mut self) {
        self.0.abort();
    }
}

/// A request. Dropping it aborts it.
pub struct Fetch {
    abort: Rc<AbortOnDrop>,
    timed_out: Rc<Cell<bool>>,
    _timer: Timeout,
}

impl Fetch {
    /// Starts the time that a request may take, in milliseconds. Returns `None` where the browser has no
    /// `AbortController`.
    pub fn new(timeout: u32) -> Option<Self> {
        let abort = Rc::new(AbortOnDrop::new()?);
        let timed_out = Rc::new(Cell::new(false));
        let (controller, flag) = (Rc::downgrade(&abort), Rc::clone(&timed_out));
        let timer = Timeout::new(timeout, move || {
            flag.set(true);
            if let Some(controller) = controller.upgrade() {
                controller.0.abort();
            }
        });
        Some(Fetch { abort, timed_out, _timer: timer })
    }

    /// Requests a URL without any header of our own: with one, a preload would not match. Returns `None` once the request
    /// is dropped.
    pub fn get(
        &self,
        url: String,
        cache: Cache,
    ) -> impl Future<Output = Option<Result<Response, TransportError>>> + use<> {
        let init = match cache {
            Cache::Default => like_preload(&url),
            Cache::Revalidate => {
                let init = RequestInit::new();
                init.set_cache(RequestCache::NoCache);
                init
            }
        };
        self.request(url, init)
    }

    /// As [`Fetch::get`] with the default cache, for a response of this media type, if one is given. The header `accept`
    /// costs no preflight.
    #[cfg(feature = "browser")]
    pub fn get_as(
        &self,
        url: String,
        media_type: Option<&str>,
    ) -> impl Future<Output = Option<Result<Response, TransportError>>> + use<> {
        let init = RequestInit::new();
        if let Some(media_type) = media_type {
            let accept = js_sys::Array::of2(&JsValue::from_str("accept"), &JsValue::from_str(media_type));
            init.set_headers(&js_sys::Array::of1(&accept));
        }
        self.request(url, init)
    }

    fn request(
        &self,
        url: String,
        init: RequestInit,
    ) -> impl Future<Output = Option<Result<Response, TransportError>>> + use<> {
        let (signal, timed_out) = (self.abort.signal(), Rc::clone(&self.timed_out));
        async move {
            match send(&url, &init, &signal).await {
                Some(response) => Some(Ok(response)),
                None if timed_out.get() => Some(Err(TransportError::Timeout)),
                None => (!signal.aborted()).then_some(Err(TransportError::Unreachable)),
            }
        }
    }
}

/// Returns `None` if there is no response. The host page may have put a function of its own in the place of `fetch`:
/// it may throw, reject with anything, and return anything.
async fn send(url: &str, init: &RequestInit, signal: &AbortSignal) -> Option<Response> {
    init.set_signal(Some(signal));
    let request = Request::new_with_str_and_init(url, init).ok()?;
    let window = web_sys::window()?;
    let fetch: Function = Reflect::get(&window, &JsValue::from_str("fetch")).ok()?.dyn_into().ok()?;
    let response = fetch.call1(&window, &request).ok()?;
    let response = JsFuture::from(Promise::resolve(&response)).await.ok().filter(JsValue::is_object)?;
    // Not checked by its class: a response may be of another frame.
    let response: web_sys::Response = response.unchecked_into();
    let header = |name: &str| response.headers().get(name).ok().flatten();
    let number = |name: &str| header(name).and_then(|value| value.parse::<i64>().ok());
    Some(Response {
        status: response.status(),
        link: header("link"),
        remaining: number("x-ratelimit-remaining").and_then(|left| left.try_into().ok()),
        reset: number("x-ratelimit-reset"),
        retry_after: number("retry-after"),
        body: JsFuture::from(response.text().ok()?).await.ok()?.as_string()?,
    })
}
