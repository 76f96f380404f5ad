//! The snapshot builder: fetches a repository's proposals from GitHub, and writes them into one file, beside the same
//! proposals as prerendered HTML. Native only, behind the feature `snapshot-cli`.
//!
//! An existing file is only replaced by a better one. Whatever fails, it stays as it is.

mod api_base;
mod catalogs;
mod cli;
mod client;
mod collect;
mod env;
mod error;
mod html;
mod icu_format;
mod output;
mod paginate;
mod regression_check;
mod report;
mod token;

pub use api_base::ApiBase;
pub use cli::{Command, Options, USAGE, UsageError};
pub use client::{MAX_WAIT, RETRY_DELAYS};
pub use env::{Env, Progress, SystemEnv};
pub use error::Error;
pub use html::render;
pub use icu_format::IcuFormat;
pub use paginate::MAX_PAGES;
pub use regression_check::Regression;
pub use report::BuildReport;
pub use token::Token;

use client::Client;
use output::PreviousSnapshot;

use crate::github::SkippedItem;

/// Builds the snapshot, or with `--offline` only the HTML of the existing one.
///
/// # Errors
/// [`Error`]: why no file was changed.
pub fn build(options: &Options, env: &dyn Env) -> Result<BuildReport, Error> {
    let path = options.file();
    // Read first: no request is sent if the existing file must not be replaced.
    let previous = PreviousSnapshot::read(&path, &options.repository.name)?;
    if options.offline {
        let previous = previous.ok_or_else(|| Error::NoSnapshot { path: path.clone() })?;
        let made_at = previous.snapshot.made_at;
        return Ok(BuildReport::Offline { path, made_at, html_files: html::update(options, &previous)? });
    }
    let client = Client::new(options, env);
    let collected = collect::collect(options, &client, env)?;
    let (snapshot, histories) = (&collected.snapshot, &collected.histories);
    let now = snapshot.made_at;
    let text = format!("{}\n", snapshot.to_json_with_history(histories, &options.repository.name));
    if let Some(previous) = &previous {
        if previous.has_same_content(&text) && previous.is_recent(now) {
            let made_at = previous.snapshot.made_at;
            return Ok(BuildReport::Unchanged {
                path,
                made_at,
                html_files: html::update(options, previous)?,
            });
        }
        let exists = |number| client.exists(&options.repository.files_url(number));
        regression_check::check(previous, &collected, exists)?;
    }
    let mut files = html::files(options, &text, now)?;
    let html_files = files.len();
    // The JSON comes last: if the disk fails in between, the next run finds a difference and writes all of them.
    files.push((path.clone(), text));
    output::replace(&options.out, &files)?;
    let named = |list, problems: &[SkippedItem]| -> Vec<_> {
        problems.iter().map(|problem| (list, problem.clone())).collect()
    };
    Ok(BuildReport::Written {
        path,
        proposals: snapshot.proposals.len(),
        stage_changes: histories.by_number.values().map(Vec::len).sum(),
        requests: client.requests(),
        html_files,
        problems: [named("list", &snapshot.problems), named("events", &histories.problems)].concat(),
    })
}
