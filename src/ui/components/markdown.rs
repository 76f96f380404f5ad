//! A parsed document as elements. Text from the network never becomes markup.

use leptos::prelude::*;

use crate::reading::{AlertKind, Alignment, Block, Footnote, Heading, Inline, LinkTarget, ListItem};
use crate::ui::WidgetContext;

/// The level of the first headings of a document: the page's title is of level 1, the proposal's of level 2.
const FIRST_LEVEL: u8 = 3;

/// The optional attributes of an element of a document.
#[derive(Default)]
struct Attributes {
    id: Option<String>,
    class: Option<&'static str>,
    dir: Option<&'static str>,
    tabindex: Option<&'static str>,
    href: Option<String>,
    title: Option<String>,
    start: Option<String>,
    /// `data-kind` of an alert, `data-align` of a cell.
    kind: Option<&'static str>,
}

/// Builds an element. All elements of a document are of one type, which keeps the module small.
fn element(tag: &'static str, attributes: Attributes, children: Vec<AnyView>) -> AnyView {
    leptos::html::custom(tag)
        .attr("id", attributes.id)
        .attr("class", attributes.class)
        .attr("dir", attributes.dir)
        .attr("tabindex", attributes.tabindex)
        .attr("href", attributes.href)
        .attr("title", attributes.title)
        .attr("start", attributes.start)
        .attr("data-kind", attributes.kind)
        .child(children)
        .into_any()
}

fn plain(tag: &'static str, children: Vec<AnyView>) -> AnyView {
    element(tag, Attributes::default(), children)
}

fn text(text: &str) -> AnyView {
    text.to_owned().into_any()
}

/// Renders blocks, one below the other.
pub fn blocks(ctx: WidgetContext, blocks: &[Block]) -> Vec<AnyView> {
    blocks.iter().map(|block| self::block(ctx, block)).collect()
}

fn block(ctx: WidgetContext, block: &Block) -> AnyView {
    let auto = || Attributes { dir: Some("auto"), ..Attributes::default() };
    match block {
        Block::Heading(heading) => self::heading(ctx, heading),
        Block::Paragraph(content) => element("p", auto(), inlines(ctx, content)),
        Block::Plain(content) => plain("span", inlines(ctx, content)),
        Block::Code { language, text: source } => {
            let caption = language.iter().map(|language| plain("figcaption", vec![text(language)]));
            plain("figure", caption.chain([code_block(source)]).collect())
        }
        Block::Quote(content) => plain("blockquote", blocks(ctx, content)),
        Block::Alert { kind, blocks: content } => {
            let class = Some("alesco-alert");
            let attributes = Attributes { class, kind: Some(alert_name(*kind)), ..Attributes::default() };
            element("blockquote", attributes, blocks(ctx, content))
        }
        Block::List { start, items } => {
            let tag = if start.is_some() { "ol" } else { "ul" };
            let start = start.map(|start| start.to_string());
            element(tag, Attributes { start, ..Attributes::default() }, list_items(ctx, items))
        }
        Block::Table { alignments, header, rows } => table(ctx, alignments, header, rows),
        Block::Html(source) => code_block(source),
        Block::Rule => plain("hr", Vec::new()),
    }
}

/// Renders lines of code, which scroll inside themselves.
fn code_block(source: &str) -> AnyView {
    let attributes = Attributes { dir: Some("ltr"), tabindex: Some("0"), ..Attributes::default() };
    element("pre", attributes, vec![plain("code", vec![text(source)])])
}

fn alert_name(kind: AlertKind) -> &'static str {
    match kind {
        AlertKind::Note => "note",
        AlertKind::Tip => "tip",
        AlertKind::Important => "important",
        AlertKind::Warning => "warning",
        AlertKind::Caution => "caution",
    }
}

/// Renders a heading below the proposal's own. Its id has a prefix, because an author chooses its anchor.
fn heading(ctx: WidgetContext, heading: &Heading) -> AnyView {
    let tag = match FIRST_LEVEL + heading.depth.saturating_sub(1) {
        3 => "h3",
        4 => "h4",
        5 => "h5",
        _ => "h6",
    };
    let id = Some(ctx.section_id(&heading.anchor));
    let attributes = Attributes { id, dir: Some("auto"), tabindex: Some("-1"), ..Attributes::default() };
    element(tag, attributes, inlines(ctx, &heading.content))
}

fn list_items(ctx: WidgetContext, items: &[ListItem]) -> Vec<AnyView> {
    let item = |item: &ListItem| {
        // A box that cannot be pressed is text.
        let task = item.task.map(|done| text(if done { "\u{2611} " } else { "\u{2610} " }));
        let children = task.into_iter().chain(blocks(ctx, &item.blocks)).collect();
        element("li", Attributes { dir: Some("auto"), ..Attributes::default() }, children)
    };
    items.iter().map(item).collect()
}

fn table(
    ctx: WidgetContext,
    alignments: &[Alignment],
    header: &[Vec<Inline>],
    rows: &[Vec<Vec<Inline>>],
) -> AnyView {
    let row = |tag: &'static str, row: &[Vec<Inline>]| {
        let cells = row.iter().enumerate().map(|(column, cell)| {
            let kind = alignments.get(column).and_then(|alignment| align(*alignment));
            let attributes = Attributes { dir: Some("auto"), kind, ..Attributes::default() };
            element(tag, attributes, inlines(ctx, cell))
        });
        plain("tr", cells.collect())
    };
    let head = plain("thead", vec![row("th", header)]);
    let body = plain("tbody", rows.iter().map(|cells| row("td", cells)).collect());
    let attributes = Attributes { class: Some("alesco-table"), tabindex: Some("0"), ..Attributes::default() };
    element("div", attributes, vec![plain("table", vec![head, body])])
}

fn align(alignment: Alignment) -> Option<&'static str> {
    match alignment {
        Alignment::None | Alignment::Left => None,
        Alignment::Center => Some("center"),
        Alignment::Right => Some("right"),
    }
}

/// Renders the content of a line.
pub fn inlines(ctx: WidgetContext, inlines: &[Inline]) -> Vec<AnyView> {
    inlines.iter().map(|inline| self::inline(ctx, inline)).collect()
}

fn inline(ctx: WidgetContext, inline: &Inline) -> AnyView {
    let code = |source: &str| {
        element("code", Attributes { dir: Some("ltr"), ..Attributes::default() }, vec![text(source)])
    };
    match inline {
        Inline::Text(content) => text(content),
        Inline::Code(source) | Inline::Html(source) => code(source),
        Inline::Emphasis(content) => plain("em", inlines(ctx, content)),
        Inline::Strong(content) => plain("strong", inlines(ctx, content)),
        Inline::Strikethrough(content) => plain("del", inlines(ctx, content)),
        Inline::Link { target, title, content } => link(href(target), title, inlines(ctx, content)),
        // Nothing is loaded from elsewhere unless the visitor follows the link.
        Inline::Image { target, title, alt } => link(href(target), title, vec![text(alt)]),
        Inline::FootnoteReference { number, .. } => {
            let number = number.to_string();
            plain("sup", vec![link(format!("#footnote-{number}"), "", vec![text(&number)])])
        }
        Inline::SoftBreak => text(" "),
        Inline::HardBreak => plain("br", Vec::new()),
    }
}

fn link(href: String, title: &str, content: Vec<AnyView>) -> AnyView {
    let title = (!title.is_empty()).then(|| title.to_owned());
    element("a", Attributes { href: Some(href), title, ..Attributes::default() }, content)
}

fn href(target: &LinkTarget) -> String {
    match target {
        LinkTarget::Url(url) | LinkTarget::Issue { url, .. } | LinkTarget::File { url, .. } => url.clone(),
        LinkTarget::Anchor(anchor) => format!("#{anchor}"),
    }
}

/// Renders the footnotes below the text; nothing if there are none.
pub fn footnotes(ctx: WidgetContext, footnotes: &[Footnote]) -> Option<AnyView> {
    let note = |(index, footnote): (usize, &Footnote)| {
        let id = Some(ctx.section_id(&format!("footnote-{}", index + 1)));
        let attributes = Attributes { id, tabindex: Some("-1"), ..Attributes::default() };
        element("li", attributes, blocks(ctx, &footnote.blocks))
    };
    let notes: Vec<AnyView> = footnotes.iter().enumerate().map(note).collect();
    let attributes = Attributes { class: Some("alesco-footnotes"), ..Attributes::default() };
    (!notes.is_empty()).then(|| element("ol", attributes, notes))
}
