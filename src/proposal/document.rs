//! The RFC document: its header, its abstract, the SIGs that it names.

use super::{RfcNumber, Sig, markdown, sig};

/// What a proposal's document tells about it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Document {
    /// Whether it lies under `rfcs/`, which makes the proposal an RFC.
    pub is_rfc: bool,
    /// From the file's name, else from the header.
    pub rfc_number: Option<RfcNumber>,
    /// The `Status` in the header; empty if there is none.
    pub status: String,
    /// The SIGs that the header names or the text mentions.
    pub sigs: Vec<Sig>,
    /// The section "Abstract" as one line of text; empty if there is none.
    pub summary: String,
}

impl Document {
    /// Reads a Markdown document that a pull request adds at `path`.
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

/// Everything before the first section.
fn header(text: &str) -> &str {
    text.split_once("\n## ").map_or(text, |(header, _)| header)
}

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
