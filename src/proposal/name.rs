//! Parsing of the names that enums have in URLs, attributes and files.

use std::fmt;

/// The error of parsing a name that no value has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnknownName;

impl fmt::Display for UnknownName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("unknown name")
    }
}

impl std::error::Error for UnknownName {}

/// Returns the value of `all` that has this name.
///
/// # Errors
/// [`UnknownName`] if none has it.
pub(crate) fn find_by_name<T: Copy>(
    all: &[T],
    as_str: fn(T) -> &'static str,
    name: &str,
) -> Result<T, UnknownName> {
    all.iter().copied().find(|value| as_str(*value) == name).ok_or(UnknownName)
}
