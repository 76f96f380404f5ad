//! Requests to GitHub's API, one at a time: with retries, waiting for rate limits, and never to another host.

use std::cell::Cell;
use std::str::FromStr;
use std::time::Duration;

use ureq::Agent;
use ureq::http::header::{AUTHORIZATION, AsHeaderName, HeaderMap, LINK, LOCATION, RETRY_AFTER};

use super::{Env, Error, Options};
use crate::github::{ApiError, Response};
use crate::proposal::{Time, to_iso8601};

/// Delays before the retries of a request that had no response, or one with status 5xx.
pub const RETRY_DELAYS: [Duration; 3] =
    [Duration::from_secs(2), Duration::from_secs(8), Duration::from_secs(30)];

/// How long a run waits for rate limits in total.
pub const MAX_WAIT: Duration = Duration::from_secs(300);

/// Timeout of one request, its body included.
const TIMEOUT: Duration = Duration::from_secs(60);

/// The largest body in bytes. A hundred pull requests with the longest texts that GitHub accepts have 7 MB.
const MAX_BODY: u64 = 32 << 20;

/// Redirects followed for one request.
const MAX_REDIRECTS: usize = 5;

/// A client of GitHub's API.
pub(super) struct Client<'a> {
    agent: Agent,
    pub(super) options: &'a Options,
    pub(super) env: &'a dyn Env,
    /// What is left of [`MAX_WAIT`].
    wait_budget: Cell<Duration>,
    requests: Cell<u32>,
}

/// The result of one request.
enum Attempt {
    Response(Response),
    /// The target of a redirect, as the header has it.
    Redirect(String),
    /// No response.
    Failed {
        why: String,
        /// True if a retry may succeed.
        is_transient: bool,
    },
}

impl<'a> Client<'a> {
    pub(super) fn new(options: &'a Options, env: &'a dyn Env) -> Self {
        let config = Agent::config_builder()
            .http_status_as_error(false)
            // Followed here, so that the token is not sent to another host.
            .max_redirects(0)
            .timeout_global(Some(TIMEOUT))
            // GitHub rejects requests without one.
            .user_agent(concat!("alesco-proposals/", env!("CARGO_PKG_VERSION"), " (snapshot)"))
            .accept("application/vnd.github+json");
        let (wait_budget, requests) = (Cell::new(MAX_WAIT), Cell::new(0));
        Client { agent: config.build().into(), options, env, wait_budget, requests }
    }

    /// Returns how many requests were sent.
    pub(super) fn requests(&self) -> u32 {
        self.requests.get()
    }

    /// True if the URL exists.
    ///
    /// # Errors
    /// Those of [`Client::get`] but [`Error::NotFound`].
    pub(super) fn exists(&self, url: &str) -> Result<bool, Error> {
        match self.get(url) {
            Ok(_) => Ok(true),
            Err(Error::NotFound { .. }) => Ok(false),
            Err(error) => Err(error),
        }
    }

    /// Fetches a URL of the API. The response has a status of 2xx.
    ///
    /// # Errors
    /// [`Error`] if there is no such response after all retries.
    pub(super) fn get(&self, url: &str) -> Result<Response, Error> {
        let mut delays = RETRY_DELAYS.into_iter();
        let (mut redirects, mut waits) = (0, 0);
        let mut at = url.to_owned();
        let with_token = self.options.token.is_some();
        loop {
            let (error, why) = match self.send_once(&at) {
                Attempt::Redirect(to) => {
                    redirects += 1;
                    if redirects > MAX_REDIRECTS {
                        return Err(Error::TooManyRedirects { url: url.to_owned() });
                    }
                    match self.options.api.resolve(&at, &to) {
                        Some(resolved) => at = resolved,
                        None => return Err(Error::ForeignRedirect { url: at, to }),
                    }
                    continue;
                }
                Attempt::Failed { why, is_transient } => {
                    let error = Error::Network { url: at.clone(), why: why.clone() };
                    if !is_transient {
                        return Err(error);
                    }
                    (error, why)
                }
                Attempt::Response(response) => match response.error(waits, self.env.now()) {
                    None => return Ok(response),
                    Some(ApiError::RateLimited(until)) => {
                        self.wait(until)?;
                        waits += 1;
                        continue;
                    }
                    Some(ApiError::NotFound) => return Err(Error::NotFound { url: at, with_token }),
                    Some(ApiError::Status(401)) if with_token => return Err(Error::Unauthorized),
                    Some(ApiError::Status(status)) => {
                        let error = Error::Status { url: at.clone(), status };
                        if status < 500 {
                            return Err(error);
                        }
                        (error, format!("status {status}"))
                    }
                },
            };
            let Some(delay) = delays.next() else { return Err(error) };
            self.env.log(&format!("{at}: {why}. Retrying in {} s", delay.as_secs()));
            self.env.sleep(delay);
        }
    }

    /// Waits for the end of a rate limit, if the wait budget allows it.
    fn wait(&self, until: Time) -> Result<(), Error> {
        let wait = (until - self.env.now()).to_std().unwrap_or_default();
        let Some(wait_budget) = self.wait_budget.get().checked_sub(wait) else {
            return Err(Error::RateLimited { until, with_token: self.options.token.is_some() });
        };
        self.wait_budget.set(wait_budget);
        self.env.log(&format!("GitHub's rate limit is used up until {}. Waiting", to_iso8601(until)));
        self.env.sleep(wait);
        Ok(())
    }

    fn send_once(&self, url: &str) -> Attempt {
        self.requests.set(self.requests.get() + 1);
        let mut request = self.agent.get(url);
        if let Some(token) = &self.options.token {
            request = request.header(AUTHORIZATION, format!("Bearer {}", token.reveal()));
        }
        let failed = |error: ureq::Error| Attempt::Failed {
            is_transient: !matches!(
                error,
                ureq::Error::BadUri(_) | ureq::Error::Http(_) | ureq::Error::BodyExceedsLimit(_)
            ),
            why: error.to_string(),
        };
        let mut response = match request.call() {
            Ok(response) => response,
            Err(error) => return failed(error),
        };
        let status = response.status().as_u16();
        if let (301 | 302 | 303 | 307 | 308, Some(to)) = (status, text(response.headers(), LOCATION)) {
            return Attempt::Redirect(to);
        }
        let body = match status {
            // The body of an error may say that it is a rate limit.
            200..=299 | 403 | 429 => match response.body_mut().with_config().limit(MAX_BODY).read_to_vec() {
                Ok(bytes) => String::from_utf8_lossy(&bytes).into_owned(),
                Err(error) => return failed(error),
            },
            _ => String::new(),
        };
        let headers = response.headers();
        Attempt::Response(Response {
            status,
            body,
            link: text(headers, LINK),
            remaining: number(headers, "x-ratelimit-remaining"),
            reset: number(headers, "x-ratelimit-reset"),
            retry_after: number(headers, RETRY_AFTER),
        })
    }
}

fn text(headers: &HeaderMap, name: impl AsHeaderName) -> Option<String> {
    headers.get(name)?.to_str().ok().map(str::to_owned)
}

fn number<T: FromStr>(headers: &HeaderMap, name: impl AsHeaderName) -> Option<T> {
    headers.get(name)?.to_str().ok()?.trim().parse().ok()
}
