//! The snapshot builder: fetches a repository's proposals from GitHub, and writes them into one file, beside the same
//! proposals as prerendered HTML, and on request as a feed and as static pages. Native only, behind the feature `snapshot-cli`.
//!
//! An existing file is only replaced by a better one. Whatever fails, it stays as it is.

mod api_base;
mod catalogs;
mod cli;
mod client;
mod collect;
mod conflicts;
mod derived;
mod documents;
mod env;
mod error;
mod feed_files;
mod file_content;
mod html;
mod icu_format;
mod learned;
mod minutes;
mod output;
mod page_files;
mod paginate;
mod problem;
mod regression_check;
mod report;
mod text_files;
mod timelines;
mod token;

pub use api_base::ApiBase;
pub use cli::{Command, FeedUrls, Options, USAGE, UsageError};
pub use client::{MAX_WAIT, RETRY_DELAYS};
pub use env::{Env, Progress, SystemEnv};
pub use error::Error;
pub use html::render;
pub use icu_format::IcuFormat;
pub use learned::Learned;
pub use paginate::MAX_PAGES;
pub use problem::Problem;
pub use regression_check::Regression;
pub use report::BuildReport;
pub use token::Token;

pub use crate::prerender::PageUrls;

use client::Client;
use derived::{Derived, DerivedCount};
use output::PreviousSnapshot;

/// Builds the snapshot, or with `--offline` only the files that are made of the existing one.
///
/// # Errors
/// [`Error`]: why no file was changed.
pub fn build(options: &Options, env: &dyn Env) -> Result<BuildReport, Error> {
    let path = options.file();
    let _lock = output::lock(&options.out, env);
    // Read first: no request is sent if the existing file must not be replaced.
    let previous = PreviousSnapshot::read(&path, &options.repository.name)?;
    if options.offline {
        let previous = previous.ok_or_else(|| Error::NoSnapshot { path: path.clone() })?;
        let made_at = previous.snapshot.made_at;
        if options.needs_texts() {
            env.log(
                "Static pages and texts stay as they are: the snapshot does not have the texts of proposals",
            );
        }
        let count = Derived::update(options, &previous, None)?;
        let DerivedCount { html: html_files, feed: feed_files, .. } = count;
        return Ok(BuildReport::Offline { path, made_at, html_files, feed_files });
    }
    let client = Client::new(options, env);
    let collected = collect::collect(&client, previous.as_ref())?;
    let snapshot = &collected.snapshot;
    let now = snapshot.made_at;
    let name = &options.repository.name;
    let text = format!("{}\n", snapshot.to_json_with_archive(&collected.archive, name));
    if let Some(previous) = &previous {
        if previous.has_same_content(&text) && previous.is_recent(now) {
            let count = Derived::update(options, previous, Some(&collected.texts))?;
            let DerivedCount { html: html_files, feed: feed_files, pages: page_files } = count;
            return Ok(BuildReport::Unchanged {
                path,
                made_at: previous.snapshot.made_at,
                html_files,
                feed_files,
                page_files,
                problems: collected.problems,
            });
        }
        let exists = |number| client.exists(&options.repository.files_url(number));
        regression_check::check(previous, &collected, exists)?;
    }
    let derived = Derived::of(options, &text, snapshot, &collected.archive, Some(&collected.texts))?;
    let DerivedCount { html: html_files, feed: feed_files, pages: page_files } = derived.count();
    let mut files = derived.into_files();
    // The JSON comes last: if the disk fails in between, the next run finds a difference and writes all of them.
    files.push((path.clone(), text));
    output::replace(&options.out, &files)?;
    Ok(BuildReport::Written {
        path,
        proposals: snapshot.proposals.len(),
        stage_changes: snapshot.records.iter().map(|(_, record)| record.history.len()).sum(),
        requests: client.requests(),
        html_files,
        feed_files,
        page_files,
        learned: Box::new(Learned::of(&collected)),
        problems: collected.problems,
    })
}
