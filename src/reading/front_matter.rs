//! YAML front matter: as much of YAML as such a header has. Nothing of it is lost: what is not understood stays
//! as written.

/// Returns the keys and values of the front matter at the start of `text`, and the text behind it. Text that only
/// looks like front matter is returned whole.
pub(super) fn split(text: &str) -> (Vec<(String, String)>, &str) {
    let parts = text.strip_prefix("---\n").and_then(split_at_end);
    match parts.and_then(|(yaml, body)| Some((fields(yaml)?, body))) {
        Some(parts) => parts,
        None => (Vec::new(), text),
    }
}

/// Splits at the line `---` or `...`.
fn split_at_end(text: &str) -> Option<(&str, &str)> {
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let end = start + line.len();
        if matches!(line.trim_end(), "---" | "...") {
            return Some((text.get(..start)?, text.get(end..)?));
        }
        start = end;
    }
    None
}

/// Reads the fields. `None` if there is none, or if the first line that is no comment begins none.
fn fields(yaml: &str) -> Option<Vec<(String, String)>> {
    let mut fields: Vec<(String, String)> = Vec::new();
    for line in yaml.lines() {
        if line.trim().is_empty() || line.starts_with('#') {
            continue;
        }
        match field(line) {
            Some((key, value)) => fields.push((key.to_owned(), scalar(value))),
            None => append(&mut fields.last_mut()?.1, line.trim()),
        }
    }
    (!fields.is_empty()).then_some(fields)
}

/// Reads `key: value` at the start of a line.
fn field(line: &str) -> Option<(&str, &str)> {
    let (key, value) = line.split_once(':')?;
    let is_key = !key.is_empty()
        && key.chars().all(|c| c.is_alphanumeric() || matches!(c, ' ' | '_' | '-' | '(' | ')'))
        && !key.starts_with([' ', '-']);
    (is_key && (value.is_empty() || value.starts_with(' '))).then_some((key, value.trim()))
}

/// Returns a value without its quotation marks, brackets or block indicator.
fn scalar(value: &str) -> String {
    let inside = |open, close| value.strip_prefix(open)?.strip_suffix(close);
    if let Some(text) = inside('\'', '\'') {
        text.replace("''", "'")
    } else if let Some(text) = inside('"', '"') {
        text.replace("\\\"", "\"")
    } else if matches!(value, "|" | ">" | "|-" | ">-") {
        String::new()
    } else {
        inside('[', ']').unwrap_or(value).to_owned()
    }
}

/// Adds a line of a list or of a long text to the value that it belongs to.
fn append(value: &mut String, line: &str) {
    let (separator, line) = match line.strip_prefix("- ") {
        Some(item) => (", ", scalar(item.trim())),
        None => (" ", line.to_owned()),
    };
    if !value.is_empty() {
        value.push_str(separator);
    }
    value.push_str(&line);
}
