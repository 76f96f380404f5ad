//! One request at a time: asked again where that helps, waited for where GitHub says until when, and sent
//! to the API that was named alone.

use std::cell::Cell;
use std::time::Duration;

use ureq::Agent;
use ureq::http::header::{AUTHORIZATION, HeaderMap, LINK, LOCATION, RETRY_AFTER};

use super::order::origin_of;
use super::{Failure, Order, World, machine};
use crate::github::{Answer, Refusal};
use crate::json::{Value, native};
use crate::proposal::Time;

/// How long it pauses before it asks once more, after an answer that does not come or has a status of 5xx.
/// After the last one it gives up.
pub const PAUSES: [Duration; 3] = [Duration::from_secs(2), Duration::from_secs(8), Duration::from_secs(30)];

/// How long a run waits for GitHub's limits, all in all.
pub const LONGEST_WAIT: Duration = Duration::from_secs(300);

/// How long one answer may take.
const TIMEOUT: Duration = Duration::from_secs(60);

/// No answer is larger: a hundred pull requests with the longest texts that GitHub takes are 7 MB.
const MOST_BYTES: u64 = 32 << 20;

/// How often one answer may send to another address.
const MOST_REDIRECTS: usize = 5;

/// GitHub's API.
pub(super) struct Client<'a> {
    agent: Agent,
    order: &'a Order,
    world: &'a dyn World,
    /// How long it may still wait for GitHub's limits.
    patience: Cell<Duration>,
    requests: Cell<u32>,
}

/// What came of one request.
enum Reply {
    Answer(Answer),
    /// It is to be asked for there.
    Redirect(String),
    /// No answer; whether another try may help.
    Fault {
        why: String,
        may_pass: bool,
    },
}

impl<'a> Client<'a> {
    pub(super) fn new(order: &'a Order, world: &'a dyn World) -> Self {
        let config = Agent::config_builder()
            .http_status_as_error(false)
            // Ours to follow: a token must not go elsewhere.
            .max_redirects(0)
            .timeout_global(Some(TIMEOUT))
            // GitHub refuses requests without one.
            .user_agent(concat!("alesco-proposals/", env!("CARGO_PKG_VERSION"), " (snapshot)"))
            .accept("application/vnd.github+json");
        let (patience, requests) = (Cell::new(LONGEST_WAIT), Cell::new(0));
        Client { agent: config.build().into(), order, world, patience, requests }
    }

    /// How many requests were sent.
    pub(super) fn requests(&self) -> u32 {
        self.requests.get()
    }

    /// Whether an address is one of the API that was named.
    pub(super) fn is_within(&self, url: &str) -> bool {
        url.strip_prefix(&self.order.repository.api).is_some_and(|path| path.starts_with('/'))
    }

    /// Whether there is something at this address.
    pub(super) fn has(&self, url: &str) -> Result<bool, Failure> {
        match self.get(url) {
            Ok(_) => Ok(true),
            Err(Failure::NotFound { .. }) => Ok(false),
            Err(failure) => Err(failure),
        }
    }

    /// The answer to a request for this address of the API.
    pub(super) fn get(&self, url: &str) -> Result<Answer, Failure> {
        let mut pauses = PAUSES.into_iter();
        let mut redirects = 0;
        let mut at = url.to_owned();
        let with_token = self.order.token.is_some();
        loop {
            let (failure, why) = match self.ask(&at) {
                Reply::Redirect(to) if !self.is_within(&to) => {
                    return Err(Failure::Elsewhere { url: at, to });
                }
                Reply::Redirect(to) => {
                    redirects += 1;
                    if redirects > MOST_REDIRECTS {
                        return Err(Failure::Endless { url: url.to_owned(), pages: redirects });
                    }
                    at = to;
                    continue;
                }
                Reply::Fault { why, may_pass } => {
                    let failure = Failure::Unreachable { url: at.clone(), why: why.clone() };
                    if !may_pass {
                        return Err(failure);
                    }
                    (failure, why)
                }
                Reply::Answer(answer) => match answer.refusal(self.world.now()) {
                    None => return Ok(answer),
                    Some(Refusal::Limited(until)) => {
                        self.wait(until)?;
                        continue;
                    }
                    Some(Refusal::NotFound) => return Err(Failure::NotFound { url: at, with_token }),
                    Some(Refusal::Status(401)) if with_token => return Err(Failure::TokenRefused),
                    Some(Refusal::Status(status)) => {
                        let failure = Failure::Status { url: at.clone(), status };
                        if status < 500 {
                            return Err(failure);
                        }
                        (failure, format!("status {status}"))
                    }
                },
            };
            let Some(pause) = pauses.next() else { return Err(failure) };
            self.world.say(&format!("{at}: {why}. Trying again in {} s", pause.as_secs()));
            self.world.wait(pause);
        }
    }

    /// Waits for the end of GitHub's limit, if the run has that much patience left.
    fn wait(&self, until: Time) -> Result<(), Failure> {
        let wait = (until - self.world.now()).to_std().unwrap_or_default();
        let Some(patience) = self.patience.get().checked_sub(wait) else {
            return Err(Failure::Limited { until, with_token: self.order.token.is_some() });
        };
        self.patience.set(patience);
        self.world.say(&format!("GitHub's limit is used up until {}: waiting", machine(until)));
        self.world.wait(wait);
        Ok(())
    }

    fn ask(&self, url: &str) -> Reply {
        self.requests.set(self.requests.get() + 1);
        let mut request = self.agent.get(url);
        if let Some(token) = &self.order.token {
            request = request.header(AUTHORIZATION, format!("Bearer {}", token.reveal()));
        }
        let fault = |error: ureq::Error| Reply::Fault {
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
            return Reply::Redirect(self.absolute(to));
        }
        let body = match status {
            200..=299 => match response.body_mut().with_config().limit(MOST_BYTES).read_to_vec() {
                Ok(bytes) => native::read(&String::from_utf8_lossy(&bytes)),
                Err(error) => return fault(error),
            },
            _ => Value::Nothing,
        };
        let headers = response.headers();
        Reply::Answer(Answer {
            status,
            body,
            link: text(headers, LINK),
            remaining: number(headers, "x-ratelimit-remaining"),
            reset: number(headers, "x-ratelimit-reset"),
            retry_after: number(headers, RETRY_AFTER),
        })
    }

    /// An address that may be given without scheme and host.
    fn absolute(&self, to: String) -> String {
        if !to.starts_with('/') || to.starts_with("//") {
            return to;
        }
        format!("{}{to}", origin_of(&self.order.repository.api))
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
