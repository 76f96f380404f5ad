//! A query as URL parameters.
//!
//! `?stage=discussion,vote&sig=core,none&tag=kernel&q=secure boot&show=all&sort=updated`
//!
//! The host page's attributes have the same values. Only what differs from the initial query is written; an empty
//! value removes what the initial query has. A comma within a value is escaped as `\,`.

use std::str::FromStr;

#[cfg(any(feature = "browser", test))]
use super::ActivityValue;
use super::{Query, Sort, StateFilter};
use crate::proposal::{Outcome, Stage, UnknownName, find_by_name, replace_controls};

/// The keys of this program. All others belong to the host page.
pub const KEYS: &[&str] = &[
    "show",
    "stage",
    "outcome",
    "sig",
    "tag",
    "author",
    "q",
    "sort",
    #[cfg(any(feature = "browser", test))]
    "turn",
    #[cfg(any(feature = "browser", test))]
    "changed",
];

/// A parameter with an invalid value, which was ignored.
#[derive(Clone, Debug, PartialEq)]
pub struct InvalidParam {
    /// Its key.
    pub key: &'static str,
    /// Its value.
    pub value: String,
    /// The valid values.
    pub allowed: Vec<&'static str>,
}

/// How a change of the URL enters the browser's history.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HistoryMode {
    /// As a new entry: the back button returns to the previous state.
    Push,
    /// In place of the current entry, as for each keystroke of a search.
    Replace,
}

impl StateFilter {
    /// Every value, the default first.
    pub const ALL: [StateFilter; 3] = [StateFilter::Open, StateFilter::Decided, StateFilter::All];

    /// Returns its name in URLs and attributes.
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
    pub const ALL: [Sort; 6] =
        [Sort::Stage, Sort::Age, Sort::Updated, Sort::Created, Sort::Comments, Sort::Number];

    /// Returns its name in URLs and attributes.
    pub fn as_str(self) -> &'static str {
        match self {
            Sort::Stage => "stage",
            Sort::Updated => "updated",
            Sort::Created => "created",
            Sort::Comments => "comments",
            Sort::Number => "number",
            Sort::Age => "age",
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

/// Parses parameters, in the form of key and value. What they do not name is as in `initial`. Invalid values are
/// ignored and returned.
pub fn parse(pairs: &[(&str, String)], initial: &Query) -> (Query, Vec<InvalidParam>) {
    let mut reader = ParamReader { pairs, invalid: Vec::new() };
    let query = Query {
        show: reader.one("show", &StateFilter::ALL, StateFilter::as_str).unwrap_or(initial.show),
        stages: reader.list("stage", &Stage::ALL, Stage::as_str, &initial.stages),
        outcomes: reader.list("outcome", &Outcome::ALL, Outcome::as_str, &initial.outcomes),
        sigs: reader.names("sig", &initial.sigs, |name| name.to_ascii_lowercase()),
        tags: reader.names("tag", &initial.tags, str::to_owned),
        authors: reader.names("author", &initial.authors, str::to_owned),
        #[cfg(any(feature = "browser", test))]
        turns: reader.list("turn", &ActivityValue::TURNS, ActivityValue::as_str, &initial.turns),
        #[cfg(any(feature = "browser", test))]
        changed: reader.list("changed", &ActivityValue::CHANGES, ActivityValue::as_str, &initial.changed),
        text: reader.last("q").unwrap_or_else(|| initial.text.clone()),
        sort: reader.one("sort", &Sort::ALL, Sort::as_str).unwrap_or(initial.sort),
    };
    (query, reader.invalid)
}

/// Returns the parameters of a query, as far as it differs from `initial`.
pub fn encode(query: &Query, initial: &Query) -> Vec<(&'static str, String)> {
    let joined = |values: Vec<String>| values.join(",");
    let stages = query.stages.iter().map(|stage| stage.as_str().to_owned()).collect();
    let outcomes = query.outcomes.iter().map(|outcome| outcome.as_str().to_owned()).collect();
    let sigs = query.sigs.iter().map(|slug| escape(slug)).collect();
    let tags = query.tags.iter().map(|name| escape(name)).collect();
    let authors = query.authors.iter().map(|login| escape(login)).collect();
    #[cfg(any(feature = "browser", test))]
    let activity =
        |values: &[ActivityValue]| joined(values.iter().map(|value| value.as_str().to_owned()).collect());
    let parts = [
        (query.show != initial.show, "show", query.show.as_str().to_owned()),
        (query.stages != initial.stages, "stage", joined(stages)),
        (query.outcomes != initial.outcomes, "outcome", joined(outcomes)),
        (query.sigs != initial.sigs, "sig", joined(sigs)),
        (query.tags != initial.tags, "tag", joined(tags)),
        (query.authors != initial.authors, "author", joined(authors)),
        #[cfg(any(feature = "browser", test))]
        (query.turns != initial.turns, "turn", activity(&query.turns)),
        #[cfg(any(feature = "browser", test))]
        (query.changed != initial.changed, "changed", activity(&query.changed)),
        (query.text != initial.text, "q", query.text.clone()),
        (query.sort != initial.sort, "sort", query.sort.as_str().to_owned()),
    ];
    parts.into_iter().filter(|(differs, ..)| *differs).map(|(_, key, value)| (key, value)).collect()
}

/// Reads parameters, and collects the invalid ones.
struct ParamReader<'a> {
    pairs: &'a [(&'a str, String)],
    invalid: Vec<InvalidParam>,
}

impl ParamReader<'_> {
    /// Returns the last value of a key, with its control characters replaced.
    fn last(&self, key: &str) -> Option<String> {
        self.pairs
            .iter()
            .rev()
            .find(|(name, _)| *name == key)
            .map(|(_, value)| replace_controls(value).into_owned())
    }

    /// Returns the comma-separated parts of all values of a key; `None` if the key is missing.
    fn parts(&self, key: &str) -> Option<Vec<String>> {
        let mut parts: Option<Vec<String>> = None;
        for (name, value) in self.pairs {
            if *name == key {
                parts.get_or_insert_default().extend(split(&replace_controls(value)));
            }
        }
        parts
    }

    /// Parses names, without duplicates.
    fn values<T: Copy + PartialEq>(
        &mut self,
        key: &'static str,
        names: Vec<String>,
        all: &[T],
        as_str: fn(T) -> &'static str,
    ) -> Vec<T> {
        let mut values = Vec::new();
        for name in names {
            match find_by_name(all, as_str, &name.to_ascii_lowercase()) {
                Ok(value) if values.contains(&value) => {}
                Ok(value) => values.push(value),
                Err(_) => {
                    let allowed = all.iter().map(|value| as_str(*value)).collect();
                    self.invalid.push(InvalidParam { key, value: name, allowed });
                }
            }
        }
        values
    }

    /// Parses the last value of a key; `None` if it is missing or invalid.
    fn one<T: Copy + PartialEq>(
        &mut self,
        key: &'static str,
        all: &[T],
        as_str: fn(T) -> &'static str,
    ) -> Option<T> {
        let names = split(&self.last(key)?);
        self.values(key, names, all, as_str).first().copied()
    }

    /// Parses the names of a key; those of `initial` if it is missing, or if all of them are invalid.
    fn list<T: Copy + PartialEq>(
        &mut self,
        key: &'static str,
        all: &[T],
        as_str: fn(T) -> &'static str,
        initial: &[T],
    ) -> Vec<T> {
        let before = self.invalid.len();
        let Some(names) = self.parts(key) else { return initial.to_vec() };
        let values = self.values(key, names, all, as_str);
        let all_invalid = values.is_empty() && self.invalid.len() > before;
        if all_invalid { initial.to_vec() } else { values }
    }

    /// Returns the free values of a key, without duplicates; those of `initial` if it is missing.
    fn names(&self, key: &str, initial: &[String], normalize: fn(&str) -> String) -> Vec<String> {
        let Some(parts) = self.parts(key) else { return initial.to_vec() };
        let mut values: Vec<String> = Vec::new();
        for name in parts {
            let name = normalize(&name);
            if !values.iter().any(|known| known.eq_ignore_ascii_case(&name)) {
                values.push(name);
            }
        }
        values
    }
}

/// Splits a list at its commas, without empty parts and the space around parts.
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

/// Escapes a value for a list: see [`split`].
fn escape(name: &str) -> String {
    name.replace('\\', "\\\\").replace(',', "\\,")
}
