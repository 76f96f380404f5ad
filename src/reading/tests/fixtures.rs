//! The documents of ALESCo's pull requests, and helpers to parse text.

use serde_json::Value;

use super::super::pull_files::{DocumentContent, PullDocument};
use super::super::{Location, ProposalText};
use crate::github::{PullFile, parse_pull_files};

const PULL_FILES: &str = include_str!("../../../tests/fixtures/pull-files.json");

/// ALESCo's template, by the AlmaLinux OS Foundation and its contributors, under CC BY-SA 4.0.
pub const TEMPLATE: &str = include_str!("../../../tests/fixtures/reading/rfc-template.md");

/// The files of each pull request, by its number.
pub fn pull_requests() -> Vec<(u64, Vec<PullFile>)> {
    let pulls: Value = serde_json::from_str(PULL_FILES).unwrap();
    let pull = |(number, files): (&String, &Value)| {
        (number.parse().unwrap(), parse_pull_files(files.as_array().unwrap()))
    };
    pulls.as_object().unwrap().iter().map(pull).collect()
}

/// The path and text of every document, by its pull request's number. Of a changed document it is as much of the new
/// text as the patch holds.
pub fn documents() -> Vec<(u64, String, String)> {
    let document = |(number, files): (u64, Vec<PullFile>)| {
        let main = PullDocument::choose(&files).unwrap();
        let text = match main.content {
            DocumentContent::Added(text) => text,
            DocumentContent::Changed(patch) => new_lines(&patch),
            other => panic!("#{number}: {other:?}"),
        };
        (number, main.path, text)
    };
    pull_requests().into_iter().map(document).collect()
}

fn new_lines(patch: &str) -> String {
    let line = |line: &str| line.strip_prefix([' ', '+']).map(|line| format!("{line}\n"));
    patch.lines().filter_map(line).collect()
}

/// The text of this pull request's document.
pub fn document(number: u64) -> String {
    documents().into_iter().find(|(it, ..)| *it == number).unwrap().2
}

/// The patch of the document that this pull request changes.
pub fn patch(number: u64) -> String {
    let (_, files) = pull_requests().into_iter().find(|(it, _)| *it == number).unwrap();
    files[0].patch.clone().unwrap()
}

/// A document of ALESCo's repository, on its default branch.
pub fn location(path: &str) -> Location {
    Location {
        repository_url: "https://github.com/AlmaLinux/ALESCo".to_owned(),
        reference: "main".to_owned(),
        path: path.to_owned(),
    }
}

/// Parses a text as a document in `rfcs/`.
pub fn parse(text: &str) -> ProposalText {
    ProposalText::parse(text, &location("rfcs/0001-title.md"))
}
