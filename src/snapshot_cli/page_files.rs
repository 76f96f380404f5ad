//! The static pages of the proposals beside the snapshot, and the sitemap that lists them.

use std::path::PathBuf;
use std::sync::Arc;

use super::{Error, Options, html};
use crate::i18n::Language;
use crate::prerender::{PageLinks, ProposalPages, Texts, file_name};
use crate::snapshot::Snapshot;
use crate::syndication::to_sitemap;

/// The names in the output directory.
const FOLDER_NAME: &str = "proposals";
const SITEMAP_NAME: &str = "sitemap.xml";

/// Returns the proposals that have a page, or get one: those with a text, and those whose page is there. `None` if the
/// options ask for no pages.
pub(super) fn links(options: &Options, snapshot: &Snapshot, texts: Option<&Texts>) -> Option<Arc<PageLinks>> {
    let urls = options.pages.clone()?;
    let has_text = |number: &u32| texts.is_some_and(|texts| texts.contains_key(number));
    let has_page = |number: &u32| has_text(number) || path(options, *number).is_file();
    let numbers = snapshot.proposals.iter().map(|proposal| proposal.number).filter(has_page).collect();
    Some(Arc::new(PageLinks { urls, numbers }))
}

/// Renders the pages of the proposals with a text, and the sitemap of all that have a page, each with its path. `json` is the
/// text of the snapshot's file.
pub(super) fn files(
    options: &Options,
    json: &str,
    snapshot: &Snapshot,
    links: &Arc<PageLinks>,
    texts: &Texts,
) -> Result<Vec<(PathBuf, String)>, Error> {
    let listed = snapshot.proposals.iter().filter(|proposal| links.numbers.contains(&proposal.number));
    let sitemap = to_sitemap(listed.map(|proposal| (links.urls.page(proposal.number), proposal.updated_at)));
    let catalog = html::catalog(Language::default())?;
    let feed = options.feed.as_ref().map(|urls| urls.feed.as_str());
    let pages = ProposalPages { repository: &options.repository, links: Arc::clone(links), feed, texts };
    let pages = pages.render(json, snapshot.made_at, catalog);
    let mut files: Vec<_> = pages.into_iter().map(|(number, html)| (path(options, number), html)).collect();
    files.push((options.out.join(SITEMAP_NAME), sitemap));
    Ok(files)
}

fn path(options: &Options, number: u32) -> PathBuf {
    options.out.join(FOLDER_NAME).join(file_name(number))
}
