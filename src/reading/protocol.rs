//! What the browser module requests of the document module, and what that returns: both as JSON.

use serde::{Deserialize, Serialize};

use super::contents::ContentsEntry;
use super::document::ProposalText;
use super::location::Location;
use super::pull_files::{DocumentContent, PullDocument, other_documents};
use super::render::{render, render_changes, render_contents, render_files, render_patch};
use super::section_changes::{SectionChanges, section_changes};
use super::template_check::{TemplateFinding, template_check};
use super::token::Token;
use crate::github::{self, PullFile};
use crate::proposal::{RfcNumber, number_in_path};

/// The files of a pull request, whose document is to be read.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ReadRequest {
    /// The address of the repository's page, without a trailing slash.
    pub repository_url: String,
    /// The pull request's number.
    pub number: u32,
    /// All of its files.
    pub files: Vec<PullFile>,
    /// True if it was merged.
    pub is_merged: bool,
    /// The response that [`ReadResponse::NeedsRequest`] asked for last.
    pub extra: Option<ExtraResponse>,
}

/// Holds a response beside that with the files.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExtraResponse {
    /// The path that [`ReadResponse::NeedsRequest`] named.
    pub path: String,
    /// The body; `None` if it could not be loaded.
    pub body: Option<String>,
}

/// What the document module returns.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ReadResponse {
    /// The document, or else the description.
    Document(Box<OpenDocument>),
    /// The files are not enough. Holds the path in the API, below that of the repository, of what is needed, as
    /// [`RAW`](crate::github::RAW).
    NeedsRequest(String),
    /// The pull request has neither document nor description, or they could not be loaded.
    Nothing,
}

/// What a pull request says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum DocumentKind {
    /// The whole text of a document.
    Whole,
    /// A document that it changes: the lines that it adds and removes.
    Changed,
    /// Its description.
    Description,
}

/// Which version of a document is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum DocumentVersion {
    /// That of the pull request, which is not compared with the default branch.
    PullRequest,
    /// That of the pull request when it was merged. It may have been changed since.
    Merged,
    /// That of the default branch, into which the pull request was merged.
    DefaultBranch,
}

/// Tells which proposal the site's copy of a document belongs to, and how old it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SiteCopy {
    /// The address of the repository's page, without a trailing slash.
    pub repository_url: String,
    /// The pull request's number.
    pub number: u32,
    /// When the pull request had changed last, in seconds of Unix time.
    pub as_of: i64,
}

/// The document of a proposal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OpenDocument {
    /// What it is.
    pub kind: DocumentKind,
    /// Which version of it.
    pub version: DocumentVersion,
    /// What is known of the site's copy; `None` if the document was read just now.
    pub site_copy: Option<SiteCopy>,
    /// Its path in the repository; empty for a description.
    pub path: String,
    /// Its path as it is written in a URL; `None` if that is the same.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub encoded_path: Option<String>,
    /// The status in its header.
    pub status: Option<String>,
    /// The RFC number in its header, as it is written there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rfc_number: Option<String>,
    /// Its contents list; empty without headings.
    pub contents: Vec<Token>,
    /// Its header, its text and its footnotes.
    pub body: Vec<Token>,
    /// What it lacks against the template.
    pub findings: Vec<TemplateFinding>,
    /// Links to the other documents that the pull request adds or changes.
    pub others: Vec<Token>,
}

impl OpenDocument {
    /// Returns the RFC numbers in the header and in the file name, if they differ. The proposal has the header's.
    pub fn different_numbers(&self) -> Option<(RfcNumber, RfcNumber)> {
        let header = self.rfc_number.as_ref().and_then(|number| RfcNumber::parse_prefix(number.trim()));
        header.zip(number_in_path(&self.path)).filter(|(header, file)| header != file)
    }
}

/// Reads the document that a pull request adds or changes, or else its description.
pub fn read(request: &ReadRequest) -> ReadResponse {
    let main = PullDocument::choose(&request.files);
    let document = match main.filter(|main| main.content != DocumentContent::Removed) {
        Some(main) => match needed_text(request, &main) {
            Some(path) => return ReadResponse::NeedsRequest(path),
            None => read_document(request, main),
        },
        None => match &request.extra {
            None => return ReadResponse::NeedsRequest(github::issue_path(request.number)),
            Some(ExtraResponse { body: None, .. }) => None,
            Some(ExtraResponse { body: Some(body), .. }) => {
                read_description(request, &github::parse_description(body))
            }
        },
    };
    document.map_or(ReadResponse::Nothing, |document| ReadResponse::Document(Box::new(document)))
}

/// Returns the path of the text of the main document that is to be requested next; `None` if what is there is enough, or all
/// there is.
fn needed_text(request: &ReadRequest, main: &PullDocument) -> Option<String> {
    let current = request.is_merged && !matches!(main.content, DocumentContent::Changed(_));
    let current = current.then(|| github::contents_path(&main.path));
    let is_in_files = matches!(main.content, DocumentContent::Added(_));
    let proposed = (!is_in_files && !main.sha.is_empty()).then(|| github::blob_path(&main.sha));
    match &request.extra {
        None => current.or(proposed),
        Some(ExtraResponse { path, body: None }) if current.as_ref() == Some(path) => proposed,
        Some(_) => None,
    }
}

fn read_document(request: &ReadRequest, main: PullDocument) -> Option<OpenDocument> {
    let path = main.path;
    let version = match &request.extra {
        _ if !request.is_merged => DocumentVersion::PullRequest,
        Some(ExtraResponse { path: requested, body: Some(_) })
            if *requested == github::contents_path(&path) =>
        {
            DocumentVersion::DefaultBranch
        }
        _ => DocumentVersion::Merged,
    };
    let loaded = request.extra.as_ref().and_then(|response| response.body.as_ref());
    match (main.content, loaded) {
        (DocumentContent::Changed(patch), text) => Some(read_changes(request, path, &patch, text)),
        (DocumentContent::Added(_) | DocumentContent::Unknown, Some(text)) => {
            Some(read_text(request, DocumentKind::Whole, version, path, text))
        }
        (DocumentContent::Added(text), None) => {
            Some(read_text(request, DocumentKind::Whole, version, path, &text))
        }
        (DocumentContent::Unknown, None) | (DocumentContent::Removed, _) => None,
    }
}

/// Reads what a pull request changes: section by section if the new text is known.
fn read_changes(request: &ReadRequest, path: String, patch: &str, text: Option<&String>) -> OpenDocument {
    let sections = text.and_then(|text| section_changes(text, patch));
    let entry = |section: &SectionChanges| {
        let (anchor, text) = (section.anchor.clone()?, section.title.clone());
        Some(ContentsEntry { anchor, text, children: Vec::new() })
    };
    let entries: Vec<_> = sections.iter().flatten().filter_map(entry).collect();
    OpenDocument {
        kind: DocumentKind::Changed,
        version: DocumentVersion::PullRequest,
        site_copy: None,
        others: render_others(request, &path),
        encoded_path: encoded_path(&path),
        path,
        status: None,
        rfc_number: None,
        contents: render_contents(&entries),
        body: sections.map_or_else(|| render_patch(patch), |sections| render_changes(&sections)),
        findings: Vec::new(),
    }
}

fn read_description(request: &ReadRequest, text: &str) -> Option<OpenDocument> {
    let (text, version) = (text.trim(), DocumentVersion::PullRequest);
    (!text.is_empty()).then(|| read_text(request, DocumentKind::Description, version, String::new(), text))
}

fn read_text(
    request: &ReadRequest,
    kind: DocumentKind,
    version: DocumentVersion,
    path: String,
    text: &str,
) -> OpenDocument {
    let reference = match version {
        DocumentVersion::PullRequest | DocumentVersion::Merged => {
            format!("refs/pull/{}/head", request.number)
        }
        DocumentVersion::DefaultBranch => "HEAD".to_owned(),
    };
    let location = Location { repository_url: request.repository_url.clone(), reference, path: path.clone() };
    let text = ProposalText::parse(text, &location);
    // A description need not have the template's form.
    let findings = if kind == DocumentKind::Whole { template_check(&text) } else { Vec::new() };
    OpenDocument {
        kind,
        version,
        site_copy: None,
        others: render_others(request, &path),
        encoded_path: encoded_path(&path),
        rfc_number: text.field("RFC Number"),
        path,
        status: text.field("Status").filter(|_| kind == DocumentKind::Whole),
        contents: render_contents(&text.contents()),
        body: render(&text),
        findings,
    }
}

/// Returns a path as it is written in a URL; `None` if that is the same.
fn encoded_path(path: &str) -> Option<String> {
    Some(github::encoded_path(path)).filter(|encoded| encoded != path)
}

fn render_others(request: &ReadRequest, path: &str) -> Vec<Token> {
    let ReadRequest { repository_url, number, files, .. } = request;
    render_files(&other_documents(files, path), &format!("{repository_url}/blob/refs/pull/{number}/head"))
}

/// Returns what [`read`] does, for a [`ReadRequest`] as JSON.
///
/// # Errors
/// If `request` is not one: the two modules are not of one build.
pub fn read_json(request: &str) -> serde_json::Result<String> {
    serde_json::to_string(&read(&serde_json::from_str(request)?))
}
