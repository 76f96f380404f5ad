//! Puts a widget's view into the page: in the place of prerendered cards, of the fallback content, or of
//! a copy of a widget that is not alive.

use std::any::Any;

use leptos::mount::mount_to;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use crate::browser::mounts::MountPoint;
use crate::browser::{disclosure, focus};
use crate::ui::{Widget, WidgetContext};

/// A view that is in the page. Dropping it takes the view out and ends its reactive system. Leptos's handle
/// has a type that cannot be named.
pub type MountedView = Box<dyn Any>;

/// Builds the view outside of the page and puts it into the mount point in one step, before the next
/// paint. An element that had the focus gets it again, by its id, and disclosures stay open. Returns the view's root
/// element, too.
pub fn show(ctx: WidgetContext, mount: &MountPoint) -> Option<(Element, MountedView)> {
    let document = web_sys::window()?.document()?;
    let container: HtmlElement = document.create_element("div").ok()?.dyn_into().ok()?;
    let handle = mount_to(container.clone(), move || view! { <Widget ctx /> });
    let root = container.first_element_child()?;
    let language = root.get_attribute("lang");
    if let Some(prerendered) = mount.prerendered().filter(|html| html.get_attribute("lang") == language) {
        keep_dates(&prerendered, &root);
    }
    let focused = focus::focused_id_in(&mount.element);
    let open = disclosure::open_ids(&mount.element);
    mount.replace_content(&root);
    disclosure::open(&open);
    if let Some(id) = focused {
        focus::focus_now(&id);
    }
    Some((root, Box::new(handle)))
}

/// Gives dates the text that they have in the prerendered HTML: the builder and the browser may write a date
/// differently, and the text must not change while a visitor reads it. Both have to be in the same language.
fn keep_dates(prerendered: &Element, root: &Element) {
    let Ok(times) = root.query_selector_all("time[datetime]") else { return };
    for at in 0..times.length() {
        let Some(time) = times.get(at).and_then(|node| node.dyn_into::<Element>().ok()) else { continue };
        let datetime = time.get_attribute("datetime").unwrap_or_default();
        // Another text of the same time is "since …".
        let kind = if time.has_attribute("class") { "[class]" } else { ":not([class])" };
        let same = prerendered.query_selector(&format!("time{kind}[datetime=\"{datetime}\"]"));
        if let (Ok(Some(same)), Some(text)) = (same, time.first_child()) {
            text.set_node_value(same.text_content().as_deref());
        }
    }
}
