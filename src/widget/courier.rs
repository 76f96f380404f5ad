//! Carries the feed's requests out and the answers back in.

use std::cell::RefCell;
use std::rc::Rc;

use gloo_timers::callback::Timeout;
use leptos::prelude::*;
use leptos::reactive::spawn_local_scoped_with_cancellation;

use crate::browser::{self, clock};
use crate::feed::{self, Event, Origin, Reply, Request, Silence, State};
use crate::github::Problem;

/// Where the answers go.
pub(super) struct Courier {
    /// What the feed knows of its surroundings.
    pub origin: Origin,
    /// The snapshot's address, if the host has one.
    pub snapshot: Option<String>,
    /// The feed.
    pub feed: WriteSignal<State>,
    /// The next try, if one is due.
    pub timer: RefCell<Option<Timeout>>,
    /// The feed's. Requests end with it.
    pub owner: Owner,
}

impl Courier {
    /// Tells the feed what happened, and does what it wants done about it.
    pub fn tell(self: &Rc<Self>, event: Event) {
        let effects = self.feed.try_update(|state| {
            let (next, effects) = feed::next(std::mem::take(state), event, &self.origin, clock::now());
            *state = next;
            effects
        });
        for effect in effects.into_iter().flatten() {
            match effect {
                feed::Effect::Send(request) => self.send(request),
                feed::Effect::RetryAt(time) => {
                    let courier = Rc::downgrade(self);
                    let retry = move || {
                        if let Some(courier) = courier.upgrade() {
                            courier.tell(Event::Retried);
                        }
                    };
                    *self.timer.borrow_mut() = Some(clock::at(time, retry));
                }
                feed::Effect::Report(problems) => problems.iter().for_each(report),
                feed::Effect::ReportSnapshot(reason) => {
                    browser::warn(&format!("the snapshot is of no use: {reason}"));
                }
            }
        }
    }

    fn send(self: &Rc<Self>, request: Request) {
        let url = match &request {
            Request::List(url) => Some(url.clone()),
            Request::Files(number) => Some(self.origin.repository.files(*number)),
            Request::Snapshot => self.snapshot.clone(),
        };
        // The answer does not hold the feed: it ends with its last widget, and the request with it.
        let courier = Rc::downgrade(self);
        self.owner.with(|| {
            spawn_local_scoped_with_cancellation(async move {
                let reply: Reply = match url {
                    Some(url) => browser::get(&url).await,
                    None => Err(Silence::Unreachable),
                };
                if let Some(courier) = courier.upgrade() {
                    courier.tell(Event::Answered(request, reply));
                }
            });
        });
    }
}

fn report(problem: &Problem) {
    let Problem { item, reason } = problem;
    browser::warn(&format!("item {item} of a page could not be read: {reason}"));
}
