//! The catalogues of `i18n/`, within the program: it needs no other file beside it.

use crate::words::Language;

const CATALOGUES: [(&str, &str); 27] = [
    ("en", include_str!("../../i18n/en.json")),
    ("ar", include_str!("../../i18n/ar.json")),
    ("ca", include_str!("../../i18n/ca.json")),
    ("cs", include_str!("../../i18n/cs.json")),
    ("da", include_str!("../../i18n/da.json")),
    ("de", include_str!("../../i18n/de.json")),
    ("el", include_str!("../../i18n/el.json")),
    ("es", include_str!("../../i18n/es.json")),
    ("fa", include_str!("../../i18n/fa.json")),
    ("fi", include_str!("../../i18n/fi.json")),
    ("fr", include_str!("../../i18n/fr.json")),
    ("he", include_str!("../../i18n/he.json")),
    ("hu", include_str!("../../i18n/hu.json")),
    ("it", include_str!("../../i18n/it.json")),
    ("ja", include_str!("../../i18n/ja.json")),
    ("ko", include_str!("../../i18n/ko.json")),
    ("lt", include_str!("../../i18n/lt.json")),
    ("lv", include_str!("../../i18n/lv.json")),
    ("pl", include_str!("../../i18n/pl.json")),
    ("pt", include_str!("../../i18n/pt.json")),
    ("pt-br", include_str!("../../i18n/pt-br.json")),
    ("ru", include_str!("../../i18n/ru.json")),
    ("sk", include_str!("../../i18n/sk.json")),
    ("sv", include_str!("../../i18n/sv.json")),
    ("tr", include_str!("../../i18n/tr.json")),
    ("uk", include_str!("../../i18n/uk.json")),
    ("zh-hans", include_str!("../../i18n/zh-hans.json")),
];

/// The catalogue of a language, as JSON.
pub(super) fn of(language: Language) -> Option<&'static str> {
    CATALOGUES.iter().find(|(code, _)| *code == language.code()).map(|(_, text)| *text)
}
