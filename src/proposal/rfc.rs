//! RFC numbers, and titles of RFCs.

/// An assigned RFC number, from 1. `Display` writes four digits, as in the documents' names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct RfcNumber(u16);

impl RfcNumber {
    /// Parses the number at the start of `text`. Returns `None` for `0000`, `XXXX` and the like, which mean that none
    /// is assigned.
    pub fn parse_prefix(text: &str) -> Option<Self> {
        let digits = text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        RfcNumber::new(text.get(..digits)?.parse().ok()?)
    }

    /// Creates an RFC number. Returns `None` for 0, which means that none is assigned, and for numbers above 65535.
    pub fn new(number: u32) -> Option<Self> {
        u16::try_from(number).ok().filter(|number| *number > 0).map(RfcNumber)
    }

    /// Returns the number.
    pub fn get(self) -> u16 {
        self.0
    }
}

impl std::fmt::Display for RfcNumber {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:04}", self.0)
    }
}

/// Returns what follows `RFC` at the start of a title, if that is a word of its own.
fn after_prefix(title: &str) -> Option<&str> {
    let rest = title.trim_start().strip_prefix("RFC")?;
    rest.starts_with(|c: char| is_separator(c) || c.is_ascii_digit()).then_some(rest)
}

/// True for a colon, white space, and dashes of any length.
fn is_separator(c: char) -> bool {
    c == ':' || c.is_whitespace() || matches!(c, '-' | '\u{2010}'..='\u{2015}')
}

/// True if a title starts with `RFC`.
pub(super) fn is_rfc_title(title: &str) -> bool {
    after_prefix(title).is_some()
}

/// Returns the title without its prefix, such as `RFC:` or `RFC 0008:`; the whole title if nothing else is left.
pub(super) fn without_prefix(title: &str) -> &str {
    let Some(rest) = after_prefix(title) else { return title.trim() };
    let words = after_own_number(rest).unwrap_or(rest).trim_start_matches(is_separator).trim_end();
    if words.is_empty() { title.trim() } else { words }
}

/// Returns what follows the RFC's number in a title. The number comes right after `RFC`, and either a separator
/// follows or it has leading zeros: "RFC 64-bit time" and "RFC: 2027 roadmap" have none.
fn after_own_number(rest: &str) -> Option<&str> {
    let number = rest.strip_prefix([' ', '-']).unwrap_or(rest);
    let after = number.trim_start_matches(|c: char| c.is_ascii_digit());
    let is_number = after.len() < number.len();
    let set_off = after.starts_with(':')
        || after.strip_prefix(' ').is_some_and(|after| after.starts_with(is_separator))
        || (number.starts_with('0') && after.starts_with(' '));
    (is_number && set_off).then_some(after)
}
