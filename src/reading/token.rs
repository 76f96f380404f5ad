//! A document as the page shows it: elements, attributes and text, in their order.

use serde::{Deserialize, Serialize};

/// One part of a document. A flat list of them nests as deep as it likes, and takes little code to decode.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Token {
    /// An element begins. What follows is inside it, up to its [`Token::End`].
    Start(Tag, Vec<(Attribute, String)>),
    /// Text.
    Text(String),
    /// The last element that has begun and not ended ends.
    End,
}

/// Declares an enum whose variants have names in HTML.
macro_rules! html_names {
    ($(#[$doc:meta])* $type:ident { $($variant:ident => $name:literal),* $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
        #[allow(missing_docs)]
        pub enum $type {
            $($variant),*
        }

        impl $type {
            /// Returns the name in HTML.
            pub fn as_str(self) -> &'static str {
                match self {
                    $($type::$variant => $name),*
                }
            }
        }
    };
}

html_names! {
    /// The elements that a document may have. None of them runs or loads anything.
    Tag {
        A => "a",
        Blockquote => "blockquote",
        Br => "br",
        Code => "code",
        Dd => "dd",
        Del => "del",
        Div => "div",
        Dl => "dl",
        Dt => "dt",
        Em => "em",
        Figcaption => "figcaption",
        Figure => "figure",
        H3 => "h3",
        H4 => "h4",
        H5 => "h5",
        H6 => "h6",
        Hr => "hr",
        Ins => "ins",
        Li => "li",
        Ol => "ol",
        P => "p",
        Pre => "pre",
        Span => "span",
        Strong => "strong",
        Sup => "sup",
        Table => "table",
        Tbody => "tbody",
        Td => "td",
        Th => "th",
        Thead => "thead",
        Tr => "tr",
        Ul => "ul",
    }
}

html_names! {
    /// The attributes that an element of a document may have. The value of `Id` is an anchor, which an author chooses: the
    /// page puts a prefix before it, or it could take the id of another element.
    Attribute {
        Class => "class",
        DataKind => "data-kind",
        Dir => "dir",
        Href => "href",
        Id => "id",
        Start => "start",
        Tabindex => "tabindex",
        Title => "title",
    }
}
