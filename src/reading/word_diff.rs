//! Which words of a text changed.

use std::collections::BTreeMap;

use similar::DiffOp;
use similar::algorithms::{Capture, Replace, myers};

/// Holds a run of words that all changed in the same way, or not at all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DiffSpan {
    /// What happened to the words.
    pub kind: SpanKind,
    /// The words, with the space between them.
    pub text: String,
}

/// Tells what happened to some words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SpanKind {
    /// In both texts.
    Same,
    /// Only in the new text.
    Added,
    /// Only in the old text.
    Removed,
}

/// Of all letters and digits, the share in percent that must stay for a text to be called changed and not replaced.
const MIN_SAME: usize = 40;

/// Fewer letters and digits than this between two changes are part of one change, so that words and not shreds of
/// them are shown.
const MIN_BETWEEN: usize = 4;

/// Returns the words of both texts in order. `None` if the texts have too little in common.
pub(super) fn changed_words(old: &str, new: &str) -> Option<Vec<DiffSpan>> {
    let (old, new) = (tokens(old), tokens(new));
    let mut spans = Spans::default();
    for operation in operations(&old, &new, token_key) {
        let old = old.get(operation.old_range()).unwrap_or_default().concat();
        let new = new.get(operation.new_range()).unwrap_or_default().concat();
        if let DiffOp::Equal { .. } = operation {
            spans.push_same(old, new)
        } else {
            spans.push_change(&old, &new)
        }
    }
    let spans = spans.finish();
    let letters_of =
        |kind| spans.iter().filter(|span| span.kind == kind).map(|span| letters(&span.text)).sum::<usize>();
    let kept = 2 * letters_of(SpanKind::Same);
    let all = kept + letters_of(SpanKind::Added) + letters_of(SpanKind::Removed);
    (kept * 100 >= all * MIN_SAME).then_some(spans)
}

fn letters(text: &str) -> usize {
    text.chars().filter(|c| c.is_alphanumeric()).count()
}

/// Builds the spans; what stays between two changes waits until it is known whether it is long enough.
#[derive(Default)]
struct Spans {
    spans: Vec<DiffSpan>,
    removed: String,
    added: String,
    /// The text in the old and in the new form, which differ at most in their space.
    between: Option<(String, String)>,
}

impl Spans {
    fn push_same(&mut self, old: String, new: String) {
        self.flush_change();
        self.between = Some((old, new));
    }

    fn push_change(&mut self, removed: &str, added: &str) {
        if let Some((old, new)) = self.between.take() {
            let follows_change = matches!(self.spans.last(), Some(span) if span.kind != SpanKind::Same);
            if follows_change && letters(&new) < MIN_BETWEEN {
                self.reopen_change();
                self.removed.push_str(&old);
                self.added.push_str(&new);
            } else {
                self.push(SpanKind::Same, new);
            }
        }
        self.removed.push_str(removed);
        self.added.push_str(added);
    }

    fn flush_change(&mut self) {
        let (removed, added) = (std::mem::take(&mut self.removed), std::mem::take(&mut self.added));
        self.push(SpanKind::Removed, removed);
        self.push(SpanKind::Added, added);
    }

    /// Takes the last change back, for more to be added to it.
    fn reopen_change(&mut self) {
        while let Some(span) = self.spans.pop_if(|span| span.kind != SpanKind::Same) {
            let text = if span.kind == SpanKind::Removed { &mut self.removed } else { &mut self.added };
            *text = span.text;
        }
    }

    fn push(&mut self, kind: SpanKind, text: String) {
        if !text.is_empty() {
            self.spans.push(DiffSpan { kind, text });
        }
    }

    fn finish(mut self) -> Vec<DiffSpan> {
        self.flush_change();
        if let Some((_, new)) = self.between.take() {
            self.push(SpanKind::Same, new);
        }
        self.spans
    }
}

/// Splits a text into words, runs of space, and single other characters.
fn tokens(text: &str) -> Vec<&str> {
    let class = |c: char| {
        if c.is_alphanumeric() {
            0
        } else if c.is_whitespace() {
            1
        } else {
            2
        }
    };
    let mut tokens = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let end = match class(first) {
            2 => first.len_utf8(),
            kind => rest.find(|c| class(c) != kind).unwrap_or(rest.len()),
        };
        let (token, after) = rest.split_at(end);
        tokens.push(token);
        rest = after;
    }
    tokens
}

/// Returns what makes two tokens equal. Text that is only wrapped differently has not changed.
fn token_key(token: &str) -> &str {
    match token.trim().is_empty() {
        true if token.matches('\n').count() > 1 => "\n\n",
        true => " ",
        false => token,
    }
}

/// Returns the shortest edit, or a short one where the search for it takes long, of items with equal keys.
pub(super) fn operations<'a>(old: &[&'a str], new: &[&'a str], key: fn(&'a str) -> &'a str) -> Vec<DiffOp> {
    // Numbers in place of texts: the algorithm is compiled once for all uses.
    let mut numbers = BTreeMap::new();
    let mut number = |item: &&'a str| {
        let next = numbers.len();
        *numbers.entry(key(item)).or_insert(next)
    };
    let old: Vec<usize> = old.iter().map(&mut number).collect();
    let new: Vec<usize> = new.iter().map(&mut number).collect();
    let mut operations = Replace::new(Capture::new());
    match myers::diff(&mut operations, old.as_slice(), 0..old.len(), new.as_slice(), 0..new.len()) {
        Ok(()) => operations.into_inner().into_ops(),
        Err(never) => match never {},
    }
}
