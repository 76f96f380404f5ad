//! What the browser module asks the document module, and what it answers: both as JSON.

use serde::{Deserialize, Serialize};

use super::document::ProposalText;
use super::location::Location;
use super::pull_files::{DocumentContent, PullDocument, other_documents};
use super::render::{render, render_contents, render_files, render_patch};
use super::template_check::{TemplateFinding, template_check};
use super::token::Token;
use crate::github::PullFile;

/// The files of a pull request, whose document is to be read.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ReadRequest {
    /// The address of the repository's page, without a trailing slash.
    pub repository_url: String,
    /// The pull request's number.
    pub number: u32,
    /// All of its files.
    pub files: Vec<PullFile>,
    /// Its description in Markdown; empty unless it is to be read for want of a document.
    pub description: String,
}

/// What a pull request says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum DocumentKind {
    /// A document that it adds.
    Added,
    /// A document that it changes: the lines that it adds and removes.
    Changed,
    /// Its description.
    Description,
}

/// The document of a proposal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OpenDocument {
    /// What it is.
    pub kind: DocumentKind,
    /// Its path in the repository; empty for a description.
    pub path: String,
    /// The status in its header.
    pub status: Option<String>,
    /// Its contents list; empty without headings.
    pub contents: Vec<Token>,
    /// Its header, its text and its footnotes.
    pub body: Vec<Token>,
    /// What it lacks against the template.
    pub findings: Vec<TemplateFinding>,
    /// Links to the other documents that the pull request adds or changes.
    pub others: Vec<Token>,
}

/// Reads the document that a pull request adds or changes, or else its description. Returns `None` if it has none of
/// them, or if GitHub did not send them in full.
pub fn read(request: &ReadRequest) -> Option<OpenDocument> {
    let main = PullDocument::choose(&request.files);
    let (path, content) =
        main.map_or((String::new(), DocumentContent::Unknown), |main| (main.path, main.content));
    let description = request.description.trim();
    match content {
        DocumentContent::Added(text) => Some(read_text(request, DocumentKind::Added, path, &text)),
        DocumentContent::Changed(patch) => Some(OpenDocument {
            kind: DocumentKind::Changed,
            others: render_others(request, &path),
            path,
            status: None,
            contents: Vec::new(),
            body: render_patch(&patch),
            findings: Vec::new(),
        }),
        _ if description.is_empty() => None,
        _ => Some(read_text(request, DocumentKind::Description, String::new(), description)),
    }
}

fn read_text(request: &ReadRequest, kind: DocumentKind, path: String, text: &str) -> OpenDocument {
    let location = Location {
        repository_url: request.repository_url.clone(),
        reference: format!("refs/pull/{}/head", request.number),
        path: path.clone(),
    };
    let text = ProposalText::parse(text, &location);
    // A description need not have the template's form.
    let findings = if kind == DocumentKind::Added { template_check(&text) } else { Vec::new() };
    OpenDocument {
        kind,
        others: render_others(request, &path),
        path,
        status: text.field("Status").filter(|_| kind == DocumentKind::Added),
        contents: render_contents(&text.contents()),
        body: render(&text),
        findings,
    }
}

fn render_others(request: &ReadRequest, path: &str) -> Vec<Token> {
    let ReadRequest { repository_url, number, files, .. } = request;
    render_files(&other_documents(files, path), &format!("{repository_url}/blob/refs/pull/{number}/head"))
}

/// Answers a [`ReadRequest`] with what [`read`] returns.
///
/// # Errors
/// If `request` is not one: the two modules are not of one build.
pub fn read_json(request: &str) -> serde_json::Result<String> {
    serde_json::to_string(&read(&serde_json::from_str(request)?))
}
