//! What the path of a file under `rfcs/` says.

use super::RfcNumber;

/// Returns the path within `rfcs/`; `None` for a file elsewhere.
pub fn path_in_rfcs(path: &str) -> Option<&str> {
    path.strip_prefix("rfcs/")
}

/// Returns the RFC number in a path such as `rfcs/0008-title.md`, or `rfcs/007-title.md`, which is on record. A number
/// has four digits, or three with a leading zero: `rfcs/64-bit-time.md` has none. Nor has `rfcs/0000-title.md`.
pub fn number_in_path(path: &str) -> Option<RfcNumber> {
    let (digits, _) = path_in_rfcs(path)?.split_once('-')?;
    let is_number = digits.len() == 4 || (digits.len() == 3 && digits.starts_with('0'));
    let is_decimal = digits.bytes().all(|digit| digit.is_ascii_digit());
    RfcNumber::parse_prefix(digits).filter(|_| is_number && is_decimal)
}

/// True for the template of RFCs, such as `rfcs/0000-template.md`: nothing in its name but numbers, "RFC" and
/// "template".
pub fn is_template(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or_default();
    let mut is_template = false;
    for word in name.split(['-', '_', '.']) {
        let is = |known: &str| word.eq_ignore_ascii_case(known);
        if is("template") {
            is_template = true;
        } else if !(is("rfc") || is("md") || word.bytes().all(|c| c.is_ascii_digit())) {
            return false;
        }
    }
    is_template
}
