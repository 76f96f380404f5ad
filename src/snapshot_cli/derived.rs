//! The files that are made of the snapshot, beside it.

use std::path::PathBuf;

use super::output::{self, PreviousSnapshot};
use super::{Error, Options, feed_files, html, page_files, text_files};
use crate::prerender::Texts;
use crate::snapshot::Snapshot;
use crate::snapshot::archive::Archive;

/// The files that are made of a snapshot, each with its path and text.
pub(super) struct Derived {
    html: Vec<(PathBuf, String)>,
    feed: Vec<(PathBuf, String)>,
    pages: Vec<(PathBuf, String)>,
}

impl Derived {
    /// Makes the files of a snapshot, whose file has the text `json`. Without the texts of the documents, which are not
    /// in the snapshot, there are no pages and no files of texts.
    pub(super) fn of(
        options: &Options,
        json: &str,
        snapshot: &Snapshot,
        archive: &Archive,
        texts: Option<&Texts>,
    ) -> Result<Self, Error> {
        let links = page_files::links(options, snapshot, texts);
        let html = html::files(options, json, snapshot.made_at, links.as_ref())?;
        let mut pages = match (&links, texts) {
            (Some(links), Some(texts)) => page_files::files(options, json, snapshot, links, texts)?,
            _ => Vec::new(),
        };
        pages.extend(texts.into_iter().flat_map(|texts| text_files::files(options, texts)));
        let feed = feed_files::files(options, snapshot, archive);
        Ok(Derived { html, feed, pages })
    }

    /// Writes those files of the existing snapshot that are missing or belong to other data. Returns how many.
    pub(super) fn update(
        options: &Options,
        previous: &PreviousSnapshot,
        texts: Option<&Texts>,
    ) -> Result<DerivedCount, Error> {
        let PreviousSnapshot { text, snapshot, archive, .. } = previous;
        let mut derived = Derived::of(options, text, snapshot, archive, texts)?;
        for files in [&mut derived.html, &mut derived.feed, &mut derived.pages] {
            files.retain(|(path, text)| !output::has_content(path, text));
        }
        let count = derived.count();
        output::replace(&options.out, &derived.into_files())?;
        Ok(count)
    }

    pub(super) fn count(&self) -> DerivedCount {
        DerivedCount { html: self.html.len(), feed: self.feed.len(), pages: self.pages.len() }
    }

    pub(super) fn into_files(self) -> Vec<(PathBuf, String)> {
        let Derived { mut html, feed, pages } = self;
        html.extend(feed);
        html.extend(pages);
        html
    }
}

/// How many files of each kind there are.
#[derive(Clone, Copy)]
pub(super) struct DerivedCount {
    pub(super) html: usize,
    /// The feed and the digest.
    pub(super) feed: usize,
    /// The pages of proposals, their texts, and the sitemap.
    pub(super) pages: usize,
}
