//! What makes a pull request an RFC, and which number the RFC has.

/// An assigned RFC number, from 1. Dataset with four digits, as in the documents' names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct RfcNumber(u16);

impl RfcNumber {
    /// The number at the start of `text`; `0000`, `XXXX` and the like mean that none is assigned.
    pub fn parse_prefix(text: &str) -> Option<Self> {
        let digits = text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        RfcNumber::new(text.get(..digits)?.parse().ok()?)
    }

    /// The RFC number of this value; 0 means that none is assigned.
    pub fn new(number: u32) -> Option<Self> {
        u16::try_from(number).ok().filter(|number| *number > 0).map(RfcNumber)
    }

    /// The number itself.
    pub fn get(self) -> u16 {
        self.0
    }
}

impl std::fmt::Display for RfcNumber {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:04}", self.0)
    }
}

/// What follows `RFC` in a title that starts so, if what follows sets it off as a word.
fn after_prefix(title: &str) -> Option<&str> {
    let rest = title.trim_start().strip_prefix("RFC")?;
    rest.starts_with(|c: char| is_separator(c) || c.is_ascii_digit()).then_some(rest)
}

/// Colon, space or a dash, the long ones included.
fn is_separator(c: char) -> bool {
    c == ':' || c.is_whitespace() || matches!(c, '-' | '\u{2010}'..='\u{2015}')
}

pub(super) fn is_rfc_title(title: &str) -> bool {
    after_prefix(title).is_some()
}

/// The title without `RFC:`, `RFC 0008:` and their like; as it is if nothing else would be left.
pub(super) fn without_prefix(title: &str) -> &str {
    let Some(rest) = after_prefix(title) else { return title.trim() };
    let words = after_own_number(rest).unwrap_or(rest).trim_start_matches(is_separator).trim_end();
    if words.is_empty() { title.trim() } else { words }
}

/// What follows the RFC's own number: one that stands right behind `RFC`, and is set off from the
/// words or written with leading zeros. "RFC 64-bit time" and "RFC: 2027 roadmap" have none.
fn after_own_number(rest: &str) -> Option<&str> {
    let number = rest.strip_prefix([' ', '-']).unwrap_or(rest);
    let after = number.trim_start_matches(|c: char| c.is_ascii_digit());
    let is_number = after.len() < number.len();
    let set_off = after.starts_with(':')
        || after.strip_prefix(' ').is_some_and(|after| after.starts_with(is_separator))
        || (number.starts_with('0') && after.starts_with(' '));
    (is_number && set_off).then_some(after)
}
