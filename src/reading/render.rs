//! How a document becomes elements. Text from the network stays text.

use super::document::ProposalText;
use super::patch::{PatchLine, hunks};
use super::section_changes::SectionChanges;
use super::token::{Attribute, Tag, Token};
use super::tree::{AlertKind, Alignment, Block, Footnote, Heading, Inline, LinkTarget, ListItem};
use super::{contents, header};
use crate::github::encoded_path;

/// The level of the first headings of a document: the page's title is of level 1, the proposal's of level 2.
const FIRST_LEVEL: u8 = 3;

/// A direction for each paragraph, by its own first letters.
const AUTO: (Attribute, &str) = (Attribute::Dir, "auto");
const LEFT_TO_RIGHT: (Attribute, &str) = (Attribute::Dir, "ltr");
/// What scrolls inside itself is reached with the keyboard.
const SCROLLS: (Attribute, &str) = (Attribute::Tabindex, "0");
/// A place that links lead to can take the focus.
const TARGET: (Attribute, &str) = (Attribute::Tabindex, "-1");

/// What a footnote's anchor begins with; its number follows. No anchor of a heading has a colon.
const FOOTNOTE: &str = "fn:";
/// What the anchor of the first reference to a footnote begins with; the footnote's number follows.
const REFERENCE: &str = "fnref:";

/// Renders a document: its header, its body, its footnotes.
pub fn render(text: &ProposalText) -> Vec<Token> {
    let mut page = Page { referred: vec![false; text.footnotes.len()], ..Page::default() };
    page.header(&text.header);
    page.blocks(&text.blocks);
    page.footnotes(&text.footnotes);
    page.tokens
}

/// Renders a contents list; nothing without entries.
pub fn render_contents(entries: &[contents::ContentsEntry]) -> Vec<Token> {
    let mut page = Page::default();
    page.contents(entries);
    page.tokens
}

/// Renders links to files of a pull request; nothing if there are none. `folder` is the address below which they lie.
pub fn render_files(paths: &[String], folder: &str) -> Vec<Token> {
    let mut page = Page::default();
    if !paths.is_empty() {
        page.element(Tag::Ul, &[], |page| {
            for path in paths {
                let url = format!("{folder}/{}", encoded_path(path));
                page.element(Tag::Li, &[], |page| {
                    page.element(Tag::A, &[(Attribute::Href, url.as_str())], |page| page.text(path));
                });
            }
        });
    }
    page.tokens
}

/// Renders the lines that a patch adds and removes, with those around them.
pub fn render_patch(patch: &str) -> Vec<Token> {
    let mut page = Page::default();
    hunks(patch).iter().for_each(|hunk| page.lines(&hunk.lines));
    page.tokens
}

/// Renders what is added and removed, each section under its heading.
pub fn render_changes(sections: &[SectionChanges]) -> Vec<Token> {
    let mut page = Page::default();
    for section in sections {
        if !section.title.is_empty() {
            let mut attributes = vec![AUTO, TARGET];
            attributes.extend(section.anchor.as_deref().map(|anchor| (Attribute::Id, anchor)));
            page.element(Tag::H3, &attributes, |page| page.text(&section.title));
        }
        section.pieces.iter().for_each(|piece| page.lines(piece));
    }
    page.tokens
}

#[derive(Default)]
struct Page {
    tokens: Vec<Token>,
    /// Whether the text that is rendered so far refers to each of its footnotes.
    referred: Vec<bool>,
}

impl Page {
    fn element(&mut self, tag: Tag, attributes: &[(Attribute, &str)], content: impl FnOnce(&mut Self)) {
        let attributes = attributes.iter().map(|(name, value)| (*name, (*value).to_owned())).collect();
        self.tokens.push(Token::Start(tag, attributes));
        content(self);
        self.tokens.push(Token::End);
    }

    fn text(&mut self, text: &str) {
        self.tokens.push(Token::Text(text.to_owned()));
    }

    fn lines(&mut self, lines: &[PatchLine]) {
        self.element(Tag::Pre, &[(Attribute::Class, "alesco-patch"), AUTO, SCROLLS], |page| {
            for line in lines {
                match line {
                    PatchLine::Same(line) => page.text(&format!("  {line}\n")),
                    PatchLine::Added(line) => page.changed_line(Tag::Ins, "+", line),
                    PatchLine::Removed(line) => page.changed_line(Tag::Del, "\u{2212}", line),
                }
            }
        });
    }

    fn changed_line(&mut self, tag: Tag, sign: &str, line: &str) {
        self.element(tag, &[], |page| page.text(&format!("{sign} {line}\n")));
    }

    fn header(&mut self, fields: &[header::HeaderField]) {
        self.element(Tag::Dl, &[(Attribute::Class, "alesco-document-header")], |page| {
            for field in fields {
                page.element(Tag::Div, &[], |page| {
                    page.element(Tag::Dt, &[], |page| page.text(&field.key));
                    page.element(Tag::Dd, &[AUTO], |page| page.inlines(&field.value));
                });
            }
        });
    }

    fn contents(&mut self, entries: &[contents::ContentsEntry]) {
        if entries.is_empty() {
            return;
        }
        self.element(Tag::Ol, &[], |page| {
            for entry in entries {
                page.element(Tag::Li, &[], |page| {
                    let href = format!("#{}", entry.anchor);
                    page.element(Tag::A, &[(Attribute::Href, &href), AUTO], |page| page.text(&entry.text));
                    page.contents(&entry.children);
                });
            }
        });
    }

    fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            self.block(block);
        }
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Heading(heading) => self.heading(heading),
            Block::Paragraph(content) => self.element(Tag::P, &[AUTO], |page| page.inlines(content)),
            Block::Plain(content) => self.element(Tag::Span, &[], |page| page.inlines(content)),
            Block::Code { language, text } => self.element(Tag::Figure, &[], |page| {
                if let Some(language) = language {
                    page.element(Tag::Figcaption, &[], |page| page.text(language));
                }
                page.code_block(text);
            }),
            Block::Quote(content) => self.element(Tag::Blockquote, &[], |page| page.blocks(content)),
            Block::Alert { kind, blocks } => {
                let (name, title) = alert_names(*kind);
                let attributes = [(Attribute::Class, "alesco-alert"), (Attribute::DataKind, name)];
                self.element(Tag::Blockquote, &attributes, |page| {
                    // As GitHub writes it, in English whatever the language of the text.
                    page.element(Tag::P, &[], |page| {
                        page.element(Tag::Strong, &[], |page| page.text(title));
                    });
                    page.blocks(blocks);
                });
            }
            Block::List { start, items } => self.list(*start, items),
            Block::Table { alignments, header, rows } => self.table(alignments, header, rows),
            Block::Html(source) => self.code_block(source),
            Block::Rule => self.element(Tag::Hr, &[], |_| ()),
        }
    }

    fn code_block(&mut self, source: &str) {
        self.element(Tag::Pre, &[LEFT_TO_RIGHT, SCROLLS], |page| {
            page.element(Tag::Code, &[], |page| page.text(source));
        });
    }

    /// Renders a heading below the proposal's own.
    fn heading(&mut self, heading: &Heading) {
        let tag = match FIRST_LEVEL + heading.depth.saturating_sub(1) {
            3 => Tag::H3,
            4 => Tag::H4,
            5 => Tag::H5,
            _ => Tag::H6,
        };
        let attributes = [(Attribute::Id, heading.anchor.as_str()), AUTO, TARGET];
        self.element(tag, &attributes, |page| page.inlines(&heading.content));
    }

    fn list(&mut self, start: Option<u64>, items: &[ListItem]) {
        let start = start.map(|start| start.to_string());
        let attributes: Vec<_> = start.iter().map(|start| (Attribute::Start, start.as_str())).collect();
        let tag = if start.is_some() { Tag::Ol } else { Tag::Ul };
        self.element(tag, &attributes, |page| {
            for item in items {
                page.element(Tag::Li, &[AUTO], |page| {
                    // A box that cannot be pressed is text.
                    if let Some(done) = item.task {
                        page.text(if done { "\u{2611} " } else { "\u{2610} " });
                    }
                    page.blocks(&item.blocks);
                });
            }
        });
    }

    fn table(&mut self, alignments: &[Alignment], header: &[Vec<Inline>], rows: &[Vec<Vec<Inline>>]) {
        self.element(Tag::Div, &[(Attribute::Class, "alesco-table"), SCROLLS], |page| {
            page.element(Tag::Table, &[], |page| {
                page.element(Tag::Thead, &[], |page| page.row(Tag::Th, alignments, header));
                page.element(Tag::Tbody, &[], |page| {
                    rows.iter().for_each(|row| page.row(Tag::Td, alignments, row));
                });
            });
        });
    }

    fn row(&mut self, tag: Tag, alignments: &[Alignment], cells: &[Vec<Inline>]) {
        self.element(Tag::Tr, &[], |page| {
            for (column, cell) in cells.iter().enumerate() {
                let kind = alignments.get(column).and_then(|alignment| align(*alignment));
                let mut attributes = vec![AUTO];
                attributes.extend(kind.map(|kind| (Attribute::DataKind, kind)));
                page.element(tag, &attributes, |page| page.inlines(cell));
            }
        });
    }

    fn inlines(&mut self, inlines: &[Inline]) {
        for inline in inlines {
            self.inline(inline);
        }
    }

    fn inline(&mut self, inline: &Inline) {
        match inline {
            Inline::Text(content) => self.text(content),
            Inline::Code(source) | Inline::Html(source) => {
                self.element(Tag::Code, &[LEFT_TO_RIGHT], |page| page.text(source));
            }
            Inline::Emphasis(content) => self.element(Tag::Em, &[], |page| page.inlines(content)),
            Inline::Strong(content) => self.element(Tag::Strong, &[], |page| page.inlines(content)),
            Inline::Strikethrough(content) => self.element(Tag::Del, &[], |page| page.inlines(content)),
            Inline::Link { target, title, content } => {
                self.link(&href(target), title, |page| page.inlines(content));
            }
            // Nothing is loaded from elsewhere unless the visitor follows the link.
            Inline::Image { target, title, alt } => self.link(&href(target), title, |page| page.text(alt)),
            Inline::FootnoteReference { number, .. } => {
                let anchor = format!("{REFERENCE}{number}");
                let attributes = [(Attribute::Id, anchor.as_str()), TARGET];
                // The way back leads to the first reference in the text.
                let referred = self.referred.get_mut(number - 1);
                let is_first = referred.is_some_and(|referred| !std::mem::replace(referred, true));
                self.element(Tag::Sup, if is_first { &attributes } else { &[] }, |page| {
                    page.link(&format!("#{FOOTNOTE}{number}"), "", |page| page.text(&number.to_string()));
                });
            }
            Inline::SoftBreak => self.text(" "),
            Inline::HardBreak => self.element(Tag::Br, &[], |_| ()),
        }
    }

    fn link(&mut self, href: &str, title: &str, content: impl FnOnce(&mut Self)) {
        let mut attributes = vec![(Attribute::Href, href)];
        if !title.is_empty() {
            attributes.push((Attribute::Title, title));
        }
        self.element(Tag::A, &attributes, content);
    }

    /// Renders the footnotes below the text; nothing if there are none.
    fn footnotes(&mut self, footnotes: &[Footnote]) {
        if footnotes.is_empty() {
            return;
        }
        // References in footnotes do not count: the way back leads to the text.
        let referred = std::mem::take(&mut self.referred);
        self.element(Tag::Ol, &[(Attribute::Class, "alesco-footnotes")], |page| {
            for (index, footnote) in footnotes.iter().enumerate() {
                let number = index + 1;
                let anchor = format!("{FOOTNOTE}{number}");
                page.element(Tag::Li, &[(Attribute::Id, &anchor), TARGET], |page| {
                    page.blocks(&footnote.blocks);
                    if referred.get(index) == Some(&true) {
                        let back = format!("\u{21a9}\u{fe0e} {number}");
                        page.link(&format!("#{REFERENCE}{number}"), "", |page| page.text(&back));
                    }
                });
            }
        });
    }
}

/// Returns the value of `data-kind` for an alert, and its title.
fn alert_names(kind: AlertKind) -> (&'static str, &'static str) {
    match kind {
        AlertKind::Note => ("note", "Note"),
        AlertKind::Tip => ("tip", "Tip"),
        AlertKind::Important => ("important", "Important"),
        AlertKind::Warning => ("warning", "Warning"),
        AlertKind::Caution => ("caution", "Caution"),
    }
}

fn align(alignment: Alignment) -> Option<&'static str> {
    match alignment {
        Alignment::None | Alignment::Left => None,
        Alignment::Center => Some("center"),
        Alignment::Right => Some("right"),
    }
}

fn href(target: &LinkTarget) -> String {
    match target {
        LinkTarget::Url(url) | LinkTarget::Issue { url, .. } | LinkTarget::File { url, .. } => url.clone(),
        LinkTarget::Anchor(anchor) => format!("#{anchor}"),
    }
}
