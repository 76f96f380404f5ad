//! The elements of a document, as the document module sends them.

use std::ops::Range;
use std::sync::Arc;
use std::time::Duration;

use leptos::prelude::*;

use crate::i18n::messages;
use crate::reading::{Attribute, OpenDocument, Tag, Token, is_allowed_url};
use crate::ui::{Action, ViewAction, WidgetContext};

/// How many tokens are rendered at first: about what a laptop's screen shows below the head. #18, of 28 kB, has 1,913.
const FIRST_PART: usize = 240;

/// How many tokens are rendered then, before the browser gets time for other things.
const PART: usize = 3_000;

/// Renders the text of a document: a long one in parts, one in each frame, so that the page can be used meanwhile. The
/// headings whose anchors are in `changed` have a mark.
pub fn text(ctx: WidgetContext, document: &Arc<OpenDocument>, changed: Vec<String>) -> impl IntoView + use<> {
    let (parts, changed) = (parts(&document.body), Arc::new(changed));
    let is_whole = ctx.platform.is_prerender || ctx.ui_untracked(|ui| ui.view.is_text_whole);
    let mut due = Vec::new();
    let mut views = Vec::new();
    for range in parts {
        let is_due = RwSignal::new(is_whole || due.is_empty());
        due.push(is_due);
        let (document, changed) = (Arc::clone(document), Arc::clone(&changed));
        views.push(move || {
            let tokens = document.body.get(range.clone()).filter(|_| is_due.get());
            tokens.map(|tokens| elements(ctx, tokens, &changed))
        });
    }
    Effect::new(move || match due.iter().find(|is_due| !is_due.get()) {
        Some(next) => {
            let next = *next;
            // A timer that is set in a frame runs after the frame is painted.
            request_animation_frame(move || {
                let show = move || {
                    // The view may be gone by then.
                    let _ = next.try_set(true);
                };
                set_timeout(show, Duration::ZERO);
            });
        }
        None => ctx.dispatch(Action::View(ViewAction::TextShown)),
    });
    views
}

/// Divides tokens between elements that are in no other one, into parts of [`FIRST_PART`] and [`PART`] tokens or, where an
/// element is longer, more.
fn parts(tokens: &[Token]) -> Vec<Range<usize>> {
    let (mut parts, mut start, mut depth) = (Vec::new(), 0, 0_usize);
    for (index, token) in tokens.iter().enumerate() {
        match token {
            Token::Start(..) => depth += 1,
            Token::End => depth = depth.saturating_sub(1),
            Token::Text(_) => {}
        }
        let end = index + 1;
        let length = if parts.is_empty() { FIRST_PART } else { PART };
        if depth == 0 && end - start >= length {
            parts.push(start..end);
            start = end;
        }
    }
    if start < tokens.len() {
        parts.push(start..tokens.len());
    }
    parts
}

/// Renders elements. The headings whose anchors are in `changed` have a mark. All elements are of one type, which keeps the
/// module small.
pub fn elements(ctx: WidgetContext, tokens: &[Token], changed: &[String]) -> Vec<AnyView> {
    content(ctx, &mut tokens.iter(), changed)
}

/// Renders the tokens up to the end of the enclosing element, or all of them.
fn content<'a>(
    ctx: WidgetContext,
    tokens: &mut impl Iterator<Item = &'a Token>,
    changed: &[String],
) -> Vec<AnyView> {
    let mut views = Vec::new();
    while let Some(token) = tokens.next() {
        views.push(match token {
            Token::Start(tag, attributes) => {
                let mut content = content(ctx, tokens, changed);
                if has_changed(attributes, changed) {
                    let mark = view! { <span class="alesco-changed">{ctx.tr(messages::CHANGED)}</span> };
                    content.extend([" ".into_any(), mark.into_any()]);
                }
                element(ctx, *tag, attributes, content)
            }
            Token::Text(text) => text.clone().into_any(),
            Token::End => break,
        });
    }
    views
}

/// True if these are the attributes of a heading whose section has changed.
fn has_changed(attributes: &[(Attribute, String)], changed: &[String]) -> bool {
    attributes.iter().any(|(name, value)| *name == Attribute::Id && changed.contains(value))
}

fn element(
    ctx: WidgetContext,
    tag: Tag,
    attributes: &[(Attribute, String)],
    content: Vec<AnyView>,
) -> AnyView {
    // In HTML, the end tag that `custom` writes would be a second line break.
    #[cfg(not(target_arch = "wasm32"))]
    match tag {
        Tag::Br => return leptos::html::br().into_any(),
        Tag::Hr => return leptos::html::hr().into_any(),
        _ => {}
    }
    let value = |wanted| attributes.iter().find(|(name, _)| *name == wanted).map(|(_, value)| value.clone());
    // The document module writes no other links than allowed ones; a file of the site may have any.
    // An element's type contains its attributes. So each element has all of them, absent where they have no value.
    leptos::html::custom(tag.as_str())
        .attr(Attribute::Class.as_str(), value(Attribute::Class))
        .attr(Attribute::DataKind.as_str(), value(Attribute::DataKind))
        .attr(Attribute::Dir.as_str(), value(Attribute::Dir))
        .attr(Attribute::Href.as_str(), value(Attribute::Href).filter(|url| is_allowed_url(url)))
        .attr(Attribute::Id.as_str(), value(Attribute::Id).map(|anchor| ctx.section_id(&anchor)))
        .attr(Attribute::Start.as_str(), value(Attribute::Start))
        .attr(Attribute::Tabindex.as_str(), value(Attribute::Tabindex))
        .attr(Attribute::Title.as_str(), value(Attribute::Title))
        .child(content)
        .into_any()
}
