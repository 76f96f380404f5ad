//! What a text lacks against ALESCo's template. Values only: the messages are in `i18n`.

use serde::{Deserialize, Serialize};

use super::document::ProposalText;
use super::template::{PLACEHOLDERS, SECTIONS, TemplateSection};
use super::tree::{Block, Inline, ListItem, blocks_text, plain_text};
use crate::proposal::RfcNumber;

/// Holds one thing that an author may want to look at.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum TemplateFinding {
    /// The header gives no RFC number.
    NumberUnassigned,
    /// A section of the template is missing. Holds its heading.
    MissingSection(String),
    /// A section of the template has no content. Holds its heading.
    EmptySection(String),
    /// A list item of the template has a name only. Holds the name.
    EmptyField(String),
    /// Text of the template that was meant to be replaced. Holds that text.
    LeftoverText(String),
}

/// Compares an RFC with the template, in the order of the template.
pub fn template_check(text: &ProposalText) -> Vec<TemplateFinding> {
    let mut findings = Vec::new();
    let title = text.title.as_ref().map(|title| plain_text(&title.content));
    let header = text.header.iter().map(|field| plain_text(&field.value));
    find_leftovers(
        &title.into_iter().chain(header).collect::<Vec<_>>().join("\n"),
        &PLACEHOLDERS,
        &mut findings,
    );
    if text.field("RFC Number").is_none_or(|number| RfcNumber::parse_prefix(number.trim()).is_none()) {
        findings.push(TemplateFinding::NumberUnassigned);
    }
    for section in &SECTIONS {
        check_section(section, &text.blocks, &mut findings);
    }
    findings
}

fn check_section(section: &TemplateSection, blocks: &[Block], findings: &mut Vec<TemplateFinding>) {
    let name = section.name.to_owned();
    let Some(content) = find_section(section, blocks) else {
        return findings.push(TemplateFinding::MissingSection(name));
    };
    if content.iter().all(|block| matches!(block, Block::Heading(_) | Block::Rule)) {
        return findings.push(TemplateFinding::EmptySection(name));
    }
    for field in section.fields {
        if content.iter().any(|block| has_empty_item(block, field)) {
            findings.push(TemplateFinding::EmptyField((*field).to_owned()));
        }
    }
    find_leftovers(&blocks_text(content), section.hints, findings);
}

/// Returns a section's content, with the sections below it.
fn find_section<'a>(section: &TemplateSection, blocks: &'a [Block]) -> Option<&'a [Block]> {
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
    content.get(..end)
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

fn find_leftovers(text: &str, hints: &[&'static str], findings: &mut Vec<TemplateFinding>) {
    let leftovers = hints.iter().filter(|hint| text.contains(**hint));
    findings.extend(leftovers.map(|text| TemplateFinding::LeftoverText((*text).to_owned())));
}
