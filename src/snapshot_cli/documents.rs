//! The documents of all proposals.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde_json::{Value, json};

use super::client::Client;
use super::output::PreviousSnapshot;
use super::paginate::{self, Items};
use super::{Error, Problem, Progress, file_content};
use crate::github::fields::{string_field, u32_field};
use crate::github::{self, MAX_FILE_PAGES};
use crate::minutes;
use crate::prerender::Texts;
use crate::proposal::{Document, Proposal, Time, number_in_path, replace_controls};
use crate::reading::{self, ExtraResponse, OpenDocument, ReadRequest, ReadResponse, SiteCopy};
use crate::snapshot::FetchedDocument;
use crate::snapshot::archive::DocumentSource;

/// The documents of all proposals, in the order of the proposals.
#[derive(Default)]
pub(super) struct Documents {
    pub(super) documents: Vec<FetchedDocument>,
    pub(super) sources: Vec<DocumentSource>,
    /// Their texts, for the files that are made of them. Empty if none are written; without those that could not be read.
    pub(super) texts: Texts,
    pub(super) problems: Vec<Problem>,
}

/// Fetches the document of each proposal. Where that fails, the existing snapshot's reading of it is kept. `list` has the
/// proposals' descriptions.
///
/// # Errors
/// The errors of requests that would concern other documents, too.
pub(super) fn collect(
    client: &Client,
    proposals: &[Proposal],
    list: &[Value],
    previous: Option<&PreviousSnapshot>,
) -> Result<Documents, Error> {
    let repository = &client.options.repository;
    let mut collected = Documents::default();
    let descriptions = client.options.needs_texts().then(|| descriptions(list));
    for (done, proposal) in proposals.iter().enumerate() {
        client.env.progress(Progress { what: "documents", done, total: Some(proposals.len()) });
        // Without it nobody could tell later whether the document is current.
        let Some(read_after) = proposal.updated_at else { continue };
        let url = repository.files_url(proposal.number);
        let reason = match paginate::collect_pages(client, &url, MAX_FILE_PAGES, |_| ()) {
            Ok(items) => match collected.add(proposal.number, read_after, &items, &repository.web_url()) {
                true => {
                    if let Some(description) = descriptions.as_ref().and_then(|all| all.get(&proposal.number))
                    {
                        collected.add_text(client, proposal, read_after, &items, description)?;
                    }
                    continue;
                }
                false => format!("more than {MAX_FILE_PAGES}00, and no document among those that were read"),
            },
            Err(error) if error.is_of_one_item() => error.to_string(),
            Err(error) => return Err(error),
        };
        collected.keep(proposal.number, previous);
        collected.problems.push(Problem::Files { number: proposal.number, reason });
    }
    Ok(collected)
}

/// Returns the descriptions of pull requests by their numbers.
fn descriptions(list: &[Value]) -> BTreeMap<u32, String> {
    let description = |item: &Value| Some((u32_field(item, "number")?, string_field(item, "body")));
    list.iter().filter_map(description).map(|(number, body)| (number, body.unwrap_or_default())).collect()
}

impl Documents {
    /// Adds the document among the files of a pull request. Returns whether it is known: among the files that were
    /// not read there may be one.
    fn add(&mut self, number: u32, read_after: Time, files: &Items, repository_url: &str) -> bool {
        let file = github::find_document(&files.items);
        let document =
            file.as_ref().map_or_else(Document::default, |file| Document::parse(file.path, &file.text));
        if files.has_more && !github::has_document(&files.items) {
            return false;
        }
        if let (Some(file), Some(header)) = (&file, document.rfc_number)
            && number_in_path(file.path).is_some_and(|named| named != header)
        {
            let path = replace_controls(file.path).into_owned();
            self.problems.push(Problem::RfcNumber { number, path, header });
        }
        self.documents.push(FetchedDocument { number, read_after, document });
        self.sources.extend(file.map(|file| DocumentSource {
            number,
            path: replace_controls(file.path).into_owned(),
            sha: file.sha.to_owned(),
            replacements: minutes::replacements_in_document(&file.text, number, repository_url),
        }));
        true
    }

    /// Adds the text of a pull request's document, or else its description. Where it cannot be loaded, none is added: what the
    /// output directory has of it stays.
    ///
    /// # Errors
    /// The errors of requests that would concern other documents, too.
    fn add_text(
        &mut self,
        client: &Client,
        proposal: &Proposal,
        read_after: Time,
        files: &Items,
        description: &str,
    ) -> Result<(), Error> {
        let repository = &client.options.repository;
        let number = proposal.number;
        let mut request = ReadRequest {
            repository_url: repository.web_url(),
            number,
            files: github::parse_pull_files(&files.items),
            is_merged: proposal.closing.as_ref().is_some_and(|closing| closing.merged),
            extra: None,
        };
        let document = loop {
            let path = match reading::read(&request) {
                ReadResponse::NeedsRequest(path) => path,
                ReadResponse::Document(document) => break Some(document),
                ReadResponse::Nothing => break None,
            };
            let body = if path == github::issue_path(number) {
                // The list has it.
                Ok(Some(json!({ "body": description }).to_string()))
            } else {
                match client.get(&repository.api_url(&path)) {
                    Ok(response) => file_content::parse(&response.body),
                    Err(Error::NotFound { .. }) => Ok(None),
                    Err(error) if error.is_of_one_item() => Err(error.to_string()),
                    Err(error) => return Err(error),
                }
            };
            match body {
                Ok(body) => request.extra = Some(ExtraResponse { path, body }),
                Err(reason) => {
                    self.problems.push(Problem::Files { number, reason: format!("{path}: {reason}") });
                    return Ok(());
                }
            }
        };
        let site_copy =
            SiteCopy { repository_url: repository.web_url(), number, as_of: read_after.timestamp() };
        let document =
            document.map(|document| Arc::new(OpenDocument { site_copy: Some(site_copy), ..*document }));
        self.texts.insert(number, document);
        Ok(())
    }

    /// Keeps what the existing snapshot has of a document.
    fn keep(&mut self, number: u32, previous: Option<&PreviousSnapshot>) {
        let Some(previous) = previous else { return };
        let documents = &previous.snapshot.documents;
        self.documents.extend(documents.iter().find(|known| known.number == number).cloned());
        let sources = &previous.archive.documents;
        self.sources.extend(sources.iter().find(|known| known.number == number).cloned());
    }
}
