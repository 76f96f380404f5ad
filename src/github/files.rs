//! The document of a proposal, from `GET /repos/{owner}/{repo}/pulls/{number}/files`.

use super::DecodeError;
use crate::json::{self, Value};
use crate::proposal::Document;

/// The document that a pull request adds: the first Markdown file under `rfcs/`, else any file
/// there, else the first Markdown file. A pull request that adds none has an empty document.
///
/// # Errors
/// [`DecodeError`] if the answer is not a list at all.
pub fn document(answer: &Value) -> Result<Document, DecodeError> {
    Ok(parse_files(answer.as_list().ok_or(DecodeError("it is not a list".to_owned()))?))
}

pub(crate) fn parse_files(files: &[Value]) -> Document {
    let mut best: (u8, &str, &Value) = (0, "", &Value::Nothing);
    for file in files {
        let field = |key| file.get(key).and_then(Value::as_str).unwrap_or_default();
        let name = field("filename");
        let rank = match (name.starts_with("rfcs/"), name.ends_with(".md")) {
            _ if field("status") != "added" => 0,
            (true, true) => 3,
            (true, false) => 2,
            (false, true) => 1,
            (false, false) => 0,
        };
        if rank > best.0 {
            best = (rank, name, file);
        }
    }
    match best {
        (0, ..) => Document::default(),
        // The change as a unified diff: of an added text file, the whole text.
        (_, name, file) => Document::parse(name, &added_text(&json::text(file, "patch").unwrap_or_default())),
    }
}

/// The lines that a unified diff adds.
fn added_text(patch: &str) -> String {
    let mut text = String::new();
    for line in patch.lines() {
        if let Some(added) = line.strip_prefix('+') {
            text.push_str(added);
            text.push('\n');
        }
    }
    text
}
