//! The tree of a document: blocks and inlines as plain types, with no HTML in them.

/// Holds one block of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// A heading.
    Heading(Heading),
    /// A paragraph.
    Paragraph(Vec<Inline>),
    /// Inline content without a paragraph of its own: an item of a tight list.
    Plain(Vec<Inline>),
    /// A fenced or indented code block. `text` ends with a line break unless it is empty.
    Code {
        /// The first word of the fence's info string.
        language: Option<String>,
        /// The code as written.
        text: String,
    },
    /// A block quotation.
    Quote(Vec<Block>),
    /// A GitHub alert: `> [!NOTE]`.
    Alert {
        /// The word in the marker.
        kind: AlertKind,
        /// The content below the marker.
        blocks: Vec<Block>,
    },
    /// An ordered or unordered list.
    List {
        /// The number of the first item; `None` for an unordered list.
        start: Option<u64>,
        /// The items in order.
        items: Vec<ListItem>,
    },
    /// A table. Every row has as many cells as `alignments` has entries.
    Table {
        /// One entry for each column.
        alignments: Vec<Alignment>,
        /// The header row.
        header: Vec<Vec<Inline>>,
        /// The other rows.
        rows: Vec<Vec<Vec<Inline>>>,
    },
    /// Source text of an HTML block, to be shown as text. Comments are left out.
    Html(String),
    /// A thematic break.
    Rule,
}

/// Holds a heading and the anchor that links to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heading {
    /// The level as written, 1 to 6.
    pub level: u8,
    /// The depth in the document's outline, from 1. Unlike levels, depths leave no gaps.
    pub depth: u8,
    /// The anchor, unique in the document, by GitHub's rules: `detailed-design`. An author chooses it, so an
    /// element's id needs a prefix before it, or it could take the id of another element of the page.
    pub anchor: String,
    /// The heading's content.
    pub content: Vec<Inline>,
}

/// Holds one item of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListItem {
    /// `Some(true)` for `- [x]`, `Some(false)` for `- [ ]`, `None` without a checkbox.
    pub task: Option<bool>,
    /// The item's content.
    pub blocks: Vec<Block>,
}

/// Tells the five GitHub alerts apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AlertKind {
    /// `[!NOTE]`
    Note,
    /// `[!TIP]`
    Tip,
    /// `[!IMPORTANT]`
    Important,
    /// `[!WARNING]`
    Warning,
    /// `[!CAUTION]`
    Caution,
}

/// Tells how a table's column is aligned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Alignment {
    /// Not stated.
    None,
    /// `:--`
    Left,
    /// `:-:`
    Center,
    /// `--:`
    Right,
}

/// Holds one piece of a line of text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Inline {
    /// Text, entities and escapes resolved.
    Text(String),
    /// A code span.
    Code(String),
    /// `*…*`
    Emphasis(Vec<Inline>),
    /// `**…**`
    Strong(Vec<Inline>),
    /// `~~…~~`
    Strikethrough(Vec<Inline>),
    /// A link. Its content holds no other link.
    Link {
        /// Where the link leads.
        target: LinkTarget,
        /// The title; empty if there is none.
        title: String,
        /// The link's text.
        content: Vec<Inline>,
    },
    /// An image, to be shown as a link to it. Never inside a link.
    Image {
        /// Where the image is.
        target: LinkTarget,
        /// The title; empty if there is none.
        title: String,
        /// The alternative text, or the file's name if there is none.
        alt: String,
    },
    /// Source text of one HTML tag, to be shown as text.
    Html(String),
    /// A reference to a footnote.
    FootnoteReference {
        /// The footnote's number, from 1.
        number: usize,
        /// Counts the references to this footnote, from 1.
        occurrence: usize,
    },
    /// A line break of the source, shown as a space.
    SoftBreak,
    /// A forced line break.
    HardBreak,
}

/// Holds where a link leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LinkTarget {
    /// An absolute URL of an allowed scheme.
    Url(String),
    /// A heading of the same document, by its anchor.
    Anchor(String),
    /// An issue or pull request of the same repository.
    Issue {
        /// The number.
        number: u64,
        /// The address on GitHub.
        url: String,
    },
    /// A file of the same repository.
    File {
        /// The path from the repository's root, without `?…` and `#…`.
        path: String,
        /// The address on GitHub, with `?…` and `#…`.
        url: String,
    },
}

impl LinkTarget {
    /// Returns the address; `None` for an anchor, which has none outside of its document.
    pub fn url(&self) -> Option<&str> {
        match self {
            LinkTarget::Url(url) | LinkTarget::Issue { url, .. } | LinkTarget::File { url, .. } => Some(url),
            LinkTarget::Anchor(_) => None,
        }
    }
}

/// Holds a footnote. Its number is its place in the document's list, from 1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Footnote {
    /// How many references lead to it; 0 for a footnote that nothing refers to.
    pub references: usize,
    /// The footnote's content.
    pub blocks: Vec<Block>,
}

/// Returns the text of `inlines` without their markup; line breaks become spaces.
pub fn plain_text(inlines: &[Inline]) -> String {
    let mut text = String::new();
    append_text(inlines, &mut text);
    text
}

/// Returns the text of `blocks` without markup, one line for each paragraph, cell and line of code.
pub fn blocks_text(blocks: &[Block]) -> String {
    let mut text = String::new();
    append_blocks_text(blocks, &mut text);
    text
}

fn append_blocks_text(blocks: &[Block], text: &mut String) {
    for block in blocks {
        match block {
            Block::Heading(Heading { content, .. }) | Block::Paragraph(content) | Block::Plain(content) => {
                append_line(content, text);
            }
            Block::Code { text: source, .. } | Block::Html(source) => text.push_str(source),
            Block::Quote(blocks) | Block::Alert { blocks, .. } => append_blocks_text(blocks, text),
            Block::List { items, .. } => {
                items.iter().for_each(|item| append_blocks_text(&item.blocks, text));
            }
            Block::Table { header, rows, .. } => {
                header.iter().chain(rows.iter().flatten()).for_each(|cell| append_line(cell, text));
            }
            Block::Rule => {}
        }
    }
}

fn append_line(inlines: &[Inline], text: &mut String) {
    append_text(inlines, text);
    text.push('\n');
}

fn append_text(inlines: &[Inline], text: &mut String) {
    for inline in inlines {
        match inline {
            Inline::Text(part) | Inline::Code(part) => text.push_str(part),
            Inline::Image { alt, .. } => text.push_str(alt),
            Inline::Emphasis(content)
            | Inline::Strong(content)
            | Inline::Strikethrough(content)
            | Inline::Link { content, .. } => append_text(content, text),
            Inline::SoftBreak | Inline::HardBreak => text.push(' '),
            Inline::Html(_) | Inline::FootnoteReference { .. } => {}
        }
    }
}

/// Adds text to `inlines`; adjacent texts become one.
pub(super) fn push_text(inlines: &mut Vec<Inline>, text: &str) {
    if text.is_empty() {
        return;
    }
    match inlines.last_mut() {
        Some(Inline::Text(last)) => last.push_str(text),
        _ => inlines.push(Inline::Text(text.to_owned())),
    }
}
