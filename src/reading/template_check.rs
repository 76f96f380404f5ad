//! What a text lacks against ALESCo's template. Values only: the messages are in `i18n`.

use super::document::ProposalText;
use super::template::{PLACEHOLDERS, SECTIONS, TemplateSection};
use super::tree::{Block, Heading, Inline, ListItem, blocks_text, plain_text};

/// Holds one thing that an author may want to look at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TemplateFinding {
    /// The header gives no RFC number.
    NumberUnassigned,
    /// The header's status does not agree with where the proposal stands.
    StatusConflict {
        /// The status as written.
        status: String,
    },
    /// A section of the template is missing.
    MissingSection {
        /// The template's heading.
        name: &'static str,
    },
    /// A section of the template has no content.
    EmptySection {
        /// The template's heading.
        name: &'static str,
        /// The anchor of the section.
        anchor: String,
    },
    /// A list item of the template has a name only.
    EmptyField {
        /// The item's name in the template.
        name: &'static str,
        /// The anchor of the section.
        anchor: String,
    },
    /// Text of the template that was meant to be replaced.
    LeftoverText {
        /// The template's text.
        text: &'static str,
        /// The anchor of the section; `None` for title and header.
        anchor: Option<String>,
    },
}

/// Tells where a proposal stands, by the sources that the page trusts: the stage of an open one, or its outcome.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Open, submitted.
    Submitted,
    /// Open, under discussion.
    Discussion,
    /// Open, before a vote.
    Vote,
    /// Accepted.
    Accepted,
    /// Rejected.
    Rejected,
    /// Withdrawn.
    Withdrawn,
    /// Superseded by another proposal.
    Superseded,
}

/// Compares an RFC with the template, in the order of the template. `standing` is `None` where it is not known.
pub fn template_check(text: &ProposalText, standing: Option<Standing>) -> Vec<TemplateFinding> {
    let mut findings = Vec::new();
    let title = text.title.as_ref().map(|title| plain_text(&title.content));
    let header = text.header.iter().map(|field| plain_text(&field.value));
    find_leftovers(
        &title.into_iter().chain(header).collect::<Vec<_>>().join("\n"),
        &PLACEHOLDERS,
        None,
        &mut findings,
    );
    if text.field("RFC Number").is_none_or(|number| !is_number(&number)) {
        findings.push(TemplateFinding::NumberUnassigned);
    }
    if let (Some(status), Some(standing)) = (text.field("Status"), standing)
        && contradicts(&status, standing)
    {
        findings.push(TemplateFinding::StatusConflict { status });
    }
    for section in &SECTIONS {
        check_section(section, &text.blocks, &mut findings);
    }
    findings
}

fn check_section(section: &TemplateSection, blocks: &[Block], findings: &mut Vec<TemplateFinding>) {
    let name = section.name;
    let Some((heading, content)) = find_section(section, blocks) else {
        return findings.push(TemplateFinding::MissingSection { name });
    };
    let anchor = || heading.anchor.clone();
    if content.iter().all(|block| matches!(block, Block::Heading(_) | Block::Rule)) {
        return findings.push(TemplateFinding::EmptySection { name, anchor: anchor() });
    }
    for field in section.fields {
        if content.iter().any(|block| has_empty_item(block, field)) {
            findings.push(TemplateFinding::EmptyField { name: field, anchor: anchor() });
        }
    }
    find_leftovers(&blocks_text(content), section.hints, Some(&heading.anchor), findings);
}

/// Returns a section's heading and its content, with the sections below it.
fn find_section<'a>(section: &TemplateSection, blocks: &'a [Block]) -> Option<(&'a Heading, &'a [Block])> {
    let names = |title: &str| {
        let title = title.trim().trim_end_matches(':');
        let mut names = section.aliases.iter().chain([&section.name]);
        names.any(|name| name.eq_ignore_ascii_case(title))
    };
    let heading = |block: &'a Block| match block {
        Block::Heading(heading) => Some(heading),
        _ => None,
    };
    let index =
        blocks.iter().position(|block| heading(block).is_some_and(|it| names(&plain_text(&it.content))))?;
    let (before, content) = blocks.split_at_checked(index + 1)?;
    let found = before.last().and_then(heading)?;
    let is_next = |block| heading(block).is_some_and(|next| next.level <= found.level);
    let end = content.iter().position(is_next).unwrap_or(content.len());
    Some((found, content.get(..end)?))
}

/// True if a list in `block` has the item `**Name:**`, without anything behind it.
fn has_empty_item(block: &Block, name: &str) -> bool {
    let is_empty = |item: &ListItem| match item.blocks.as_slice() {
        [Block::Plain(content) | Block::Paragraph(content)] => {
            matches!(content.as_slice(), [Inline::Strong(_)])
                && plain_text(content).trim_end_matches(':').eq_ignore_ascii_case(name)
        }
        _ => false,
    };
    matches!(block, Block::List { items, .. } if items.iter().any(is_empty))
}

fn find_leftovers(
    text: &str,
    hints: &[&'static str],
    anchor: Option<&str>,
    findings: &mut Vec<TemplateFinding>,
) {
    let leftovers = hints.iter().filter(|hint| text.contains(**hint));
    findings.extend(
        leftovers.map(|text| TemplateFinding::LeftoverText { text, anchor: anchor.map(str::to_owned) }),
    );
}

/// True for `0008` and `8 (assigned …)`; false for `XXXX` and `0000`.
fn is_number(value: &str) -> bool {
    let value = value.trim();
    let digits = value.len() - value.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    value.get(..digits).is_some_and(|number| number.bytes().any(|digit| digit != b'0'))
}

/// True if a status of the header says something else than `standing`. A draft may stand anywhere while it is open.
fn contradicts(status: &str, standing: Standing) -> bool {
    use Standing::{Accepted, Discussion, Rejected, Submitted, Superseded, Vote, Withdrawn};
    const STATUSES: [(&str, Standing); 13] = [
        ("submitted", Submitted),
        ("open for discussion", Discussion),
        ("under discussion", Discussion),
        ("accepted for discussion", Discussion),
        ("fcp", Vote),
        ("final comment period", Vote),
        ("accepted", Accepted),
        ("approved", Accepted),
        ("implemented", Accepted),
        ("rejected", Rejected),
        ("declined", Rejected),
        ("withdrawn", Withdrawn),
        ("superseded", Superseded),
    ];
    let status = status.trim().to_ascii_lowercase();
    if status.starts_with("draft") {
        return !matches!(standing, Submitted | Discussion | Vote);
    }
    let said = STATUSES.iter().find(|(name, _)| status.starts_with(name));
    said.is_some_and(|(_, said)| *said != standing)
}
