//! The texts of the proposals beside the snapshot, which spare visitors the requests for them.

use std::path::PathBuf;

use super::Options;
use crate::prerender::Texts;
use crate::reading::{OpenDocument, ReadResponse};

/// The folder in the output directory.
const FOLDER_NAME: &str = "texts";

/// Returns the file of each text, with its path: as the document module would return it, in JSON. A proposal that has no text any
/// longer has a file that says so, in the place of an older one. None if the options ask for no texts.
pub(super) fn files(options: &Options, texts: &Texts) -> Vec<(PathBuf, String)> {
    if !options.texts {
        return Vec::new();
    }
    let file = |(number, document): (&u32, &Option<_>)| {
        let document = document.as_deref().cloned();
        let response =
            document.map_or(ReadResponse::Nothing, |it: OpenDocument| ReadResponse::Document(Box::new(it)));
        // Numbers and texts can always be written.
        let json = serde_json::to_string(&response).unwrap_or_default();
        (options.out.join(FOLDER_NAME).join(format!("{number}.json")), format!("{json}\n"))
    };
    texts.iter().map(file).collect()
}
