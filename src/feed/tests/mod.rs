mod copies;
mod documents;
mod lists;
mod schedule;
mod snapshots;
mod table;
mod tabs;
mod trouble;

use super::*;
use crate::github::Answer;
use crate::json::Value;
use crate::json::native::read;
use crate::proposal::{RfcNumber, Stage};
use chrono::TimeDelta;

const LIST: &str = "https://api.github.com/repos/AlmaLinux/ALESCo/issues?state=open&per_page=100";
const WHOLE_LIST: &str = "https://api.github.com/repos/AlmaLinux/ALESCo/issues?state=all&per_page=100";
const SNAPSHOT: &str = include_str!("../../../snapshot/proposals.json");

/// A feed under test: remembers what it was told to do.
#[derive(Clone)]
struct Check {
    state: State,
    origin: Origin,
    now: Time,
    effects: Vec<Effect>,
    /// Whether other tabs keep this one waiting for its turn.
    is_crowded: bool,
}

impl Check {
    fn new(has_snapshot: bool) -> Self {
        let repository = Repository {
            name: "AlmaLinux/ALESCo".to_owned(),
            api: "https://api.github.com".to_owned(),
            web: "https://github.com".to_owned(),
        };
        Check {
            state: State::default(),
            origin: Origin { repository, has_snapshot },
            now: Time::from_timestamp(1_790_000_000, 0).unwrap(),
            effects: Vec::new(),
            is_crowded: false,
        }
    }

    /// Tells the feed, and gives it its turn where no other tab asks.
    fn tell(&mut self, event: Event) -> &mut Self {
        let (state, effects) = next(std::mem::take(&mut self.state), event, &self.origin, self.now);
        self.state = state;
        self.effects = effects;
        if self.effects.contains(&Effect::TakeTurn) && !self.is_crowded {
            let before = std::mem::take(&mut self.effects);
            self.tell(Event::TurnCame(None));
            self.effects.splice(0..0, before);
        }
        self
    }

    fn wait(&mut self, time: TimeDelta) -> &mut Self {
        self.now += time;
        self
    }

    fn answered(&mut self, request: Request, reply: Reply) -> &mut Self {
        self.tell(Event::Answered(request, reply))
    }

    /// What it does, apart from what tabs do for one another.
    fn does(&mut self, effects: &[Effect]) -> &mut Self {
        let among_tabs =
            |effect: &&Effect| matches!(effect, Effect::TakeTurn | Effect::EndTurn | Effect::Save(_));
        let done: Vec<&Effect> = self.effects.iter().filter(|effect| !among_tabs(effect)).collect();
        assert_eq!(done, effects.iter().collect::<Vec<_>>());
        self
    }

    fn sends(&mut self, requests: &[Request]) -> &mut Self {
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

    /// The copy that was to be kept.
    fn saved(&self) -> Option<Value> {
        self.effects.iter().rev().find_map(|effect| match effect {
            Effect::Save(copy) => Some(copy.file(&self.origin.repository.name, machine)),
            _ => None,
        })
    }

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

fn ok(text: &str) -> Answer {
    Answer { status: 200, body: read(text), remaining: Some(50), ..Answer::default() }
}

/// A list of open proposals with these numbers, each changed last at a time of its own.
fn items(numbers: &[u32]) -> String {
    let item = |number: &u32| {
        format!(
            r#"{{"number": {number}, "title": "RFC: {number}", "pull_request": {{}}, "updated_at": "2026-08-01T00:00:{number:02}Z"}}"#
        )
    };
    format!("[{}]", numbers.iter().map(item).collect::<Vec<_>>().join(","))
}

/// Files of a document with this RFC number.
fn files(rfc: &str) -> Answer {
    ok(&format!(r#"[{{"filename": "rfcs/{rfc}-x.md", "status": "added", "patch": "+x"}}]"#))
}

/// What the browser's `toISOString` does.
fn machine(time: Time) -> String {
    time.to_rfc3339_opts(chrono::SecondsFormat::Millis, true)
}
