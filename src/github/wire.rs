//! JSON: GitHub's, of which parts are read by GitHub's names for them, and our own.
//!
//! Fields are looked up, not derived: `null`, or a value of another type than documented, is the same
//! as none, and every derived struct would bring a decoder of its own.

use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde::ser::{Serialize, Serializer};

use super::Malformed;
use crate::proposal::Time;

/// A JSON value, as far as GitHub's answers are read. `serde_json::Value` would do, and brings a tree
/// of maps and every kind of number: 3.4 kB of WebAssembly.
#[derive(Debug, PartialEq)]
pub(super) enum Value {
    /// `null`, or a number that counts nothing.
    Nothing,
    Truth(bool),
    Number(u64),
    Text(String),
    List(Vec<Value>),
    Object(Vec<(String, Value)>),
}

impl Value {
    /// The field of an object; the last, if there are several of that name.
    pub(super) fn get(&self, key: &str) -> Option<&Value> {
        let Value::Object(fields) = self else { return None };
        fields.iter().rev().find(|(name, _)| name == key).map(|(_, value)| value)
    }

    pub(super) fn as_str(&self) -> Option<&str> {
        match self {
            Value::Text(text) => Some(text),
            _ => None,
        }
    }

    pub(super) fn as_list(&self) -> Option<&[Value]> {
        match self {
            Value::List(items) => Some(items),
            _ => None,
        }
    }
}

impl<'de> Deserialize<'de> for Value {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Reader)
    }
}

impl Serialize for Value {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Value::Nothing => serializer.serialize_unit(),
            Value::Truth(truth) => serializer.serialize_bool(*truth),
            Value::Number(number) => serializer.serialize_u64(*number),
            Value::Text(text) => serializer.serialize_str(text),
            Value::List(items) => serializer.collect_seq(items),
            Value::Object(fields) => serializer.collect_map(fields.iter().map(|(key, value)| (key, value))),
        }
    }
}

struct Reader;

impl<'de> Visitor<'de> for Reader {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_bool<E>(self, value: bool) -> Result<Value, E> {
        Ok(Value::Truth(value))
    }

    fn visit_i64<E>(self, _: i64) -> Result<Value, E> {
        Ok(Value::Nothing)
    }

    fn visit_u64<E>(self, value: u64) -> Result<Value, E> {
        Ok(Value::Number(value))
    }

    fn visit_f64<E>(self, _: f64) -> Result<Value, E> {
        Ok(Value::Nothing)
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Nothing)
    }

    fn visit_str<E>(self, value: &str) -> Result<Value, E> {
        Ok(Value::Text(value.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Value, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = items.next_element()? {
            list.push(item);
        }
        Ok(Value::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut fields: A) -> Result<Value, A::Error> {
        let mut object = Vec::new();
        while let Some(field) = fields.next_entry()? {
            object.push(field);
        }
        Ok(Value::Object(object))
    }
}

/// An answer as a list of items.
///
/// # Errors
/// [`Malformed`] if it is no JSON, or not a list.
pub(super) fn list(json: &str) -> Result<Vec<Value>, Malformed> {
    match value(json)? {
        Value::List(items) => Ok(items),
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
    match value.get(key)? {
        Value::Number(number) => u32::try_from(*number).ok(),
        _ => None,
    }
}

/// Whether a field is true.
pub(super) fn truth(value: &Value, key: &str) -> bool {
    value.get(key) == Some(&Value::Truth(true))
}

/// The time of a field: GitHub's are RFC 3339.
pub(super) fn time(value: &Value, key: &str) -> Option<Time> {
    let time = chrono::DateTime::parse_from_rfc3339(value.get(key)?.as_str()?).ok()?;
    Some(time.to_utc())
}

/// The items of a field.
pub(super) fn items<'a>(value: &'a Value, key: &str) -> &'a [Value] {
    value.get(key).and_then(Value::as_list).unwrap_or_default()
}
