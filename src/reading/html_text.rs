//! HTML in Markdown: shown as text, except comments and line breaks.

/// Returns `html` without its comments. A comment that does not end is kept, so that no text behind it is lost.
pub(super) fn without_comments(html: &str) -> String {
    let mut kept = String::new();
    let mut rest = html;
    while let Some((before, comment)) = rest.split_once("<!--") {
        let Some(after) = end_of_comment(comment) else { break };
        kept.push_str(before);
        rest = after;
    }
    kept.push_str(rest);
    kept
}

/// Returns what follows a comment, given what follows its `<!--`. `<!-->` and `<!--->` are whole comments.
fn end_of_comment(comment: &str) -> Option<&str> {
    comment
        .strip_prefix('>')
        .or_else(|| comment.strip_prefix("->"))
        .or_else(|| comment.split_once("-->").map(|(_, after)| after))
}

/// True if `tag` is one whole comment.
pub(super) fn is_comment(tag: &str) -> bool {
    tag.strip_prefix("<!--").and_then(end_of_comment).is_some_and(str::is_empty)
}

/// True for `<br>`, which is the only way to break a line in a table's cell.
pub(super) fn is_line_break(tag: &str) -> bool {
    let name = tag.strip_prefix('<').and_then(|tag| tag.strip_suffix('>')).unwrap_or_default();
    name.trim_end_matches('/').trim_end().eq_ignore_ascii_case("br")
}
