//! The prerendered HTML files beside the snapshot.

use std::path::PathBuf;
use std::sync::Arc;

use super::{Error, IcuFormat, Options, catalogs};
use crate::config::Layout;
use crate::github::Repository;
use crate::i18n::{Catalog, Language};
use crate::prerender::{self, PageLinks};
use crate::proposal::Time;

/// Renders the HTML files of a snapshot, each with its path.
pub(super) fn files(
    options: &Options,
    json: &str,
    made_at: Time,
    links: Option<&Arc<PageLinks>>,
) -> Result<Vec<(PathBuf, String)>, Error> {
    let file = |(layout, language, path)| {
        let repository = &options.repository;
        let catalog = catalog(language)?;
        Ok((path, prerender::render(json, made_at, repository, layout, links.cloned(), catalog)))
    };
    options.html_files().into_iter().map(file).collect()
}

/// Renders a snapshot, which was made at `made_at`, in a layout and language, without links to static pages.
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
    Ok(prerender::render(json, made_at, repository, layout, None, catalog(language)?))
}

/// Returns the catalog of a language.
///
/// # Errors
/// [`Error::UnsupportedLanguage`] if ICU4X has no data for it.
pub(super) fn catalog(language: Language) -> Result<Arc<Catalog>, Error> {
    let catalog = || {
        let format = Box::new(IcuFormat::new(language)?);
        Catalog::parse(language, catalogs::json(language)?, format).map(Arc::new)
    };
    catalog().ok_or(Error::UnsupportedLanguage { code: language.code() })
}
