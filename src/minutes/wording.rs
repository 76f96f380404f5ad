//! The words of a statement: what the rules of reading look at.
//!
//! Names are not words of the statement: the text of a link and of a code span is left out. A link to a
//! pull request of the repository counts as the word `RFC`.

use std::collections::BTreeSet;

use super::inline::Inline;
use super::pull_request;

/// The word that stands for a link to a pull request.
const PULL_REQUEST: &str = "RFC";

/// What follows a word, from the weakest to the strongest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Break {
    /// The next word.
    None,
    /// A comma, semicolon, parenthesis or dash.
    Clause,
    /// A colon: what stands before it may be the speaker.
    Colon,
    /// The end of a sentence, or a hard line break.
    Sentence,
    /// A question mark.
    Question,
}

/// A word of a statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Word<'a> {
    /// The word as it is written; empty for a code span and for a link to somewhere else.
    text: &'a str,
    /// The pull request that the word links to.
    pub(super) pull_request: Option<u32>,
    /// The address that the word links to, whatever it is.
    pub(super) url: Option<&'a str>,
    /// The bytes of the statement that come before it.
    pub(super) start: usize,
    pub(super) after: Break,
}

impl Word<'_> {
    /// True if it is one of `words`, which are in lower case. A link to a pull request is `rfc`.
    pub(super) fn is_in(&self, words: &[&str]) -> bool {
        words.iter().any(|word| self.text.eq_ignore_ascii_case(word))
    }

    /// True for `won't`.
    pub(super) fn is_negated(&self) -> bool {
        self.text.ends_with("n't") || self.text.ends_with("n’t")
    }

    pub(super) fn is_number(&self) -> bool {
        self.text.starts_with(|c: char| c.is_ascii_digit())
    }

    /// True for `Neal's`.
    pub(super) fn is_possessive(&self) -> bool {
        self.text.ends_with("'s") || self.text.ends_with("’s")
    }
}

/// Returns the words of `inline`.
pub(super) fn words<'a>(inline: &'a Inline, repository_url: &str) -> Vec<Word<'a>> {
    let mut words = Vec::new();
    let mut at = 0;
    for span in &inline.spans {
        add_prose(&mut words, &inline.text, at, span.range.start);
        let number = span.url.as_deref().and_then(|url| pull_request::number_in(url, repository_url));
        words.push(Word {
            text: if number.is_some() { PULL_REQUEST } else { "" },
            pull_request: number,
            url: span.url.as_deref(),
            start: span.range.start,
            after: Break::None,
        });
        at = span.range.end;
    }
    add_prose(&mut words, &inline.text, at, inline.text.len());
    words
}

/// Adds the words of the prose from byte `start` to byte `end` of `text`.
fn add_prose<'a>(words: &mut Vec<Word<'a>>, text: &'a str, start: usize, end: usize) {
    let Some(prose) = text.get(start..end) else { return };
    let mut word_start = None;
    let mut chars = prose.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let next = chars.peek().map(|(_, next)| *next);
        if is_word_char(c) || (c == '-' && word_start.is_some()) {
            word_start.get_or_insert(at);
            continue;
        }
        add_word(words, prose, start, word_start.take(), at);
        if let Some(last) = words.last_mut() {
            last.after = last.after.max(break_at(c, next));
        }
    }
    add_word(words, prose, start, word_start, prose.len());
}

fn add_word<'a>(words: &mut Vec<Word<'a>>, prose: &'a str, offset: usize, start: Option<usize>, end: usize) {
    let Some((start, text)) = start.and_then(|start| Some((start, prose.get(start..end)?))) else { return };
    words.push(Word { text, pull_request: None, url: None, start: offset + start, after: Break::None });
}

fn is_word_char(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '\'' | '’' | '_')
}

/// Returns the break that the character `c` makes before `next`.
fn break_at(c: char, next: Option<char>) -> Break {
    let ends_word = next.is_none_or(|next| next.is_whitespace() || matches!(next, '"' | '”' | ')'));
    match c {
        '\n' => Break::Sentence,
        '?' if ends_word => Break::Question,
        '.' | '!' if ends_word => Break::Sentence,
        ':' if ends_word => Break::Colon,
        '-' if ends_word => Break::Clause,
        ',' | ';' | '(' | ')' | '–' | '—' => Break::Clause,
        _ => Break::None,
    }
}

/// Splits words into sentences.
pub(super) fn sentences<'w, 'a>(words: &'w [Word<'a>]) -> impl Iterator<Item = &'w [Word<'a>]> {
    words.split_inclusive(|word| word.after >= Break::Sentence)
}

/// Splits a sentence at its commas, colons, parentheses and dashes.
pub(super) fn clauses<'w, 'a>(sentence: &'w [Word<'a>]) -> impl Iterator<Item = &'w [Word<'a>]> {
    sentence.split_inclusive(|word| word.after >= Break::Clause)
}

/// True if `phrase`, in lower case, stands in `words`.
pub(super) fn contains(words: &[Word<'_>], phrase: &[&str]) -> bool {
    words
        .windows(phrase.len())
        .any(|window| window.iter().zip(phrase).all(|(word, text)| word.is_in(&[text])))
}

/// Returns the pull requests that `words` link to, each once, without those in `except`.
pub(super) fn pull_requests(words: &[Word<'_>], except: &BTreeSet<u32>) -> Vec<u32> {
    let mut seen = BTreeSet::new();
    let numbers = words.iter().filter_map(|word| word.pull_request);
    numbers.filter(|number| !except.contains(number) && seen.insert(*number)).collect()
}
