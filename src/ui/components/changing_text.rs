//! Texts that change while their element stays.
//!
//! The translation of a browser, or a highlighter, puts other nodes in the place of a text node, and Leptos would go on
//! writing into the node that it has made. So each of these texts is the `textContent` of an element of its own.

use leptos::html::{ElementChild, ElementType, HtmlElement};
use leptos::prelude::*;
use leptos::tachys::html::attribute::Attribute;
#[cfg(not(feature = "ssr"))]
use leptos::tachys::html::property::prop;

use crate::i18n::Str;

/// Renders an element with a text that changes. An equal text is not set again: a screen reader might repeat it, and a
/// translation of it stays. So what renders the element must not run again as long as the text is the same.
pub fn changing_text<E, At, T>(
    element: HtmlElement<E, At, ()>,
    text: impl Fn() -> T + Send + Sync + 'static,
) -> impl IntoView
where
    HtmlElement<E, At, ()>: ElementChild<Option<Str>, Output: IntoView>,
    E: ElementType<Output: 'static> + Send + 'static,
    At: Attribute + Send + 'static,
    T: Into<Str> + 'static,
{
    text_of(element, memo(Box::new(move || text().into())))
}

/// Renders an element with the text of a memo.
pub fn text_of<E, At>(element: HtmlElement<E, At, ()>, text: Memo<Str>) -> impl IntoView
where
    HtmlElement<E, At, ()>: ElementChild<Option<Str>, Output: IntoView>,
    E: ElementType<Output: 'static> + Send + 'static,
    At: Attribute + Send + 'static,
{
    // HTML has no properties. An empty text would be a space.
    #[cfg(feature = "ssr")]
    return element.child(Some(text.get_untracked()).filter(|text| !text.is_empty()));
    #[cfg(not(feature = "ssr"))]
    element.add_any_attr(content(text))
}

// Not generic, so that the code of memos and effects is compiled once.

fn memo(text: Box<dyn Fn() -> Str + Send + Sync>) -> Memo<Str> {
    Memo::new(move |_| text())
}

#[cfg(not(feature = "ssr"))]
fn content(text: Memo<Str>) -> impl Attribute {
    prop("textContent", move || text.get())
}
