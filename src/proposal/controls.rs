//! Control characters in texts that people write.

use std::borrow::Cow;

/// Returns a text with a replacement character for each control character, so that it is visible. Without it, one that
/// sets the direction of what follows could show a title or a name as another one. White space stays, and letters of
/// any script keep their own direction.
pub fn replace_controls(text: &str) -> Cow<'_, str> {
    if !text.contains(is_hidden_control) {
        return Cow::Borrowed(text);
    }
    text.chars().map(|c| if is_hidden_control(c) { char::REPLACEMENT_CHARACTER } else { c }).collect()
}

/// True for the explicit directional formatting of Unicode's Bidirectional Algorithm, and for control characters that
/// are not white space.
fn is_hidden_control(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}') || (c.is_control() && !c.is_whitespace())
}
