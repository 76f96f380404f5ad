//! The text of a file, from the endpoints of contents and of blobs.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::Value;

use crate::github::fields::str_field;

/// Returns the text of a file, from a response; `None` if GitHub left it out, as it does above a megabyte.
///
/// # Errors
/// Why it cannot be read.
pub(super) fn parse(body: &str) -> Result<Option<String>, String> {
    let file = serde_json::from_str(body).map_err(|error| error.to_string())?;
    if str_field(&file, "encoding") == Some("none") { Ok(None) } else { decode(&file).map(Some) }
}

/// Returns the text of a file: base64 in lines.
///
/// # Errors
/// Why it cannot be read.
pub(super) fn decode(file: &Value) -> Result<String, String> {
    let content = str_field(file, "content").unwrap_or_default();
    let content: String = content.split_ascii_whitespace().collect();
    if str_field(file, "encoding") != Some("base64") {
        return Err("its content is not base64".to_owned());
    }
    let bytes = STANDARD.decode(content).map_err(|error| error.to_string())?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}
