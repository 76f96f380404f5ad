//! The minutes of the committee's meetings: who attended, what was said about which pull request, what was
//! decided. Pure.
//!
//! A text takes one way through the module: [`blocks`] splits it into headings, paragraphs and list items,
//! [`sections`] sorts them, [`topics`] groups those of the discussions, [`classify`] finds the kind of a
//! statement by its [`wording`], and [`discussions`] collects what was said about each pull request. Each
//! step takes time linear in the size of the text.
//!
//! Minutes are written by people, in several forms. What is not understood becomes a [`Problem`], never a
//! guess.

mod attendance;
mod blocks;
mod classify;
mod clause;
mod date;
mod decisions;
mod discussions;
mod documents;
mod inline;
mod notes;
mod problem;
mod pull_request;
mod replacements;
mod sections;
mod statement;
mod topics;
mod vote;
mod wording;

#[cfg(test)]
mod tests;

pub use attendance::Attendance;
pub use date::date_of_file;
pub use decisions::{Decision, Link};
pub use discussions::Discussion;
pub use documents::replacements_in_document;
pub use notes::{add_replacement, records};
pub use problem::{Problem, Reason};
pub use replacements::Replacement;

use crate::proposal::replace_controls;
pub use crate::proposal::{NoteKind as Kind, Tally, Vote};
use chrono::NaiveDate;
use discussions::Collector;

/// Holds the version of the parsing rules. Raise it with every change, so that archived minutes are parsed again.
pub const PARSER_VERSION: u32 = 1;

/// A meeting, as its minutes describe it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Meeting {
    /// The day of the meeting, which has no time and no zone.
    pub date: NaiveDate,
    /// Who took part.
    pub attendance: Attendance,
    /// What was said about each pull request, in the order of the minutes.
    pub discussions: Vec<Discussion>,
    /// The entries below "Decisions Adopted".
    pub decisions: Vec<Decision>,
    /// Which pull request replaces which, as far as the minutes say so.
    pub replacements: Vec<Replacement>,
}

/// Parses the minutes of the meeting on `date`. `repository_url` is the address of the repository whose pull
/// requests they are about, such as `https://github.com/AlmaLinux/ALESCo`.
///
/// Always returns a meeting, if need be with nothing but its date, and a problem for each part of the text
/// that is not understood, in the order of the lines.
///
/// ```
/// use alesco_proposals::minutes::{self, Kind};
///
/// let text = "## Minutes
///
/// Discussed [RFC: Signed kernels](https://github.com/AlmaLinux/ALESCo/pull/15)
///
/// - No change since the last meeting.
/// ";
/// let date = "2026-07-02".parse()?;
/// let (meeting, problems) = minutes::parse(text, date, "https://github.com/AlmaLinux/ALESCo");
/// assert_eq!(meeting.discussions[0].pull_request, Some(15));
/// assert_eq!(meeting.discussions[0].kind, Kind::NoChange);
/// assert!(problems.is_empty());
/// # Ok::<(), chrono::ParseError>(())
/// ```
pub fn parse(text: &str, date: NaiveDate, repository_url: &str) -> (Meeting, Vec<Problem>) {
    let text = &replace_controls(text);
    let mut problems = Vec::new();
    let sections = sections::split(blocks::split(text, sections::is_title, &mut problems));
    let attendance = Attendance {
        members: attendance::names(&sections.members, &mut problems),
        community: attendance::names(&sections.community, &mut problems),
    };
    let mut collector = Collector::new(repository_url);
    for topic in topics::split(&sections.minutes, repository_url) {
        collector.add_topic(&topic);
    }
    let entries = decisions::entries(&sections.decisions, &mut problems);
    let decisions = entries.iter().map(|entry| collector.add_entry(entry)).collect();
    let (discussions, replacements, other_problems) = collector.finish();
    problems.extend(other_problems);
    problems.sort_by_key(|problem| problem.line);
    (Meeting { date, attendance, discussions, decisions, replacements }, problems)
}
