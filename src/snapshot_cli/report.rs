//! The result of a successful run.

use std::fmt;
use std::path::PathBuf;

use crate::github::SkippedItem;
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
        /// Items that could not be read and are missing, with the list they belong to.
        problems: Vec<(&'static str, SkippedItem)>,
    },
    /// The existing snapshot has the same content and is less than a day old.
    Unchanged {
        /// The snapshot's path.
        path: PathBuf,
        /// When it was made.
        made_at: Time,
        /// HTML files written, because they were missing or belonged to other data.
        html_files: usize,
    },
    /// No request was sent.
    Offline {
        /// The snapshot's path.
        path: PathBuf,
        /// When it was made.
        made_at: Time,
        /// HTML files written, because they were missing or belonged to other data.
        html_files: usize,
    },
}

impl fmt::Display for BuildReport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            BuildReport::Written { path, proposals, stage_changes, requests, html_files, problems } => {
                let path = path.display();
                write!(
                    f,
                    "{path}: {proposals} proposals, {stage_changes} stage changes, {requests} requests"
                )?;
                write!(f, ", {html_files} HTML files")?;
                for (list, SkippedItem { item, reason }) in problems {
                    write!(f, "\nskipped item {item} of the {list}: {reason}")?;
                }
                Ok(())
            }
            BuildReport::Unchanged { path, made_at, html_files } => {
                let (path, made_at) = (path.display(), to_iso8601(*made_at));
                write!(f, "{path}: unchanged since {made_at}, {html_files} HTML files")
            }
            BuildReport::Offline { path, made_at, html_files } => {
                let (path, made_at) = (path.display(), to_iso8601(*made_at));
                write!(f, "{path}: made at {made_at}, {html_files} HTML files")
            }
        }
    }
}
