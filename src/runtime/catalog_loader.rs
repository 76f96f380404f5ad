//! Loads the messages of a language, once for all widgets of the page.

use std::cell::RefCell;
use std::sync::Arc;

use wasm_bindgen_futures::spawn_local;

use crate::browser::http::{Cache, Fetch};
use crate::browser::intl::IntlFormat;
use crate::browser::{self, module_url};
use crate::i18n::{Catalog, Language};

/// How long a catalog may take before the widget is in English, in milliseconds.
const CATALOG_TIMEOUT_MS: u32 = 4_000;

type OnLoaded = Box<dyn FnOnce(Arc<Catalog>)>;

thread_local! {
    /// Loaded catalogs. They stay as long as the page: there are few, and a widget that comes back
    /// wants them again.
    static CACHE: RefCell<Vec<Arc<Catalog>>> = const { RefCell::new(Vec::new()) };
    /// Who waits for which catalog.
    static PENDING: RefCell<Vec<(Language, OnLoaded)>> = const { RefCell::new(Vec::new()) };
}

/// Returns the English catalog, which is part of the module.
pub fn default_catalog() -> Arc<Catalog> {
    let english = Language::default();
    cached(english).unwrap_or_else(|| insert(Catalog::english(Box::new(IntlFormat::new(english)))))
}

/// Calls back with the catalog of `language`, or with English if it cannot be loaded. Concurrent callers
/// share one request, which goes on when they are gone.
pub fn load(language: Language, on_loaded: impl FnOnce(Arc<Catalog>) + 'static) {
    if let Some(catalog) = cached(language) {
        return on_loaded(catalog);
    }
    let is_requested = PENDING.with_borrow_mut(|pending| {
        let is_requested = pending.iter().any(|(other, _)| *other == language);
        pending.push((language, Box::new(on_loaded)));
        is_requested
    });
    if is_requested {
        return;
    }
    spawn_local(async move {
        let catalog = fetch(language).await.unwrap_or_else(default_catalog);
        let (ready, pending) = PENDING.take().into_iter().partition(|(other, _)| *other == language);
        PENDING.set(pending);
        let ready: Vec<(Language, OnLoaded)> = ready;
        for (_, on_loaded) in ready {
            on_loaded(Arc::clone(&catalog));
        }
    });
}

fn cached(language: Language) -> Option<Arc<Catalog>> {
    CACHE.with_borrow(|cache| cache.iter().find(|catalog| catalog.language == language).cloned())
}

fn insert(catalog: Catalog) -> Arc<Catalog> {
    let catalog = Arc::new(catalog);
    CACHE.with_borrow_mut(|cache| cache.push(Arc::clone(&catalog)));
    catalog
}

async fn fetch(language: Language) -> Option<Arc<Catalog>> {
    if language == Language::default() {
        return None;
    }
    let path = format!("locales/{}.json", language.code());
    let body = match (module_url::sibling_url(&path), Fetch::new(CATALOG_TIMEOUT_MS)) {
        (Some(url), Some(fetch)) => fetch.get(url, Cache::Default).await.and_then(Result::ok),
        _ => None,
    };
    let catalog = body
        .filter(|response| response.status == 200)
        .and_then(|response| Catalog::parse(language, &response.body, Box::new(IntlFormat::new(language))));
    if catalog.is_none() {
        browser::warn(&format!("{path} could not be loaded, so the widget is in English"));
    }
    catalog.map(insert)
}
