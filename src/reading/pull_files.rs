//! The documents of a pull request, chosen from the files that it changes.

use super::patch::added_text;
use crate::github::{FileStatus, PullFile};
use crate::proposal::{is_template, number_in_path};

/// Holds the documents of a pull request.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PullDocuments {
    /// The document that the proposal is about; `None` if the pull request has no document.
    pub main: Option<PullDocument>,
    /// The other documents, in GitHub's order.
    pub others: Vec<PullDocument>,
}

/// Holds a Markdown file that a pull request adds, changes or removes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PullDocument {
    /// The path in the repository.
    pub path: String,
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

impl PullDocuments {
    /// Chooses the main document: an added one before a changed one before a removed one; among these a numbered
    /// RFC, then the one with most lines added. The template comes last of all.
    pub fn choose(files: &[PullFile]) -> Self {
        let mut files: Vec<&PullFile> = files.iter().filter(|file| is_markdown(&file.path)).collect();
        // `max_by_key` would return the last of equals.
        let main = (0..files.len()).rev().max_by_key(|&index| files.get(index).map(|file| rank(file)));
        let main = main.map(|index| document(files.remove(index)));
        PullDocuments { main, others: files.into_iter().map(document).collect() }
    }
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
    PullDocument { path: file.path.clone(), content }
}

fn is_markdown(path: &str) -> bool {
    let extension = path.rsplit_once('.').map(|(_, extension)| extension).unwrap_or_default();
    extension.eq_ignore_ascii_case("md") || extension.eq_ignore_ascii_case("markdown")
}
