//! The feed and the digest beside the snapshot.

use std::path::PathBuf;

use super::Options;
use crate::snapshot::Snapshot;
use crate::snapshot::archive::Archive;
use crate::syndication::{Publication, to_atom, to_digest};

/// The names of the files in the output directory.
const FEED_NAME: &str = "feed.xml";
const DIGEST_NAME: &str = "digest.md";

/// Writes the feed and the digest of a snapshot, each with its path; none if the options name no feed.
pub(super) fn files(options: &Options, snapshot: &Snapshot, archive: &Archive) -> Vec<(PathBuf, String)> {
    let Some(urls) = &options.feed else { return Vec::new() };
    let publication = Publication {
        repository: &options.repository,
        proposals: &snapshot.known_proposals(),
        meetings: &archive.meetings(),
        minutes_source: snapshot.records.minutes_source.as_deref(),
        made_at: snapshot.made_at,
    };
    vec![
        (options.out.join(FEED_NAME), to_atom(&publication, &urls.feed, &urls.page)),
        (options.out.join(DIGEST_NAME), to_digest(&publication)),
    ]
}
