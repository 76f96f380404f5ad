//! The body of a response as JSON.

use std::fmt;

use serde::de::DeserializeOwned;
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
    match parse_json(body) {
        Ok(Value::Array(items)) => Ok(items),
        Ok(_) => Err(DecodeError::NotAList),
        Err(error) => Err(DecodeError::NotJson(error.to_string())),
    }
}

/// Parses JSON. Half a surrogate pair, which JSON allows and Rust's text does not, becomes U+FFFD.
///
/// # Errors
/// serde_json's error if it is not JSON, or not of this type.
pub fn parse_json<T: DeserializeOwned>(body: &str) -> serde_json::Result<T> {
    // Nearly no body has one, so none is searched for them twice.
    serde_json::from_str(body).or_else(|error| match replace_lone_surrogates(body) {
        Some(body) => serde_json::from_str(&body),
        None => Err(error),
    })
}

/// Replaces escapes such as `\ud800` that are no half of a pair. Returns `None` if there are none.
fn replace_lone_surrogates(json: &str) -> Option<String> {
    let mut replaced = None;
    let mut text = String::new();
    let mut rest = json;
    while let Some(at) = rest.find('\\') {
        let (before, escape) = rest.split_at(at);
        text.push_str(before);
        let length = match (surrogate(escape), escape.get(6..).and_then(surrogate)) {
            (Some(0xd800..0xdc00), Some(0xdc00..)) => 12,
            (Some(_), _) => {
                text.push('\u{fffd}');
                rest = escape.get(6..).unwrap_or_default();
                replaced = Some(());
                continue;
            }
            // The escaped character is left alone: it may be a backslash.
            (None, _) => 1 + escape.chars().nth(1).map_or(0, char::len_utf8),
        };
        let (pair, after) = escape.split_at(length);
        text.push_str(pair);
        rest = after;
    }
    text.push_str(rest);
    replaced.map(|()| text)
}

/// Returns the surrogate that the escape `\uXXXX` at the start of `text` stands for.
fn surrogate(text: &str) -> Option<u32> {
    let code = u32::from_str_radix(text.strip_prefix("\\u")?.get(..4)?, 16).ok()?;
    Some(code).filter(|code| (0xd800..0xe000).contains(code))
}
