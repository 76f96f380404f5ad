//! The elements of a document, as the document module sends them.

use leptos::prelude::*;

use crate::i18n::messages;
use crate::reading::{Attribute, Tag, Token};
use crate::ui::WidgetContext;

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
    // An element's type contains its attributes. So each element has all of them, absent where they have no value.
    leptos::html::custom(tag.as_str())
        .attr(Attribute::Class.as_str(), value(Attribute::Class))
        .attr(Attribute::DataKind.as_str(), value(Attribute::DataKind))
        .attr(Attribute::Dir.as_str(), value(Attribute::Dir))
        .attr(Attribute::Href.as_str(), value(Attribute::Href))
        .attr(Attribute::Id.as_str(), value(Attribute::Id).map(|anchor| ctx.section_id(&anchor)))
        .attr(Attribute::Start.as_str(), value(Attribute::Start))
        .attr(Attribute::Tabindex.as_str(), value(Attribute::Tabindex))
        .attr(Attribute::Title.as_str(), value(Attribute::Title))
        .child(content)
        .into_any()
}
