//! The document of an opened proposal: its pull request's files, read by the document module.

use std::sync::Arc;

use super::on_demand::OnDemandRequests;
use crate::browser::document_module;
use crate::github::{self, MAX_FILE_PAGES, Repository};
use crate::reading::{OpenDocument, ReadRequest};
use crate::ui::LoadError;

/// Requests the files of pull request `number`, and reads the document that it adds or changes. Only if there is none,
/// its description is requested and read. `Ok(None)` if there is no description either. Returns `None` once another
/// proposal was opened.
pub async fn load(
    requests: &OnDemandRequests,
    repository: &Repository,
    number: u32,
) -> Option<Result<Option<Arc<OpenDocument>>, LoadError>> {
    let files = match requests.get_list(number, repository.files_url(number), MAX_FILE_PAGES).await? {
        Ok(files) => github::parse_pull_files(&files),
        Err(error) => return Some(Err(LoadError::Request(error))),
    };
    let request =
        ReadRequest { repository_url: repository.web_url(), number, files, description: String::new() };
    let document = read(&request).await;
    if document != Some(None) {
        return Some(document.ok_or(LoadError::Module));
    }
    match requests.get(number, repository.issue_url(number)).await? {
        Ok(response) => {
            let description = github::parse_description(&response.body);
            Some(read(&ReadRequest { description, ..request }).await.ok_or(LoadError::Module))
        }
        Err(error) => Some(Err(LoadError::Request(error))),
    }
}

async fn read(request: &ReadRequest) -> Option<Option<Arc<OpenDocument>>> {
    let answer = document_module::read(&serde_json::to_string(request).ok()?).await?;
    serde_json::from_str::<Option<OpenDocument>>(&answer).ok().map(|document| document.map(Arc::new))
}
