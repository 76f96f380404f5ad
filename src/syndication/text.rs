//! Text of other people as one line that every format can hold.

/// Returns text in one line: each run of white space is a space, and what XML 1.0 or a terminal cannot hold is U+FFFD.
pub(super) fn one_line(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    words.join(" ").chars().map(printable).collect()
}

/// Control characters, C1 included, and the noncharacters U+FFFE and U+FFFF.
/// Source: <https://www.w3.org/TR/xml/#charsets>
fn printable(c: char) -> char {
    let is_forbidden = c.is_control() || matches!(c, '\u{FFFE}' | '\u{FFFF}');
    if is_forbidden { char::REPLACEMENT_CHARACTER } else { c }
}
