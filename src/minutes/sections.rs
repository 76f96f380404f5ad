//! The sections of a file: attendance, decisions, and everything else.

use super::blocks::{Block, Shape};
use super::inline::Inline;

/// What a section holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Section {
    Members,
    Community,
    /// Attendance that is not read: the board, those who were unable to attend.
    OtherAttendance,
    Decisions,
    /// Discussions, whatever the heading.
    Minutes,
}

/// Titles of sections, in lower case.
const TITLES: [(&str, Section); 9] = [
    ("alesco member attendees", Section::Members),
    ("attendance", Section::Members),
    ("community attendees", Section::Community),
    ("members", Section::OtherAttendance),
    ("board attendees", Section::OtherAttendance),
    ("unable to attend", Section::OtherAttendance),
    ("decisions adopted", Section::Decisions),
    ("decisions", Section::Decisions),
    ("minutes", Section::Minutes),
];

/// The blocks of a file by section.
#[derive(Debug, Default)]
pub(super) struct Sections {
    pub(super) members: Vec<Block>,
    pub(super) community: Vec<Block>,
    /// With the headings below that of the section.
    pub(super) decisions: Vec<Block>,
    /// With all headings.
    pub(super) minutes: Vec<Block>,
}

/// Sorts blocks into sections. The level of a section's heading does not matter: it varies. A paragraph
/// with a line below it is a heading only if it is the title of a section.
pub(super) fn split(blocks: Vec<Block>) -> Sections {
    let mut sections = Sections::default();
    let mut section = Section::Minutes;
    let mut section_level = 0;
    for mut block in blocks {
        let named = match block.shape {
            Shape::Heading(level) | Shape::Underlined(level) => {
                section_named(&block.text).map(|named| (named, level))
            }
            _ => None,
        };
        if let Shape::Underlined(level) = block.shape {
            block.shape = if named.is_some() { Shape::Heading(level) } else { Shape::Paragraph };
        }
        match (block.shape, named) {
            (_, Some(named)) => (section, section_level) = named,
            // A heading within the decisions groups them. Any other one starts a topic.
            (Shape::Heading(level), None) if section == Section::Decisions && level > section_level => {}
            (Shape::Heading(_), None) => section = Section::Minutes,
            _ => {}
        }
        if named.is_some() && section != Section::Minutes {
            continue;
        }
        match section {
            Section::Members => sections.members.push(block),
            Section::Community => sections.community.push(block),
            Section::OtherAttendance => {}
            Section::Decisions => sections.decisions.push(block),
            Section::Minutes => sections.minutes.push(block),
        }
    }
    sections
}

fn section_named(title: &str) -> Option<Section> {
    let title = Inline::parse(title).text.to_lowercase();
    let title = title.trim_end_matches(':');
    TITLES.into_iter().find(|(name, _)| *name == title).map(|(_, section)| section)
}
