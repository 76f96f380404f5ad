//! What a single line of Markdown starts, beside what `proposal::markdown::line` knows.

use crate::proposal::markdown::line::indent;

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
