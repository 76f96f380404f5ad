//! What stands within the text of a paragraph: inline code, links, URLs, HTML tags and comments.

/// Takes the place of what was left out, so that the words around it are not joined.
const PLACEHOLDER: &str = "…";

/// Longer runs of backticks are text.
const MAX_BACKTICKS: usize = 31;

/// Returns the text of a paragraph without HTML comments, and with `prose_only` also without inline code, links, URLs
/// and HTML tags. Takes time in proportion to the length.
pub(super) fn strip(text: &str, prose_only: bool) -> String {
    let mut stripped = String::new();
    let mut spans = Spans::new(text);
    let mut at = 0;
    while let Some(start) = spans.next_start(at) {
        stripped.push_str(text.get(at..start).unwrap_or_default());
        let (end, kind) = spans.span(start);
        stripped.push_str(match kind {
            Kind::Comment => "",
            Kind::NoProse if prose_only => PLACEHOLDER,
            Kind::NoProse | Kind::Text => text.get(start..end).unwrap_or_default(),
        });
        at = end;
    }
    stripped.push_str(text.get(at..).unwrap_or_default());
    stripped
}

enum Kind {
    Comment,
    /// Inline code, a link, a URL or a tag.
    NoProse,
    Text,
}

/// Finds a mark. It is looked for from places that only grow, so that the text is searched once.
struct Finder<'a> {
    text: &'a str,
    mark: &'static str,
    is_searched: bool,
    found: Option<usize>,
}

impl Finder<'_> {
    /// Returns the first place of the mark, from `from` on.
    fn next(&mut self, from: usize) -> Option<usize> {
        if !self.is_searched || self.found.is_some_and(|at| at < from) {
            self.is_searched = true;
            self.found = self.text.get(from..).and_then(|rest| rest.find(self.mark)).map(|at| from + at);
        }
        self.found
    }

    /// Returns the end of that place.
    fn end(&mut self, from: usize) -> Option<usize> {
        Some(self.next(from)? + self.mark.len())
    }
}

/// Finds the spans of a text, in their order.
struct Spans<'a> {
    text: &'a str,
    urls: [Finder<'a>; 2],
    comment_end: Finder<'a>,
    tag_end: Finder<'a>,
    bracket: Finder<'a>,
    parenthesis: Finder<'a>,
    /// The lengths of runs of backticks that do not occur again, one bit each.
    unclosed: u32,
}

impl<'a> Spans<'a> {
    fn new(text: &'a str) -> Self {
        let finder = |mark| Finder { text, mark, is_searched: false, found: None };
        Spans {
            text,
            urls: [finder("https://"), finder("http://")],
            comment_end: finder("-->"),
            tag_end: finder(">"),
            bracket: finder("]"),
            parenthesis: finder(")"),
            unclosed: 0,
        }
    }

    /// Returns where the next span may start.
    fn next_start(&mut self, from: usize) -> Option<usize> {
        let mut first = self.text.get(from..)?.find(['`', '[', '<', '\\']).map(|at| from + at);
        for url in &mut self.urls {
            let at = url.next(from);
            if first.is_none() || at.is_some_and(|at| Some(at) < first) {
                first = at;
            }
        }
        first
    }

    /// Returns the end and the kind of what starts here.
    fn span(&mut self, start: usize) -> (usize, Kind) {
        let rest = self.text.get(start..).unwrap_or_default();
        let mut chars = rest.chars();
        let (first, second) = (chars.next().unwrap_or_default(), chars.next().unwrap_or_default());
        let text = |length| (start + length, Kind::Text);
        let (end, kind) = match first {
            // The character behind it is no mark.
            '\\' => return text(1 + second.len_utf8()),
            '`' => {
                let length = rest.len() - rest.trim_start_matches('`').len();
                let Some(end) = self.code_end(start + length, length) else { return text(length) };
                (Some(end), Kind::NoProse)
            }
            '<' if rest.starts_with("<!--") => (self.comment_end.end(start + 2), Kind::Comment),
            '<' if second.is_ascii_alphabetic() || second == '/' => (self.tag_end.end(start), Kind::NoProse),
            '<' => (None, Kind::Text),
            '[' => (self.link_end(start), Kind::NoProse),
            _ => {
                let length = rest.find(|c: char| c.is_whitespace() || c == ')').unwrap_or(rest.len());
                (Some(start + length), Kind::NoProse)
            }
        };
        end.map_or(text(first.len_utf8()), |end| (end, kind))
    }

    /// Returns the end of inline code: that of the next run of as many backticks.
    fn code_end(&mut self, from: usize, length: usize) -> Option<usize> {
        if length > MAX_BACKTICKS || self.unclosed & (1 << length) != 0 {
            return None;
        }
        let mut at = from;
        while let Some(run) = self.text.get(at..)?.find('`') {
            let rest = self.text.get(at + run..)?;
            let end = self.text.len() - rest.trim_start_matches('`').len();
            if end - (at + run) == length {
                return Some(end);
            }
            at = end;
        }
        self.unclosed |= 1 << length;
        None
    }

    /// Returns the end of `[text](url)` or `[text][label]`.
    fn link_end(&mut self, start: usize) -> Option<usize> {
        let end = self.bracket.end(start)?;
        match self.text.as_bytes().get(end)? {
            b'(' => self.parenthesis.end(end),
            b'[' => self.bracket.end(end + 1),
            _ => None,
        }
    }
}
