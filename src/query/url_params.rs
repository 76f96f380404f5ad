//! A query as words in an address, and back.
//!
//! `?stage=discussion,vote&sig=core,none&tag=kernel&q=secure boot&show=all&sort=updated`
//!
//! The same words stand in the host's attributes. Only what differs from the host's preset is
//! written; an empty value takes a preset back. A comma within a value is written `\,`.

use std::str::FromStr;

use super::{Query, Sort, StateFilter};
use crate::proposal::{Outcome, Stage, UnknownName, find_by_name};

/// The keys that belong to this program. All others are the host's.
pub const KEYS: [&str; 7] = ["show", "stage", "outcome", "sig", "tag", "q", "sort"];

/// A value that means nothing, and was ignored.
#[derive(Clone, Debug, PartialEq)]
pub struct InvalidParam {
    /// The key that it was given for.
    pub key: &'static str,
    /// The value.
    pub value: String,
    /// The values that mean something.
    pub allowed: Vec<&'static str>,
}

/// Whether a change of the address is one to come back to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HistoryMode {
    /// The back button returns to what was before.
    Push,
    /// It goes on with the last change, like the next letter of a word.
    Replace,
}

impl StateFilter {
    /// Every one.
    pub const ALL: [StateFilter; 3] = [StateFilter::Open, StateFilter::Decided, StateFilter::All];

    /// The word for it in addresses and attributes.
    pub fn as_str(self) -> &'static str {
        match self {
            StateFilter::Open => "open",
            StateFilter::Decided => "decided",
            StateFilter::All => "all",
        }
    }
}

impl Sort {
    /// Every order, the default first.
    pub const ALL: [Sort; 5] = [Sort::Stage, Sort::Updated, Sort::Created, Sort::Comments, Sort::Number];

    /// The word for it in addresses and attributes.
    pub fn as_str(self) -> &'static str {
        match self {
            Sort::Stage => "stage",
            Sort::Updated => "updated",
            Sort::Created => "created",
            Sort::Comments => "comments",
            Sort::Number => "number",
        }
    }
}

impl FromStr for StateFilter {
    type Err = UnknownName;

    fn from_str(name: &str) -> Result<Self, UnknownName> {
        find_by_name(&StateFilter::ALL, StateFilter::as_str, name)
    }
}

impl FromStr for Sort {
    type Err = UnknownName;

    fn from_str(name: &str) -> Result<Self, UnknownName> {
        find_by_name(&Sort::ALL, Sort::as_str, name)
    }
}

/// The query that an address or the host's attributes ask for. What they do not name is as in
/// `preset`; what means nothing is ignored and returned.
pub fn parse(pairs: &[(&str, String)], preset: &Query) -> (Query, Vec<InvalidParam>) {
    let mut given = ParamReader { pairs, unknown: Vec::new() };
    let query = Query {
        show: given.one("show", &StateFilter::ALL, StateFilter::as_str).unwrap_or(preset.show),
        stages: given.list("stage", &Stage::ALL, Stage::as_str, &preset.stages),
        outcomes: given.list("outcome", &Outcome::ALL, Outcome::as_str, &preset.outcomes),
        sigs: given.names("sig", &preset.sigs, |name| name.to_ascii_lowercase()),
        tags: given.names("tag", &preset.tags, str::to_owned),
        text: given.last("q").unwrap_or_else(|| preset.text.clone()),
        sort: given.one("sort", &Sort::ALL, Sort::as_str).unwrap_or(preset.sort),
    };
    (query, given.unknown)
}

/// The words that stand for a query, as far as it differs from the preset.
pub fn encode(query: &Query, preset: &Query) -> Vec<(&'static str, String)> {
    let joined = |words: Vec<String>| words.join(",");
    let stages = query.stages.iter().map(|stage| stage.as_str().to_owned()).collect();
    let outcomes = query.outcomes.iter().map(|outcome| outcome.as_str().to_owned()).collect();
    let sigs = query.sigs.iter().map(|slug| escaped(slug)).collect();
    let tags = query.tags.iter().map(|name| escaped(name)).collect();
    let parts = [
        (query.show != preset.show, "show", query.show.as_str().to_owned()),
        (query.stages != preset.stages, "stage", joined(stages)),
        (query.outcomes != preset.outcomes, "outcome", joined(outcomes)),
        (query.sigs != preset.sigs, "sig", joined(sigs)),
        (query.tags != preset.tags, "tag", joined(tags)),
        (query.text != preset.text, "q", query.text.clone()),
        (query.sort != preset.sort, "sort", query.sort.as_str().to_owned()),
    ];
    parts.into_iter().filter(|(differs, ..)| *differs).map(|(_, key, value)| (key, value)).collect()
}

/// What an address or a host's attributes give, and what of it means nothing.
struct ParamReader<'a> {
    pairs: &'a [(&'a str, String)],
    unknown: Vec<InvalidParam>,
}

impl ParamReader<'_> {
    fn last(&self, key: &str) -> Option<String> {
        self.pairs.iter().rev().find(|(name, _)| *name == key).map(|(_, value)| value.clone())
    }

    /// The parts of all values of a key; `None` if it is not given.
    fn parts(&self, key: &str) -> Option<Vec<String>> {
        let mut parts: Option<Vec<String>> = None;
        for (name, value) in self.pairs {
            if *name == key {
                parts.get_or_insert_default().extend(split(value));
            }
        }
        parts
    }

    /// The values that words stand for.
    fn values<T: Copy + PartialEq + FromStr>(
        &mut self,
        key: &'static str,
        words: Vec<String>,
        all: &[T],
        word: fn(T) -> &'static str,
    ) -> Vec<T> {
        let mut values = Vec::new();
        for name in words {
            match name.to_ascii_lowercase().parse() {
                Ok(value) if values.contains(&value) => {}
                Ok(value) => values.push(value),
                Err(_) => {
                    let allowed = all.iter().map(|value| word(*value)).collect();
                    self.unknown.push(InvalidParam { key, value: name, allowed });
                }
            }
        }
        values
    }

    fn one<T: Copy + PartialEq + FromStr>(
        &mut self,
        key: &'static str,
        all: &[T],
        word: fn(T) -> &'static str,
    ) -> Option<T> {
        let words = split(&self.last(key)?);
        self.values(key, words, all, word).first().copied()
    }

    fn list<T: Copy + PartialEq + FromStr>(
        &mut self,
        key: &'static str,
        all: &[T],
        word: fn(T) -> &'static str,
        preset: &[T],
    ) -> Vec<T> {
        let before = self.unknown.len();
        let Some(words) = self.parts(key) else { return preset.to_vec() };
        let values = self.values(key, words, all, word);
        let only_nonsense = values.is_empty() && self.unknown.len() > before;
        if only_nonsense { preset.to_vec() } else { values }
    }

    fn names(&self, key: &str, preset: &[String], normal: fn(&str) -> String) -> Vec<String> {
        let Some(parts) = self.parts(key) else { return preset.to_vec() };
        let mut values: Vec<String> = Vec::new();
        for name in parts {
            let name = normal(&name);
            if !values.iter().any(|known| known.eq_ignore_ascii_case(&name)) {
                values.push(name);
            }
        }
        values
    }
}

/// The parts of a list, without the space around them and without empty ones.
fn split(text: &str) -> Vec<String> {
    let mut parts = vec![String::new()];
    let mut chars = text.chars();
    while let Some(c) = chars.next() {
        let literal = match c {
            ',' => {
                parts.push(String::new());
                continue;
            }
            '\\' => chars.next().unwrap_or('\\'),
            c => c,
        };
        if let Some(part) = parts.last_mut() {
            part.push(literal);
        }
    }
    parts.iter().map(|part| part.trim().to_owned()).filter(|part| !part.is_empty()).collect()
}

fn escaped(name: &str) -> String {
    name.replace('\\', "\\\\").replace(',', "\\,")
}
