//! The result of a successful run.

use std::fmt;
use std::path::PathBuf;

use super::{Learned, Problem};
use crate::proposal::{Time, to_iso8601};

/// What a run has done. `Display` writes the line for the terminal.
#[derive(Clone, Debug, PartialEq)]
pub enum BuildReport {
    /// A new snapshot was written.
    Written {
        /// The snapshot's path.
        path: PathBuf,
        /// Proposals in it.
        proposals: usize,
        /// Stage changes in it.
        stage_changes: usize,
        /// Requests sent.
        requests: u32,
        /// HTML files written.
        html_files: usize,
        /// Feed files written: the feed and the digest, or none.
        feed_files: usize,
        /// Pages of proposals, their texts and the sitemap, if they were written.
        page_files: usize,
        /// What it tells beyond GitHub's list.
        learned: Box<Learned>,
        /// Items that could not be read.
        problems: Vec<Problem>,
    },
    /// The existing snapshot has the same content and is less than a day old.
    Unchanged {
        /// The snapshot's path.
        path: PathBuf,
        /// When it was made.
        made_at: Time,
        /// HTML files written, because they were missing or belonged to other data.
        html_files: usize,
        /// Feed files written, for the same reasons.
        feed_files: usize,
        /// Pages of proposals, their texts and the sitemap, if they were written for the same reasons.
        page_files: usize,
        /// Items that could not be read.
        problems: Vec<Problem>,
    },
    /// No request was sent.
    Offline {
        /// The snapshot's path.
        path: PathBuf,
        /// When it was made.
        made_at: Time,
        /// HTML files written, because they were missing or belonged to other data.
        html_files: usize,
        /// Feed files written, for the same reasons.
        feed_files: usize,
    },
}

impl fmt::Display for BuildReport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            BuildReport::Written {
                path,
                proposals,
                stage_changes,
                requests,
                html_files,
                feed_files,
                page_files,
                learned,
                problems,
            } => {
                let (path, files) = (path.display(), file_counts(*html_files, *feed_files, *page_files));
                write!(
                    f,
                    "{path}: {proposals} proposals, {stage_changes} stage changes, {requests} requests"
                )?;
                write!(f, ", {files}\n{learned}")?;
                write_lines(f, problems)
            }
            BuildReport::Unchanged { path, made_at, html_files, feed_files, page_files, problems } => {
                let (path, made_at) = (path.display(), to_iso8601(*made_at));
                let files = file_counts(*html_files, *feed_files, *page_files);
                write!(f, "{path}: unchanged since {made_at}, {files}")?;
                write_lines(f, problems)
            }
            BuildReport::Offline { path, made_at, html_files, feed_files } => {
                let (path, made_at) = (path.display(), to_iso8601(*made_at));
                write!(f, "{path}: made at {made_at}, {}", file_counts(*html_files, *feed_files, 0))
            }
        }
    }
}

/// Names the files of feed and pages only if they were written: most sites have none.
fn file_counts(html_files: usize, feed_files: usize, page_files: usize) -> String {
    let named = |count: usize, name: &str| match count {
        0 => String::new(),
        _ => format!(", {count} {name} files"),
    };
    format!("{html_files} HTML files{}{}", named(feed_files, "feed"), named(page_files, "page"))
}

fn write_lines(f: &mut fmt::Formatter<'_>, problems: &[Problem]) -> fmt::Result {
    problems.iter().try_for_each(|problem| write!(f, "\n{problem}"))
}
