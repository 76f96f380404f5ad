//! Which proposals this browser opened, and what their texts were then. It is kept in the browser alone, without the
//! texts: as a hash of each section.

use crate::proposal::{Proposal, Time};
use crate::reading::{Attribute, Tag, Token};

/// The most visits that are kept.
const MAX_VISITS: usize = 300;

/// The last visit of each proposal that was opened, the latest last.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Visits(Vec<Visit>);

/// A visit of one proposal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Visit {
    /// The pull request's number.
    pub number: u32,
    /// When the proposal had changed last.
    pub updated_at: Option<Time>,
    /// A hash of each section of its text.
    pub sections: Vec<u64>,
}

impl Visits {
    /// Decodes visits: a line for each, with number, seconds since 1970, or `-` if that is unknown, and hashes. Lines of
    /// another form are left out.
    pub fn decode(text: &str) -> Self {
        let visit = |line: &str| {
            let mut words = line.split(' ');
            let number = words.next()?.parse().ok()?;
            let updated_at = match words.next()? {
                "-" => None,
                seconds => Some(Time::from_timestamp(seconds.parse().ok()?, 0)?),
            };
            let sections = words.map(|word| word.parse().ok()).collect::<Option<_>>()?;
            Some(Visit { number, updated_at, sections })
        };
        Visits(text.lines().filter_map(visit).collect())
    }

    /// Encodes the visits.
    pub fn encode(&self) -> String {
        let line = |visit: &Visit| {
            let updated_at = visit.updated_at.map_or_else(|| "-".to_owned(), |at| at.timestamp().to_string());
            let words = [visit.number.to_string(), updated_at].into_iter();
            words.chain(visit.sections.iter().map(u64::to_string)).collect::<Vec<_>>().join(" ")
        };
        self.0.iter().map(line).collect::<Vec<_>>().join("\n")
    }

    /// Adds a visit in the place of an earlier one. Forgets the oldest where there are too many.
    pub fn add(&mut self, visit: Visit) {
        self.0.retain(|known| known.number != visit.number);
        self.0.push(visit);
        let surplus = self.0.len().saturating_sub(MAX_VISITS);
        self.0.drain(..surplus);
    }

    /// Returns the last visit of a proposal.
    pub fn get(&self, number: u32) -> Option<&Visit> {
        self.0.iter().find(|visit| visit.number == number)
    }

    /// True if there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// True if a proposal was opened once and has changed since.
    pub fn has_changed(&self, proposal: &Proposal) -> bool {
        self.get(proposal.number).is_some_and(|visit| proposal.updated_at > visit.updated_at)
    }
}

impl Visit {
    /// Returns the anchors of the sections of a text that were not in it at this visit. That of what stands before the first
    /// heading, such as the header, is empty.
    pub fn changed_sections(&self, body: &[Token]) -> Vec<String> {
        let sections = sections(body).into_iter();
        sections
            .filter(|section| !self.sections.contains(&section.hash))
            .map(|section| section.anchor)
            .collect()
    }
}

/// A part of a text, from one heading to the next.
struct Section {
    /// Empty before the first heading.
    anchor: String,
    hash: u64,
}

/// Returns a hash of each section of a text.
pub fn section_hashes(body: &[Token]) -> Vec<u64> {
    sections(body).into_iter().map(|section| section.hash).collect()
}

fn sections(body: &[Token]) -> Vec<Section> {
    let mut sections = vec![Section { anchor: String::new(), hash: FNV_OFFSET }];
    for token in body {
        if let Token::Start(Tag::H3 | Tag::H4 | Tag::H5 | Tag::H6, attributes) = token {
            let id = attributes.iter().find(|(name, _)| *name == Attribute::Id);
            let anchor = id.map(|(_, value)| value.clone()).unwrap_or_default();
            sections.push(Section { anchor, hash: FNV_OFFSET });
        }
        if let Some(section) = sections.last_mut() {
            section.hash = match token {
                Token::Start(tag, _) => fnv(section.hash, tag.as_str()),
                Token::Text(text) => fnv(section.hash, text),
                Token::End => fnv(section.hash, "/"),
            };
        }
    }
    sections
}

/// The start of a hash by FNV-1a. Unlike the hash of the standard library, it is the same in the next build.
const FNV_OFFSET: u64 = 0xcbf2_9ce4_8422_2325;
const FNV_PRIME: u64 = 0x0100_0000_01b3;

/// Adds a text and its end to a hash.
fn fnv(hash: u64, text: &str) -> u64 {
    text.bytes().chain([0]).fold(hash, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(FNV_PRIME))
}
