//! The document of a pull request, chosen from the files that it changes.

use super::patch::added_text;
use crate::github::{FileStatus, PullFile};
use crate::proposal::{is_template, number_in_path};

/// Holds a Markdown file that a pull request adds, changes or removes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PullDocument {
    /// The path in the repository.
    pub path: String,
    /// Git's hash of its text; empty if GitHub does not say.
    pub sha: String,
    /// What is known of its text.
    pub content: DocumentContent,
}

/// Holds what the list of files says about a document's text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DocumentContent {
    /// The whole text of a new document.
    Added(String),
    /// The unified diff of a document that was there before.
    Changed(String),
    /// Nothing: the patch is missing or incomplete, and the text must be requested.
    Unknown,
    /// The document is deleted.
    Removed,
}

impl PullDocument {
    /// Chooses the document that a pull request is about: an added one before a changed one before a removed one; among
    /// these a numbered RFC, then the one with most lines added. The template comes last of all. Returns `None` if no file
    /// is Markdown.
    pub fn choose(files: &[PullFile]) -> Option<Self> {
        let documents = files.iter().filter(|file| is_markdown(&file.path));
        // `max_by_key` would return the last of equals.
        documents.rev().max_by_key(|file| rank(file)).map(document)
    }
}

/// Returns the paths of the other Markdown files that a pull request adds or changes, in GitHub's order.
pub fn other_documents(files: &[PullFile], main: &str) -> Vec<String> {
    let is_other =
        |file: &&PullFile| is_markdown(&file.path) && file.status != FileStatus::Removed && file.path != main;
    files.iter().filter(is_other).map(|file| file.path.clone()).collect()
}

/// Returns how much speaks for a file as the main document; the largest rank wins.
fn rank(file: &PullFile) -> (bool, bool, bool, bool, u32) {
    let is_rfc = number_in_path(&file.path).is_some();
    let is_added = file.status == FileStatus::Added;
    let is_there = file.status != FileStatus::Removed;
    (!is_template(&file.path), is_there, is_added || is_rfc, is_rfc, file.additions)
}

fn document(file: &PullFile) -> PullDocument {
    let content = match (file.status, &file.patch) {
        (FileStatus::Removed, _) => DocumentContent::Removed,
        (FileStatus::Added, Some(patch)) => {
            added_text(patch).map_or(DocumentContent::Unknown, DocumentContent::Added)
        }
        (FileStatus::Changed, Some(patch)) => DocumentContent::Changed(patch.clone()),
        (_, None) => DocumentContent::Unknown,
    };
    PullDocument { path: file.path.clone(), sha: file.sha.clone(), content }
}

fn is_markdown(path: &str) -> bool {
    let extension = path.rsplit_once('.').map(|(_, extension)| extension).unwrap_or_default();
    extension.eq_ignore_ascii_case("md") || extension.eq_ignore_ascii_case("markdown")
}
