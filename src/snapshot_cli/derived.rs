//! The files that are made of the snapshot, beside it.

use std::path::PathBuf;

use super::output::{self, PreviousSnapshot};
use super::{Error, Options, feed_files, html};
use crate::snapshot::Snapshot;
use crate::snapshot::archive::Archive;

/// The files that are made of a snapshot, each with its path and text.
pub(super) struct Derived {
    html: Vec<(PathBuf, String)>,
    feed: Vec<(PathBuf, String)>,
}

impl Derived {
    /// Makes the files of a snapshot, whose file has the text `json`.
    pub(super) fn of(
        options: &Options,
        json: &str,
        snapshot: &Snapshot,
        archive: &Archive,
    ) -> Result<Self, Error> {
        let html = html::files(options, json, snapshot.made_at)?;
        Ok(Derived { html, feed: feed_files::files(options, snapshot, archive) })
    }

    /// Writes those files of the existing snapshot that are missing or belong to other data. Returns how many.
    pub(super) fn update(options: &Options, previous: &PreviousSnapshot) -> Result<DerivedCount, Error> {
        let PreviousSnapshot { text, snapshot, archive, .. } = previous;
        let mut derived = Derived::of(options, text, snapshot, archive)?;
        for files in [&mut derived.html, &mut derived.feed] {
            files.retain(|(path, text)| !output::has_content(path, text));
        }
        let count = derived.count();
        output::replace(&options.out, &derived.into_files())?;
        Ok(count)
    }

    pub(super) fn count(&self) -> DerivedCount {
        DerivedCount { html: self.html.len(), feed: self.feed.len() }
    }

    pub(super) fn into_files(self) -> Vec<(PathBuf, String)> {
        let Derived { mut html, feed } = self;
        html.extend(feed);
        html
    }
}

/// How many files of each kind there are.
#[derive(Clone, Copy)]
pub(super) struct DerivedCount {
    pub(super) html: usize,
    /// The feed and the digest.
    pub(super) feed: usize,
}
