//! The texts of the proposals beside the snapshot, which spare visitors the requests for them.

use std::path::PathBuf;
use std::sync::Arc;

use super::Options;
use crate::prerender::Texts;
use crate::reading::{Answer, OpenDocument};

/// The folder in the output directory.
const FOLDER_NAME: &str = "texts";

/// Writes each text as JSON, as the document module would answer, with the path of its file. None if the options ask for no texts.
pub(super) fn files(options: &Options, texts: &Texts) -> Vec<(PathBuf, String)> {
    let file = |number: &u32, json| (options.out.join(FOLDER_NAME).join(format!("{number}.json")), json);
    let texts = texts.iter().filter(|_| options.texts);
    let json = |(number, document)| {
        let document: &Option<Arc<OpenDocument>> = document;
        let document = Box::new(OpenDocument::clone(document.as_ref()?));
        let json = serde_json::to_string(&Answer::Document(document)).ok()?;
        Some(file(number, format!("{json}\n")))
    };
    texts.filter_map(json).collect()
}
