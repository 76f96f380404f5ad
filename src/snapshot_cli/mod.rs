//! The builder of a site's snapshot: asks GitHub for everything that is known of a repository's proposals, by
//! the same adapter as the widget, and writes it into one file; and beside it, by the same components as the
//! widget, the list as HTML. Native only, behind the feature `builder`.
//!
//! A file that is there is only replaced by a better one: whatever goes wrong, it stays as it is.

mod catalogs;
mod cli;
mod client;
mod collect;
mod env;
mod error;
mod icu_format;
mod output;
mod paginate;
mod regression_check;

use std::fmt;
use std::path::PathBuf;
use std::sync::Arc;

pub use cli::{Command, Options, Token, USAGE, UsageError};
pub use client::{MAX_WAIT, RETRY_DELAYS};
pub use env::{Env, Progress, SystemEnv};
pub use error::Error;
pub use icu_format::IcuFormat;
pub use paginate::MAX_PAGES;
pub use regression_check::Regression;

use crate::config::Layout;
use crate::github::{Repository, SkippedItem};
use crate::i18n::{Catalog, Language};
use crate::json::{Value, native};
use crate::prerender;
use crate::proposal::{Time, to_iso8601};

/// How a run ended well.
#[derive(Clone, Debug, PartialEq)]
pub enum BuildReport {
    /// A new file was written.
    Written {
        /// Which.
        path: PathBuf,
        /// How many proposals it has.
        proposals: usize,
        /// How many changes of stage.
        steps: usize,
        /// How many requests it took.
        requests: u32,
        /// How many lists for a page were written beside it.
        html_files: usize,
        /// What could not be read, and is therefore not in it.
        problems: Vec<(&'static str, SkippedItem)>,
    },
    /// The file that is there says the same, and is younger than a day.
    Unchanged {
        /// Which.
        path: PathBuf,
        /// When it was made.
        made_at: Time,
        /// How many lists for a page were missing beside it, or of other data.
        html_files: usize,
    },
    /// Nobody was asked.
    Offline {
        /// The file that is there.
        path: PathBuf,
        /// When it was made.
        made_at: Time,
        /// How many lists for a page were missing beside it, or of other data.
        html_files: usize,
    },
}

impl fmt::Display for BuildReport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let also = |html_files| match html_files {
            0 => String::new(),
            html_files => format!(", {html_files} fragments"),
        };
        match self {
            BuildReport::Written { path, proposals, steps, requests, html_files, problems } => {
                write!(f, "{}: {proposals} proposals, {steps} changes of stage, ", path.display())?;
                write!(f, "{requests} requests{}", also(*html_files))?;
                for (list, SkippedItem { item, reason }) in problems {
                    write!(f, "\nnot in it: item {item} of the {list}, {reason}")?;
                }
                Ok(())
            }
            BuildReport::Unchanged { path, made_at, html_files } => {
                write!(f, "{}: nothing has changed since {}", path.display(), to_iso8601(*made_at))?;
                f.write_str(&also(*html_files))
            }
            BuildReport::Offline { path, made_at, html_files } => {
                write!(f, "{} is of {}: {html_files} fragments", path.display(), to_iso8601(*made_at))
            }
        }
    }
}

/// Builds the snapshot that was ordered.
///
/// # Errors
/// [`Error`]: why the files were left as they were.
pub fn build(options: &Options, env: &dyn Env) -> Result<BuildReport, Error> {
    let path = options.file();
    // Before GitHub is asked for anything: a file that must not be replaced.
    let before = output::PreviousSnapshot::read(&path, &options.repository.name)?;
    if options.offline {
        let before = before.ok_or_else(|| Error::NoSnapshot { path: path.clone() })?;
        let made_at = before.snapshot.made_at;
        return Ok(BuildReport::Offline { path, made_at, html_files: add_missing_html(options, &before)? });
    }
    let client = client::Client::new(options, env);
    let collected = collect::collect(options, &client, env)?;
    let (snapshot, histories) = (&collected.snapshot, &collected.histories);
    let now = snapshot.made_at;
    let file = snapshot.to_json_with_history(histories, &options.repository.name);
    if let Some(before) = &before {
        if before.same_content(&file) && before.is_recent(now) {
            let made_at = before.snapshot.made_at;
            return Ok(BuildReport::Unchanged {
                path,
                made_at,
                html_files: add_missing_html(options, before)?,
            });
        }
        regression_check::check(before, &collected, |number| {
            client.exists(&options.repository.files_url(number))
        })?;
    }
    let mut files = html_files(options, &file, now)?;
    let written = files.len();
    // The last: where the disk refuses in between, the next run sees that something has changed.
    files.push((path.clone(), format!("{}\n", native::write(&file))));
    output::replace(&options.out, &files)?;
    let named = |list, problems: &[SkippedItem]| -> Vec<_> {
        problems.iter().map(|problem| (list, problem.clone())).collect()
    };
    Ok(BuildReport::Written {
        path,
        proposals: snapshot.proposals.len(),
        steps: histories.by_number.values().map(Vec::len).sum(),
        requests: client.requests(),
        html_files: written,
        problems: [named("list", &snapshot.problems), named("events", &histories.problems)].concat(),
    })
}

/// Writes those html_files of the file that is there that are missing, or are of other data; how many.
fn add_missing_html(options: &Options, before: &output::PreviousSnapshot) -> Result<usize, Error> {
    let mut files = html_files(options, &before.file, before.snapshot.made_at)?;
    files.retain(|(path, text)| !output::has_content(path, text));
    output::replace(&options.out, &files)?;
    Ok(files.len())
}

/// The html_files that belong beside a file, each with its path.
fn html_files(options: &Options, file: &Value, made_at: Time) -> Result<Vec<(PathBuf, String)>, Error> {
    let one =
        |(layout, language, path)| Ok((path, render(file, made_at, &options.repository, layout, language)?));
    options.html_files().into_iter().map(one).collect()
}

/// Renders a snapshot in a language.
///
/// # Errors
/// [`Error::UnsupportedLanguage`] if ICU4X has no data for the language.
pub fn render(
    file: &Value,
    made_at: Time,
    repository: &Repository,
    layout: Layout,
    language: Language,
) -> Result<String, Error> {
    let catalog = catalog(language).ok_or(Error::UnsupportedLanguage { code: language.code() })?;
    Ok(prerender::render(file, made_at, repository, layout, catalog))
}

/// Returns the messages of a language.
fn catalog(language: Language) -> Option<Arc<Catalog>> {
    let format = Box::new(IcuFormat::new(language)?);
    Catalog::parse(language, catalogs::of(language)?, format).map(Arc::new)
}
