//! Texts that leave the page: copied, or saved as a file.

/// The format of a copied text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CopyFormat {
    /// Markdown.
    Markdown,
    /// Plain text.
    Text,
    /// The address of a view.
    Link,
}

impl CopyFormat {
    /// Returns its value in `data-copy`.
    pub fn as_str(self) -> &'static str {
        match self {
            CopyFormat::Markdown => "markdown",
            CopyFormat::Text => "text",
            CopyFormat::Link => "link",
        }
    }
}

/// A text to copy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClipboardText {
    /// Its format.
    pub format: CopyFormat,
    /// The text.
    pub text: String,
}

/// What became of an attempt to copy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CopyStatus {
    /// It is in the clipboard.
    Copied(CopyFormat),
    /// The browser refused. The text is shown instead.
    Failed(ClipboardText),
}

/// A text to save as a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Download {
    /// The file's name.
    pub name: &'static str,
    /// Its media type.
    pub media_type: &'static str,
    /// The text.
    pub text: String,
}
