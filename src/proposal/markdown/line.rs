//! What a single line of Markdown is, by CommonMark's rules.

/// Returns the indentation of `line` in columns. A tab ends at the next multiple of four.
pub(crate) fn indent(line: &str) -> usize {
    let mut column = 0;
    for byte in line.bytes() {
        match byte {
            b' ' => column += 1,
            b'\t' => column += 4 - column % 4,
            _ => break,
        }
    }
    column
}

/// Returns the level and the title of a heading like `## Title ##`.
pub(crate) fn heading(text: &str) -> Option<(usize, &str)> {
    let title = text.trim_start_matches('#');
    let level = text.len() - title.len();
    let is_heading = (1..=6).contains(&level) && (title.is_empty() || title.starts_with([' ', '\t']));
    if !is_heading {
        return None;
    }
    let title = title.trim();
    let without_closing = title.trim_end_matches('#');
    let is_closed = without_closing.is_empty() || without_closing.ends_with([' ', '\t']);
    Some((level, if is_closed { without_closing.trim_end() } else { title }))
}

/// The opening line of a fenced code block.
#[derive(Clone, Copy)]
pub(crate) struct Fence {
    mark: char,
    length: usize,
}

impl Fence {
    /// True if `line` ends the code block: at least as many marks, and nothing behind them.
    pub(crate) fn is_closed_by(self, line: &str) -> bool {
        let line = line.trim();
        line.len() >= self.length && line.trim_start_matches(self.mark).is_empty()
    }
}

/// Returns the fence that `text` opens. Backticks with another backtick behind them are a code span.
pub(crate) fn fence(text: &str) -> Option<Fence> {
    let mark = text.chars().next().filter(|c| matches!(c, '`' | '~'))?;
    let info = text.trim_start_matches(mark);
    let length = text.len() - info.len();
    let is_fence = length >= 3 && !(mark == '`' && info.contains('`'));
    is_fence.then_some(Fence { mark, length })
}
