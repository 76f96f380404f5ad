//! The words of the languages that widgets of the page speak, each made once.

use std::cell::RefCell;

use wasm_bindgen_futures::spawn_local;

use crate::browser::http::Pending;
use crate::browser::intl::Intl;
use crate::browser::{self, here};
use crate::github::Response;
use crate::i18n::{Catalog, Language, Messages, parse_messages};

/// How long the words of a language may take before it is English, in milliseconds.
const PATIENCE: u32 = 4_000;

type Call = Box<dyn FnOnce(&'static Catalog)>;

thread_local! {
    /// They stay as long as the page: there are few, and a widget that comes back wants them again.
    static KNOWN: RefCell<Vec<&'static Catalog>> = const { RefCell::new(Vec::new()) };
    /// Who waits for which.
    static WAITING: RefCell<Vec<(Language, Call)>> = const { RefCell::new(Vec::new()) };
}

fn known(language: Language) -> Option<&'static Catalog> {
    KNOWN.with(|known| known.try_borrow().ok()?.iter().find(|words| words.language == language).copied())
}

fn keep(language: Language, messages: Messages) -> &'static Catalog {
    let words: &'static Catalog =
        Box::leak(Box::new(Catalog::new(language, messages, Box::new(Intl::new(language)))));
    KNOWN.with(|known| known.borrow_mut().push(words));
    words
}

/// The English words, which are always there.
pub(super) fn english() -> &'static Catalog {
    let english = Language::default();
    known(english).unwrap_or_else(|| keep(english, Messages::default()))
}

/// Calls with the words of a language; with English ones if they cannot be got. It is one request for all
/// who ask, and goes on without them: whoever comes next wants its answer.
pub(super) fn learn(language: Language, call: impl FnOnce(&'static Catalog) + 'static) {
    if let Some(words) = known(language) {
        return call(words);
    }
    let is_asked = WAITING.with(|waiting| {
        let mut waiting = waiting.borrow_mut();
        let is_asked = waiting.iter().any(|(other, _)| *other == language);
        waiting.push((language, Box::new(call)));
        is_asked
    });
    if is_asked {
        return;
    }
    spawn_local(async move {
        let words = ask(language).await.unwrap_or_else(english);
        let waiting = WAITING.with(RefCell::take);
        for (other, call) in waiting {
            if other == language {
                call(words);
            } else {
                WAITING.with(|waiting| waiting.borrow_mut().push((other, call)));
            }
        }
    });
}

async fn ask(language: Language) -> Option<&'static Catalog> {
    if language == Language::default() {
        return None;
    }
    let address = here::beside(&format!("i18n/{}.json", language.code()))?;
    let pending = Pending::new(PATIENCE)?;
    match pending.reply(address).await {
        Some(Ok(Response { status: 200, body, .. })) if parse_messages(&body).is_some() => {
            Some(keep(language, parse_messages(&body).unwrap_or_default()))
        }
        _ => {
            browser::warn(&format!("i18n/{}.json cannot be read: it is English then", language.code()));
            None
        }
    }
}
