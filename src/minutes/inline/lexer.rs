//! Splits the Markdown of a paragraph into tokens.

use std::collections::BTreeMap;

use crate::proposal::is_web_url;

/// A piece of the Markdown of a paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Token<'a> {
    Text(&'a str),
    /// The content of a code span.
    Code(&'a str),
    /// An address that stands in the text, with its scheme.
    Url(&'a str),
    /// `[`, which starts a link if a [`Token::LinkEnd`] follows that belongs to it.
    LinkStart {
        is_link: bool,
    },
    /// `](url)`
    LinkEnd {
        url: &'a str,
    },
    /// A run of `*` or `_`.
    Emphasis {
        mark: &'a str,
        can_open: bool,
        can_close: bool,
    },
    /// A mark that [`super::emphasis`] has removed.
    Removed,
}

/// Characters that end an address in running text, beside white space.
const AFTER_URL: [char; 11] = ['<', '>', '"', '`', '[', ']', '|', '“', '”', '‘', '’'];

/// Punctuation that belongs to the sentence if it is the last character of an address.
const PUNCTUATION: [char; 9] = ['.', ',', ';', ':', '!', '?', '\'', '*', '_'];

/// Splits the Markdown of a paragraph into tokens.
pub(super) fn tokens(markdown: &str) -> Vec<Token<'_>> {
    let mut lexer = Lexer {
        markdown,
        at: 0,
        tokens: Vec::new(),
        link_starts: Vec::new(),
        code_ends: code_ends(markdown),
        parentheses: parentheses(markdown),
        has_comment_end: true,
    };
    while lexer.next().is_some() {}
    lexer.tokens
}

struct Lexer<'a> {
    markdown: &'a str,
    at: usize,
    tokens: Vec<Token<'a>>,
    /// The tokens of `[` that may still start a link.
    link_starts: Vec<usize>,
    code_ends: BTreeMap<usize, usize>,
    parentheses: BTreeMap<usize, usize>,
    /// False once a search for `-->` has failed: there is none in the rest of the text.
    has_comment_end: bool,
}

impl<'a> Lexer<'a> {
    /// Reads the next token; `None` at the end.
    fn next(&mut self) -> Option<()> {
        let rest = self.markdown.get(self.at..)?;
        let first = rest.chars().next()?;
        match first {
            '\\' => self.escape(rest),
            '`' => self.code(rest),
            '<' => self.angle_bracket(rest),
            '*' | '_' => self.emphasis(rest, first),
            '[' => {
                self.link_starts.push(self.tokens.len());
                self.push(Token::LinkStart { is_link: false }, 1);
            }
            ']' => self.link_end(rest),
            'h' if is_web_url(rest) => {
                let url = url(rest);
                self.push(Token::Url(url), url.len());
            }
            _ => {
                let first = first.len_utf8();
                let end = rest.get(first..)?.find(is_special).map_or(rest.len(), |end| first + end);
                self.text(rest, end);
            }
        }
        Some(())
    }

    fn push(&mut self, token: Token<'a>, length: usize) {
        self.tokens.push(token);
        self.at += length;
    }

    fn text(&mut self, rest: &'a str, length: usize) {
        self.push(Token::Text(rest.get(..length).unwrap_or(rest)), length);
    }

    fn escape(&mut self, rest: &'a str) {
        match rest.get(1..2).filter(|next| next.starts_with(|c: char| c.is_ascii_punctuation())) {
            Some(next) => self.push(Token::Text(next), 2),
            None => self.text(rest, 1),
        }
    }

    fn code(&mut self, rest: &'a str) {
        let marks = rest.len() - rest.trim_start_matches('`').len();
        match self.code_ends.get(&self.at) {
            Some(&end) => {
                let code = self.markdown.get(self.at + marks..end).unwrap_or_default();
                self.push(Token::Code(code.trim()), end + marks - self.at);
            }
            None => self.text(rest, marks),
        }
    }

    /// Leaves out comments, and the angle brackets around an address.
    fn angle_bracket(&mut self, rest: &'a str) {
        if self.has_comment_end
            && let Some(comment) = rest.strip_prefix("<!--")
        {
            match comment.find("-->") {
                Some(end) => return self.push(Token::Removed, "<!--".len() + end + "-->".len()),
                None => self.has_comment_end = false,
            }
        }
        let inner = rest.get(1..).unwrap_or_default();
        if is_web_url(inner) {
            let url = url(inner);
            if inner.get(url.len()..).is_some_and(|after| after.starts_with('>')) {
                return self.push(Token::Url(url), url.len() + 2);
            }
        }
        self.text(rest, 1);
    }

    fn emphasis(&mut self, rest: &'a str, first: char) {
        let after = rest.trim_start_matches(first);
        let length = rest.len() - after.len();
        let previous = self.markdown.get(..self.at).and_then(|before| before.chars().next_back());
        let next = after.chars().next();
        let is_space = |c: Option<char>| c.is_none_or(char::is_whitespace);
        let is_in_word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        let can_open = !is_space(next) && !is_in_word(previous);
        let can_close = !is_space(previous) && !is_in_word(next);
        let mark = rest.get(..length).unwrap_or(rest);
        self.push(Token::Emphasis { mark, can_open, can_close }, length);
    }

    fn link_end(&mut self, rest: &'a str) {
        let start = self.link_starts.pop();
        let url = rest.strip_prefix("](").and_then(|inner| {
            let end = self.parentheses.get(&(self.at + 1))?;
            inner.get(..end.checked_sub(self.at + 2)?)
        });
        let (Some(start), Some(url)) = (start, url) else { return self.text(rest, 1) };
        if let Some(token) = self.tokens.get_mut(start) {
            *token = Token::LinkStart { is_link: true };
        }
        // A link holds no other link, so what is open around this one is text.
        self.link_starts.clear();
        self.push(Token::LinkEnd { url: url.trim_matches(['<', '>']) }, url.len() + "]()".len());
    }
}

/// True for a character that may start a token other than text.
fn is_special(c: char) -> bool {
    matches!(c, '\\' | '`' | '<' | '*' | '_' | '[' | ']' | 'h')
}

/// Returns the address at the start of `text`. It ends before white space, quotation marks, a parenthesis
/// that it has not opened, and the punctuation of the sentence.
fn url(text: &str) -> &str {
    let mut open = 0_usize;
    let is_end = |c: char| {
        match c {
            '(' => open += 1,
            ')' if open == 0 => return true,
            ')' => open -= 1,
            _ => {}
        }
        c.is_whitespace() || AFTER_URL.contains(&c)
    };
    let end = text.find(is_end).unwrap_or(text.len());
    text.get(..end).unwrap_or(text).trim_end_matches(PUNCTUATION)
}

/// Maps the start of each run of backticks that opens a code span to the start of the run that closes it:
/// the next one of the same length.
fn code_ends(markdown: &str) -> BTreeMap<usize, usize> {
    let mut runs: Vec<(usize, usize)> = Vec::new();
    for (at, _) in markdown.match_indices('`') {
        match runs.last_mut() {
            Some((start, length)) if *start + *length == at => *length += 1,
            _ => runs.push((at, 1)),
        }
    }
    let mut next_of_length = BTreeMap::new();
    let mut ends = BTreeMap::new();
    for (start, length) in runs.into_iter().rev() {
        if let Some(end) = next_of_length.insert(length, start) {
            ends.insert(start, end);
        }
    }
    ends
}

/// Maps each `(` to its `)`, where there is no white space between them.
fn parentheses(markdown: &str) -> BTreeMap<usize, usize> {
    let mut open = Vec::new();
    let mut pairs = BTreeMap::new();
    for (at, c) in markdown.char_indices() {
        match c {
            '(' => open.push(at),
            ')' => pairs.extend(open.pop().map(|start| (start, at))),
            _ if c.is_whitespace() => open.clear(),
            _ => {}
        }
    }
    pairs
}
