//! A document's header: YAML front matter, or the list `* **Key:** value` before the first section.

use super::front_matter;
use super::links;
use super::location::Location;
use super::tree::{Block, Inline, ListItem, plain_text};

/// The longest key of a header's field, in characters.
const MAX_KEY: usize = 40;

/// The keys that make a list without emphasis a header, in lower case.
const KNOWN_KEYS: [&str; 5] = ["rfc number", "author", "authors", "author(s)", "status"];

/// Holds one line of a document's header.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeaderField {
    /// The key without its colon: `RFC Number`.
    pub key: String,
    /// The value; empty if there is none.
    pub value: Vec<Inline>,
}

/// Returns the front matter's fields, and the text behind it.
pub(super) fn split_front_matter<'a>(text: &'a str, location: &Location) -> (Vec<HeaderField>, &'a str) {
    let (fields, body) = front_matter::split(text);
    let field = |(key, value): (String, String)| {
        let mut value = vec![Inline::Text(value)];
        links::resolve(&mut value, location);
        HeaderField { key, value }
    };
    (fields.into_iter().map(field).collect(), body)
}

/// Takes the header out of `blocks` if it stands at `index`. All of its lines must be fields, else it is none.
pub(super) fn take_list(blocks: &mut Vec<Block>, index: usize) -> Vec<HeaderField> {
    let lines = match blocks.get(index) {
        Some(Block::List { start: None, items }) => items.iter().map(item_line).collect(),
        Some(Block::Paragraph(content)) => Some(lines(content)),
        _ => None,
    };
    let fields: Option<Vec<Field>> = lines.and_then(|lines| lines.into_iter().map(field).collect());
    let fields = fields.unwrap_or_default();
    if !is_header(&fields) {
        return Vec::new();
    }
    blocks.remove(index);
    fields.into_iter().map(|(field, _)| field).collect()
}

/// A field, and whether its key is emphasized.
type Field = (HeaderField, bool);

/// True if a known key is among `fields`, or if there are several and all keys are emphasized.
fn is_header(fields: &[Field]) -> bool {
    let is_known = |field: &HeaderField| KNOWN_KEYS.contains(&field.key.to_lowercase().as_str());
    let are_emphasized = fields.len() > 1 && fields.iter().all(|(_, is_emphasized)| *is_emphasized);
    are_emphasized || fields.iter().any(|(field, _)| is_known(field))
}

/// Returns the content of a list item as one line. A list in the item becomes part of the line: `A, B`.
fn item_line(item: &ListItem) -> Option<Vec<Inline>> {
    let mut line: Vec<Inline> = Vec::new();
    for block in &item.blocks {
        match block {
            Block::Plain(content) | Block::Paragraph(content) => {
                if !line.is_empty() {
                    line.push(Inline::Text(" ".to_owned()));
                }
                line.extend(content.iter().cloned());
            }
            Block::List { items, .. } if !line.is_empty() => {
                for (index, item) in items.iter().enumerate() {
                    line.push(Inline::Text(if index == 0 { " " } else { ", " }.to_owned()));
                    line.extend(item_line(item)?);
                }
            }
            _ => return None,
        }
    }
    Some(line)
}

/// Splits the content of a paragraph into its lines.
fn lines(content: &[Inline]) -> Vec<Vec<Inline>> {
    let is_break = |inline: &Inline| matches!(inline, Inline::SoftBreak | Inline::HardBreak);
    content.split(is_break).map(<[Inline]>::to_vec).collect()
}

/// Reads `**Key:** value`, `**Key**: value` or `Key: value`.
fn field(mut line: Vec<Inline>) -> Option<Field> {
    let (key, is_emphasized) = match line.first()? {
        Inline::Strong(content) | Inline::Emphasis(content) => (plain_text(content), true),
        Inline::Text(text) => (text.clone(), false),
        _ => return None,
    };
    line.remove(0);
    let key = match key.split_once(':') {
        Some((key, value)) => {
            line.insert(0, Inline::Text(value.to_owned()));
            key
        }
        None if is_emphasized => {
            let Some(Inline::Text(text)) = line.first_mut() else { return None };
            *text = text.trim_start().strip_prefix(':')?.to_owned();
            &key
        }
        None => return None,
    };
    let key = key.trim();
    let is_key = !key.is_empty() && key.chars().count() <= MAX_KEY;
    is_key.then(|| (HeaderField { key: key.to_owned(), value: trimmed(line) }, is_emphasized))
}

/// Returns `line` without space at its ends.
fn trimmed(mut line: Vec<Inline>) -> Vec<Inline> {
    while let Some(Inline::Text(text)) = line.first_mut() {
        *text = text.trim_start().to_owned();
        if !text.is_empty() {
            break;
        }
        line.remove(0);
    }
    if let Some(Inline::Text(text)) = line.last_mut() {
        text.truncate(text.trim_end().len());
    }
    line
}
