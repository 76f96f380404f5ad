//! Comparison of texts.

use js_sys::{JsString, RegExp};

/// Returns the text without case and accents: "Ünïcode" and "unicode" are equal then. Does not depend
/// on the page's language.
pub fn casefold(text: &str) -> String {
    let marks = RegExp::new(r"\p{M}", "gu");
    let plain = JsString::from(text).normalize("NFKD").replace_by_pattern(&marks, "");
    // "ß" has an upper case of two letters, the dotless "ı" shares that of "i".
    plain.to_upper_case().to_lower_case().into()
}
