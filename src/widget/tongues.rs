//! The words of the languages that widgets of the page speak, each made once.

use std::cell::RefCell;

use wasm_bindgen_futures::spawn_local;

use crate::browser::http::Pending;
use crate::browser::intl::Intl;
use crate::browser::{self, here};
use crate::github::Answer;
use crate::json::Value;
use crate::words::{Language, Words};

/// How long the words of a language may take before it is English, in milliseconds.
const PATIENCE: u32 = 4_000;

thread_local! {
    /// They stay as long as the page: there are few, and a widget that comes back wants them again.
    static KNOWN: RefCell<Vec<&'static Words>> = const { RefCell::new(Vec::new()) };
}

fn known(language: Language) -> Option<&'static Words> {
    KNOWN.with(|known| known.try_borrow().ok()?.iter().find(|words| words.language == language).copied())
}

fn keep(language: Language, catalogue: Value) -> &'static Words {
    let words: &'static Words =
        Box::leak(Box::new(Words::new(language, catalogue, Box::new(Intl::new(language)))));
    KNOWN.with(|known| known.borrow_mut().push(words));
    words
}

/// The English words, which are always there.
pub(super) fn english() -> &'static Words {
    let english = Language::default();
    known(english).unwrap_or_else(|| keep(english, Value::Nothing))
}

/// Calls with the words of a language; with English ones if they cannot be got. Unless they are here it
/// is a request, which ends with what is returned.
pub(super) fn learn(language: Language, call: impl FnOnce(&'static Words) + 'static) -> Option<Pending> {
    let here = if language == Language::default() { Some(english()) } else { known(language) };
    if let Some(words) = here {
        call(words);
        return None;
    }
    let pending = Pending::new(PATIENCE);
    let address = here::beside(&format!("i18n/{}.json", language.code()));
    let Some(reply) = pending.as_ref().zip(address).map(|(pending, address)| pending.reply(address)) else {
        call(english());
        return None;
    };
    spawn_local(async move {
        let words = match reply.await {
            None => return,
            Some(Ok(Answer { status: 200, body, .. })) if body != Value::Nothing => keep(language, body),
            Some(_) => {
                browser::warn(&format!("i18n/{}.json cannot be read: it is English then", language.code()));
                english()
            }
        };
        call(words);
    });
    pending
}
