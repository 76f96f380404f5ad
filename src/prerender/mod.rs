//! A snapshot as HTML, rendered by the components of the browser, for pages in which no script has run yet.

use leptos::prelude::*;

use crate::config::{Config, Layout};
use crate::feed::{self, Event, FeedConfig, Request, State};
use crate::github::{Repository, Response};
use crate::i18n::Catalog;
use crate::proposal::Time;
use crate::view;
use crate::widget::Widget;

/// Id of a page's first widget. The ids of prerendered elements derive from it.
const FIRST_WIDGET: u32 = 1;

/// Renders the snapshot `json`, which was made at `made_at`, in this layout, with these messages. Equal arguments
/// give equal HTML.
pub fn render(
    json: &str,
    made_at: Time,
    repository: &Repository,
    layout: Layout,
    catalog: &'static Catalog,
) -> String {
    let owner = Owner::new();
    let html = owner.with(|| {
        let (feed, _) = signal(feed_of(json, made_at, repository));
        let attribute = |name: &str| (name == "data-repo").then(|| repository.name.clone());
        let config = Config { layout, ..Config::from_attributes(attribute).0 };
        let widget = Widget::new(FIRST_WIDGET, config, true, feed, repository.clone(), catalog);
        format!("{}\n", view::fragment(widget, embeddable(json)).to_html())
    });
    owner.cleanup();
    html
}

/// Returns the state of a feed that has received only this snapshot, at the time it was made.
fn feed_of(json: &str, made_at: Time, repository: &Repository) -> State {
    let config = FeedConfig { repository: repository.clone(), has_snapshot: true };
    let response = Response { status: 200, body: json.to_owned(), ..Response::default() };
    let event = Event::ResponseReceived(Request::Snapshot, Ok(response));
    feed::next(State::default(), event, &config, made_at).0
}

/// Returns JSON, without space between its tokens, that can stand in a `<script>` element: nothing in it ends the
/// element.
fn embeddable(json: &str) -> String {
    let value: serde_json::Value = serde_json::from_str(json).unwrap_or_default();
    let mut text = String::new();
    for c in value.to_string().chars() {
        match c {
            // These characters occur only inside JSON strings, so escaping them is safe.
            '<' | '>' | '&' | '\u{2028}' | '\u{2029}' => text.push_str(&format!("\\u{:04x}", u32::from(c))),
            c => text.push(c),
        }
    }
    text
}
