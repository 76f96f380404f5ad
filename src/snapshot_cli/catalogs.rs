//! The files of `locales/`, compiled in, so that the program needs no other file.

use crate::i18n::Language;

const CATALOGS: [(&str, &str); 27] = [
    ("en", include_str!("../../locales/en.json")),
    ("ar", include_str!("../../locales/ar.json")),
    ("ca", include_str!("../../locales/ca.json")),
    ("cs", include_str!("../../locales/cs.json")),
    ("da", include_str!("../../locales/da.json")),
    ("de", include_str!("../../locales/de.json")),
    ("el", include_str!("../../locales/el.json")),
    ("es", include_str!("../../locales/es.json")),
    ("fa", include_str!("../../locales/fa.json")),
    ("fi", include_str!("../../locales/fi.json")),
    ("fr", include_str!("../../locales/fr.json")),
    ("he", include_str!("../../locales/he.json")),
    ("hu", include_str!("../../locales/hu.json")),
    ("it", include_str!("../../locales/it.json")),
    ("ja", include_str!("../../locales/ja.json")),
    ("ko", include_str!("../../locales/ko.json")),
    ("lt", include_str!("../../locales/lt.json")),
    ("lv", include_str!("../../locales/lv.json")),
    ("pl", include_str!("../../locales/pl.json")),
    ("pt", include_str!("../../locales/pt.json")),
    ("pt-br", include_str!("../../locales/pt-br.json")),
    ("ru", include_str!("../../locales/ru.json")),
    ("sk", include_str!("../../locales/sk.json")),
    ("sv", include_str!("../../locales/sv.json")),
    ("tr", include_str!("../../locales/tr.json")),
    ("uk", include_str!("../../locales/uk.json")),
    ("zh-hans", include_str!("../../locales/zh-hans.json")),
];

/// Returns the messages of a language as JSON.
pub(super) fn json(language: Language) -> Option<&'static str> {
    CATALOGS.iter().find(|(code, _)| *code == language.code()).map(|(_, text)| *text)
}
