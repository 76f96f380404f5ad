//! The agenda in the form of the minutes, for the chair to fill in.

use chrono::NaiveDate;

use super::{Agenda, Entry, Section};
use crate::proposal::markdown::escape::escape;
use crate::proposal::{Closing, Proposal, date_to_iso8601};

/// Stands for what the chair fills in.
const DATE: &str = "DATE";
const NAME: &str = "NAME";

/// The headings of the minutes up to the discussions, whose lists the chair fills in.
const HEADINGS: [&str; 7] = [
    "## Members",
    "### ALESCo Member Attendees",
    "### Unable to attend",
    "### Board Attendees",
    "### Community Attendees",
    "## Decisions Adopted",
    "## Minutes",
];

/// Writes the agenda as Markdown, in the form that the committee's minutes have since 2026. `date` is the day of the
/// coming meeting, if it is known, and `last_meeting` that of the last one. `repository_url` is the address of the
/// repository on the web.
///
/// [`minutes::parse`](crate::minutes::parse) reads the same pull requests in it. What is not known before the meeting
/// is left empty.
pub fn minutes_draft(
    agenda: &Agenda,
    date: Option<NaiveDate>,
    last_meeting: Option<NaiveDate>,
    repository_url: &str,
) -> String {
    let date = date.map_or_else(|| DATE.to_owned(), date_to_iso8601);
    let mut paragraphs = vec![
        format!("# ALESCo Meeting Minutes ({date})"),
        format!("Minutes recorded by {NAME}."),
        format!("Edited by {NAME} for publishing."),
    ];
    paragraphs.extend(HEADINGS.map(str::to_owned));
    for entry in &agenda.entries {
        paragraphs.push(opening(entry, repository_url));
        paragraphs.push(format!("- {}", point(entry, agenda.since, last_meeting)).trim_end().to_owned());
    }
    paragraphs.join("\n\n") + "\n"
}

/// Returns the line that names the proposal.
fn opening(entry: &Entry, repository_url: &str) -> String {
    let the_new = if entry.section == Section::New { "the new " } else { "" };
    let link = link(&entry.proposal, repository_url);
    let replaced = entry.replaces.iter().filter(|other| other.closing.is_some());
    let replaced = replaced.map(|other| self::link(other, repository_url)).next();
    let replaced = replaced.filter(|_| entry.section == Section::New);
    let replaced = replaced.map(|link| format!(", which replaces the closed {link}")).unwrap_or_default();
    format!("Discussed {the_new}{link}{replaced}")
}

/// Returns the first point below a proposal: what is certain before the meeting, if anything is.
fn point(entry: &Entry, since: NaiveDate, last_meeting: Option<NaiveDate>) -> String {
    match (entry.section, &entry.proposal.closing) {
        (Section::Vote, _) => "To be voted on.".to_owned(),
        _ if !entry.has_changed() && last_meeting.is_some_and(|last| since <= last) => {
            "No change since the last meeting.".to_owned()
        }
        _ if !entry.has_changed() => format!("No change since {}.", date_to_iso8601(since)),
        (Section::Closed, Some(closing)) => closed(&entry.proposal, closing),
        _ => String::new(),
    }
}

fn closed(proposal: &Proposal, closing: &Closing) -> String {
    let subject = if proposal.is_rfc { "RFC" } else { "pull request" };
    let how = match closing {
        Closing { merged: true, .. } => " by its merge",
        Closing { by_author: true, .. } => " by its author",
        _ => "",
    };
    format!("The {subject} was closed{how}.")
}

/// Returns a link to a pull request, with its title as GitHub has it.
fn link(proposal: &Proposal, repository_url: &str) -> String {
    let prefix = if proposal.is_rfc { "RFC: " } else { "" };
    let title = escape(proposal.title.trim());
    format!("[{prefix}{title}]({repository_url}/pull/{})", proposal.number)
}
