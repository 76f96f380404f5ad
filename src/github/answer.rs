//! What of an HTTP answer matters: its status, its text, and the headers that GitHub lets a page read.

use crate::json::Value;
use crate::proposal::Time;

/// An answer of GitHub, whatever its status.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Answer {
    /// The HTTP status.
    pub status: u16,
    /// The body.
    pub body: Value,
    /// The header `Link`.
    pub link: Option<String>,
    /// The header `x-ratelimit-remaining`: requests left in this hour.
    pub remaining: Option<u32>,
    /// The header `x-ratelimit-reset`: when the hour ends, in seconds since 1970.
    pub reset: Option<i64>,
    /// The header `retry-after`, in seconds.
    pub retry_after: Option<i64>,
}

/// Why GitHub did not give what was asked for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Refusal {
    /// The limit of requests is used up until then.
    Limited(Time),
    /// No such repository or pull request, or none that the public may see.
    NotFound,
    /// Any other status.
    Status(u16),
}

/// The longest wait that GitHub's limits impose, in seconds. A longer one is a wrong clock.
const LONGEST_WAIT: i64 = 3600;

/// The shortest wait that GitHub asks for, in seconds. A shorter one is a wrong clock, too.
const SHORTEST_WAIT: i64 = 60;

impl Answer {
    /// Why this is not the answer hoped for; `None` if it is.
    ///
    /// Source: <https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api>:
    /// over the limit, GitHub answers 403 or 429, with `x-ratelimit-remaining: 0` for the primary
    /// one and `retry-after` for a secondary one.
    pub fn refusal(&self, now: Time) -> Option<Refusal> {
        match self.status {
            200..=299 => None,
            403 | 429 if self.retry_after.is_some() || self.remaining == Some(0) => {
                Some(Refusal::Limited(self.limited_until(now)))
            }
            429 => Some(Refusal::Limited(now + chrono::TimeDelta::seconds(SHORTEST_WAIT))),
            404 | 410 => Some(Refusal::NotFound),
            status => Some(Refusal::Status(status)),
        }
    }

    /// `Date` is not readable for a page, so the reader's clock has to do; it may be wrong. A reset long past
    /// tells that it is, and nothing of when the hour ends.
    fn limited_until(&self, now: Time) -> Time {
        let wait = match (self.retry_after, self.reset) {
            (Some(seconds), _) => seconds,
            (None, Some(reset)) if reset >= now.timestamp() - SHORTEST_WAIT => {
                reset.saturating_sub(now.timestamp())
            }
            (None, _) => LONGEST_WAIT,
        };
        now + chrono::TimeDelta::seconds(wait.clamp(SHORTEST_WAIT, LONGEST_WAIT))
    }
}

/// The addresses in a `Link` header that matter here.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Links {
    /// The next page.
    pub next: Option<String>,
    /// The last page.
    pub last: Option<String>,
}

impl Links {
    /// Reads a header such as `<https://…>; rel="next", <https://…>; rel="last"` (RFC 8288).
    ///
    /// By hand, for the bytes: two relations of one server's header are all that is needed.
    pub fn read(header: &str) -> Self {
        let mut links = Links::default();
        for link in header.split('<').skip(1) {
            let Some((address, parameters)) = link.split_once('>') else { continue };
            let relation = parameters
                .split(';')
                .filter_map(|parameter| parameter.trim().trim_end_matches(',').split_once('='))
                .find(|(name, _)| name.trim().eq_ignore_ascii_case("rel"));
            match relation.map(|(_, value)| value.trim().trim_matches('"')) {
                Some("next") => links.next = Some(address.to_owned()),
                Some("last") => links.last = Some(address.to_owned()),
                Some(_) | None => {}
            }
        }
        links
    }
}
