//! What a change says, in English: the same for the feed and the digest.

use std::collections::BTreeSet;

use super::{Change, ChangeKind, Publication, changes};
use crate::minutes::{Decision, Discussion, Meeting};
use crate::proposal::{
    Note, NoteKind, Outcome, Proposal, Stage, Time, Vote, date_to_iso8601, minutes_url, to_iso8601,
};

/// A change with its texts. They are plain text, as their sources have it.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Item {
    /// Identifies the change: the address that it is about, and what sets it apart there. It does not depend on the
    /// place or time of the file, so the same change has the same one in each feed.
    pub(super) id: String,
    /// The kind, in one word for programs.
    pub(super) category: &'static str,
    /// Its section in the digest.
    pub(super) group: Group,
    /// The title. It names the proposal.
    pub(super) title: String,
    /// As in [`Change`].
    pub(super) at: Time,
    /// The page that shows it.
    pub(super) url: String,
    /// The proposal's page, if that is another one.
    pub(super) related: Option<String>,
    /// Whose doing it was, if that is known.
    pub(super) author: Option<String>,
    /// What else is known, each with its name.
    pub(super) details: Vec<(&'static str, String)>,
}

/// A section of the digest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Group {
    Decided,
    StageChanged,
    Opened,
    Closed,
    Minutes,
}

impl Group {
    /// Every group, in the order of the digest.
    pub(super) const ALL: [Group; 5] =
        [Group::Decided, Group::StageChanged, Group::Opened, Group::Closed, Group::Minutes];

    pub(super) fn heading(self) -> &'static str {
        match self {
            Group::Decided => "Decided",
            Group::StageChanged => "Stage changed",
            Group::Opened => "Opened",
            Group::Closed => "Closed",
            Group::Minutes => "Minutes",
        }
    }
}

/// Returns every change with its texts, newest first. No two have the same id.
pub(super) fn items(publication: &Publication<'_>) -> impl Iterator<Item = Item> {
    let mut ids = BTreeSet::new();
    let items = changes(publication).into_iter().filter_map(|change| item(&change, publication));
    items.filter(move |item| ids.insert(item.id.clone()))
}

fn item(change: &Change<'_>, publication: &Publication<'_>) -> Option<Item> {
    let with = |category, group, label: &str, proposal: &Proposal, id: &str| {
        let url = publication.repository.pull_url(proposal.number);
        Item {
            id: format!("{url}#{id}"),
            category,
            group,
            title: format!("{label}: {}", name(proposal)),
            at: change.at,
            url,
            related: None,
            author: None,
            details: Vec::new(),
        }
    };
    let at = |category: &str| format!("{category}-{}", to_iso8601(change.at));
    let minutes_url = |date| publication.minutes_source.map(|source| minutes_url(date, source));
    Some(match &change.kind {
        ChangeKind::Opened(proposal) => Item {
            author: proposal.author.clone(),
            ..with("opened", Group::Opened, "Opened", proposal, "opened")
        },
        ChangeKind::Stage { proposal, stage, reopened } => {
            let (category, label) = stage_texts(*stage, *reopened);
            with(category, Group::StageChanged, label, proposal, &at(category))
        }
        ChangeKind::Closed { proposal, merged, is_last } => {
            let (category, label) = if *merged { ("merged", "Merged") } else { ("closed", "Closed") };
            let outcome = proposal.status.outcome().filter(|_| *is_last);
            Item {
                details: outcome.map(|outcome| ("Outcome", outcome_text(outcome))).into_iter().collect(),
                ..with(category, Group::Closed, label, proposal, &at(category))
            }
        }
        ChangeKind::Note(proposal, note) => {
            let (category, group, label) = note_texts(note)?;
            let id = format!("{category}-{}", date_to_iso8601(note.date));
            let item = with(category, group, label, proposal, &id);
            let votes = note.vote.map(|vote| ("Votes", votes(vote)));
            let sentence = note.sentence.clone().map(|sentence| ("Minutes", sentence));
            let details = sentence.into_iter().chain(votes).collect();
            match minutes_url(note.date) {
                Some(url) => Item { related: Some(item.url), url, details, ..item },
                None => Item { details, ..item },
            }
        }
        ChangeKind::Minutes(meeting) => {
            let url = minutes_url(meeting.date)?;
            Item {
                id: url.clone(),
                category: "minutes",
                group: Group::Minutes,
                title: format!("Minutes of the meeting of {}", date_to_iso8601(meeting.date)),
                at: change.at,
                url,
                related: None,
                author: None,
                details: meeting_details(meeting, publication.proposals),
            }
        }
    })
}

/// Returns a proposal's title and number, as GitHub's pages have them.
fn name(proposal: &Proposal) -> String {
    let prefix = if proposal.is_rfc { "RFC: " } else { "" };
    format!("{prefix}{} (#{})", proposal.title, proposal.number)
}

fn stage_texts(stage: Stage, reopened: bool) -> (&'static str, &'static str) {
    match (stage, reopened) {
        (Stage::Submitted, true) => ("reopened", "Reopened"),
        (Stage::Submitted, false) => ("submitted", "Submitted again"),
        (Stage::Discussion, true) => ("discussion", "Reopened, in discussion"),
        (Stage::Discussion, false) => ("discussion", "In discussion"),
        (Stage::Vote, true) => ("vote", "Reopened, to be voted on"),
        (Stage::Vote, false) => ("vote", "To be voted on"),
        (Stage::Closed, _) => ("closed", "Closed"),
    }
}

fn outcome_text(outcome: Outcome) -> String {
    match outcome {
        Outcome::Unrecorded => "not recorded",
        outcome => outcome.as_str(),
    }
    .to_owned()
}

/// Returns `None` for a closing, which GitHub dates.
fn note_texts(note: &Note) -> Option<(&'static str, Group, &'static str)> {
    let (group, label) = match note.kind {
        _ if note.is_indecisive() => return Some(("indecisive", Group::Decided, "Vote without a majority")),
        NoteKind::Accepted => (Group::Decided, "Accepted"),
        NoteKind::PartlyAccepted => (Group::Decided, "Partly accepted"),
        NoteKind::Rejected => (Group::Decided, "Rejected"),
        NoteKind::VoteScheduled => (Group::StageChanged, "Vote scheduled"),
        NoteKind::VotePostponed => (Group::StageChanged, "Vote postponed"),
        NoteKind::VoteDeferred => (Group::StageChanged, "Vote put off"),
        NoteKind::Discussed | NoteKind::NoChange | NoteKind::DecidedDetail => {
            return Some(("discussion", Group::StageChanged, "In discussion"));
        }
        NoteKind::Closed => return None,
    };
    Some((note.kind.as_str(), group, label))
}

fn votes(vote: Vote) -> String {
    match vote {
        Vote::Unanimous => "unanimous".to_owned(),
        Vote::Counted(tally) => {
            format!("{} for, {} abstained, {} against", tally.in_favor, tally.abstained, tally.against)
        }
    }
}

/// Returns what was decided, then what was said about each pull request.
fn meeting_details(meeting: &Meeting, proposals: &[Proposal]) -> Vec<(&'static str, String)> {
    let decided = |Decision { text, points, .. }: &Decision| {
        let texts: Vec<&str> = [text].into_iter().chain(points).map(String::as_str).collect();
        ("Decided", texts.join("; "))
    };
    let discussed = |discussion: &Discussion| {
        let number = discussion.pull_request?;
        let proposal = proposals.iter().find(|proposal| proposal.number == number);
        let name = proposal.map_or_else(|| format!("#{number}"), name);
        let sentence = discussion.sentence.as_deref().map(|sentence| format!(": {sentence}"));
        Some(("Discussed", name + &sentence.unwrap_or_default()))
    };
    let decisions = meeting.decisions.iter().map(decided);
    decisions.chain(meeting.discussions.iter().filter_map(discussed)).collect()
}
