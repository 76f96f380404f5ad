//! The document of an opened proposal: its pull request's files, read by the document module.

use std::sync::Arc;

use wasm_bindgen_futures::spawn_local;

use super::feed_handle::FeedHandle;
use super::on_demand::OnDemandRequests;
use crate::browser::document_module;
use crate::github::{self, MAX_FILE_PAGES, RAW};
use crate::reading::{Answer, OpenDocument, ReadRequest, RequestedResponse};
use crate::ui::LoadError;

/// Loads the document of pull request `number`: from the site's folder `texts` if it has it there, else from GitHub. `Ok(None)`
/// if it has neither document nor description. Returns `None` once another proposal was opened.
///
/// GitHub is asked for the files, and for more only where the document module needs it.
pub async fn load(
    requests: &OnDemandRequests,
    feed: &FeedHandle,
    number: u32,
    texts: Option<&str>,
) -> Option<Result<Option<Arc<OpenDocument>>, LoadError>> {
    if let Some(folder) = texts {
        let url = format!("{}/{number}.json", folder.trim_end_matches('/'));
        let json = requests.get_site_file(number, url).await?;
        if let Some(Answer::Document(document)) = json.and_then(|json| serde_json::from_str(&json).ok()) {
            return Some(Ok(Some(Arc::new(*document))));
        }
    }
    // Loaded while the files are on their way.
    spawn_local(async {
        document_module::load().await;
    });
    let repository = feed.repository();
    let files = match requests.get_list(number, repository.files_url(number), MAX_FILE_PAGES).await? {
        Ok(files) => github::parse_pull_files(&files),
        Err(error) => return Some(Err(LoadError::Request(error))),
    };
    let mut request = ReadRequest {
        repository_url: repository.web_url(),
        number,
        files,
        is_merged: feed.is_merged(number),
        response: RequestedResponse::NotRequested,
    };
    let mut failure = None;
    loop {
        let path = match read(&request).await {
            None => return Some(Err(LoadError::Module)),
            Some(Answer::Document(document)) => return Some(Ok(Some(Arc::new(*document)))),
            Some(Answer::Nothing) => return Some(failure.map_or(Ok(None), Err)),
            Some(Answer::ResponseNeeded(path)) => path,
        };
        let response = match feed.is_reserve_reached() {
            true => Err(LoadError::Reserve),
            false => {
                requests.get(number, repository.url_of(&path), Some(RAW)).await?.map_err(LoadError::Request)
            }
        };
        request.response = match response {
            Ok(response) => RequestedResponse::Loaded(response.body),
            Err(error) => {
                failure = Some(error);
                RequestedResponse::Unavailable
            }
        };
    }
}

/// Returns `None` if the module could not be loaded, or does not understand the request.
async fn read(request: &ReadRequest) -> Option<Answer> {
    serde_json::from_str(&document_module::read(&serde_json::to_string(request).ok()?).await?).ok()
}
