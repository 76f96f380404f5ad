//! The text of a Markdown paragraph without its markup, and where its links and code spans are.
//!
//! Three passes over tokens, each linear in the size of the text: [`lexer`] finds code spans, links and
//! addresses, [`emphasis`] pairs the marks of emphasis, and [`Inline::parse`] writes the text.

mod emphasis;
mod lexer;

use std::ops::Range;

use lexer::Token;

use crate::proposal::is_web_url;

/// A paragraph without its markup.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Inline {
    /// The words. Each run of white space is one space, or a newline if it begins with a hard break.
    pub(super) text: String,
    /// The links and code spans, in order and without overlap.
    pub(super) spans: Vec<Span>,
}

/// A part of a paragraph that is no prose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Span {
    /// Bytes of [`Inline::text`].
    pub(super) range: Range<usize>,
    /// The address of a link; `None` for a code span.
    pub(super) url: Option<String>,
}

impl Inline {
    /// Parses the Markdown of one paragraph.
    pub(super) fn parse(markdown: &str) -> Self {
        let mut tokens = lexer::tokens(markdown);
        emphasis::remove(&mut tokens);
        let mut inline = Inline::default();
        let mut link_start = None;
        for token in &tokens {
            match token {
                Token::Text(text) | Token::Emphasis { mark: text, .. } => inline.push(text),
                Token::Code(code) => inline.push_span(code, None, link_start.is_some()),
                Token::Url(url) => inline.push_span(url, Some(url), link_start.is_some()),
                Token::LinkStart { is_link: false } => inline.push("["),
                Token::LinkStart { is_link: true } => link_start = Some(inline.text.len()),
                Token::LinkEnd { url } => {
                    let range = link_start.take().unwrap_or_default()..inline.text.len();
                    // Only these two schemes may become a link on the page.
                    if is_web_url(url) {
                        inline.spans.push(Span { range, url: Some((*url).to_owned()) });
                    }
                }
                Token::Removed => {}
            }
        }
        inline.trim_end();
        inline
    }

    /// Splits the text at a byte. A span that the byte lies in stays whole, in the first part.
    pub(super) fn split_at(&self, byte: usize) -> (Self, Self) {
        let byte = self
            .spans
            .iter()
            .map(|span| &span.range)
            .find(|range| range.contains(&byte))
            .map_or(byte, |range| range.end);
        let (first, second) = self.text.split_at_checked(byte).unwrap_or((&self.text, ""));
        let text = second.trim_start();
        let offset = self.text.len() - text.len();
        let mut spans = self.spans.clone();
        let at = spans.partition_point(|span| span.range.end <= byte);
        let mut later = spans.split_off(at);
        for span in &mut later {
            span.range = span.range.start.saturating_sub(offset)..span.range.end.saturating_sub(offset);
        }
        let first = Inline { text: first.trim_end().to_owned(), spans };
        (first, Inline { text: text.to_owned(), spans: later })
    }

    fn push(&mut self, text: &str) {
        for c in text.chars() {
            if !c.is_whitespace() {
                self.text.push(c);
            } else if !self.text.is_empty() && !self.text.ends_with([' ', '\n']) {
                self.text.push(if c == '\n' { '\n' } else { ' ' });
            }
        }
    }

    /// Appends a span, or its text alone inside of a link.
    fn push_span(&mut self, text: &str, url: Option<&str>, in_link: bool) {
        let start = self.text.len();
        self.push(text);
        if !in_link {
            self.spans.push(Span { range: start..self.text.len(), url: url.map(str::to_owned) });
        }
    }

    fn trim_end(&mut self) {
        let length = self.text.trim_end().len();
        self.text.truncate(length);
        for span in self.spans.iter_mut().rev().take_while(|span| span.range.end > length) {
            span.range = span.range.start.min(length)..length;
        }
    }
}
