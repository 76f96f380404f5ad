//! What the browser module asks the document module, and what it answers: both as JSON.

use serde::{Deserialize, Serialize};

use super::document::ProposalText;
use super::location::Location;
use super::pull_files::{DocumentContent, PullDocuments};
use super::render::{render, render_contents};
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
}

/// The document of a proposal.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct OpenDocument {
    /// Its path in the repository.
    pub path: String,
    /// The status in its header.
    pub status: Option<String>,
    /// Its contents list; empty without headings.
    pub contents: Vec<Token>,
    /// Its header, its text and its footnotes.
    pub body: Vec<Token>,
    /// What it lacks against the template.
    pub findings: Vec<TemplateFinding>,
}

/// Reads the document that a pull request adds. Returns `None` if it adds none.
pub fn read(request: &ReadRequest) -> Option<OpenDocument> {
    let main = PullDocuments::choose(&request.files).main?;
    let DocumentContent::Added(text) = &main.content else { return None };
    let location = Location {
        repository_url: request.repository_url.clone(),
        reference: format!("refs/pull/{}/head", request.number),
        path: main.path.clone(),
    };
    let text = ProposalText::parse(text, &location);
    Some(OpenDocument {
        path: main.path,
        status: text.field("Status"),
        contents: render_contents(&text.contents()),
        body: render(&text),
        findings: template_check(&text),
    })
}

/// Answers a [`ReadRequest`] with what [`read`] returns.
///
/// # Errors
/// If `request` is not one: the two modules are not of one build.
pub fn read_json(request: &str) -> serde_json::Result<String> {
    serde_json::to_string(&read(&serde_json::from_str(request)?))
}
