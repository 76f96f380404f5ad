//! The page's URL.

use wasm_bindgen::JsValue;
use web_sys::{Url, UrlSearchParams};

use crate::github;
#[cfg(feature = "browser")]
use crate::query::route;
use crate::query::url_params::{HistoryMode, KEYS};

/// Returns the URL's parameters that belong to this program. Percent-encoded keys are decoded.
pub fn params() -> Vec<(&'static str, String)> {
    let Some(url) = current_url() else { return Vec::new() };
    let params = url.search_params();
    let values = |key: &'static str| {
        let values = params.get_all(key).to_vec();
        values.into_iter().filter_map(move |value| Some((key, value.as_string()?)))
    };
    own_keys().flat_map(values).collect()
}

/// Writes parameters into the page's URL, in the place of those that have this program's keys. The host
/// page's own stay as they are written, and so does its `history.state`.
pub fn set_params(params: &[(&'static str, String)], mode: HistoryMode) {
    let Some(window) = web_sys::window() else { return };
    let href = with_params(params);
    let Ok(history) = window.history() else { return };
    if window.location().href().is_ok_and(|current| current == href) {
        return;
    }
    let state = history.state().unwrap_or(JsValue::NULL);
    // A sandboxed page may not change its URL; the view works all the same.
    let _ = match mode {
        HistoryMode::Push => history.push_state_with_url(&state, "", Some(&href)),
        HistoryMode::Replace => history.replace_state_with_url(&state, "", Some(&href)),
    };
}

/// Returns the page's URL with these parameters in the place of this program's. The host page's own stay as
/// they are written.
pub fn with_params(params: &[(&'static str, String)]) -> String {
    let Some(url) = current_url() else { return String::new() };
    let search = url.search();
    let pairs = search.trim_start_matches('?').split('&').filter(|pair| !pair.is_empty());
    let mut pairs: Vec<String> = pairs.filter(|pair| !is_own(pair)).map(str::to_owned).collect();
    pairs.extend(encode(params));
    leave_section(&url, params);
    url.set_search(&pairs.join("&"));
    url.href()
}

/// Removes the fragment where another view is opened: it names a section of the open one.
#[cfg(feature = "browser")]
fn leave_section(url: &Url, params: &[(&'static str, String)]) {
    let is_same = |name: &&str| {
        let next = params.iter().find(|(key, _)| key == name).map(|(_, value)| value.clone());
        url.search_params().get(name) == next
    };
    if !route::VIEW_KEYS.iter().all(is_same) {
        url.set_hash("");
    }
}

#[cfg(not(feature = "browser"))]
fn leave_section(_: &Url, _: &[(&'static str, String)]) {}

/// True if a `key=value` pair has one of this program's keys, percent-encoded or not.
fn is_own(pair: &str) -> bool {
    let params = UrlSearchParams::new_with_str(pair);
    params.is_ok_and(|params| own_keys().any(|key| params.has(key)))
}

/// Returns the keys of this program's parameters.
#[cfg(feature = "browser")]
fn own_keys() -> impl Iterator<Item = &'static str> {
    KEYS.iter().copied().chain(route::KEYS)
}

/// Returns the keys of this program's parameters.
#[cfg(not(feature = "browser"))]
fn own_keys() -> impl Iterator<Item = &'static str> {
    KEYS.iter().copied()
}

/// Returns the parameters as they stand in a URL; `None` if there are none. Commas are allowed in a
/// query and easier to read unescaped.
fn encode(params: &[(&'static str, String)]) -> Option<String> {
    let encoded = UrlSearchParams::new().ok()?;
    for (key, value) in params {
        encoded.append(key, value);
    }
    let text = String::from(encoded.to_string()).replace("%2C", ",");
    (!text.is_empty()).then_some(text)
}

/// Returns the URL's fragment, percent-decoded; `None` if it is empty.
#[cfg(feature = "browser")]
pub fn fragment() -> Option<String> {
    let hash = current_url()?.hash();
    let encoded = hash.strip_prefix('#').filter(|fragment| !fragment.is_empty())?;
    Some(js_sys::decode_uri_component(encoded).map_or_else(|_| encoded.to_owned(), String::from))
}

fn current_url() -> Option<Url> {
    Url::new(&web_sys::window()?.location().href().ok()?).ok()
}

/// Returns the base URL of the web pages that belong to an API; `None` if `api` is not a URL.
pub fn web_base_url(api: &str) -> Option<String> {
    let url = Url::new(api).ok()?;
    Some(github::web_base_url(&url.origin(), &url.hostname()))
}
