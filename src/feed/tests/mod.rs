mod candidates;
mod documents;
mod error;
mod lock;
mod meetings;
mod paging;
mod records;
mod schedule;
mod snapshots;
mod table;

use super::*;
use crate::github::{Repository, Response, Scope};
use crate::proposal::{RfcNumber, Stage};
use chrono::TimeDelta;

const LIST: &str = "https://api.github.com/repos/AlmaLinux/ALESCo/issues?state=open&per_page=100";
const WHOLE_LIST: &str = "https://api.github.com/repos/AlmaLinux/ALESCo/issues?state=all&per_page=100";
const SNAPSHOT: &str = include_str!("../../../tests/fixtures/snapshot-2.json");

/// A feed under test, with the effects of its last event.
#[derive(Clone)]
struct Check {
    state: State,
    config: FeedConfig,
    now: Time,
    effects: Vec<Effect>,
    /// True if another tab holds the lock.
    is_locked: bool,
}

impl Check {
    fn new(has_snapshot: bool) -> Self {
        let repository = Repository {
            name: "AlmaLinux/ALESCo".to_owned(),
            api: "https://api.github.com".to_owned(),
            web_base: "https://github.com".to_owned(),
        };
        Check {
            state: State::default(),
            config: FeedConfig { repository, has_snapshot },
            now: Time::from_timestamp(1_790_000_000, 0).unwrap(),
            effects: Vec::new(),
            is_locked: false,
        }
    }

    /// Dispatches an event, and grants the lock if no other tab holds it.
    fn dispatch(&mut self, event: Event) -> &mut Self {
        let (state, effects) = next(std::mem::take(&mut self.state), event, &self.config, self.now);
        self.state = state;
        self.effects = effects;
        if self.effects.contains(&Effect::AcquireLock) && !self.is_locked {
            let before = std::mem::take(&mut self.effects);
            self.dispatch(Event::LockAcquired(Vec::new()));
            self.effects.splice(0..0, before);
        }
        self
    }

    fn advance(&mut self, time: TimeDelta) -> &mut Self {
        self.now += time;
        self
    }

    fn respond(&mut self, request: Request, result: Result<Response, TransportError>) -> &mut Self {
        self.dispatch(Event::ResponseReceived(request, result))
    }

    /// Asserts the effects, apart from those between tabs.
    fn effects(&mut self, effects: &[Effect]) -> &mut Self {
        let is_between_tabs =
            |effect: &&Effect| matches!(effect, Effect::AcquireLock | Effect::ReleaseLock | Effect::Save(_));
        let actual: Vec<&Effect> = self.effects.iter().filter(|effect| !is_between_tabs(effect)).collect();
        assert_eq!(actual, effects.iter().collect::<Vec<_>>());
        self
    }

    /// Asserts the requests that were sent.
    fn requests(&mut self, requests: &[Request]) -> &mut Self {
        let sent: Vec<&Request> = self
            .effects
            .iter()
            .filter_map(|effect| match effect {
                Effect::Send(request) => Some(request),
                _ => None,
            })
            .collect();
        assert_eq!(sent, requests.iter().collect::<Vec<_>>());
        self
    }

    /// Returns the copy that the last event saved.
    fn saved(&self) -> Option<String> {
        self.effects.iter().rev().find_map(|effect| match effect {
            Effect::Save(copy) => Some(copy.to_json(&self.config.repository.name)),
            _ => None,
        })
    }

    /// Asserts the source and the numbers of the shown proposals.
    fn shows(&mut self, source: Source, numbers: &[u32]) -> &mut Self {
        let shown = self.state.shown.as_ref().expect("something is shown");
        assert_eq!(shown.source, source);
        assert_eq!(shown.proposals.iter().map(|p| p.number).collect::<Vec<_>>(), numbers);
        self
    }
}

fn list(url: &str) -> Request {
    Request::List(url.to_owned())
}

fn ok(text: &str) -> Response {
    Response { status: 200, body: text.to_owned(), remaining: Some(50), ..Response::default() }
}

/// Returns a list of open proposals with these numbers, each with its own `updated_at`.
fn items(numbers: &[u32]) -> String {
    let item = |number: &u32| {
        let updated_at = format!("2026-08-01T00:00:{number:02}Z");
        format!(
            r#"{{"number": {number}, "title": "RFC: {number}", "pull_request": {{}}, "updated_at": "{updated_at}"}}"#
        )
    };
    format!("[{}]", numbers.iter().map(item).collect::<Vec<_>>().join(","))
}

/// Returns the files of a document with this RFC number.
fn files(rfc: &str) -> Response {
    ok(&format!(r#"[{{"filename": "rfcs/{rfc}-x.md", "status": "added", "patch": "+x"}}]"#))
}
