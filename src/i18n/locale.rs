//! The languages of the interface, and the choice between them.

/// The codes of the languages, as almalinux.org has them. English comes first.
pub const LANGUAGES: [&str; 27] = [
    "en", "ar", "ca", "cs", "da", "de", "el", "es", "fa", "fi", "fr", "he", "hu", "it", "ja", "ko", "lt",
    "lv", "pl", "pt", "pt-br", "ru", "sk", "sv", "tr", "uk", "zh-hans",
];

/// Languages without a catalog, and the one that their speakers understand best: those at a distance of 20 or less,
/// and former codes. Source: CLDR, `languageMatching` and `languageAlias`.
const NEAREST: [(&str, &str); 6] = [
    ("no nb fo kl", "da"),
    ("gsw lb rm", "de"),
    ("eu gl gn", "es"),
    ("br co ht oc", "fr"),
    ("iw", "he"),
    ("be", "ru"),
];

/// One of [`LANGUAGES`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Language(&'static str);

impl Default for Language {
    fn default() -> Self {
        Language("en")
    }
}

impl Language {
    /// Returns the language of a tag such as `pt_BR`, `zh-CN` or `de-AT`, in any case; `None` if it is none of
    /// [`LANGUAGES`].
    pub fn from_tag(tag: &str) -> Option<Language> {
        let tag = tag.trim().to_ascii_lowercase().replace('_', "-");
        let known = |code: &str| LANGUAGES.into_iter().find(|known| *known == code).map(Language);
        let primary = tag.split('-').next().unwrap_or_default();
        let has = |part: &str| tag.split('-').any(|at| at == part);
        known(&tag).or_else(|| match primary {
            // Traditional script, for which there is no catalog. The tag may name the script or a region that writes it.
            "zh" if !has("hans") && ["hant", "tw", "hk", "mo"].into_iter().any(has) => None,
            "zh" => known("zh-hans"),
            "pt" if tag.starts_with("pt-br-") => known("pt-br"),
            _ => known(primary).or_else(|| {
                let (_, nearest) =
                    NEAREST.into_iter().find(|(tags, _)| tags.split(' ').any(|tag| tag == primary))?;
                known(nearest)
            }),
        })
    }

    /// Returns its code, which is the name of its file in `locales/`.
    pub fn code(self) -> &'static str {
        self.0
    }

    /// Returns its tag for `lang` and `Intl`. On almalinux.org `pt` is the Portuguese of Portugal, for `Intl` that of
    /// Brazil.
    pub fn tag(self) -> &'static str {
        match self.0 {
            "pt" => "pt-PT",
            "pt-br" => "pt-BR",
            "zh-hans" => "zh-Hans",
            code => code,
        }
    }

    /// True if it is written from right to left.
    pub fn is_right_to_left(self) -> bool {
        matches!(self.0, "ar" | "fa" | "he")
    }
}

/// Returns the language of the first tag that has one; English if none has.
pub fn negotiate(tags: impl IntoIterator<Item = String>) -> Language {
    tags.into_iter().find_map(|tag| Language::from_tag(&tag)).unwrap_or_default()
}

/// True if a character is written from right to left: Hebrew, Arabic and related scripts.
pub(super) fn is_right_to_left(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}')
}
