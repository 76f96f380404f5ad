//! Real answers, and what may happen to them.

use std::sync::LazyLock;

use super::super::{FILES, ISSUES, OLD_SNAPSHOT, SNAPSHOT};
use super::values::{leaf, words};
use crate::json::{Value, items, native::read};
use proptest::prelude::*;
use proptest::sample::Index;

/// Real answers and snapshots of both schemas, each cut down to one item.
pub static REAL: LazyLock<Vec<Value>> = LazyLock::new(|| {
    let mut real: Vec<Value> = Vec::new();
    let one = |item: &Value| Value::List(vec![item.clone()]);
    let with = |file: &Value, key: &str, value: Value| {
        let Value::Object(fields) = file else { panic!("a snapshot is an object") };
        let fields = fields
            .iter()
            .map(|(name, known)| (name.clone(), if name == key { value.clone() } else { known.clone() }));
        Value::Object(fields.collect())
    };
    real.extend(read(ISSUES).as_list().unwrap().iter().map(one));
    let Value::Object(files) = read(FILES) else { panic!("files are by number") };
    let (new, old) = (read(SNAPSHOT), read(OLD_SNAPSHOT));
    let first = |file: &Value, key| one(&items(file, key)[0]);
    for record in items(&new, "proposals") {
        real.push(with(&new, "proposals", one(record)));
    }
    for (number, answer) in files {
        let files = Value::Object(vec![(number, answer.clone())]);
        real.push(with(&with(&old, "issues", first(&old, "issues")), "files", files));
        real.push(answer);
    }
    let event = |rest: &str| {
        read(&format!(
            r#"[{{"id": 24000000001, "event": {rest}, "created_at": "2026-06-04T16:30:00Z",
                "actor": {{"login": "anna"}}, "issue": {{"number": 16, "title": "x", "pull_request": {{}}}}}}]"#
        ))
    };
    let label = r#""label": {"name": "accepted for discussion", "color": "0e8a16"}"#;
    real.extend([event(r#""closed""#), event(&format!(r#""labeled", {label}"#))]);
    real
});

/// What happens to one place in an answer.
#[derive(Clone, Debug)]
pub enum Mutation {
    Instead(Value),
    Put(Index, String),
    Twice,
    Gone,
}

pub fn mutation() -> impl Strategy<Value = Mutation> {
    prop_oneof![
        leaf().prop_map(Mutation::Instead),
        (any::<Index>(), words()).prop_map(|(at, word)| Mutation::Put(at, word)),
        Just(Mutation::Twice),
        Just(Mutation::Gone),
    ]
}

impl Mutation {
    pub fn apply(&self, value: &mut Value) {
        match (self, value) {
            (Mutation::Instead(other), value) => *value = other.clone(),
            (Mutation::Put(at, word), Value::Text(text)) => {
                let at = text
                    .char_indices()
                    .map(|(at, _)| at)
                    .chain([text.len()])
                    .nth(at.index(text.chars().count() + 1));
                text.insert_str(at.unwrap(), word);
            }
            (Mutation::Twice, Value::List(items)) => items.extend(items.clone()),
            (Mutation::Twice, Value::Object(fields)) => fields.extend(fields.clone()),
            (Mutation::Twice, Value::Text(text)) => *text = text.repeat(2),
            (Mutation::Gone, Value::Object(fields)) => fields.truncate(fields.len() / 2),
            (Mutation::Gone | Mutation::Twice | Mutation::Put(..), value) => *value = Value::Nothing,
        }
    }
}

/// How many values there are in one, itself included.
pub fn places(value: &Value) -> usize {
    1 + match value {
        Value::List(items) => items.iter().map(places).sum(),
        Value::Object(fields) => fields.iter().map(|(_, value)| places(value)).sum(),
        _ => 0,
    }
}

pub fn place(value: &mut Value, mut at: usize) -> &mut Value {
    if at == 0 {
        return value;
    }
    at -= 1;
    let children: Vec<&mut Value> = match value {
        Value::List(items) => items.iter_mut().collect(),
        Value::Object(fields) => fields.iter_mut().map(|(_, value)| value).collect(),
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
