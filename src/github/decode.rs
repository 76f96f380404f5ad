//! The body of a response as JSON.

use std::fmt;

use serde_json::Value;

/// Why a body cannot be decoded.
#[derive(Clone, Debug, PartialEq)]
pub enum DecodeError {
    /// It is not JSON. Holds the parser's message.
    NotJson(String),
    /// It is JSON, but not a list.
    NotAList,
}

impl fmt::Display for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            DecodeError::NotJson(reason) => write!(f, "it is not JSON: {reason}"),
            DecodeError::NotAList => f.write_str("it is not a list"),
        }
    }
}

impl std::error::Error for DecodeError {}

/// An item of a list that could not be read, and is therefore not shown.
#[derive(Clone, Debug, PartialEq)]
pub struct SkippedItem {
    /// Its position in the list, from 1.
    pub item: usize,
    /// What is wrong with it.
    pub reason: &'static str,
}

/// Parses a body that is a list.
///
/// # Errors
/// [`DecodeError`] if it is not JSON, or not a list.
pub fn parse_list(body: &str) -> Result<Vec<Value>, DecodeError> {
    match serde_json::from_str(body) {
        Ok(Value::Array(items)) => Ok(items),
        Ok(_) => Err(DecodeError::NotAList),
        Err(error) => Err(DecodeError::NotJson(error.to_string())),
    }
}
