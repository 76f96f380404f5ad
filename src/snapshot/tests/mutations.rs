//! Real responses, and what may happen to them.

use std::sync::LazyLock;

use super::any_json::{leaf, words};
use super::maximal::MAXIMAL;
use super::{FILES, ISSUES, REPOSITORY, SCHEMA_1, SCHEMA_2};
use crate::github::fields::array_field;
use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::{Value, json};

/// Real responses and snapshots of older schemas, each cut down to one item, and a snapshot with a value in every
/// field.
pub static REAL: LazyLock<Vec<Value>> = LazyLock::new(|| {
    let parse = |text: &str| -> Value { serde_json::from_str(text).unwrap() };
    let one = |item: &Value| Value::Array(vec![item.clone()]);
    let with = |file: &Value, key: &str, value: Value| {
        let mut file = file.clone();
        file[key] = value;
        file
    };
    let mut real: Vec<Value> = parse(ISSUES).as_array().unwrap().iter().map(one).collect();
    let (new, old) = (parse(SCHEMA_2), parse(SCHEMA_1));
    for record in array_field(&new, "proposals") {
        real.push(with(&new, "proposals", one(record)));
    }
    let first_issue = one(&array_field(&old, "issues")[0]);
    for (number, files) in parse(FILES).as_object().unwrap() {
        let file = with(&old, "issues", first_issue.clone());
        real.push(with(&file, "files", json!({ number: files })));
        real.push(files.clone());
    }
    let event = |rest: Value| {
        let mut event = json!({
            "id": 24_000_000_001_u64, "created_at": "2026-06-04T16:30:00Z", "actor": { "login": "anna" },
            "issue": { "number": 16, "title": "x", "pull_request": {} },
        });
        event.as_object_mut().unwrap().extend(rest.as_object().unwrap().clone());
        json!([event])
    };
    let label = json!({ "name": "accepted for discussion", "color": "0e8a16" });
    real.push(with(&parse(MAXIMAL), "repository", json!(REPOSITORY)));
    real.push(event(json!({ "event": "closed" })));
    real.push(event(json!({ "event": "labeled", "label": label })));
    real
});

/// What happens to one value in a response.
#[derive(Clone, Debug)]
pub enum Mutation {
    /// Another value takes its place.
    Replace(Value),
    /// A text gets another one in it.
    Insert(Index, String),
    /// A list or text is there twice.
    Repeat,
    /// The second half of an object goes, or the value.
    Remove,
}

pub fn mutation() -> impl Strategy<Value = Mutation> {
    prop_oneof![
        leaf().prop_map(Mutation::Replace),
        (any::<Index>(), words()).prop_map(|(at, word)| Mutation::Insert(at, word)),
        Just(Mutation::Repeat),
        Just(Mutation::Remove),
    ]
}

impl Mutation {
    pub fn apply(&self, value: &mut Value) {
        match (self, value) {
            (Mutation::Replace(other), value) => *value = other.clone(),
            (Mutation::Insert(at, word), Value::String(text)) => {
                let ends = text.char_indices().map(|(at, _)| at).chain([text.len()]);
                let at = ends.collect::<Vec<_>>()[at.index(text.chars().count() + 1)];
                text.insert_str(at, word);
            }
            (Mutation::Repeat, Value::Array(items)) => items.extend(items.clone()),
            (Mutation::Repeat, Value::String(text)) => *text = text.repeat(2),
            (Mutation::Remove, Value::Object(fields)) => {
                let half = fields.len() / 2;
                *fields = std::mem::take(fields).into_iter().take(half).collect();
            }
            (Mutation::Remove | Mutation::Repeat | Mutation::Insert(..), value) => *value = Value::Null,
        }
    }
}

/// Counts the values in a value, itself included.
pub fn places(value: &Value) -> usize {
    1 + match value {
        Value::Array(items) => items.iter().map(places).sum(),
        Value::Object(fields) => fields.values().map(places).sum(),
        _ => 0,
    }
}

/// Returns the value at a place, counted as in [`places`].
pub fn place(value: &mut Value, mut at: usize) -> &mut Value {
    if at == 0 {
        return value;
    }
    at -= 1;
    let children: Vec<&mut Value> = match value {
        Value::Array(items) => items.iter_mut().collect(),
        Value::Object(fields) => fields.values_mut().collect(),
        _ => Vec::new(),
    };
    for child in children {
        let size = places(child);
        if at < size {
            return place(child, at);
        }
        at -= size;
    }
    unreachable!("it has that many places")
}
