//! Text of other people within Markdown.

/// Escapes what is markup within a line, in CommonMark and in what GitHub and forums add to it: tables, mentions,
/// hashtags. Every white space becomes a space. The text must not begin a line: what is markup only there is not escaped.
pub(crate) fn escape(text: &str) -> String {
    let mut escaped = String::new();
    let mut chars = text.chars().peekable();
    let mut is_in_word = false;
    while let Some(c) = chars.next() {
        let is_markup = match c {
            '\\' | '`' | '*' | '[' | ']' | '<' | '>' | '~' | '&' | '|' | '#' | '@' => true,
            // Within a word it is no markup.
            '_' => !(is_in_word && chars.peek().is_some_and(|next| next.is_alphanumeric())),
            _ => false,
        };
        if is_markup {
            escaped.push('\\');
        }
        escaped.push(if c.is_whitespace() { ' ' } else { c });
        is_in_word = c.is_alphanumeric();
    }
    escaped
}

/// Returns a URL as the target of a link, which a parenthesis would end.
pub(crate) fn link_target(url: &str) -> String {
    url.replace('(', "%28").replace(')', "%29")
}
