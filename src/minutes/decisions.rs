//! The entries below "Decisions Adopted".

use super::blocks::{Block, Shape};
use super::statement::{Statement, is_placeholder};
use super::{Problem, Reason};

/// An entry below "Decisions Adopted", as it is written. Not all of them decide something: one says that a
/// vote was void, another that a member stepped down.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decision {
    /// The entry as plain text.
    pub text: String,
    /// The points below it, nested ones included, as plain text.
    pub points: Vec<String>,
    /// The links in the text and in the points.
    pub links: Vec<Link>,
    /// The pull requests among the links, without those that are only named as replaced.
    pub pull_requests: Vec<u32>,
}

/// A link in a decision.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// The text of the link; the address itself if it has no other.
    pub text: String,
    /// The address, which begins with `https://` or `http://`.
    pub url: String,
}

/// The statements of a decision: the entry first, then its points.
pub(super) struct Entry {
    pub(super) statements: Vec<Statement>,
}

impl Entry {
    pub(super) fn line(&self) -> usize {
        self.statements.first().map_or(0, |statement| statement.line)
    }

    /// Returns the decision as it is shown.
    pub(super) fn decision(&self, pull_requests: Vec<u32>) -> Decision {
        let mut texts = self.statements.iter().map(|statement| statement.text().to_owned());
        Decision {
            text: texts.next().unwrap_or_default(),
            points: texts.filter(|text| !text.is_empty()).collect(),
            links: self.statements.iter().flat_map(links).collect(),
            pull_requests,
        }
    }
}

fn links(statement: &Statement) -> impl Iterator<Item = Link> {
    statement.inline.spans.iter().filter_map(|span| {
        let text = statement.text().get(span.range.clone()).unwrap_or_default().to_owned();
        span.url.clone().map(|url| Link { text, url })
    })
}

/// Groups the blocks of the section into entries: each item of a top-level list, and each paragraph outside
/// of a list. Placeholders like "N/A" are left out. What is no entry is a problem.
pub(super) fn entries(blocks: &[Block], problems: &mut Vec<Problem>) -> Vec<Entry> {
    let mut entries: Vec<Entry> = Vec::new();
    for block in blocks {
        let statement = Statement::new(block);
        let is_introduction = || block.shape == Shape::Paragraph && statement.is_label();
        match block.shape {
            Shape::Heading(_) | Shape::Verbatim => {
                problems.push(Problem { line: block.line, reason: Reason::NotAnEntry });
            }
            _ if block.depth > 0
                && let Some(entry) = entries.last_mut() =>
            {
                entry.statements.push(statement)
            }
            _ if is_introduction() => problems.push(Problem { line: block.line, reason: Reason::NotAnEntry }),
            _ => entries.push(Entry { statements: vec![statement] }),
        }
    }
    entries.retain_mut(|entry| {
        let line = entry.statements.first().map(|statement| statement.line);
        entry.statements.retain(|statement| !statement.text().is_empty());
        if entry.statements.is_empty() {
            problems.extend(line.map(|line| Problem { line, reason: Reason::EmptyEntry }));
        }
        !entry.statements.iter().all(|statement| is_placeholder(statement.text()))
    });
    entries
}
