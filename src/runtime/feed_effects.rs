//! Carries out the feed's effects: requests, the timer, the lock between tabs, the saved copy.

use std::cell::RefCell;
use std::rc::Rc;

use gloo_timers::callback::Timeout;
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use crate::browser::http::{Cache, Fetch, REQUEST_TIMEOUT_MS};
use crate::browser::web_lock::{self, WebLock};
use crate::browser::{self, clock, mounts, storage};
use crate::feed::{self, Effect, Event, FeedConfig, Request, State, TransportError};
use crate::github::{Repository, Response, Scope, SkippedItem};

/// Runs the feed's effects. Dropping it cancels requests, the timer and the lock.
pub struct FeedEffects {
    /// The repository, and whether the site has a snapshot.
    pub config: FeedConfig,
    /// The snapshot's URL, if the host page names one.
    pub snapshot_url: Option<String>,
    /// The feed's state.
    pub state: WriteSignal<State>,
    /// What is under way.
    pub in_flight: InFlight,
}

/// Requests, timer and lock that the feed waits for. Each new one replaces the one before.
#[derive(Default)]
pub struct InFlight {
    timer: RefCell<Option<Timeout>>,
    lock: RefCell<Option<WebLock>>,
    list: RefCell<Option<Fetch>>,
    files: RefCell<Option<Fetch>>,
    snapshot: RefCell<Option<Fetch>>,
}

thread_local! {
    /// The URLs of lists that the page has requested. Its preload must not answer again, whichever feed asks.
    static REQUESTED_LISTS: RefCell<Vec<String>> = const { RefCell::new(Vec::new()) };
}

impl FeedEffects {
    /// Applies an event to the feed and runs its effects.
    pub fn dispatch(self: &Rc<Self>, event: Event) {
        let effects = self.state.try_update(|state| {
            let (next, effects) = feed::next(std::mem::take(state), event, &self.config, clock::now());
            *state = next;
            effects
        });
        for effect in effects.into_iter().flatten() {
            self.run(effect);
        }
    }

    /// Returns a function that dispatches an event, as long as the feed exists.
    pub fn dispatcher(self: &Rc<Self>, event: impl Fn() -> Event + 'static) -> impl Fn() + 'static {
        let feed = Rc::downgrade(self);
        move || {
            if let Some(feed) = feed.upgrade() {
                feed.dispatch(event());
            }
        }
    }

    fn run(self: &Rc<Self>, effect: Effect) {
        match effect {
            Effect::Send(request) => self.fetch(request),
            Effect::SetTimer(time) => {
                let timer = clock::at(time, self.dispatcher(|| Event::TimerFired));
                self.in_flight.timer.replace(Some(timer));
            }
            Effect::AcquireLock => self.acquire_lock(),
            Effect::ReleaseLock => drop(self.in_flight.lock.take()),
            Effect::Save(copy) => storage::set(
                &self.config.repository.storage_key(copy.scope),
                &copy.to_json(&self.config.repository.name),
            ),
            Effect::WarnSkippedItems(items) => items.iter().for_each(warn_skipped_item),
            Effect::WarnSnapshot(reason) => {
                browser::warn(&format!("the snapshot could not be used: {reason}"));
            }
        }
    }

    /// Stores when GitHub has counted a request for the list. Returns false if a request of this browser was counted later:
    /// then the response is an old one. WebKit answers a preload from the memory of earlier pages.
    fn note_request_count(&self, response: &Response) -> bool {
        let key = self.config.repository.storage_key(Scope::Open) + REQUEST_COUNT;
        let Some(count) = response.request_count() else { return true };
        let last = storage::get(&key).and_then(|last| last.parse::<i64>().ok());
        let is_new = last.is_none_or(|last| count > last);
        if is_new {
            storage::set(&key, &count.to_string());
        }
        is_new
    }

    fn acquire_lock(self: &Rc<Self>) {
        let repository = self.config.repository.clone();
        let name = repository.storage_key(Scope::Open);
        let on_acquired = self.dispatcher(move || Event::LockAcquired(saved_copies(&repository)));
        let lock = web_lock::acquire(&name, on_acquired);
        if lock.is_none() {
            // Without locks, a copy that another tab saves still arrives as a storage event.
            self.dispatch(Event::LockAcquired(Vec::new()));
        }
        self.in_flight.lock.replace(lock);
    }

    fn fetch(self: &Rc<Self>, request: Request) {
        let InFlight { list, files, snapshot, .. } = &self.in_flight;
        let (url, slot) = match &request {
            Request::List(url) => (Some(url.clone()), list),
            Request::Files(number) => (Some(self.config.repository.files_url(*number)), files),
            Request::MoreFiles(_, url) => (Some(url.clone()), files),
            Request::Snapshot => (self.snapshot_url.clone(), snapshot),
        };
        // Only the page's preload may answer. WebKit answers with what an earlier page has got, too.
        let may_be_repeated =
            matches!(&request, Request::List(url) if mounts::is_preloaded(url) && is_first_request(url));
        let cache = match request {
            Request::List(_) if !may_be_repeated => Cache::Revalidate,
            _ => Cache::Default,
        };
        let fetch = Fetch::new(REQUEST_TIMEOUT_MS);
        let response = fetch.as_ref().zip(url).map(|(fetch, url)| fetch.get(url, cache));
        slot.replace(fetch);
        let feed = Rc::downgrade(self);
        spawn_local(async move {
            let result = match response {
                Some(response) => response.await,
                None => Some(Err(TransportError::Unreachable)),
            };
            let (Some(feed), Some(result)) = (feed.upgrade(), result) else { return };
            let is_new = match (&request, &result) {
                (Request::List(_), Ok(response)) => feed.note_request_count(response),
                _ => true,
            };
            feed.dispatch(match request {
                Request::List(url) if may_be_repeated && !is_new => Event::ResponseRepeated(url),
                request => Event::ResponseReceived(request, result),
            });
        });
    }
}

/// True if the page has not requested this list before.
fn is_first_request(url: &str) -> bool {
    REQUESTED_LISTS.with_borrow_mut(|lists| {
        let is_first = lists.iter().all(|list| list != url);
        if is_first {
            lists.push(url.to_owned());
        }
        is_first
    })
}

/// The end of the storage key of GitHub's request count.
const REQUEST_COUNT: &str = " requests";

/// Returns the saved copies that there are.
pub fn saved_copies(repository: &Repository) -> Vec<String> {
    let mut copies = Vec::new();
    for scope in [Scope::All, Scope::Open] {
        copies.extend(storage::get(&repository.storage_key(scope)));
    }
    copies
}

fn warn_skipped_item(item: &SkippedItem) {
    let SkippedItem { item, reason } = item;
    browser::warn(&format!("item {item} of a page could not be read: {reason}"));
}
