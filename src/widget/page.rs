//! The page that widgets live in: every element that a host marks becomes one, for as long as it
//! is there.

use std::cell::RefCell;
use std::rc::{Rc, Weak};

use any_spawner::Executor;
use leptos::mount::{UnmountHandle, mount_to};
use leptos::prelude::*;
use web_sys::Node;

use super::shared_feed::SharedFeed;
use super::{Widget, tongues};
use crate::browser::listener::is_seen;
use crate::browser::mounts::{self, Mount};
use crate::browser::{dom, fragment};
use crate::config::Layout;
use crate::i18n;
use crate::view::{self, app};

/// Turns the page's marked elements into widgets, now and whenever it changes. Cards that are there already
/// are painted first, if somebody sees them.
pub fn run() {
    // What the reactive system runs on.
    let _ = Executor::init_wasm_bindgen();
    let page = Rc::new(RefCell::new(Page::default()));
    let look = move || {
        let page = Rc::clone(&page);
        let settle = move || {
            // Nothing of the page's is told while it is settling.
            if let Ok(mut page) = page.try_borrow_mut() {
                page.settle();
            }
        };
        if is_seen() && mounts::have_cards() { dom::after_frame(settle) } else { settle() }
    };
    look();
    mounts::on_change(look);
}

/// The widgets of the page.
#[derive(Default)]
struct Page {
    mounted: Vec<Mounted>,
    feeds: Vec<Weak<SharedFeed>>,
    last_id: u32,
}

/// An element that is a widget.
struct Mounted {
    id: u32,
    mount: Rc<Mount>,
    feed: Rc<SharedFeed>,
    /// Waits for something that is better than what was in the element, then holds the view.
    view: RenderEffect<Option<UnmountHandle<view::State>>>,
    owner: Owner,
}

impl Page {
    /// Takes away the widgets whose elements are gone, and makes those whose elements are new.
    fn settle(&mut self) {
        self.mounted.retain(|mounted| mounted.mount.is_there());
        self.feeds.retain(|feed| feed.strong_count() > 0);
        for mount in mounts::find() {
            self.mount(mount);
        }
        for feed in self.feeds.iter().filter_map(Weak::upgrade) {
            feed.start();
        }
    }

    fn mount(&mut self, mount: Mount) {
        self.last_id += 1;
        // Cards that are there keep their days: ages in their place would move what is beside them.
        let has_cards = mount.fragment().is_some();
        let (id, settings) = (self.last_id, mount.settings());
        let known = self.feeds.iter().filter_map(Weak::upgrade).find(|feed| feed.serves(&settings));
        let feed = known.unwrap_or_else(|| {
            let feed = Rc::new(SharedFeed::new(&settings));
            self.feeds.push(Rc::downgrade(&feed));
            feed
        });
        if let Some(snapshot) = mount.snapshot() {
            feed.find(snapshot);
        }
        let (owner, mount) = (Owner::new(), Rc::new(mount));
        let language = settings.language.unwrap_or_else(|| i18n::negotiate(mounts::languages()));
        let view = owner.with(|| {
            let widget = Widget::start(id, settings, has_cards, Rc::clone(&feed));
            let whole_page = widget.settings(|settings| settings.layout == Layout::Browser);
            let at_once = (whole_page && !has_cards) || mount.is_empty();
            // The view outlives the run of the effect that makes it.
            let (mount, owner) = (Rc::clone(&mount), owner.clone());
            let view = RenderEffect::new(move |view: Option<Option<UnmountHandle<view::State>>>| {
                view.flatten().or_else(|| {
                    let is_better = || match has_cards {
                        true => widget.has_cards(),
                        false => widget.has_something_to_show(),
                    };
                    let is_time = widget.can_be_read() && (at_once || is_better());
                    let view = || {
                        let (room, cards) = (mount.make_room(), mount.fragment().map(Node::from));
                        fragment::adopting(cards, || mount_to(room, move || app(widget)))
                    };
                    is_time.then(|| untrack(|| owner.with(view)))
                })
            });
            tongues::learn(language, move |words| widget.speak(words));
            view
        });
        self.mounted.push(Mounted { id, mount, feed, view, owner });
    }
}

impl Drop for Mounted {
    fn drop(&mut self) {
        // First, so that nothing draws any more when what it reads is gone.
        drop(self.view.take_value());
        self.feed.leave(self.id);
        self.owner.cleanup();
        self.mount.restore();
    }
}
