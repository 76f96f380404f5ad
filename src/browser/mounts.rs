//! The elements of the page that become widgets.

use std::cell::RefCell;

use js_sys::Array;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    AddEventListenerOptions, Document, Element, HtmlElement, MutationObserver, MutationObserverInit,
    MutationRecord, Node,
};

use super::warn;
use crate::config::Config;

/// Elements that a host marks, and the container that almalinux.org has today.
const SELECTOR: &str = ":is([data-alesco-proposals], #alesco-prs):not([data-alesco-mounted])";

/// Marks an element that is a widget already.
const MOUNTED: &str = "data-alesco-mounted";

/// An element that becomes a widget.
pub struct Mount {
    element: HtmlElement,
    /// What the host put there, to be seen until there is something better.
    fallback: RefCell<Vec<Node>>,
}

/// Every element of the page that is to become a widget and is none yet. Of a page that still comes in, those
/// that have come to their end.
pub fn find() -> Vec<Mount> {
    let Some(document) = web_sys::window().and_then(|window| window.document()) else {
        return Vec::new();
    };
    let Ok(elements) = document.query_selector_all(SELECTOR) else { return Vec::new() };
    let is_whole = |element: &HtmlElement| !is_coming_in(&document) || has_ended(element);
    let elements = (0..elements.length()).filter_map(|index| elements.get(index)?.dyn_into().ok());
    elements.filter(is_whole).filter_map(mount).collect()
}

fn is_coming_in(document: &Document) -> bool {
    document.ready_state() == "loading"
}

/// Whether the page's parser has left an element: there is something behind it, and behind the cards in it,
/// for a script may put something behind an element whose cards are still coming.
fn has_ended(element: &HtmlElement) -> bool {
    let is_followed = |node: &Node| node.next_sibling().is_some();
    is_followed(element) && cards_in(element).is_none_or(|cards| is_followed(&cards))
}

fn cards_in(element: &Element) -> Option<Element> {
    element.query_selector(":scope > [data-fragment]").ok().flatten()
}

fn mount(element: HtmlElement) -> Option<Mount> {
    element.set_attribute(MOUNTED, "").ok()?;
    Some(Mount { element, fallback: RefCell::default() })
}

/// The languages of the page and of its reader, in this order, as tags.
pub fn languages() -> Vec<String> {
    let Some(window) = web_sys::window() else { return Vec::new() };
    let page = window.document().and_then(|document| document.document_element());
    let page = page.and_then(|page| page.get_attribute("lang"));
    let reader = window.navigator().languages();
    page.into_iter().chain(reader.iter().filter_map(|tag| tag.as_string())).collect()
}

/// Whether the page still comes in, and may have more of them.
pub fn may_come() -> bool {
    web_sys::window().and_then(|window| window.document()).is_some_and(|document| is_coming_in(&document))
}

/// Whether there are cards in any of them.
pub fn have_cards() -> bool {
    selects(&format!("{SELECTOR} > [data-fragment]"))
}

fn selects(selector: &str) -> bool {
    let document = web_sys::window().and_then(|window| window.document());
    document.is_some_and(|document| matches!(document.query_selector(selector), Ok(Some(_))))
}

/// Whether the page asks for this address by itself, before any of its modules can.
pub fn is_preloaded(address: &str) -> bool {
    selects(&format!("link[rel=preload][href=\"{address}\"]"))
}

/// Calls whenever the host's elements come or go, and once the page has come in, for as long as it is there:
/// a widget that is gone may come back.
pub fn on_change(mut call: impl FnMut() + 'static) {
    let call = Closure::<dyn FnMut(JsValue)>::new(move |changes: JsValue| {
        // Of a page that has come in there is an event instead.
        let changes = changes.dyn_ref::<Array>();
        if changes.is_none_or(|all| all.iter().any(|change| is_of_the_host(change.unchecked_ref()))) {
            call();
        }
    });
    let document = web_sys::window().and_then(|window| window.document());
    let observer = MutationObserver::new(call.as_ref().unchecked_ref());
    if let (Some(document), Ok(observer)) = (document, observer) {
        let what = MutationObserverInit::new();
        what.set_child_list(true);
        what.set_subtree(true);
        if observer.observe_with_options(&document, &what).is_ok() {
            if is_coming_in(&document) {
                let once = AddEventListenerOptions::new();
                once.set_once(true);
                let _ = document.add_event_listener_with_callback_and_add_event_listener_options(
                    "readystatechange",
                    call.as_ref().unchecked_ref(),
                    &once,
                );
            }
            call.forget();
        }
    }
}

/// Whether a change is outside of all widgets. Most are not: they are our own.
fn is_of_the_host(change: &MutationRecord) -> bool {
    let element = change.target().and_then(|target| target.dyn_into::<Element>().ok());
    element.is_none_or(|element| !matches!(element.closest("[data-alesco-mounted]"), Ok(Some(_))))
}

impl Mount {
    /// The host's wishes. What of them means nothing is said in the console.
    pub fn settings(&self) -> Config {
        let (settings, misuses) = Config::from_attributes(|name| self.element.get_attribute(name));
        for misuse in misuses {
            warn(&misuse.to_string());
        }
        settings
    }

    /// Whether it is part of the page.
    pub fn is_there(&self) -> bool {
        self.element.is_connected()
    }

    /// The cards that the host put there.
    pub fn fragment(&self) -> Option<Element> {
        cards_in(&self.element)
    }

    /// The snapshot that those cards are of.
    pub fn snapshot(&self) -> Option<String> {
        let data = self.element.query_selector("[data-alesco-snapshot]").ok().flatten()?;
        data.text_content()
    }

    /// Whether the host put nothing there.
    pub fn is_empty(&self) -> bool {
        let words = self.element.text_content().unwrap_or_default();
        words.trim().is_empty() && self.element.first_element_child().is_none()
    }

    /// Takes out what the host put there, and gives the element for the view. Its cards stay, to become
    /// those of the view.
    pub fn make_room(&self) -> HtmlElement {
        let fragment = self.fragment().map(Node::from);
        let mut fallback = self.fallback.borrow_mut();
        let mut node = self.element.first_child();
        while let Some(here) = node {
            node = here.next_sibling();
            if Some(&here) == fragment.as_ref() {
                fallback.extend(here.clone_node_with_deep(true));
            } else {
                here.unchecked_ref::<Element>().remove();
                fallback.push(here);
            }
        }
        self.element.clone()
    }

    /// Puts back what the host put there, so that the element may become a widget again.
    pub fn restore(&self) {
        // An element that refuses is out of the page anyway.
        for node in self.fallback.take() {
            let _ = self.element.append_child(&node);
        }
        let _ = self.element.remove_attribute(MOUNTED);
    }
}
