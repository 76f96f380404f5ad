//! The document of an opened proposal, out of its pull request's files.

use crate::github::{PullFile, Repository};
use crate::reading::{ChangedFile, DocumentContent, FileStatus, Location, ProposalText, PullDocuments};
use crate::ui::OpenDocument;

/// Chooses the document that pull request `number` adds, and parses it. Returns `None` if it adds none.
pub fn parse(files: &[PullFile], repository: &Repository, number: u32) -> Option<OpenDocument> {
    let changed = |file: &PullFile| ChangedFile {
        path: file.path.clone(),
        status: FileStatus::from_api(&file.status),
        patch: file.patch.clone(),
        additions: file.additions.into(),
    };
    let documents = PullDocuments::choose(&files.iter().map(changed).collect::<Vec<_>>());
    let main = documents.main?;
    let DocumentContent::Added(text) = &main.content else { return None };
    let location = Location {
        repository_url: repository.web_url(),
        reference: format!("refs/pull/{number}/head"),
        path: main.path.clone(),
    };
    Some(OpenDocument { text: ProposalText::parse(text, &location), path: main.path })
}
