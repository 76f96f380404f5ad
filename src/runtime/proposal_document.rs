//! The document of an opened proposal: its pull request's files, read by the document module.

use std::sync::Arc;

use wasm_bindgen_futures::spawn_local;

use super::feed_handle::FeedHandle;
use super::on_demand::{Generation, OnDemandRequests};
use crate::browser::document_module;
use crate::github::{self, MAX_FILE_PAGES, RAW};
use crate::reading::{ExtraResponse, OpenDocument, ReadRequest, ReadResponse};
use crate::ui::LoadError;

/// Where a document is looked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    /// The site's folder of texts, and then GitHub.
    SiteFirst(String),
    /// GitHub, because the visitor asks for it.
    GitHub,
    /// GitHub, for a newer one than the visitor reads. The last requests of an hour are left to others.
    Update,
}

/// Loads the document of pull request `number`. `Ok(None)` if it has neither document nor description. Returns `None` once
/// another generation has begun.
///
/// GitHub is asked for the files, and for more only where the document module needs it.
pub async fn load(
    requests: &OnDemandRequests,
    generation: Generation,
    feed: &FeedHandle,
    number: u32,
    source: Source,
) -> Option<Result<Option<Arc<OpenDocument>>, LoadError>> {
    let repository = feed.repository();
    if let Source::SiteFirst(folder) = &source {
        let url = format!("{}/{number}.json", folder.trim_end_matches('/'));
        let json = requests.get_site_file(generation, url).await?;
        let copy = json.and_then(|json| serde_json::from_str(&json).ok());
        if let Some(ReadResponse::Document(document)) = copy
            && document
                .site_copy
                .as_ref()
                .is_some_and(|of| (of.number, &of.repository_url) == (number, &repository.web_url()))
        {
            return Some(Ok(Some(Arc::new(*document))));
        }
    }
    if source == Source::Update && feed.is_reserve_reached() {
        return Some(Err(LoadError::Reserve));
    }
    // Loaded while the files are on their way.
    spawn_local(async {
        document_module::load().await;
    });
    let files = match requests.get_list(generation, repository.files_url(number), MAX_FILE_PAGES).await? {
        Ok(files) => github::parse_pull_files(&files),
        Err(error) => return Some(Err(LoadError::of_proposal(error))),
    };
    let repository_url = repository.web_url();
    let is_merged = feed.is_merged(number);
    let mut request = ReadRequest { repository_url, number, files, is_merged, extra: None };
    let mut failure = None;
    loop {
        let path = match read(&request).await {
            None => return Some(Err(LoadError::Module)),
            Some(ReadResponse::Document(document)) => return Some(Ok(Some(Arc::new(*document)))),
            Some(ReadResponse::Nothing) => return Some(failure.map_or(Ok(None), Err)),
            Some(ReadResponse::NeedsRequest(path)) => path,
        };
        let response = match feed.is_reserve_reached() {
            true => Err(LoadError::Reserve),
            false => {
                let response = requests.get(generation, repository.api_url(&path), Some(RAW)).await?;
                response.map_err(LoadError::of_proposal)
            }
        };
        let body = response.map_err(|error| failure = Some(error)).ok().map(|response| response.body);
        request.extra = Some(ExtraResponse { path, body });
    }
}

/// Returns `None` if the module could not be loaded, or does not understand the request.
async fn read(request: &ReadRequest) -> Option<ReadResponse> {
    let response = document_module::read(&serde_json::to_string(request).ok()?).await?;
    let decoded = serde_json::from_str(&response).ok();
    if decoded.is_none() {
        document_module::forget();
    }
    decoded
}
