//! Files that the page makes itself.

use gloo_timers::callback::Timeout;
use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

/// How long the file stays in memory, in milliseconds: browsers begin to save it after the click.
const KEPT_FOR_MS: u32 = 10_000;

/// Saves a text as a file, where the browser keeps downloads.
pub fn save(name: &str, media_type: &str, text: &str) {
    let options = BlobPropertyBag::new();
    options.set_type(media_type);
    let parts = Array::of1(&JsValue::from_str(text));
    let url = Blob::new_with_str_sequence_and_options(&parts, &options)
        .and_then(|blob| Url::create_object_url_with_blob(&blob));
    let link = super::document().and_then(|document| document.create_element("a").ok());
    let Some(link) = link.and_then(|link| link.dyn_into::<HtmlAnchorElement>().ok()) else { return };
    match url {
        Ok(url) => {
            link.set_href(&url);
            link.set_download(name);
            link.click();
            Timeout::new(KEPT_FOR_MS, move || {
                // Fails for addresses that were never made.
                let _ = Url::revoke_object_url(&url);
            })
            .forget();
        }
        Err(_) => super::warn(&format!("the file {name} could not be made")),
    }
}
