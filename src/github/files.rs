//! The document of a proposal, from `GET /repos/{owner}/{repo}/pulls/{number}/files`.

use serde_json::value::RawValue;

use super::{Malformed, wire};
use crate::proposal::Document;

/// The document that a pull request adds: the first Markdown file under `rfcs/`, else any file
/// there, else the first Markdown file. A pull request that adds none has an empty document.
///
/// # Errors
/// [`Malformed`] if `json` is not a list at all.
pub fn document(json: &str) -> Result<Document, Malformed> {
    Ok(document_of(&serde_json::from_str::<Vec<&RawValue>>(json)?))
}

pub(super) fn document_of(items: &[&RawValue]) -> Document {
    let added: Vec<wire::File> = items
        .iter()
        .filter_map(|raw| serde_json::from_str::<wire::File>(raw.get()).ok())
        .filter(|file| file.status.as_deref() == Some("added"))
        .collect();
    let is_rfc = |file: &wire::File| file.filename.starts_with("rfcs/");
    let is_text = |file: &wire::File| file.filename.ends_with(".md");
    let first = |is: &dyn Fn(&wire::File) -> bool| added.iter().find(|file| is(file));
    let file =
        first(&|file| is_rfc(file) && is_text(file)).or_else(|| first(&is_rfc)).or_else(|| first(&is_text));
    file.map_or_else(Document::default, |file| {
        let text = added_text(file.patch.as_deref().unwrap_or_default());
        Document::read(&file.filename, &text)
    })
}

/// The lines that a unified diff adds.
fn added_text(patch: &str) -> String {
    let added: Vec<&str> = patch.lines().filter_map(|line| line.strip_prefix('+')).collect();
    added.join("\n")
}
