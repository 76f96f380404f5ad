//! Carries out the effects of one widget's actions.

use std::cell::RefCell;
use std::rc::Rc;

use gloo_timers::callback::Timeout;
use leptos::prelude::*;

use super::feed_handle::FeedHandle;
use crate::browser::{focus, url};
use crate::ui::{Action, FocusTarget, UiEffect, UiState, update};

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
}

impl UiEffects {
    /// Returns the effect runner of a widget.
    pub fn new(id: u32, state: RwSignal<UiState>, feed: Rc<FeedHandle>) -> Rc<Self> {
        Rc::new(UiEffects { id, state, feed, debounce: RefCell::default() })
    }

    /// Applies an action and runs its effects.
    pub fn dispatch(self: &Rc<Self>, action: Action) {
        let effects = self.state.try_update(|state| update(state, action));
        for effect in effects.into_iter().flatten() {
            self.run(effect);
        }
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
            UiEffect::Focus(target) => focus::focus_later(self.element_id(target)),
            UiEffect::KeepFocus => focus::focus_later_if_lost(self.element_id(FocusTarget::Results)),
        }
    }

    fn element_id(&self, target: FocusTarget) -> String {
        target.element_id(self.id)
    }
}
