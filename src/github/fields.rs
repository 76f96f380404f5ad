//! Lenient access to the fields of a JSON object: a missing field, `null` and a value of another type are all the
//! same. A derived struct would lose a whole list to one field of the wrong type.

use serde_json::Value;

use crate::proposal::{Time, replace_controls};

/// Returns the text of a field.
pub(crate) fn str_field<'a>(object: &'a Value, key: &str) -> Option<&'a str> {
    object.get(key)?.as_str()
}

/// Returns the text of a field, to be shown: its control characters are replaced.
pub(crate) fn string_field(object: &Value, key: &str) -> Option<String> {
    Some(replace_controls(str_field(object, key)?).into_owned())
}

/// Returns the number of a field, such as a count or a pull request's number.
pub(crate) fn u32_field(object: &Value, key: &str) -> Option<u32> {
    u32::try_from(u64_field(object, key)?).ok()
}

/// Returns the number of a field that exceeds 32 bits, such as an event's id.
pub(crate) fn u64_field(object: &Value, key: &str) -> Option<u64> {
    object.get(key)?.as_u64()
}

/// True if a field is `true`.
pub(crate) fn bool_field(object: &Value, key: &str) -> bool {
    object.get(key).and_then(Value::as_bool).unwrap_or_default()
}

/// Returns the time of a field, which is RFC 3339 in GitHub's responses and in snapshots.
pub(crate) fn time_field(object: &Value, key: &str) -> Option<Time> {
    let time = chrono::DateTime::parse_from_rfc3339(str_field(object, key)?).ok()?;
    Some(time.to_utc())
}

/// Returns the items of a field; none if it is not an array.
pub(crate) fn array_field<'a>(object: &'a Value, key: &str) -> &'a [Value] {
    object.get(key).and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default()
}
