//! A snapshot as HTML, rendered by the components of the browser, for pages in which no script has run yet.

mod proposal_pages;

pub use proposal_pages::{PageLinks, PageUrls, ProposalPages, Texts, file_name};

use std::sync::Arc;

use leptos::prelude::*;

use crate::config::{Config, Layout};
use crate::feed::{self, Event, FeedConfig, Request, State};
use crate::github::{Repository, Response};
use crate::i18n::Catalog;
use crate::proposal::Time;
use crate::snapshot::archive;
use crate::ui::{DateStyle, Platform, UiState, Widget, WidgetContext};

/// Id of a page's first widget. The ids of prerendered elements derive from it.
const FIRST_WIDGET: u32 = 1;

/// The native side of what differs in a browser.
const PLATFORM: Platform = Platform {
    is_prerender: true,
    is_static_page: false,
    casefold: str::to_lowercase,
    page_has_heading: false,
    restore_state: || (),
    set_page_title: |_| (),
    day_in_zone: |time, _| time.date_naive(),
    has_page,
    url_with: page_url,
};

/// True if a proposal has a static page.
fn has_page(number: u32) -> bool {
    use_context::<Arc<PageLinks>>().is_some_and(|links| links.numbers.contains(&number))
}

/// Returns the address of the static page of a proposal, or else that of a view of the page itself.
fn page_url(params: &[(&'static str, String)]) -> String {
    let links = use_context::<Arc<PageLinks>>();
    let page = links.and_then(|links| links.number(params).map(|number| links.urls.page(number)));
    page.unwrap_or_else(|| relative_url(params))
}

/// Returns the page's own URL with these parameters alone, which need no escaping.
fn relative_url(params: &[(&'static str, String)]) -> String {
    let pairs: Vec<String> = params.iter().map(|(key, value)| format!("{key}={value}")).collect();
    format!("?{}", pairs.join("&"))
}

/// Renders the snapshot `json`, which was made at `made_at`, in this layout, with these messages, and after it the
/// snapshot itself as JSON. Proposals link to the static pages of `links`, where the layout is the browser's. Equal arguments
/// give equal HTML.
pub fn render(
    json: &str,
    made_at: Time,
    repository: &Repository,
    layout: Layout,
    links: Option<Arc<PageLinks>>,
    catalog: Arc<Catalog>,
) -> String {
    let owner = Owner::new();
    let html = owner.with(|| {
        if let Some(links) = links {
            provide_context(links);
        }
        let (feed, _) = signal(feed_from_snapshot(json, made_at, repository));
        let attribute = |name: &str| (name == "data-repo").then(|| repository.name.clone());
        let config = Config { layout, ..Config::from_attributes(attribute).0 };
        let (ui, _) = signal(UiState::new(&config, catalog));
        let dispatch = UnsyncCallback::new(|_| ());
        let config = (config, DateStyle::Absolute);
        let ctx = WidgetContext::new(FIRST_WIDGET, config, repository.clone(), feed, ui, PLATFORM, dispatch);
        // Markers for Leptos's hydration. This HTML is replaced, not hydrated (docs/decisions/0003).
        view! { <Widget ctx /> }.to_html().replace("<!>", "")
    });
    owner.cleanup();
    let json = embeddable(json);
    format!("{html}<script type=\"application/json\" data-alesco-snapshot>{json}</script>\n")
}

/// Returns the state of a feed that has received only this snapshot, at the time it was made.
fn feed_from_snapshot(json: &str, made_at: Time, repository: &Repository) -> State {
    let config = FeedConfig { repository: repository.clone(), has_snapshot: true };
    let response = Response { status: 200, body: json.to_owned(), ..Response::default() };
    let event = Event::ResponseReceived(Request::Snapshot, Ok(response));
    feed::next(State::default(), event, &config, made_at).0
}

/// Returns a snapshot without its archive, which no list shows, and without whitespace between tokens. It may stand in a
/// `<script>` element: nothing in it ends the element.
fn embeddable(json: &str) -> String {
    let mut value: serde_json::Value = serde_json::from_str(json).unwrap_or_default();
    if let Some(file) = value.as_object_mut() {
        file.retain(|key, _| !archive::KEYS.contains(&key.as_str()));
    }
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
