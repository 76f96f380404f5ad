//! The elements of the page that become widgets.

use std::cell::RefCell;

use js_sys::{Array, Function, Reflect, Symbol};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    AddEventListenerOptions, Document, Element, HtmlElement, MutationObserver, MutationObserverInit,
    MutationRecord, Node,
};

use super::{document, warn};
use crate::config::{Config, Layout};

/// Elements that a host page marks, and the container that almalinux.org has today. Not those that the page's scripts
/// are to release first, and not those that Vue 2 will hydrate: it must find them as the server has sent them.
const SELECTOR: &str =
    r#":is([data-alesco-proposals], #alesco-prs):not([data-start="manual"], [data-server-rendered] *)"#;

/// Selects the elements that wait until the page is idle.
const WAITING: &str = r#"[data-start="idle"]"#;

/// The attributes of the selector that scripts set or remove.
const SELECTED_BY: [&str; 3] = ["data-alesco-proposals", "data-start", "data-server-rendered"];

/// The attribute of prerendered HTML's root element.
const PRERENDERED: &str = "data-prerendered";

/// The attribute that names the layout.
const VIEW: &str = "data-view";

/// Key of the property that marks an element as mounted, in the page's symbol registry: unlike an attribute, it
/// is not copied with the element, and another module on the page sees it.
const MOUNTED: &str = "alesco-proposals.mounted";

/// An element that becomes a widget.
pub struct MountPoint {
    /// The element.
    pub element: HtmlElement,
    /// What the host page put into it, once the widget stands in its place.
    fallback: RefCell<Vec<Node>>,
}

/// Returns the page's marked elements that are not mounted yet. While the page is loading, only those
/// that the parser has finished; until the page is idle, not those with `data-start="idle"`.
pub fn find(is_idle: bool) -> Vec<MountPoint> {
    let Some(document) = document() else { return Vec::new() };
    let Ok(elements) = document.query_selector_all(SELECTOR) else { return Vec::new() };
    let is_complete = |element: &HtmlElement| !is_loading(&document) || is_parsed(element);
    (0..elements.length())
        .filter_map(|index| elements.get(index)?.dyn_into::<HtmlElement>().ok())
        .filter(|element| is_complete(element) && (is_idle || !element.matches(WAITING).unwrap_or_default()))
        .filter_map(MountPoint::new)
        .collect()
}

fn is_loading(document: &Document) -> bool {
    document.ready_state() == "loading"
}

/// True if the parser has finished this element: it has a next sibling, and so have its prerendered
/// cards. Scripts may insert siblings of the element while its cards are still streaming in.
fn is_parsed(element: &HtmlElement) -> bool {
    let is_followed = |node: &Node| node.next_sibling().is_some();
    is_followed(element) && prerendered_in(element).is_none_or(|cards| is_followed(&cards))
}

fn prerendered_in(element: &Element) -> Option<Element> {
    element.query_selector(&format!(":scope > [{PRERENDERED}]")).ok().flatten()
}

/// Returns the language tags of the page and of the visitor, in the order of preference.
pub fn language_tags() -> Vec<String> {
    let page = document().and_then(|document| document.document_element());
    let page = page.and_then(|page| page.get_attribute("lang"));
    let visitor = web_sys::window().map(|window| window.navigator().languages()).unwrap_or_default();
    page.into_iter().chain(visitor.iter().filter_map(|tag| tag.as_string())).collect()
}

/// True if the page is still loading and may have more marked elements.
pub fn is_page_loading() -> bool {
    document().is_some_and(|document| is_loading(&document))
}

/// True if any marked element has prerendered cards that no widget has replaced.
pub fn has_prerendered() -> bool {
    exists(&format!("{SELECTOR} > [{PRERENDERED}]"))
}

/// True if the page has a first-level heading of its own, outside of the marked elements.
#[cfg(feature = "browser")]
pub fn has_own_heading() -> bool {
    exists("h1:not(:is([data-alesco-proposals], #alesco-prs) *)")
}

/// True if the page preloads this URL.
pub fn is_preloaded(url: &str) -> bool {
    exists(&format!("link[rel=preload][href=\"{url}\"]"))
}

fn exists(selector: &str) -> bool {
    document().is_some_and(|document| matches!(document.query_selector(selector), Ok(Some(_))))
}

/// Calls back whenever elements outside of widgets come, go or get marked, and once the page has loaded, for as long as
/// the page is there: an element that is gone may come back.
pub fn on_change(mut callback: impl FnMut() + 'static) {
    let callback = Closure::<dyn FnMut(JsValue)>::new(move |changes: JsValue| {
        // `readystatechange` passes an Event instead of records.
        let records = changes.dyn_ref::<Array>();
        let is_outside = |record: JsValue| is_outside_widgets(record.unchecked_ref());
        if records.is_none_or(|records| records.iter().any(is_outside)) {
            callback();
        }
    });
    let function = callback.as_ref().unchecked_ref();
    let (Some(document), Ok(observer)) = (document(), MutationObserver::new(function)) else { return };
    let options = MutationObserverInit::new();
    options.set_child_list(true);
    options.set_subtree(true);
    options.set_attribute_filter(&SELECTED_BY.map(JsValue::from_str).into_iter().collect::<Array>());
    if observer.observe_with_options(&document, &options).is_err() {
        return;
    }
    if is_loading(&document) {
        let once = AddEventListenerOptions::new();
        once.set_once(true);
        let _ = document.add_event_listener_with_callback_and_add_event_listener_options(
            "readystatechange",
            function,
            &once,
        );
    }
    callback.forget();
}

/// Calls back once the page has loaded and the browser is idle; in Safari, which has no `requestIdleCallback`, right after
/// loading.
pub fn on_idle(callback: impl FnOnce() + 'static) {
    let (Some(window), Some(document)) = (web_sys::window(), document()) else { return };
    let callback: Function = Closure::once_into_js(callback).unchecked_into();
    let target = window.clone();
    let wait = move || {
        let can_tell = Reflect::has(&window, &"requestIdleCallback".into()).unwrap_or_default();
        let _ = match can_tell {
            true => window.request_idle_callback(&callback).map(drop),
            false => window.set_timeout_with_callback(&callback).map(drop),
        };
    };
    if document.ready_state() == "complete" {
        return wait();
    }
    let once = AddEventListenerOptions::new();
    once.set_once(true);
    let listener: Function = Closure::once_into_js(wait).unchecked_into();
    let _ = target.add_event_listener_with_callback_and_add_event_listener_options("load", &listener, &once);
}

/// True if a change is not inside a widget's own elements, as most are.
fn is_outside_widgets(record: &MutationRecord) -> bool {
    let element = record.target().and_then(|target| target.dyn_into::<Element>().ok());
    element.is_none_or(|element| !matches!(element.closest(super::WIDGET), Ok(Some(_))))
}

impl MountPoint {
    /// Marks the element as mounted. Returns `None` if it is marked already.
    fn new(element: HtmlElement) -> Option<Self> {
        let key = Symbol::for_(MOUNTED);
        let is_free = !Reflect::has(&element, &key).unwrap_or_default();
        (is_free && Reflect::set(&element, &key, &JsValue::TRUE).unwrap_or_default())
            .then(|| MountPoint { element, fallback: RefCell::default() })
    }

    /// Returns the host page's settings. Each invalid one is a warning in the console. The list module shows
    /// `data-view="browser"` as a list.
    pub fn config(&self) -> Config {
        let value = |name: &str| self.element.get_attribute(name);
        let is_missing =
            !cfg!(feature = "browser") && value(VIEW).as_deref() == Some(Layout::Browser.as_str());
        if is_missing {
            warn(r#"data-view="browser" needs alesco-browser.js. This module shows a list instead."#);
        }
        let attribute = |name: &str| value(name).filter(|_| !(is_missing && name == VIEW));
        let (config, invalid) = Config::from_attributes(attribute);
        for attribute in invalid {
            warn(&attribute.to_string());
        }
        config
    }

    /// Returns the root element of the prerendered cards.
    pub fn prerendered(&self) -> Option<Element> {
        prerendered_in(&self.element)
    }

    /// Writes a warning for each setting that the prerendered cards do not have. The setting applies.
    pub fn warn_of_differences(&self, config: &Config) {
        let Some(cards) = self.prerendered() else { return };
        let query = |selector: &str| cards.query_selector_all(selector).ok();
        let heading = format!("h{}", config.heading_level);
        let headings = query(".al-rfc-title").and_then(|titles| titles.get(0)?.dyn_into::<Element>().ok());
        if let Some(prerendered) = headings.map(|title| title.local_name()).filter(|name| *name != heading) {
            let level = config.heading_level;
            warn(&format!(
                "data-heading=\"{level}\" applies, though the prerendered HTML has {prerendered} elements"
            ));
        }
        let count = query("article").map_or(0, |cards| cards.length());
        if let Some(limit) = config.limit.filter(|limit| *limit < count as usize) {
            warn(&format!("data-limit=\"{limit}\" applies, though the prerendered HTML has {count} cards"));
        }
    }

    /// Returns the snapshot that the prerendered cards show, as JSON.
    pub fn snapshot(&self) -> Option<String> {
        self.element.query_selector("[data-alesco-snapshot]").ok().flatten()?.text_content()
    }

    /// True if the host page put nothing into the element.
    pub fn is_empty(&self) -> bool {
        let text = self.element.text_content().unwrap_or_default();
        text.trim().is_empty() && self.element.first_element_child().is_none()
    }

    /// Puts the widget's root element in the place of all that is in the element.
    pub fn replace_content(&self, root: &Element) {
        let children = self.element.child_nodes();
        let children = (0..children.length()).filter_map(|index| children.get(index));
        self.fallback.replace(children.filter(|node| !is_dead_widget(node)).collect());
        self.element.replace_children_with_node_1(root);
    }

    /// Frees the element for another widget.
    pub fn release(&self) {
        let _ = Reflect::delete_property(&self.element, &Symbol::for_(MOUNTED));
    }

    /// Puts back what the host page put into the element.
    pub fn restore(&self) {
        for node in self.fallback.take() {
            // An element that refuses is out of the page anyway.
            let _ = self.element.append_child(&node);
        }
    }
}

/// True for the elements of a widget that came with a clone of its mount point, or with saved HTML.
fn is_dead_widget(node: &Node) -> bool {
    let element = node.dyn_ref::<Element>();
    element.is_some_and(|element| {
        element.matches(super::WIDGET).unwrap_or_default() && !element.has_attribute(PRERENDERED)
    })
}
