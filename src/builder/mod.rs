//! The builder of a site's snapshot: asks GitHub for everything that is known of a repository's proposals, by
//! the same adapter as the widget, and writes it into one file; and beside it, by the same components as the
//! widget, the list as HTML. Native only, behind the feature `builder`.
//!
//! A file that is there is only replaced by a better one: whatever goes wrong, it stays as it is.

mod catalogues;
mod client;
mod failure;
mod file;
mod fragment;
mod gather;
mod order;
mod pages;
mod tongue;
mod world;
mod worse;

use std::fmt;
use std::path::PathBuf;

pub use client::{LONGEST_WAIT, PAUSES};
pub use failure::Failure;
pub use fragment::fragment;
pub use order::{Asked, Misuse, Order, Token, USAGE};
pub use pages::MOST_PAGES;
pub use tongue::Icu;
pub use world::{Progress, Terminal, World};
pub use worse::Worse;

use crate::github::Problem;
use crate::json::{Value, native};
use crate::proposal::Time;

/// How a run ended well.
#[derive(Clone, Debug, PartialEq)]
pub enum Done {
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
        fragments: usize,
        /// What could not be read, and is therefore not in it.
        problems: Vec<(&'static str, Problem)>,
    },
    /// The file that is there says the same, and is younger than a day.
    Untouched {
        /// Which.
        path: PathBuf,
        /// When it was made.
        made_at: Time,
        /// How many lists for a page were missing beside it, or of other data.
        fragments: usize,
    },
    /// Nobody was asked.
    Offline {
        /// The file that is there.
        path: PathBuf,
        /// When it was made.
        made_at: Time,
        /// How many lists for a page were missing beside it, or of other data.
        fragments: usize,
    },
}

impl fmt::Display for Done {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let also = |fragments| match fragments {
            0 => String::new(),
            fragments => format!(", {fragments} fragments"),
        };
        match self {
            Done::Written { path, proposals, steps, requests, fragments, problems } => {
                write!(f, "{}: {proposals} proposals, {steps} changes of stage, ", path.display())?;
                write!(f, "{requests} requests{}", also(*fragments))?;
                for (list, Problem { item, reason }) in problems {
                    write!(f, "\nnot in it: item {item} of the {list}, {reason}")?;
                }
                Ok(())
            }
            Done::Untouched { path, made_at, fragments } => {
                write!(f, "{}: nothing has changed since {}", path.display(), machine(*made_at))?;
                f.write_str(&also(*fragments))
            }
            Done::Offline { path, made_at, fragments } => {
                write!(f, "{} is of {}: {fragments} fragments", path.display(), machine(*made_at))
            }
        }
    }
}

/// Builds the snapshot that was ordered.
///
/// # Errors
/// [`Failure`]: why the files were left as they were.
pub fn build(order: &Order, world: &dyn World) -> Result<Done, Failure> {
    let path = order.file();
    // Before GitHub is asked for anything: a file that must not be replaced.
    let before = file::Before::read(&path, &order.repository.name)?;
    if order.offline {
        let before = before.ok_or_else(|| Failure::Missing { path: path.clone() })?;
        let made_at = before.snapshot.made_at;
        return Ok(Done::Offline { path, made_at, fragments: add_fragments(order, &before)? });
    }
    let client = client::Client::new(order, world);
    let gathered = gather::gather(order, &client, world)?;
    let (snapshot, histories) = (&gathered.snapshot, &gathered.histories);
    let now = snapshot.made_at;
    let file = snapshot.file_with(histories, &order.repository.name, machine);
    if let Some(before) = &before {
        if before.says(&file) && before.is_young(now) {
            let made_at = before.snapshot.made_at;
            return Ok(Done::Untouched { path, made_at, fragments: add_fragments(order, before)? });
        }
        worse::check(before, &gathered, |number| client.has(&order.repository.files(number)))?;
    }
    let mut files = fragments(order, &file, now)?;
    let written = files.len();
    // The last: where the disk refuses in between, the next run sees that something has changed.
    files.push((path.clone(), format!("{}\n", native::write(&file))));
    file::replace(&order.out, &files)?;
    let named = |list, problems: &[Problem]| -> Vec<_> {
        problems.iter().map(|problem| (list, problem.clone())).collect()
    };
    Ok(Done::Written {
        path,
        proposals: snapshot.proposals.len(),
        steps: histories.of.values().map(Vec::len).sum(),
        requests: client.requests(),
        fragments: written,
        problems: [named("list", &snapshot.problems), named("events", &histories.problems)].concat(),
    })
}

/// Writes those fragments of the file that is there that are missing, or are of other data; how many.
fn add_fragments(order: &Order, before: &file::Before) -> Result<usize, Failure> {
    let mut files = fragments(order, &before.file, before.snapshot.made_at)?;
    files.retain(|(path, text)| !file::holds(path, text));
    file::replace(&order.out, &files)?;
    Ok(files.len())
}

/// The fragments that belong beside a file, each with its path.
fn fragments(order: &Order, file: &Value, made_at: Time) -> Result<Vec<(PathBuf, String)>, Failure> {
    let one =
        |(layout, language, path)| Ok((path, fragment(file, made_at, &order.repository, layout, language)?));
    order.fragments().into_iter().map(one).collect()
}

/// RFC 3339 in UTC, as GitHub writes times.
fn machine(time: Time) -> String {
    time.to_rfc3339_opts(chrono::SecondsFormat::AutoSi, true)
}
