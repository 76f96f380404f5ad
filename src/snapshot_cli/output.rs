//! The file: what it says before, and how another one takes its place.

use std::fs::{self, File};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

use super::Error;
use crate::github::DecodeError;
use crate::json::{Value, items, native};
use crate::proposal::Time;
use crate::snapshot::{self, Snapshot};

/// How old a file may become that says what GitHub says. One that is written says its age anew.
const LONGEST_AGE: chrono::TimeDelta = chrono::TimeDelta::days(1);

/// What the file says that is there.
pub(super) struct PreviousSnapshot {
    pub(super) file: Value,
    pub(super) snapshot: Snapshot,
    /// How many changes of stage it has.
    pub(super) steps: usize,
    /// How many items could not be read for it.
    pub(super) problems: usize,
}

impl PreviousSnapshot {
    /// Reads the file; `None` where there is none, or nothing is in it.
    pub(super) fn read(path: &Path, repository: &str) -> Result<Option<Self>, Error> {
        let bytes = match fs::read(path) {
            Ok(bytes) => bytes,
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(io_error(path, &error)),
        };
        if bytes.trim_ascii().is_empty() {
            return Ok(None);
        }
        let file = native::read(&String::from_utf8_lossy(&bytes));
        let snapshot = snapshot::decode(&file, repository)
            .map_err(|DecodeError(reason)| Error::NotASnapshot { path: path.to_owned(), reason })?;
        let steps = items(&file, "proposals").iter().map(|record| items(record, "history").len()).sum();
        let problems = snapshot.problems.len() + items(&file, "history_problems").len();
        Ok(Some(PreviousSnapshot { file, snapshot, steps, problems }))
    }

    /// Whether it says the same as `file`, but for when it was made.
    pub(super) fn same_content(&self, file: &Value) -> bool {
        let (Value::Object(before), Value::Object(now)) = (&self.file, file) else { return false };
        let facts = |(key, _): &&(String, Value)| key != "made_at";
        before.iter().filter(facts).eq(now.iter().filter(facts))
    }

    /// Whether it was made within a day before `now`. One that was made after `now` is not: a clock was
    /// wrong.
    pub(super) fn is_recent(&self, now: Time) -> bool {
        let age = now - self.snapshot.made_at;
        age >= chrono::TimeDelta::zero() && age < LONGEST_AGE
    }
}

/// Puts files with these texts in the place of those that are there, one after the other, once all of them are
/// on the disk. Whoever reads one meanwhile has the old one or the new one, whole; so has the disk, whenever
/// the machine stops.
pub(super) fn replace(folder: &Path, files: &[(PathBuf, String)]) -> Result<(), Error> {
    fs::create_dir_all(folder).map_err(|error| io_error(folder, &error))?;
    // Before any of them has taken its place.
    if let Some((path, _)) = files.iter().find(|(path, _)| path.is_dir()) {
        return Err(io_error(path, &ErrorKind::IsADirectory.into()));
    }
    let mut temp_files = Vec::new();
    let replaced = files
        .iter()
        .try_for_each(|(path, text)| {
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            // In the same folder, for only within one file system a file takes another's place at once.
            let temp_file = folder.join(format!(".{name}.{}", std::process::id()));
            temp_files.push(temp_file.clone());
            write(&temp_file, text).map_err(|error| io_error(path, &error))
        })
        .and_then(|()| {
            let mut written = temp_files.iter().zip(files);
            written.try_for_each(|(temp_file, (path, _))| {
                fs::rename(temp_file, path).map_err(|error| io_error(path, &error))
            })
        });
    if replaced.is_err() {
        // Those that took their places, or never came into being, are not there.
        temp_files.iter().for_each(|temp_file| drop(fs::remove_file(temp_file)));
    }
    replaced
}

/// Whether a file says just this.
pub(super) fn has_content(path: &Path, text: &str) -> bool {
    fs::read(path).is_ok_and(|bytes| bytes == text.as_bytes())
}

fn write(path: &Path, text: &str) -> io::Result<()> {
    let mut file = File::create(path)?;
    file.write_all(text.as_bytes())?;
    file.sync_all()
}

fn io_error(path: &Path, error: &io::Error) -> Error {
    Error::Io { path: path.to_owned(), why: error.to_string() }
}
