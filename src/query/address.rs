//! A query as words in an address, and back.
//!
//! `?stage=discussion,vote&sig=core,none&tag=kernel&q=secure boot&show=all&sort=updated`
//!
//! The same words stand in the host's attributes. Only what differs from the host's preset is
//! written; an empty value takes a preset back. A comma within a value is written `\,`.

use super::{Query, Show, Sort};
use crate::proposal::{Outcome, Stage};

/// The keys that belong to this program. All others are the host's.
pub const KEYS: [&str; 7] = ["show", "stage", "outcome", "sig", "tag", "q", "sort"];

/// A value that means nothing, and was ignored.
#[derive(Clone, Debug, PartialEq)]
pub struct Unknown {
    /// The key that it was given for.
    pub key: &'static str,
    /// The value.
    pub value: String,
    /// The values that mean something.
    pub allowed: Vec<&'static str>,
}

impl Show {
    /// Every one.
    pub const ALL: [Show; 3] = [Show::Open, Show::Decided, Show::All];

    /// The word for it in addresses and attributes.
    pub fn word(self) -> &'static str {
        match self {
            Show::Open => "open",
            Show::Decided => "decided",
            Show::All => "all",
        }
    }
}

impl Sort {
    /// Every order, the default first.
    pub const ALL: [Sort; 5] = [Sort::Stage, Sort::Updated, Sort::Created, Sort::Comments, Sort::Number];

    /// The word for it in addresses and attributes.
    pub fn word(self) -> &'static str {
        match self {
            Sort::Stage => "stage",
            Sort::Updated => "updated",
            Sort::Created => "created",
            Sort::Comments => "comments",
            Sort::Number => "number",
        }
    }
}

/// The query that an address or the host's attributes ask for. What they do not name is as in
/// `preset`; what means nothing is ignored and returned.
pub fn read<'a>(
    pairs: impl Iterator<Item = (&'a str, &'a str)> + Clone,
    preset: &Query,
) -> (Query, Vec<Unknown>) {
    let mut unknown = Vec::new();
    let values = |key| pairs.clone().filter(move |(name, _)| *name == key).map(|(_, value)| value);
    let show = values("show").last();
    let sort = values("sort").last();
    let query = Query {
        show: show
            .map_or(vec![], |word| words("show", word, &Show::ALL, Show::word, &mut unknown))
            .first()
            .copied()
            .unwrap_or(preset.show),
        stages: list("stage", values("stage"), &Stage::ALL, Stage::word, &preset.stages, &mut unknown),
        outcomes: list(
            "outcome",
            values("outcome"),
            &Outcome::ALL,
            Outcome::word,
            &preset.outcomes,
            &mut unknown,
        ),
        sigs: names(values("sig"), &preset.sigs, |name| name.to_ascii_lowercase()),
        tags: names(values("tag"), &preset.tags, str::to_owned),
        text: values("q").last().unwrap_or(&preset.text).to_owned(),
        sort: sort
            .map_or(vec![], |word| words("sort", word, &Sort::ALL, Sort::word, &mut unknown))
            .first()
            .copied()
            .unwrap_or(preset.sort),
    };
    (query, unknown)
}

/// The words that stand for a query, as far as it differs from the preset.
pub fn write(query: &Query, preset: &Query) -> Vec<(&'static str, String)> {
    let joined = |words: Vec<String>| words.join(",");
    let stages = query.stages.iter().map(|stage| stage.word().to_owned()).collect();
    let outcomes = query.outcomes.iter().map(|outcome| outcome.word().to_owned()).collect();
    let sigs = query.sigs.iter().map(|slug| escaped(slug)).collect();
    let tags = query.tags.iter().map(|name| escaped(name)).collect();
    let parts = [
        (query.show != preset.show, "show", query.show.word().to_owned()),
        (query.stages != preset.stages, "stage", joined(stages)),
        (query.outcomes != preset.outcomes, "outcome", joined(outcomes)),
        (query.sigs != preset.sigs, "sig", joined(sigs)),
        (query.tags != preset.tags, "tag", joined(tags)),
        (query.text != preset.text, "q", query.text.clone()),
        (query.sort != preset.sort, "sort", query.sort.word().to_owned()),
    ];
    parts.into_iter().filter(|(differs, ..)| *differs).map(|(_, key, value)| (key, value)).collect()
}

/// The values that the words of `text` stand for.
fn words<T: Copy>(
    key: &'static str,
    text: &str,
    all: &[T],
    word: fn(T) -> &'static str,
    unknown: &mut Vec<Unknown>,
) -> Vec<T> {
    let mut values = Vec::new();
    for name in split(text) {
        match all.iter().find(|value| word(**value).eq_ignore_ascii_case(&name)) {
            Some(value) => values.push(*value),
            None => {
                let allowed = all.iter().map(|value| word(*value)).collect();
                unknown.push(Unknown { key, value: name, allowed });
            }
        }
    }
    values
}

fn list<'a, T: Copy + PartialEq>(
    key: &'static str,
    texts: impl Iterator<Item = &'a str>,
    all: &[T],
    word: fn(T) -> &'static str,
    preset: &[T],
    unknown: &mut Vec<Unknown>,
) -> Vec<T> {
    let before = unknown.len();
    let mut values = Vec::new();
    let mut named = false;
    for text in texts {
        named = true;
        for value in words(key, text, all, word, unknown) {
            if !values.contains(&value) {
                values.push(value);
            }
        }
    }
    let only_nonsense = values.is_empty() && unknown.len() > before;
    if named && !only_nonsense { values } else { preset.to_vec() }
}

fn names<'a>(
    texts: impl Iterator<Item = &'a str>,
    preset: &[String],
    normal: fn(&str) -> String,
) -> Vec<String> {
    let mut values: Vec<String> = Vec::new();
    let mut named = false;
    for text in texts {
        named = true;
        for name in split(text) {
            let name = normal(&name);
            if !values.iter().any(|known| known.eq_ignore_ascii_case(&name)) {
                values.push(name);
            }
        }
    }
    if named { values } else { preset.to_vec() }
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
