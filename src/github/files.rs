//! The document of a proposal, from `GET /repos/{owner}/{repo}/pulls/{number}/files`.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::fields::{str_field, string_field, u32_field};
use crate::proposal::{Document, is_template, number_in_path, path_in_rfcs};

/// Pages of a hundred files that are read of one pull request at most.
pub const MAX_FILE_PAGES: usize = 3;

/// The media type of a file as it is, for the endpoints of blobs and of contents. That of an issue has JSON, anyway.
/// Source: <https://docs.github.com/en/rest/git/blobs>
pub const RAW: &str = "application/vnd.github.raw+json";

/// The file of a pull request that holds its document.
#[derive(Clone, Debug, PartialEq)]
pub struct DocumentFile<'a> {
    /// Its path in the repository.
    pub path: &'a str,
    /// Git's hash of it; empty if GitHub does not say.
    pub sha: &'a str,
    /// Its text, in Markdown.
    pub text: String,
}

/// Finds and parses the document that a pull request adds. Returns an empty document if it adds none.
pub fn parse_files(files: &[Value]) -> Document {
    match find_document(files) {
        Some(file) => Document::parse(file.path, &file.text),
        None => Document::default(),
    }
}

/// Finds the document that a pull request adds: a Markdown file under `rfcs/`, else any file there, else a Markdown
/// file. Of several, the one with an RFC number, then the one with most lines. The template is none. Returns `None` if
/// the pull request adds no document.
pub fn find_document(files: &[Value]) -> Option<DocumentFile<'_>> {
    let mut best: Option<(_, &str, &Value)> = None;
    for file in files {
        let path = str_field(file, "filename").unwrap_or_default();
        let (in_rfcs, is_markdown) = (path_in_rfcs(path).is_some(), path.ends_with(".md"));
        if str_field(file, "status") != Some("added") || is_template(path) || !(in_rfcs || is_markdown) {
            continue;
        }
        let has_number = number_in_path(path).is_some();
        let kind = u8::from(in_rfcs) * 4 + u8::from(is_markdown) * 2 + u8::from(has_number);
        let rank = (kind, u32_field(file, "additions").unwrap_or_default());
        if best.is_none_or(|(best_rank, ..)| rank > best_rank) {
            best = Some((rank, path, file));
        }
    }
    let (_, path, file) = best?;
    // The patch of an added text file holds the whole text.
    let text = added_text(&string_field(file, "patch").unwrap_or_default());
    Some(DocumentFile { path, sha: str_field(file, "sha").unwrap_or_default(), text })
}

/// True if the document that [`find_document`] finds is a Markdown file under `rfcs/`, so that no further files are read.
pub fn has_document(files: &[Value]) -> bool {
    let found = find_document(files);
    found.is_some_and(|file| path_in_rfcs(file.path).is_some() && file.path.ends_with(".md"))
}

/// A file that a pull request changes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PullFile {
    /// Its path in the repository.
    pub path: String,
    /// What happens to it.
    pub status: FileStatus,
    /// The unified diff. GitHub leaves it out for a very large file, a binary one and one that was only renamed.
    pub patch: Option<String>,
    /// How many lines are added.
    pub additions: u32,
    /// Git's hash of the new text; empty if GitHub does not say.
    pub sha: String,
}

/// Tells what a pull request does to a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum FileStatus {
    /// The file is new.
    Added,
    /// The file was there before: `modified`, `renamed`, `changed` and the like.
    Changed,
    /// The file is deleted.
    Removed,
}

impl FileStatus {
    /// Reads GitHub's `status`.
    fn from_api(status: &str) -> Self {
        match status {
            "added" | "copied" => FileStatus::Added,
            "removed" => FileStatus::Removed,
            _ => FileStatus::Changed,
        }
    }
}

/// Parses the files of a pull request. A file without a name is left out.
pub fn parse_pull_files(files: &[Value]) -> Vec<PullFile> {
    let file = |file: &Value| {
        Some(PullFile {
            path: string_field(file, "filename")?,
            status: FileStatus::from_api(str_field(file, "status").unwrap_or_default()),
            patch: string_field(file, "patch"),
            additions: u32_field(file, "additions").unwrap_or_default(),
            sha: string_field(file, "sha").unwrap_or_default(),
        })
    };
    files.iter().filter_map(file).collect()
}

/// Returns the lines that a unified diff adds.
fn added_text(patch: &str) -> String {
    let mut text = String::new();
    for line in patch.lines() {
        if let Some(added) = line.strip_prefix('+') {
            text.push_str(added);
            text.push('\n');
        }
    }
    text
}
