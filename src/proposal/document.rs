//! The RFC document: its header, its abstract and its SIGs.

use super::markdown::{self, EMPHASIZED, Line};
use super::{RfcNumber, Sig, number_in_path, path_in_rfcs, sig};

/// What is read of a proposal's document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Document {
    /// True if the file is under `rfcs/`, which makes the proposal an RFC.
    pub is_rfc: bool,
    /// The number in the header, else the one in the file's name.
    pub rfc_number: Option<RfcNumber>,
    /// The `Status` in the header; empty if there is none.
    pub status: String,
    /// The SIGs that the header names or the text mentions.
    pub sigs: Vec<Sig>,
    /// The section "Abstract" or "Summary" in one line; empty if there is none.
    pub summary: String,
}

impl Document {
    /// Parses the Markdown document that a pull request adds at `path`.
    pub fn parse(path: &str, text: &str) -> Self {
        let lines = markdown::lines(text);
        let fields = markdown::fields(header(&lines));
        let field = |name: &str| {
            let (_, value) = fields.iter().find(|(key, _)| key.eq_ignore_ascii_case(name))?;
            Some(value.trim_matches('`'))
        };
        let mut sigs = sig::from_fields(&fields);
        sig::merge(&mut sigs, sig::from_mentions(&lines));
        Document {
            is_rfc: path_in_rfcs(path).is_some(),
            rfc_number: field("RFC Number")
                .and_then(RfcNumber::parse_prefix)
                .or_else(|| number_in_path(path)),
            status: field("Status").unwrap_or_default().to_owned(),
            sigs,
            summary: summary(&lines),
        }
    }
}

/// Returns everything before the first section. The first line may be a heading: it is the title.
fn header<'a, 'b>(lines: &'a [Line<'b>]) -> &'a [Line<'b>] {
    let is_heading = |line: &Line| (1..EMPHASIZED).contains(&line.level);
    let section = lines.iter().skip(1).position(is_heading);
    section.and_then(|before| lines.get(..=before)).unwrap_or(lines)
}

/// Returns the words of the section "Abstract" or "Summary", whatever makes its title a heading.
fn summary(lines: &[Line]) -> String {
    let is_title = |line: &Line| {
        let title = line.text.trim_matches(|c: char| c.is_whitespace() || "*_:".contains(c));
        line.level > 0 && ["abstract", "summary"].iter().any(|name| title.eq_ignore_ascii_case(name))
    };
    let Some(at) = lines.iter().position(is_title) else { return String::new() };
    let (before, section) = lines.split_at(at + 1);
    let level = before.last().map_or(0, |title| title.level);
    let end = section.iter().position(|line| (1..=level).contains(&line.level));
    markdown::words(end.and_then(|end| section.get(..end)).unwrap_or(section))
}
