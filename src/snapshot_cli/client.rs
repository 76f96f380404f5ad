//! One request at a time: asked again where that helps, waited for where GitHub says until when, and sent
//! to the API that was named alone.

use std::cell::Cell;
use std::time::Duration;

use ureq::Agent;
use ureq::http::header::{AUTHORIZATION, HeaderMap, LINK, LOCATION, RETRY_AFTER};

use super::cli::origin_of;
use super::{Env, Error, Options};
use crate::github::{ApiError, Response};
use crate::json::{Value, native};
use crate::proposal::{Time, to_iso8601};

/// How long it pauses before it asks once more, after an answer that does not come or has a status of 5xx.
/// After the last one it gives up.
pub const RETRY_DELAYS: [Duration; 3] =
    [Duration::from_secs(2), Duration::from_secs(8), Duration::from_secs(30)];

/// How long a run waits for GitHub's limits, all in all.
pub const MAX_WAIT: Duration = Duration::from_secs(300);

/// How long one answer may take.
const TIMEOUT: Duration = Duration::from_secs(60);

/// No answer is larger: a hundred pull requests with the longest texts that GitHub takes are 7 MB.
const MAX_BODY: u64 = 32 << 20;

/// How often one answer may send to another address.
const MAX_REDIRECTS: usize = 5;

/// GitHub's API.
pub(super) struct Client<'a> {
    agent: Agent,
    options: &'a Options,
    env: &'a dyn Env,
    /// How long it may still wait for GitHub's limits.
    wait_budget: Cell<Duration>,
    requests: Cell<u32>,
}

/// What came of one request.
enum Attempt {
    Response(Response),
    /// It is to be asked for there.
    Redirect(String),
    /// No answer; whether another try may help.
    Fault {
        why: String,
        may_pass: bool,
    },
}

impl<'a> Client<'a> {
    pub(super) fn new(options: &'a Options, env: &'a dyn Env) -> Self {
        let config = Agent::config_builder()
            .http_status_as_error(false)
            // Ours to follow: a token must not go elsewhere.
            .max_redirects(0)
            .timeout_global(Some(TIMEOUT))
            // GitHub refuses requests without one.
            .user_agent(concat!("alesco-proposals/", env!("CARGO_PKG_VERSION"), " (snapshot)"))
            .accept("application/vnd.github+json");
        let (wait_budget, requests) = (Cell::new(MAX_WAIT), Cell::new(0));
        Client { agent: config.build().into(), options, env, wait_budget, requests }
    }

    /// How many requests were sent.
    pub(super) fn requests(&self) -> u32 {
        self.requests.get()
    }

    /// Whether an address is one of the API that was named.
    pub(super) fn is_api_url(&self, url: &str) -> bool {
        url.strip_prefix(&self.options.repository.api).is_some_and(|path| path.starts_with('/'))
    }

    /// Whether there is something at this address.
    pub(super) fn exists(&self, url: &str) -> Result<bool, Error> {
        match self.get(url) {
            Ok(_) => Ok(true),
            Err(Error::NotFound { .. }) => Ok(false),
            Err(error) => Err(error),
        }
    }

    /// The answer to a request for this address of the API.
    pub(super) fn get(&self, url: &str) -> Result<Response, Error> {
        let mut pauses = RETRY_DELAYS.into_iter();
        let mut redirects = 0;
        let mut at = url.to_owned();
        let with_token = self.options.token.is_some();
        loop {
            let (error, why) = match self.send_once(&at) {
                Attempt::Redirect(to) if !self.is_api_url(&to) => {
                    return Err(Error::ForeignRedirect { url: at, to });
                }
                Attempt::Redirect(to) => {
                    redirects += 1;
                    if redirects > MAX_REDIRECTS {
                        return Err(Error::TooManyPages { url: url.to_owned(), pages: redirects });
                    }
                    at = to;
                    continue;
                }
                Attempt::Fault { why, may_pass } => {
                    let error = Error::Network { url: at.clone(), why: why.clone() };
                    if !may_pass {
                        return Err(error);
                    }
                    (error, why)
                }
                Attempt::Response(answer) => match answer.error(self.env.now()) {
                    None => return Ok(answer),
                    Some(ApiError::RateLimited(until)) => {
                        self.wait(until)?;
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
            let Some(pause) = pauses.next() else { return Err(error) };
            self.env.say(&format!("{at}: {why}. Trying again in {} s", pause.as_secs()));
            self.env.wait(pause);
        }
    }

    /// Waits for the end of GitHub's limit, if the run has that much wait_budget left.
    fn wait(&self, until: Time) -> Result<(), Error> {
        let wait = (until - self.env.now()).to_std().unwrap_or_default();
        let Some(wait_budget) = self.wait_budget.get().checked_sub(wait) else {
            return Err(Error::RateLimited { until, with_token: self.options.token.is_some() });
        };
        self.wait_budget.set(wait_budget);
        self.env.say(&format!("GitHub's limit is used up until {}: waiting", to_iso8601(until)));
        self.env.wait(wait);
        Ok(())
    }

    fn send_once(&self, url: &str) -> Attempt {
        self.requests.set(self.requests.get() + 1);
        let mut request = self.agent.get(url);
        if let Some(token) = &self.options.token {
            request = request.header(AUTHORIZATION, format!("Bearer {}", token.reveal()));
        }
        let fault = |error: ureq::Error| Attempt::Fault {
            may_pass: !matches!(
                error,
                ureq::Error::BadUri(_) | ureq::Error::Http(_) | ureq::Error::BodyExceedsLimit(_)
            ),
            why: error.to_string(),
        };
        let mut response = match request.call() {
            Ok(response) => response,
            Err(error) => return fault(error),
        };
        let status = response.status().as_u16();
        if let (301 | 302 | 303 | 307 | 308, Some(to)) = (status, text(response.headers(), LOCATION)) {
            return Attempt::Redirect(self.resolve(to));
        }
        let body = match status {
            200..=299 => match response.body_mut().with_config().limit(MAX_BODY).read_to_vec() {
                Ok(bytes) => native::read(&String::from_utf8_lossy(&bytes)),
                Err(error) => return fault(error),
            },
            _ => Value::Nothing,
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

    /// An address that may be given without scheme and host.
    fn resolve(&self, to: String) -> String {
        if !to.starts_with('/') || to.starts_with("//") {
            return to;
        }
        format!("{}{to}", origin_of(&self.options.repository.api))
    }
}

fn text(headers: &HeaderMap, name: impl ureq::http::header::AsHeaderName) -> Option<String> {
    headers.get(name)?.to_str().ok().map(str::to_owned)
}

fn number<T: std::str::FromStr>(
    headers: &HeaderMap,
    name: impl ureq::http::header::AsHeaderName,
) -> Option<T> {
    headers.get(name)?.to_str().ok()?.trim().parse().ok()
}
