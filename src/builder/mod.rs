//! The builder of a site's snapshot: asks GitHub for everything that is known of a repository's proposals, by
//! the same adapter as the widget, and writes it into one file. Native only, behind the feature `builder`.
//!
//! A file that is there is only replaced by a better one: whatever goes wrong, it stays as it is.

mod client;
mod failure;
mod file;
mod gather;
mod order;
mod pages;
mod world;
mod worse;

use std::fmt;
use std::path::PathBuf;

pub use client::{LONGEST_WAIT, PAUSES};
pub use failure::Failure;
pub use order::{Asked, Misuse, Order, Token, USAGE};
pub use pages::MOST_PAGES;
pub use world::{Progress, Terminal, World};
pub use worse::Worse;

use crate::github::Problem;
use crate::json::native;
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
        /// What could not be read, and is therefore not in it.
        problems: Vec<(&'static str, Problem)>,
    },
    /// The file that is there says the same, and is younger than a day.
    Untouched {
        /// Which.
        path: PathBuf,
        /// When it was made.
        made_at: Time,
    },
}

impl fmt::Display for Done {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Done::Written { path, proposals, steps, requests, problems } => {
                write!(f, "{}: {proposals} proposals, {steps} changes of stage, ", path.display())?;
                write!(f, "{requests} requests")?;
                for (list, Problem { item, reason }) in problems {
                    write!(f, "\nnot in it: item {item} of the {list}, {reason}")?;
                }
                Ok(())
            }
            Done::Untouched { path, made_at } => {
                write!(f, "{}: nothing has changed since {}", path.display(), machine(*made_at))
            }
        }
    }
}

/// Builds the snapshot that was ordered.
///
/// # Errors
/// [`Failure`]: why the file was left as it was.
pub fn build(order: &Order, world: &dyn World) -> Result<Done, Failure> {
    let path = order.file();
    // Before GitHub is asked for anything: a file that must not be replaced.
    let before = file::Before::read(&path, &order.repository.name)?;
    let client = client::Client::new(order, world);
    let gathered = gather::gather(order, &client, world)?;
    let (snapshot, histories) = (&gathered.snapshot, &gathered.histories);
    let now = snapshot.made_at;
    let file = snapshot.file_with(histories, &order.repository.name, machine);
    if let Some(before) = &before {
        if before.says(&file) && before.is_young(now) {
            return Ok(Done::Untouched { path, made_at: before.snapshot.made_at });
        }
        worse::check(before, &gathered, |number| client.has(&order.repository.files(number)))?;
    }
    file::replace(&path, &format!("{}\n", native::write(&file)))?;
    let named = |list, problems: &[Problem]| -> Vec<_> {
        problems.iter().map(|problem| (list, problem.clone())).collect()
    };
    Ok(Done::Written {
        path,
        proposals: snapshot.proposals.len(),
        steps: histories.of.values().map(Vec::len).sum(),
        requests: client.requests(),
        problems: [named("list", &snapshot.problems), named("events", &histories.problems)].concat(),
    })
}

/// RFC 3339 in UTC, as GitHub writes times.
fn machine(time: Time) -> String {
    time.to_rfc3339_opts(chrono::SecondsFormat::AutoSi, true)
}
