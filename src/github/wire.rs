//! The parts of GitHub's JSON that are read, by GitHub's names for them.
//!
//! Fields are looked up in a [`Value`], not derived: `null`, or a value of another type than
//! documented, is the same as none, and every derived struct would bring a decoder of its own.

use serde_json::Value;

use super::Malformed;
use crate::proposal::Time;

/// An answer as a list of items.
///
/// # Errors
/// [`Malformed`] if it is no JSON, or not a list.
pub(super) fn list(json: &str) -> Result<Vec<Value>, Malformed> {
    match value(json)? {
        Value::Array(items) => Ok(items),
        _ => Err(Malformed("it is not a list".to_owned())),
    }
}

/// An answer, whatever it is.
///
/// # Errors
/// [`Malformed`] if it is no JSON.
pub(super) fn value(json: &str) -> Result<Value, Malformed> {
    serde_json::from_str(json).map_err(|_| Malformed("it is not JSON".to_owned()))
}

/// The text of a field.
pub(super) fn text(value: &Value, key: &str) -> Option<String> {
    value.get(key)?.as_str().map(str::to_owned)
}

/// The number of a field: a count, or what GitHub numbers its things with.
pub(super) fn number(value: &Value, key: &str) -> Option<u32> {
    value.get(key)?.as_u64()?.try_into().ok()
}

/// Whether a field is true.
pub(super) fn truth(value: &Value, key: &str) -> bool {
    value.get(key).and_then(Value::as_bool).unwrap_or_default()
}

/// The time of a field: GitHub's are RFC 3339.
pub(super) fn time(value: &Value, key: &str) -> Option<Time> {
    let time = chrono::DateTime::parse_from_rfc3339(value.get(key)?.as_str()?).ok()?;
    Some(time.to_utc())
}

/// The items of a field.
pub(super) fn items<'a>(value: &'a Value, key: &str) -> &'a [Value] {
    value.get(key).and_then(Value::as_array).map_or(&[], Vec::as_slice)
}
