//! Markdown to the tree, by pulldown-cmark. Links keep their destination as written; `links` resolves them.

use std::ops::Range;

use pulldown_cmark::{Event, LinkType, OffsetIter, Options, Parser, Tag, TextMergeWithOffset};

use super::anchor::Anchors;
use super::footnotes::Footnotes;
use super::pulldown::{alert_kind, alignment, is_block, is_block_end, language};
use super::tree::{Alignment, Block, Footnote, Heading, Inline, LinkTarget, ListItem, plain_text, push_text};
use super::{autolink, html_text};
use crate::proposal::replace_controls;

mod sections;

pub(super) use sections::{SectionStart, section_starts};

/// The depth at which structure is given up and only text is kept. Rendering and dropping a tree recurse, so
/// its depth must have a limit.
const MAX_DEPTH: usize = 20;

/// What GitHub has beyond CommonMark, except bare URLs, which pulldown-cmark does not read.
const OPTIONS: Options = Options::ENABLE_TABLES
    .union(Options::ENABLE_FOOTNOTES)
    .union(Options::ENABLE_STRIKETHROUGH)
    .union(Options::ENABLE_TASKLISTS)
    .union(Options::ENABLE_GFM);

/// Holds a parsed text.
pub(super) struct Markdown {
    /// The blocks in order.
    pub(super) blocks: Vec<Block>,
    /// The footnotes in the order of their numbers.
    pub(super) footnotes: Vec<Footnote>,
}

/// Parses Markdown. Line breaks must be `\n`.
pub(super) fn parse(source: &str) -> Markdown {
    let mut reader = Reader::new(source);
    let blocks = reader.blocks();
    Markdown { blocks, footnotes: reader.footnotes.into_list() }
}

struct Reader<'a> {
    source: &'a str,
    events: TextMergeWithOffset<'a, OffsetIter<'a>>,
    /// Where the last event stands in the source.
    range: Range<usize>,
    depth: usize,
    /// The checkbox of each list item that is open.
    tasks: Vec<Option<bool>>,
    anchors: Anchors,
    footnotes: Footnotes,
}

impl<'a> Reader<'a> {
    fn new(source: &'a str) -> Self {
        Reader {
            source,
            events: TextMergeWithOffset::new(Parser::new_ext(source, OPTIONS).into_offset_iter()),
            range: 0..0,
            depth: 0,
            tasks: Vec::new(),
            anchors: Anchors::default(),
            footnotes: Footnotes::default(),
        }
    }

    fn next(&mut self) -> Option<Event<'a>> {
        let (event, range) = self.events.next()?;
        self.range = range;
        Some(event)
    }

    /// Reads the blocks up to the end of the one that holds them.
    fn blocks(&mut self) -> Vec<Block> {
        let mut blocks = Vec::new();
        let mut plain = Vec::new();
        while let Some(event) = self.next() {
            let block = match event {
                Event::End(_) => break,
                Event::Rule => Some(Block::Rule),
                Event::Start(tag) if is_block(&tag) => self.block(tag),
                event => {
                    self.inline(event, &mut plain);
                    continue;
                }
            };
            flush(&mut plain, &mut blocks);
            blocks.extend(block);
        }
        flush(&mut plain, &mut blocks);
        blocks
    }

    /// Reads the block that has just begun. `None` if nothing of it is shown in its place.
    fn block(&mut self, tag: Tag<'a>) -> Option<Block> {
        if self.depth >= MAX_DEPTH {
            let mut text = Vec::new();
            self.flatten(&mut text);
            return (!text.is_empty()).then_some(Block::Plain(text));
        }
        self.depth += 1;
        let block = match tag {
            Tag::Heading { level, .. } => {
                let content = self.inlines();
                let anchor = self.anchors.next(&plain_text(&content));
                Some(Block::Heading(Heading { level: level as u8, depth: 1, anchor, content }))
            }
            Tag::BlockQuote(None) => Some(Block::Quote(self.blocks())),
            Tag::BlockQuote(Some(kind)) => {
                Some(Block::Alert { kind: alert_kind(kind), blocks: self.blocks() })
            }
            Tag::CodeBlock(kind) => Some(Block::Code { language: language(&kind), text: self.text() }),
            Tag::HtmlBlock => {
                let html = html_text::without_comments(&self.text());
                (!html.trim().is_empty()).then_some(Block::Html(html))
            }
            Tag::List(start) => Some(Block::List { start, items: self.items() }),
            Tag::Table(alignments) => Some(self.table(alignments.iter().map(alignment).collect())),
            Tag::FootnoteDefinition(label) => {
                let blocks = self.blocks();
                self.footnotes.define(&label, blocks);
                None
            }
            _ => Some(Block::Paragraph(self.inlines())),
        };
        self.depth -= 1;
        block
    }

    fn items(&mut self) -> Vec<ListItem> {
        let mut items = Vec::new();
        while let Some(Event::Start(_)) = self.next() {
            self.tasks.push(None);
            let blocks = self.blocks();
            items.push(ListItem { task: self.tasks.pop().flatten(), blocks });
        }
        items
    }

    fn table(&mut self, alignments: Vec<Alignment>) -> Block {
        let mut rows = Vec::new();
        while let Some(Event::Start(_)) = self.next() {
            rows.push(self.row());
        }
        let mut rows = rows.into_iter();
        Block::Table { alignments, header: rows.next().unwrap_or_default(), rows: rows.collect() }
    }

    /// Reads the cells of a row. Cells without a column, which GitHub drops, become text in the last column.
    fn row(&mut self) -> Vec<Vec<Inline>> {
        let mut cells: Vec<Vec<Inline>> = Vec::new();
        let mut end = 0;
        while let Some(Event::Start(_)) = self.next() {
            cells.push(self.inlines());
            end = self.range.end;
        }
        let rest = self.source.get(end..self.range.end).unwrap_or_default().trim();
        let rest = rest.strip_prefix('|').unwrap_or(rest);
        let rest = rest.strip_suffix('|').unwrap_or(rest).trim();
        if let Some(last) = cells.last_mut().filter(|_| !rest.is_empty()) {
            push_text(last, &format!(" | {rest}"));
        }
        cells
    }

    /// Reads the text of a code block or HTML block.
    fn text(&mut self) -> String {
        let mut text = String::new();
        while let Some(event) = self.next() {
            match event {
                Event::Text(part) | Event::Html(part) => text.push_str(&part),
                _ => break,
            }
        }
        text
    }

    /// Reads the inlines up to the end of what holds them.
    fn inlines(&mut self) -> Vec<Inline> {
        let mut inlines = Vec::new();
        while let Some(event) = self.next() {
            if matches!(event, Event::End(_)) {
                break;
            }
            self.inline(event, &mut inlines);
        }
        inlines
    }

    fn inline(&mut self, event: Event<'a>, inlines: &mut Vec<Inline>) {
        match event {
            // An entity such as `&#x202e;` is a control character only here.
            Event::Text(text) => push_text(inlines, &replace_controls(&text)),
            Event::Code(code) => inlines.push(Inline::Code(code.into_string())),
            Event::InlineHtml(tag) if html_text::is_line_break(&tag) => inlines.push(Inline::HardBreak),
            // Empty HTML keeps the texts around a comment apart until links are found: `#<!-- -->15` is none.
            Event::InlineHtml(tag) if html_text::is_comment(&tag) => {
                inlines.push(Inline::Html(String::new()))
            }
            Event::InlineHtml(tag) | Event::Html(tag) => inlines.push(Inline::Html(tag.into_string())),
            Event::FootnoteReference(label) => inlines.push(self.footnotes.refer(&label)),
            Event::SoftBreak => inlines.push(Inline::SoftBreak),
            Event::HardBreak => inlines.push(Inline::HardBreak),
            Event::TaskListMarker(done) => {
                if let Some(task) = self.tasks.last_mut() {
                    *task = Some(done);
                }
            }
            Event::Start(_) if self.depth >= MAX_DEPTH => self.flatten(inlines),
            Event::Start(tag) => {
                self.depth += 1;
                self.span(tag, inlines);
                self.depth -= 1;
            }
            Event::End(_) | Event::Rule | Event::InlineMath(_) | Event::DisplayMath(_) => {}
        }
    }

    /// Reads the emphasis, link or image that has just begun.
    fn span(&mut self, tag: Tag<'a>, inlines: &mut Vec<Inline>) {
        let delimiter = self.delimiter(&tag);
        if !delimiter.is_empty() && is_url(inlines.last()) {
            // `https://example.org/__init__.py` is one URL, and not a URL with strong text in it.
            push_text(inlines, delimiter);
            while let Some(event) = self.next() {
                if matches!(event, Event::End(_)) {
                    break;
                }
                self.inline(event, inlines);
            }
            push_text(inlines, delimiter);
            return;
        }
        let content = self.inlines();
        inlines.push(match tag {
            Tag::Emphasis => Inline::Emphasis(content),
            Tag::Strong => Inline::Strong(content),
            Tag::Strikethrough => Inline::Strikethrough(content),
            Tag::Link { link_type, dest_url, title, .. } => {
                let is_email = matches!(link_type, LinkType::Email);
                let dest_url = replace_controls(&dest_url);
                let url = if is_email { format!("mailto:{dest_url}") } else { dest_url.into_owned() };
                Inline::Link {
                    target: LinkTarget::Url(url),
                    title: replace_controls(&title).into_owned(),
                    content,
                }
            }
            Tag::Image { dest_url, title, .. } => Inline::Image {
                target: LinkTarget::Url(replace_controls(&dest_url).into_owned()),
                title: replace_controls(&title).into_owned(),
                alt: plain_text(&content),
            },
            _ => return inlines.extend(content),
        });
    }

    /// Returns the characters that begin an emphasis; empty for what is none.
    fn delimiter(&self, tag: &Tag) -> &'a str {
        let source = self.source.get(self.range.clone()).unwrap_or_default();
        let length = match tag {
            Tag::Emphasis => 1,
            Tag::Strong => 2,
            Tag::Strikethrough => source.len() - source.trim_start_matches('~').len(),
            _ => 0,
        };
        source.get(..length).unwrap_or_default()
    }

    /// Reads what has just begun, without its structure and that of what it holds.
    fn flatten(&mut self, inlines: &mut Vec<Inline>) {
        let mut open = 1;
        while open > 0 {
            match self.next() {
                None => return,
                Some(Event::Start(_)) => open += 1,
                Some(Event::End(end)) => {
                    open -= 1;
                    if open > 0 && is_block_end(end) && inlines.last() != Some(&Inline::HardBreak) {
                        inlines.push(Inline::HardBreak);
                    }
                }
                Some(Event::Html(text)) => push_text(inlines, &text),
                Some(event) => self.inline(event, inlines),
            }
        }
    }
}

/// True if this is text that ends in a bare URL.
fn is_url(inline: Option<&Inline>) -> bool {
    matches!(inline, Some(Inline::Text(text)) if autolink::ends_in_url(text))
}

/// Ends the inline content of a tight list item.
fn flush(plain: &mut Vec<Inline>, blocks: &mut Vec<Block>) {
    if !plain.is_empty() {
        blocks.push(Block::Plain(std::mem::take(plain)));
    }
}
