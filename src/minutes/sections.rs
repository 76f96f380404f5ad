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

/// True if `title` is the title of a section.
pub(super) fn is_title(title: &str) -> bool {
    section_named(title).is_some()
}

/// Sorts blocks into sections. The level of a section's heading does not matter: it varies.
pub(super) fn split(blocks: Vec<Block>) -> Sections {
    let mut sections = Sections::default();
    let mut section = Section::Minutes;
    let mut section_level = 0;
    for block in blocks {
        if let Shape::Heading(level) = block.shape {
            if let Some(named) = section_named(&block.text) {
                (section, section_level) = (named, level);
                if section != Section::Minutes {
                    continue;
                }
            } else if section != Section::Decisions || level <= section_level {
                // Any other heading starts a topic, except one that groups decisions.
                section = Section::Minutes;
            }
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
