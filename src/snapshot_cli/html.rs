//! The prerendered HTML files beside the snapshot.

use std::path::PathBuf;
use std::sync::Arc;

use super::{Error, IcuFormat, Options, catalogs};
use crate::config::Layout;
use crate::github::Repository;
use crate::i18n::{Catalog, Language};
use crate::prerender;
use crate::proposal::Time;

/// Renders the HTML files of a snapshot, each with its path.
pub(super) fn files(options: &Options, json: &str, made_at: Time) -> Result<Vec<(PathBuf, String)>, Error> {
    let file =
        |(layout, language, path)| Ok((path, render(json, made_at, &options.repository, layout, language)?));
    options.html_files().into_iter().map(file).collect()
}

/// Renders a snapshot, which was made at `made_at`, in a layout and language.
///
/// # Errors
/// [`Error::UnsupportedLanguage`] if ICU4X has no data for the language.
pub fn render(
    json: &str,
    made_at: Time,
    repository: &Repository,
    layout: Layout,
    language: Language,
) -> Result<String, Error> {
    let catalog = catalog(language).ok_or(Error::UnsupportedLanguage { code: language.code() })?;
    Ok(prerender::render(json, made_at, repository, layout, catalog))
}

/// Returns the catalog of a language; `None` if ICU4X has no data for it.
fn catalog(language: Language) -> Option<Arc<Catalog>> {
    let format = Box::new(IcuFormat::new(language)?);
    Catalog::parse(language, catalogs::json(language)?, format).map(Arc::new)
}
