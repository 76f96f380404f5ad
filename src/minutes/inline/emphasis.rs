//! Removes the marks of emphasis that belong together. A mark without its partner is text.

use std::collections::BTreeMap;

use super::lexer::Token;

/// Replaces each pair of equal marks by [`Token::Removed`].
pub(super) fn remove(tokens: &mut [Token<'_>]) {
    let mut open: BTreeMap<&str, usize> = BTreeMap::new();
    let mut pairs = Vec::new();
    for (index, token) in tokens.iter().enumerate() {
        let Token::Emphasis { mark, can_open, can_close } = token else { continue };
        match open.get(mark).copied().filter(|_| *can_close) {
            Some(start) => {
                open.remove(mark);
                pairs.extend([start, index]);
            }
            None if *can_open => {
                open.insert(mark, index);
            }
            None => {}
        }
    }
    for index in pairs {
        if let Some(token) = tokens.get_mut(index) {
            *token = Token::Removed;
        }
    }
}
