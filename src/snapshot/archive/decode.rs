//! JSON to an archive. Lenient, as the decoding of the snapshot is.

use serde_json::Value;

use super::{Archive, ArchivedMeeting, DocumentSource};
use crate::github::fields::{array_field, string_field, u32_field};
use crate::minutes::{self, Attendance, Decision, Discussion, Link, Meeting, Replacement};
use crate::proposal::{is_web_url, replace_controls};
use crate::snapshot::decode::decode_problems;
use crate::snapshot::decode_records::{date_field, decode_kind, decode_vote};

impl Archive {
    /// Decodes the archive in a snapshot's file; an empty one if there is none. Meetings that another version of the
    /// parser has parsed are without their hash, so that they are parsed again.
    pub fn decode(file: &Value) -> Self {
        let version = u32_field(file, "minutes_reader");
        let mut meetings: Vec<ArchivedMeeting> =
            array_field(file, "meetings").iter().filter_map(decode_meeting).collect();
        if version != Some(minutes::PARSER_VERSION) {
            meetings.iter_mut().for_each(|archived| archived.sha.clear());
        }
        Archive {
            meetings,
            members: strings_field(file, "members"),
            documents: array_field(file, "documents").iter().filter_map(decode_document).collect(),
            history_problems: decode_problems(file, "history_problems"),
        }
    }
}

fn decode_meeting(meeting: &Value) -> Option<ArchivedMeeting> {
    Some(ArchivedMeeting {
        meeting: Meeting {
            date: date_field(meeting, "date")?,
            attendance: Attendance {
                members: strings_field(meeting, "members"),
                community: strings_field(meeting, "community"),
            },
            discussions: array_field(meeting, "discussions").iter().map(decode_discussion).collect(),
            decisions: array_field(meeting, "decisions").iter().filter_map(decode_decision).collect(),
            replacements: array_field(meeting, "replacements")
                .iter()
                .filter_map(decode_replacement)
                .collect(),
        },
        sha: string_field(meeting, "sha").unwrap_or_default(),
        problems: strings_field(meeting, "problems"),
    })
}

fn decode_discussion(discussion: &Value) -> Discussion {
    Discussion {
        pull_request: u32_field(discussion, "pull_request"),
        url: string_field(discussion, "url"),
        kind: decode_kind(discussion),
        sentence: string_field(discussion, "sentence"),
        vote: decode_vote(discussion),
    }
}

fn decode_decision(decision: &Value) -> Option<Decision> {
    let link = |link: &Value| {
        // The text of the decision has the text of a link that is none.
        let url = string_field(link, "url").filter(|url| is_web_url(url))?;
        Some(Link { text: string_field(link, "text")?, url })
    };
    let number = |number: &Value| u32::try_from(number.as_u64()?).ok();
    Some(Decision {
        text: string_field(decision, "text")?,
        points: strings_field(decision, "points"),
        links: array_field(decision, "links").iter().filter_map(link).collect(),
        pull_requests: array_field(decision, "pull_requests").iter().filter_map(number).collect(),
    })
}

fn decode_replacement(replacement: &Value) -> Option<Replacement> {
    Some(Replacement {
        old: u32_field(replacement, "old")?,
        new: u32_field(replacement, "new"),
        sentence: string_field(replacement, "sentence").unwrap_or_default(),
    })
}

fn decode_document(document: &Value) -> Option<DocumentSource> {
    Some(DocumentSource {
        number: u32_field(document, "number")?,
        path: string_field(document, "path").unwrap_or_default(),
        sha: string_field(document, "sha").unwrap_or_default(),
        replacements: array_field(document, "replacements").iter().filter_map(decode_replacement).collect(),
    })
}

/// Returns the texts of a field that is a list.
fn strings_field(object: &Value, key: &str) -> Vec<String> {
    let texts = array_field(object, key).iter().filter_map(Value::as_str);
    texts.map(|text| replace_controls(text).into_owned()).collect()
}
