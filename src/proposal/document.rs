//! The RFC document: its header, its abstract and its SIGs.

use super::{RfcNumber, Sig, markdown, sig};

/// What is read of a proposal's document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Document {
    /// True if the file is under `rfcs/`, which makes the proposal an RFC.
    pub is_rfc: bool,
    /// The number in the file's name, else the one in the header.
    pub rfc_number: Option<RfcNumber>,
    /// The `Status` in the header; empty if there is none.
    pub status: String,
    /// The SIGs that the header names or the text mentions.
    pub sigs: Vec<Sig>,
    /// The section "Abstract" in one line; empty if there is none.
    pub summary: String,
}

impl Document {
    /// Parses the Markdown document that a pull request adds at `path`.
    pub fn parse(path: &str, text: &str) -> Self {
        let name = path.strip_prefix("rfcs/");
        let fields = markdown::fields(header(text));
        let field = |name: &str| {
            let (_, value) = fields.iter().find(|(key, _)| key.eq_ignore_ascii_case(name))?;
            Some(value.trim_matches('`'))
        };
        let in_header = || RfcNumber::parse_prefix(field("RFC Number")?);
        let mut sigs = sig::from_fields(&fields);
        sig::merge(&mut sigs, sig::from_mentions(text));
        Document {
            is_rfc: name.is_some(),
            rfc_number: name.and_then(RfcNumber::parse_prefix).or_else(in_header),
            status: field("Status").unwrap_or_default().to_owned(),
            sigs,
            summary: summary(text),
        }
    }
}

/// Returns everything before the first section.
fn header(text: &str) -> &str {
    text.split_once("\n## ").map_or(text, |(header, _)| header)
}

/// Returns the text of the section "Abstract", with each run of white space as one space.
fn summary(text: &str) -> String {
    let mut lines = text.lines();
    lines.find(|line| {
        line.strip_prefix("## ").is_some_and(|title| title.trim().eq_ignore_ascii_case("Abstract"))
    });
    let mut summary = String::new();
    for line in lines.take_while(|line| !line.starts_with("## ")) {
        for word in line.split_whitespace() {
            if !summary.is_empty() {
                summary.push(' ');
            }
            summary.push_str(word);
        }
    }
    summary
}
