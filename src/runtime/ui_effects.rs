//! Carries out the effects of one widget's actions.

use std::cell::RefCell;
use std::rc::Rc;

use gloo_timers::callback::Timeout;
use leptos::prelude::*;
#[cfg(feature = "browser")]
use wasm_bindgen_futures::spawn_local;

use super::feed_handle::FeedHandle;
use crate::browser::{focus, url};
use crate::config::Config;
use crate::ui::{Action, FocusTarget, UiEffect, UiState, update};
#[cfg(feature = "browser")]
use {
    super::on_demand::OnDemandRequests,
    super::proposal_document::{self, Source},
    crate::browser::{clipboard, download, storage},
    crate::github::{MAX_TIMELINE_PAGES, parse_timeline},
    crate::ui::{ClipboardText, LoadError, ViewAction, Visits, section_id},
    std::sync::Arc,
};

/// How long after the last keystroke a search is announced and written into the URL, in milliseconds.
const SEARCH_DEBOUNCE_MS: u32 = 600;

/// Applies actions to a widget's state. Dropping it cancels the debounce.
pub struct UiEffects {
    /// Tells the widgets of a page apart.
    pub id: u32,
    /// The widget's state.
    pub state: RwSignal<UiState>,
    /// The widget's data.
    pub feed: Rc<FeedHandle>,
    debounce: RefCell<Option<Timeout>>,
    /// URL of the folder of the proposals' texts.
    #[cfg(feature = "browser")]
    texts: Option<String>,
    #[cfg(feature = "browser")]
    files: Rc<OnDemandRequests>,
    #[cfg(feature = "browser")]
    events: Rc<OnDemandRequests>,
}

impl UiEffects {
    /// Returns the effect runner of a widget.
    pub fn new(
        id: u32,
        #[cfg_attr(not(feature = "browser"), expect(unused_variables))] config: &Config,
        state: RwSignal<UiState>,
        feed: Rc<FeedHandle>,
    ) -> Rc<Self> {
        Rc::new(UiEffects {
            #[cfg(feature = "browser")]
            texts: config.texts.clone(),
            id,
            state,
            debounce: RefCell::default(),
            #[cfg(feature = "browser")]
            files: Rc::new(OnDemandRequests::new(Rc::clone(&feed))),
            #[cfg(feature = "browser")]
            events: Rc::new(OnDemandRequests::new(Rc::clone(&feed))),
            feed,
        })
    }

    /// Applies an action and runs its effects.
    pub fn dispatch(self: &Rc<Self>, action: Action) {
        // The view changes after the effects: it takes time in which the response to a request can be on its way.
        let effects = self.state.try_update_untracked(|state| update(state, action));
        for effect in effects.into_iter().flatten() {
            self.run(effect);
        }
        self.state.notify();
    }

    fn run(self: &Rc<Self>, effect: UiEffect) {
        match effect {
            UiEffect::WriteUrl { params, mode } => url::set_params(&params, mode),
            UiEffect::StartSearchDebounce => {
                let widget = Rc::downgrade(self);
                let timer = Timeout::new(SEARCH_DEBOUNCE_MS, move || {
                    if let Some(widget) = widget.upgrade() {
                        widget.dispatch(Action::SearchDebounceElapsed);
                    }
                });
                self.debounce.replace(Some(timer));
            }
            UiEffect::CancelSearchDebounce => drop(self.debounce.take()),
            UiEffect::RequestScope(scope) => self.feed.set_scope(self.id, scope),
            UiEffect::Refresh => self.feed.refresh(),
            #[cfg(feature = "browser")]
            UiEffect::LoadDocument(number) => {
                let texts = self.texts.clone();
                self.load_document(number, texts.map_or(Source::GitHub, Source::SiteFirst));
            }
            #[cfg(feature = "browser")]
            UiEffect::UpdateDocument { number, is_requested } => {
                let source = if is_requested { Source::GitHub } else { Source::Update };
                self.load_document(number, source);
            }
            #[cfg(feature = "browser")]
            UiEffect::LoadEvents(number) => self.load_events(number),
            #[cfg(feature = "browser")]
            UiEffect::RequestMeetings => self.feed.request_meetings(),
            #[cfg(feature = "browser")]
            UiEffect::SaveVisit(visit) => {
                // Another tab may have added some.
                let mut visits = self.stored_visits();
                visits.add(visit);
                storage::set(&self.visits_key(), &visits.encode());
            }
            #[cfg(feature = "browser")]
            UiEffect::ForgetVisits => storage::remove(&self.visits_key()),
            #[cfg(feature = "browser")]
            UiEffect::Copy(copy) => self.copy(copy),
            #[cfg(feature = "browser")]
            UiEffect::Download(file) => download::save(file.name, file.media_type, &file.text),
            #[cfg(feature = "browser")]
            UiEffect::GoToSection => {
                if let Some(anchor) = url::fragment() {
                    focus::go_to_later(section_id(self.id, &anchor));
                }
            }
            UiEffect::Focus(target) => focus::focus_later(self.element_id(target)),
            UiEffect::KeepFocus(target) => focus::focus_later_if_lost(self.element_id(target)),
        }
    }

    /// Loads the document of a proposal. A newer request aborts it.
    #[cfg(feature = "browser")]
    fn load_document(self: &Rc<Self>, number: u32, source: Source) {
        let generation = self.files.begin();
        let (widget, requests) = (Rc::downgrade(self), Rc::clone(&self.files));
        let feed = Rc::clone(&self.feed);
        spawn_local(async move {
            let result = proposal_document::load(&requests, generation, &feed, number, source).await;
            if let (Some(widget), Some(result)) =
                (widget.upgrade(), result.filter(|_| requests.is_current(generation)))
            {
                widget.dispatch(Action::View(ViewAction::DocumentReceived { number, result }));
            }
        });
    }

    /// Loads all events of a proposal. A newer request aborts it.
    #[cfg(feature = "browser")]
    fn load_events(self: &Rc<Self>, number: u32) {
        let generation = self.events.begin();
        let (widget, requests) = (Rc::downgrade(self), Rc::clone(&self.events));
        let url = self.feed.repository().timeline_url(number);
        let has_reserve_only = self.feed.is_reserve_reached();
        spawn_local(async move {
            let result = if has_reserve_only {
                Some(Err(LoadError::Reserve))
            } else {
                let items = requests.get_list(generation, url, MAX_TIMELINE_PAGES).await;
                items.map(|items| {
                    items.map_err(LoadError::of_proposal).map(|items| Arc::new(parse_timeline(&items)))
                })
            };
            if let (Some(widget), Some(result)) = (widget.upgrade(), result) {
                widget.dispatch(Action::View(ViewAction::EventsReceived { number, result }));
            }
        });
    }

    #[cfg(feature = "browser")]
    fn copy(self: &Rc<Self>, copy: ClipboardText) {
        let widget = Rc::downgrade(self);
        spawn_local(async move {
            let is_copied = clipboard::write(&copy.text).await;
            if let Some(widget) = widget.upgrade() {
                widget.dispatch(Action::View(ViewAction::CopyEnded(copy, is_copied)));
            }
        });
    }

    /// Reads which proposals this browser has opened.
    #[cfg(feature = "browser")]
    pub fn load_visits(self: &Rc<Self>) {
        self.dispatch(Action::View(ViewAction::VisitsLoaded(Arc::new(self.stored_visits()))));
    }

    #[cfg(feature = "browser")]
    fn stored_visits(&self) -> Visits {
        Visits::decode(&storage::get(&self.visits_key()).unwrap_or_default())
    }

    #[cfg(feature = "browser")]
    fn visits_key(&self) -> String {
        self.feed.repository().visits_key()
    }

    fn element_id(&self, target: FocusTarget) -> String {
        target.element_id(self.id)
    }
}
