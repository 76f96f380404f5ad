//! Carries the feed's requests out and the answers back in.

use std::cell::RefCell;
use std::rc::Rc;

use gloo_timers::callback::Timeout;
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use crate::browser::http::{PATIENCE, Pending};
use crate::browser::turn::{self, Turn};
use crate::browser::{self, clock, storage};
use crate::feed::{self, Effect, Event, FeedConfig, Request, State, TransportError};
use crate::github::SkippedItem;

/// Where the answers go. All that is on its way ends with it.
pub(super) struct Courier {
    /// What the feed knows of its surroundings.
    pub origin: FeedConfig,
    /// The snapshot's address, if the host has one.
    pub snapshot: Option<String>,
    /// The feed.
    pub feed: WriteSignal<State>,
    pub on_its_way: OnItsWay,
}

/// What is waited for.
#[derive(Default)]
pub(super) struct OnItsWay {
    wake: RefCell<Option<Timeout>>,
    turn: RefCell<Option<Turn>>,
    list: RefCell<Option<Pending>>,
    files: RefCell<Option<Pending>>,
    snapshot: RefCell<Option<Pending>>,
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
                Effect::Send(request) => self.send(request),
                Effect::SetTimer(time) => {
                    let wake = clock::at(time, self.telling(|| Event::TimerFired));
                    *self.on_its_way.wake.borrow_mut() = Some(wake);
                }
                Effect::AcquireLock => self.take_turn(),
                Effect::ReleaseLock => drop(self.on_its_way.turn.take()),
                Effect::Save(copy) => {
                    let repository = &self.origin.repository;
                    storage::set(&repository.storage_key(), &copy.to_json(&repository.name));
                }
                Effect::WarnSkippedItems(problems) => problems.iter().for_each(report),
                Effect::WarnSnapshot(reason) => {
                    browser::warn(&format!("the snapshot is of no use: {reason}"));
                }
            }
        }
    }

    /// A call that tells of an event, as long as there is somebody to tell.
    pub fn telling(self: &Rc<Self>, event: impl Fn() -> Event + 'static) -> impl Fn() + 'static {
        let courier = Rc::downgrade(self);
        move || {
            if let Some(courier) = courier.upgrade() {
                courier.tell(event());
            }
        }
    }

    fn take_turn(self: &Rc<Self>) {
        let key = self.origin.repository.storage_key();
        let come = {
            let key = key.clone();
            self.telling(move || Event::LockAcquired(storage::get(&key)))
        };
        let turn = turn::take(&key, come);
        if turn.is_none() {
            // Without locks, what another tab saves is still heard of.
            self.tell(Event::LockAcquired(None));
        }
        *self.on_its_way.turn.borrow_mut() = turn;
    }

    fn send(self: &Rc<Self>, request: Request) {
        let OnItsWay { list, files, snapshot, .. } = &self.on_its_way;
        let (url, place) = match &request {
            Request::List(url) => (Some(url.clone()), list),
            Request::Files(number) => (Some(self.origin.repository.files_url(*number)), files),
            Request::Snapshot => (self.snapshot.clone(), snapshot),
        };
        let pending = Pending::new(PATIENCE);
        let reply = pending.as_ref().zip(url).map(|(pending, url)| pending.reply(url));
        // What was on its way is of no use any more.
        place.replace(pending);
        let courier = Rc::downgrade(self);
        spawn_local(async move {
            let reply = match reply {
                Some(reply) => reply.await,
                None => Some(Err(TransportError::Unreachable)),
            };
            if let (Some(courier), Some(reply)) = (courier.upgrade(), reply) {
                courier.tell(Event::ResponseReceived(request, reply));
            }
        });
    }
}

fn report(problem: &SkippedItem) {
    let SkippedItem { item, reason } = problem;
    browser::warn(&format!("item {item} of a page could not be read: {reason}"));
}
