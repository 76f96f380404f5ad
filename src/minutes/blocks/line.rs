//! What a single line of Markdown starts.

/// Returns the indentation of `line` in columns. A tab ends at the next multiple of four.
pub(super) fn indent(line: &str) -> usize {
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

/// True if `text` is a horizontal rule, such as `---` or `* * *`.
pub(super) fn is_thematic_break(text: &str) -> bool {
    let Some(mark) = text.chars().next().filter(|c| matches!(c, '-' | '*' | '_')) else { return false };
    let mut count = 0;
    for c in text.chars() {
        if c == mark {
            count += 1;
        } else if !c.is_whitespace() {
            return false;
        }
    }
    count >= 3
}

/// Returns the level and the title of a heading like `## Title ##`.
pub(super) fn heading(text: &str) -> Option<(usize, &str)> {
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
pub(super) struct Fence {
    mark: char,
    length: usize,
}

impl Fence {
    /// True if `line` ends the code block: at least as many marks, and nothing behind them.
    pub(super) fn is_closed_by(&self, line: &str) -> bool {
        let line = line.trim();
        line.len() >= self.length && line.trim_matches(self.mark).is_empty()
    }
}

/// Returns the fence that `text` opens. Backticks with another backtick behind them are a code span.
pub(super) fn fence(text: &str) -> Option<Fence> {
    let mark = text.chars().next().filter(|c| matches!(c, '`' | '~'))?;
    let info = text.trim_start_matches(mark);
    let length = text.len() - info.len();
    let is_fence = length >= 3 && !(mark == '`' && info.contains('`'));
    is_fence.then_some(Fence { mark, length })
}

/// The marker of a list item, and the text behind it.
pub(super) struct Marker<'a> {
    /// The columns from the marker to the text of the item.
    pub(super) width: usize,
    pub(super) text: &'a str,
    /// True if the item may directly follow a line of a paragraph.
    pub(super) interrupts_paragraph: bool,
}

/// Returns the list marker that `text` begins with: `-`, `*`, `+`, or a number with `.` or `)`.
pub(super) fn marker(text: &str) -> Option<Marker<'_>> {
    let (length, is_first) = match text.bytes().next()? {
        b'-' | b'*' | b'+' => (1, true),
        _ => {
            let after = text.trim_start_matches(|c: char| c.is_ascii_digit());
            let digits = text.get(..text.len() - after.len())?;
            let is_number = (1..=9).contains(&digits.len()) && after.starts_with(['.', ')']);
            is_number.then_some((digits.len() + 1, digits == "1"))?
        }
    };
    let after = text.get(length..)?;
    if !after.is_empty() && !after.starts_with([' ', '\t']) {
        return None;
    }
    let spaces = indent(after);
    // Five or more spaces: the item begins with indented code.
    let width = if (1..=4).contains(&spaces) { length + spaces } else { length + 1 };
    let text = after.trim();
    Some(Marker { width, text, interrupts_paragraph: is_first && !text.is_empty() })
}
