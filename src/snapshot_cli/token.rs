//! The token for GitHub's API.

use std::fmt;

/// A secret. `Debug` does not show it.
#[derive(Clone)]
pub struct Token(String);

impl Token {
    /// Parses the value of `GITHUB_TOKEN`, without the space around it. Returns `None` if it has characters that no
    /// token has.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let token = text.trim();
        token.bytes().all(|b| b.is_ascii_graphic()).then(|| Token(token.to_owned()))
    }

    /// Returns the secret, for the header that carries it.
    pub(super) fn reveal(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Token")
    }
}
