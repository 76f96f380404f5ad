//! Finds the page's marked elements, and keeps a widget in each for as long as it is there.

use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};

use any_spawner::Executor;
use leptos::prelude::*;
use web_sys::Element;

use super::catalog_loader;
use super::exchange::{self, MountedView};
use super::feed_handle::FeedHandle;
use super::ui_effects::UiEffects;
use crate::browser::interaction::InteractionWatch;
use crate::browser::listener::Listener;
use crate::browser::mounts::{self, MountPoint};
use crate::browser::visibility::{after_paint, is_page_visible};
use crate::browser::{keyboard, restore, text, tooltip_dismiss, url};
use crate::config::{Config, Layout};
use crate::feed::State;
use crate::i18n;
use crate::ui::{Action, DateStyle, FocusTarget, Platform, UiState, WidgetContext};
#[cfg(feature = "browser")]
use {
    crate::browser::{intl, page_title, reading_position},
    crate::ui::{Neighbor, contents_id, section_id},
};

/// Elements that show a tooltip on hover and focus, and do so now.
const OPEN_TOOLTIPS: &str = ".alesco-mention:is(:hover, :focus-within)";

/// Turns the page's marked elements into widgets, now, whenever the page changes, and once it is idle. Prerendered cards
/// are painted first.
pub fn run() {
    // In a release a panic is a trap without a message.
    #[cfg(debug_assertions)]
    console_error_panic_hook::set_once();
    // An error means that Leptos has an executor already.
    let _ = Executor::init_wasm_bindgen();
    let manager = Rc::new(RefCell::new(MountManager::default()));
    let is_idle = Rc::new(Cell::new(false));
    let idle_flag = Rc::clone(&is_idle);
    let schedule_reconcile = move || {
        let (manager, is_idle) = (Rc::clone(&manager), Rc::clone(&is_idle));
        let reconcile = move || {
            // Changes that the manager makes itself are no news to it.
            if let Ok(mut manager) = manager.try_borrow_mut() {
                manager.reconcile(is_idle.get());
            }
        };
        if is_page_visible() && mounts::has_prerendered() { after_paint(reconcile) } else { reconcile() }
    };
    schedule_reconcile();
    mounts::on_change(schedule_reconcile.clone());
    mounts::on_idle(move || {
        idle_flag.set(true);
        schedule_reconcile();
    });
}

/// The widgets of the page, and their feeds.
#[derive(Default)]
struct MountManager {
    widgets: Vec<MountedWidget>,
    feeds: Vec<Weak<FeedHandle>>,
    last_id: u32,
}

/// A widget in its element.
struct MountedWidget {
    id: u32,
    mount: Rc<MountPoint>,
    feed: Rc<FeedHandle>,
    /// The view's root element, once it is in the page.
    root: Rc<RefCell<Option<Element>>>,
    /// Waits until there is something better to show than the element's content, then holds the view.
    view: RenderEffect<Option<MountedView>>,
    owner: Owner,
    _listeners: Vec<Listener>,
    _interaction: Option<InteractionWatch>,
}

impl MountManager {
    /// Removes the widgets whose elements are gone or were emptied, and mounts the elements that have none.
    fn reconcile(&mut self, is_idle: bool) {
        self.widgets.retain(MountedWidget::is_alive);
        self.feeds.retain(|feed| feed.strong_count() > 0);
        for mount in mounts::find(is_idle) {
            self.mount(mount);
        }
        for feed in self.feeds.iter().filter_map(Weak::upgrade) {
            feed.start();
        }
    }

    fn mount(&mut self, mount: MountPoint) {
        self.last_id += 1;
        let config = mount.config();
        let feed = self.feed(&config);
        mount.warn_of_differences(&config);
        if let Some(snapshot) = mount.snapshot() {
            feed.seed_snapshot(snapshot);
        }
        self.widgets.push(MountedWidget::new(self.last_id, config, Rc::new(mount), feed));
    }

    /// Returns the feed for a configuration, shared with the widgets that have it already.
    fn feed(&mut self, config: &Config) -> Rc<FeedHandle> {
        let existing = self.feeds.iter().filter_map(Weak::upgrade).find(|feed| feed.matches(config));
        existing.unwrap_or_else(|| {
            let feed = Rc::new(FeedHandle::new(config));
            self.feeds.push(Rc::downgrade(&feed));
            feed
        })
    }
}

impl MountedWidget {
    fn new(id: u32, config: Config, mount: Rc<MountPoint>, feed: Rc<FeedHandle>) -> Self {
        let owner = Owner::new();
        let has_prerendered = mount.prerendered().is_some();
        let date_style = if has_prerendered { DateStyle::Absolute } else { DateStyle::Relative };
        let language = config.language.unwrap_or_else(|| i18n::negotiate(mounts::language_tags()));
        let is_browser = config.layout == Layout::Browser;
        let show_at_once = (is_browser && !has_prerendered) || mount.is_empty();
        let idle = owner.with(|| RwSignal::new(()));
        let interaction = has_prerendered.then(|| {
            InteractionWatch::new(&mount.element, move || {
                // The widget may be gone by then.
                let _ = idle.try_set(());
            })
        });
        let sync_url = config.sync_url;
        #[cfg(feature = "browser")]
        let page_has_heading = mounts::has_own_heading();
        let (ui, effects, ctx) = owner.with(|| {
            let ui = RwSignal::new(UiState::new(&config, catalog_loader::default_catalog()));
            let effects = UiEffects::new(id, &config, ui, Rc::clone(&feed));
            let dispatch = {
                let effects = Rc::clone(&effects);
                UnsyncCallback::new(move |action| effects.dispatch(action))
            };
            let platform = Platform {
                is_prerender: false,
                casefold: text::casefold,
                restore_state: restore::after_update,
                #[cfg(feature = "browser")]
                page_has_heading,
                #[cfg(feature = "browser")]
                set_page_title: page_title::set,
                #[cfg(feature = "browser")]
                day_in_zone: intl::day_in_zone,
                url_with: url::with_params,
            };
            let repository = feed.repository().clone();
            let ctx = WidgetContext::new(
                id,
                (config, date_style),
                repository,
                feed.state,
                ui.read_only(),
                platform,
                dispatch,
            );
            (ui, effects, ctx)
        });
        let mut listeners = vec![tooltip_dismiss::on_escape(OPEN_TOOLTIPS)];
        // Where the URL has no filters, it still has the fragment of an open text.
        if sync_url || is_browser {
            let effects = Rc::clone(&effects);
            listeners.push(Listener::on_window("popstate", move |_| {
                effects.dispatch(Action::UrlChanged(url::params()));
            }));
        }
        if is_browser {
            listeners.push(keyboard::on_search_shortcut(FocusTarget::Search.element_id(id)));
            #[cfg(feature = "browser")]
            listeners.push(Listener::on_window("scroll", move |_| {
                reading_position::mark(&contents_id(id), |anchor| section_id(id, anchor));
            }));
        }
        // A host page may have keys of its own.
        #[cfg(feature = "browser")]
        if is_browser && !page_has_heading {
            for (key, neighbor) in [("j", Neighbor::Next), ("k", Neighbor::Previous)] {
                listeners.push(keyboard::on_link_shortcut(key, neighbor.element_id(id)));
            }
        }
        #[cfg(feature = "browser")]
        if is_browser {
            effects.load_visits();
        }
        effects.dispatch(Action::UrlChanged(url::params()));
        feed.set_scope(id, ui.with_untracked(UiState::scope));
        let is_busy = interaction.as_ref().map(InteractionWatch::state);
        let root = Rc::new(RefCell::new(None));
        let view = {
            let (mount, feed_state, view_owner) = (Rc::clone(&mount), feed.state, owner.clone());
            let root = Rc::clone(&root);
            owner.with(|| {
                RenderEffect::new(move |view: Option<Option<MountedView>>| {
                    view.flatten().or_else(|| {
                        idle.track();
                        let is_better = feed_state.with(|feed| is_renderable(feed, has_prerendered));
                        let is_ready = ui.with(|ui| ui.catalog_ready) && (show_at_once || is_better);
                        let is_busy = is_busy.as_ref().is_some_and(|state| state.is_busy());
                        if !is_ready || is_busy {
                            return None;
                        }
                        let (element, view) = untrack(|| view_owner.with(|| exchange::show(ctx, &mount)))?;
                        root.replace(Some(element));
                        Some(view)
                    })
                })
            })
        };
        catalog_loader::load(language, move |catalog| effects.dispatch(Action::CatalogLoaded(catalog)));
        MountedWidget { id, mount, feed, root, view, owner, _listeners: listeners, _interaction: interaction }
    }

    /// True if the element is in the page and the host page left the view in it.
    fn is_alive(&self) -> bool {
        let root = self.root.borrow();
        let has_view = root.as_ref().is_none_or(|root| self.mount.element.contains(Some(root)));
        self.mount.element.is_connected() && has_view
    }
}

/// True if there are cards to show, or an error in the place of content that is not cards.
fn is_renderable(feed: &State, has_prerendered: bool) -> bool {
    feed.shown.is_some() || (!has_prerendered && feed.error.is_some() && !feed.is_loading())
}

impl Drop for MountedWidget {
    fn drop(&mut self) {
        let was_emptied = self.mount.element.is_connected() && !self.is_alive();
        // The view goes first, so that nothing reads the signals that the owner disposes of.
        drop(self.view.take_value());
        self.feed.unregister(self.id);
        self.owner.cleanup();
        if !was_emptied {
            self.mount.restore();
        }
        self.mount.release();
    }
}
