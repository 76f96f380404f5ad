//! JSON objects, written field by field. Derived serialization makes code for every type, which costs the modules more.

use serde_json::{Map, Value};

/// A JSON object with the fields in the order in which they are added.
#[derive(Default)]
pub(super) struct Object(Map<String, Value>);

impl Object {
    /// Adds a field.
    pub(super) fn field(mut self, key: &str, value: impl Into<Value>) -> Self {
        self.add(key, value.into());
        self
    }

    /// Adds a field, unless it is `None`.
    pub(super) fn optional(self, key: &str, value: Option<impl Into<Value>>) -> Self {
        match value {
            Some(value) => self.field(key, value),
            None => self,
        }
    }

    /// Adds a text, unless it is empty.
    pub(super) fn text(self, key: &str, text: &str) -> Self {
        self.optional(key, Some(text).filter(|text| !text.is_empty()))
    }

    /// Adds a field that is true, if it is.
    pub(super) fn flag(self, key: &str, value: bool) -> Self {
        self.optional(key, value.then_some(true))
    }

    /// Adds an array, unless it is empty.
    pub(super) fn array(self, key: &str, items: impl Iterator<Item = Value>) -> Self {
        let items: Vec<Value> = items.collect();
        self.optional(key, Some(items).filter(|items| !items.is_empty()))
    }

    /// Returns the object.
    pub(super) fn finish(self) -> Value {
        Value::Object(self.0)
    }

    fn add(&mut self, key: &str, value: Value) {
        self.0.insert(key.to_owned(), value);
    }
}
