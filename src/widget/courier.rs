//! Carries the feed's requests out and the answers back in.

use std::sync::Arc;

use gloo_timers::callback::Timeout;
use leptos::prelude::*;
use leptos::reactive::spawn_local_scoped_with_cancellation;

use crate::browser::{self, clock};
use crate::feed::{self, Event, Origin, Reply, Request, Silence, State};
use crate::github::{Problem, Scope};

/// Where the answers go.
pub(super) struct Courier {
    /// What the feed knows of its surroundings.
    pub origin: Origin,
    /// The snapshot's address, if the host has one.
    pub snapshot: Option<String>,
    /// Which proposals are wanted.
    pub scope: Memo<Scope>,
    /// The feed.
    pub feed: WriteSignal<State>,
    /// The next try, if one is due.
    pub timer: StoredValue<Option<Timeout>, LocalStorage>,
    /// The page's. Requests end with it.
    pub owner: Owner,
}

impl Courier {
    /// Tells the feed what happened, and does what it wants done about it.
    pub fn tell(self: &Arc<Self>, event: Event) {
        let effects = self.feed.try_update(|state| {
            let (next, effects) = feed::next(std::mem::take(state), event, &self.origin, clock::now());
            *state = next;
            effects
        });
        for effect in effects.into_iter().flatten() {
            match effect {
                feed::Effect::Send(request) => self.send(request),
                feed::Effect::RetryAt(time) => {
                    let courier = Arc::clone(self);
                    let retry = move || courier.tell(Event::Retried(courier.scope.get_untracked()));
                    self.timer.set_value(Some(clock::at(time, retry)));
                }
                feed::Effect::Report(problems) => problems.iter().for_each(report),
                feed::Effect::ReportSnapshot(reason) => {
                    browser::warn(&format!("the snapshot is of no use: {reason}"));
                }
            }
        }
    }

    fn send(self: &Arc<Self>, request: Request) {
        let courier = Arc::clone(self);
        self.owner.with(|| {
            spawn_local_scoped_with_cancellation(async move {
                let reply = courier.answer(&request).await;
                courier.tell(Event::Answered(request, reply));
            });
        });
    }

    async fn answer(&self, request: &Request) -> Reply {
        match request {
            Request::List(url) => browser::get(url).await,
            Request::Files(number) => browser::get(&self.origin.repository.files(*number)).await,
            Request::Snapshot => match &self.snapshot {
                Some(url) => browser::get(url).await,
                None => Err(Silence::Unreachable),
            },
        }
    }
}

fn report(problem: &Problem) {
    let Problem { item, reason } = problem;
    browser::warn(&format!("item {item} of a page could not be read: {reason}"));
}
