//! The static pages of the proposals beside the snapshot, and the sitemap that lists them.

use std::collections::BTreeSet;
use std::path::PathBuf;

use super::{Error, Options, html};
use crate::i18n::Language;
use crate::prerender::{ProposalPages, Texts, file_name};
use crate::snapshot::Snapshot;
use crate::syndication::to_sitemap;

/// The names in the output directory.
const FOLDER_NAME: &str = "proposals";
const SITEMAP_NAME: &str = "sitemap.xml";

/// Renders the pages of the proposals with a text, and the sitemap, each with its path. `json` is the text of the
/// snapshot's file. Proposals without a text keep the page that they have. None if the options ask for no pages.
pub(super) fn files(
    options: &Options,
    json: &str,
    snapshot: &Snapshot,
    texts: &Texts,
) -> Result<Vec<(PathBuf, String)>, Error> {
    let Some(urls) = &options.pages else { return Ok(Vec::new()) };
    let path = |number| options.out.join(FOLDER_NAME).join(file_name(number));
    let proposals = &snapshot.proposals;
    let has_page = |number: &u32| texts.contains_key(number) || path(*number).is_file();
    let numbers: BTreeSet<u32> = proposals.iter().map(|proposal| proposal.number).filter(has_page).collect();
    let listed = proposals.iter().filter(|proposal| numbers.contains(&proposal.number));
    let sitemap = to_sitemap(listed.map(|proposal| (urls.page(proposal.number), proposal.updated_at)));
    let catalog = html::catalog(Language::default())?;
    let pages = ProposalPages { repository: &options.repository, urls, texts, numbers };
    let pages = pages.render(json, snapshot.made_at, catalog);
    let mut files: Vec<_> = pages.into_iter().map(|(number, html)| (path(number), html)).collect();
    files.push((options.out.join(SITEMAP_NAME), sitemap));
    Ok(files)
}
