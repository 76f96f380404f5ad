//! JSON: GitHub's, and our own. Pure.
//!
//! Fields are looked up, not derived: `null`, or a value of another type than documented, is the same
//! as none. The browser's own parser reads and writes the text (`browser::json`); natively serde does, in
//! [`native`].

use crate::proposal::Time;

/// A JSON value, as far as this program reads and writes any.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Value {
    /// `null`, a number that counts nothing, or what is no JSON at all.
    #[default]
    Nothing,
    /// `true` or `false`.
    Truth(bool),
    /// A count, or what GitHub numbers its things with.
    Number(u64),
    /// A string.
    Text(String),
    /// An array.
    List(Vec<Value>),
    /// An object, its fields in their order.
    Object(Vec<(String, Value)>),
}

impl Value {
    /// The field of an object; the last, if there are several of that name.
    pub fn get(&self, key: &str) -> Option<&Value> {
        let Value::Object(fields) = self else { return None };
        fields.iter().rev().find(|(name, _)| name == key).map(|(_, value)| value)
    }

    /// The string, if it is one.
    pub fn as_str(&self) -> Option<&str> {
        match self {
            Value::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The items, if it is a list.
    pub fn as_list(&self) -> Option<&[Value]> {
        match self {
            Value::List(items) => Some(items),
            _ => None,
        }
    }
}

/// The text of a field.
pub fn text(value: &Value, key: &str) -> Option<String> {
    value.get(key)?.as_str().map(str::to_owned)
}

/// The number of a field: a count, or what GitHub numbers its things with.
pub fn number(value: &Value, key: &str) -> Option<u32> {
    match value.get(key)? {
        Value::Number(number) => u32::try_from(*number).ok(),
        _ => None,
    }
}

/// Whether a field is true.
pub fn truth(value: &Value, key: &str) -> bool {
    value.get(key) == Some(&Value::Truth(true))
}

/// The time of a field: GitHub's are RFC 3339.
pub fn time(value: &Value, key: &str) -> Option<Time> {
    let time = chrono::DateTime::parse_from_rfc3339(value.get(key)?.as_str()?).ok()?;
    Some(time.to_utc())
}

/// The items of a field; none where it is no list.
pub fn items<'a>(value: &'a Value, key: &str) -> &'a [Value] {
    value.get(key).and_then(Value::as_list).unwrap_or_default()
}

pub mod native;
