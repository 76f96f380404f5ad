//! The page's address.

use wasm_bindgen::JsValue;
use web_sys::{Url, UrlSearchParams};

use crate::github;
use crate::query::url_params::{HistoryMode, KEYS};

/// What the address holds under this program's keys.
pub fn pairs() -> Vec<(&'static str, String)> {
    let Some(url) = current() else { return Vec::new() };
    let parameters = url.search_params();
    let values = |key: &'static str| {
        let values = parameters.get_all(key).to_vec();
        values.into_iter().filter_map(move |value| Some((key, value.as_string()?)))
    };
    KEYS.into_iter().flat_map(values).collect()
}

/// Puts the pairs into the address, in place of those that were there under this program's keys.
/// The host's own stay as they are written.
pub fn write(pairs: &[(&'static str, String)], step: HistoryMode) {
    let (Some(url), Some(window)) = (current(), web_sys::window()) else { return };
    let search = url.search();
    let is_ours = |pair: &str| KEYS.contains(&pair.split('=').next().unwrap_or_default());
    let theirs = search.trim_start_matches('?').split('&').filter(|pair| !pair.is_empty() && !is_ours(pair));
    let mut parts: Vec<String> = theirs.map(str::to_owned).collect();
    parts.extend(ours(pairs));
    url.set_search(&parts.join("&"));
    let href = url.href();
    let Ok(history) = window.history() else { return };
    if window.location().href().is_ok_and(|current| current == href) {
        return;
    }
    // A sandboxed page may not change its address; the view works all the same.
    let _ = match step {
        HistoryMode::Push => history.push_state_with_url(&JsValue::NULL, "", Some(&href)),
        HistoryMode::Replace => history.replace_state_with_url(&JsValue::NULL, "", Some(&href)),
    };
}

/// The pairs as they stand in an address; nothing where there is none. Commas may stand in a query
/// as they are, and are easier to read so.
fn ours(pairs: &[(&'static str, String)]) -> Option<String> {
    let parameters = UrlSearchParams::new().ok()?;
    for (key, value) in pairs {
        parameters.append(key, value);
    }
    let text = String::from(parameters.to_string()).replace("%2C", ",");
    (!text.is_empty()).then_some(text)
}

fn current() -> Option<Url> {
    Url::new(&web_sys::window()?.location().href().ok()?).ok()
}

/// The address of GitHub's pages for people that belong to an API: `api.github.com` has them at
/// `github.com`, an Enterprise Server at its own host, with the API under `/api/v3`.
pub fn web_base_url(api: &str) -> Option<String> {
    let url = Url::new(api).ok()?;
    Some(github::web_base_url(&url.origin(), &url.hostname()))
}
