//! A snapshot with its archive to JSON.

use serde::Serialize;

use super::{Archive, ArchivedMeeting, DocumentSource};
use crate::minutes::{self, Decision, Discussion, Link, Replacement};
use crate::proposal::date_to_iso8601;
use crate::snapshot::Snapshot;
use crate::snapshot::encode::{File, ProblemRecord, encode_problems};
use crate::snapshot::encode_records::{VoteFile, encode_vote};

#[derive(Serialize)]
struct ArchiveFile<'a> {
    #[serde(flatten)]
    snapshot: File<'a>,
    minutes_reader: u32,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    meetings: Vec<MeetingFile<'a>>,
    #[serde(skip_serializing_if = "is_empty")]
    members: &'a [String],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    documents: Vec<DocumentFile<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    history_problems: Vec<ProblemRecord>,
}

#[derive(Serialize)]
struct MeetingFile<'a> {
    date: String,
    sha: &'a str,
    #[serde(skip_serializing_if = "is_empty")]
    members: &'a [String],
    #[serde(skip_serializing_if = "is_empty")]
    community: &'a [String],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    discussions: Vec<DiscussionFile<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    decisions: Vec<DecisionFile<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    replacements: Vec<ReplacementFile<'a>>,
    #[serde(skip_serializing_if = "is_empty")]
    problems: &'a [String],
}

#[derive(Serialize)]
struct DiscussionFile<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    pull_request: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<&'a str>,
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    sentence: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    vote: Option<VoteFile>,
}

#[derive(Serialize)]
struct DecisionFile<'a> {
    text: &'a str,
    #[serde(skip_serializing_if = "is_empty")]
    points: &'a [String],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    links: Vec<LinkFile<'a>>,
    #[serde(skip_serializing_if = "is_empty")]
    pull_requests: &'a [u32],
}

#[derive(Serialize)]
struct LinkFile<'a> {
    text: &'a str,
    url: &'a str,
}

#[derive(Serialize)]
struct ReplacementFile<'a> {
    old: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    new: Option<u32>,
    sentence: &'a str,
}

#[derive(Serialize)]
struct DocumentFile<'a> {
    number: u32,
    path: &'a str,
    sha: &'a str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    replacements: Vec<ReplacementFile<'a>>,
}

impl Snapshot {
    /// Encodes the snapshot and its archive as one file of `repository` (`owner/name`), in indented lines. Equal
    /// snapshots and archives give equal text.
    pub fn to_json_with_archive(&self, archive: &Archive, repository: &str) -> String {
        let file = ArchiveFile {
            snapshot: self.encode(repository),
            minutes_reader: minutes::PARSER_VERSION,
            meetings: archive.meetings.iter().map(encode_meeting).collect(),
            members: &archive.members,
            documents: archive.documents.iter().map(encode_document).collect(),
            history_problems: encode_problems(&archive.history_problems),
        };
        // Fails only for maps whose keys are not text. There are none.
        serde_json::to_string_pretty(&file).unwrap_or_default()
    }
}

fn encode_meeting(archived: &ArchivedMeeting) -> MeetingFile<'_> {
    let meeting = &archived.meeting;
    MeetingFile {
        date: date_to_iso8601(meeting.date),
        sha: &archived.sha,
        members: &meeting.attendance.members,
        community: &meeting.attendance.community,
        discussions: meeting.discussions.iter().map(encode_discussion).collect(),
        decisions: meeting.decisions.iter().map(encode_decision).collect(),
        replacements: meeting.replacements.iter().map(encode_replacement).collect(),
        problems: &archived.problems,
    }
}

fn encode_discussion(discussion: &Discussion) -> DiscussionFile<'_> {
    DiscussionFile {
        pull_request: discussion.pull_request,
        url: discussion.url.as_deref(),
        kind: discussion.kind.as_str(),
        sentence: discussion.sentence.as_deref(),
        vote: discussion.vote.map(encode_vote),
    }
}

fn encode_decision(decision: &Decision) -> DecisionFile<'_> {
    DecisionFile {
        text: &decision.text,
        points: &decision.points,
        links: decision.links.iter().map(encode_link).collect(),
        pull_requests: &decision.pull_requests,
    }
}

fn encode_link(link: &Link) -> LinkFile<'_> {
    LinkFile { text: &link.text, url: &link.url }
}

fn encode_replacement(replacement: &Replacement) -> ReplacementFile<'_> {
    ReplacementFile { old: replacement.old, new: replacement.new, sentence: &replacement.sentence }
}

fn encode_document(document: &DocumentSource) -> DocumentFile<'_> {
    DocumentFile {
        number: document.number,
        path: &document.path,
        sha: &document.sha,
        replacements: document.replacements.iter().map(encode_replacement).collect(),
    }
}

fn is_empty<T>(items: &&[T]) -> bool {
    items.is_empty()
}
