//! The output directory: the existing snapshot, and the replacement of files.

use std::fs::{self, File, TryLockError};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

use chrono::TimeDelta;
use serde_json::Value;

use super::{Env, Error};
use crate::github::fields::array_field;
use crate::proposal::Time;
use crate::snapshot::archive::Archive;
use crate::snapshot::{self, Snapshot};

/// Age at which a snapshot is replaced even by one of the same content, so that its age says that the job runs.
const MAX_AGE: TimeDelta = TimeDelta::days(1);

/// The snapshot that exists in the output directory.
pub(super) struct PreviousSnapshot {
    /// The file as it is.
    pub(super) text: String,
    /// The file as JSON.
    json: Value,
    pub(super) snapshot: Snapshot,
    pub(super) archive: Archive,
    pub(super) stage_changes: usize,
}

impl PreviousSnapshot {
    /// Reads the file. Returns `None` if it does not exist or is empty.
    ///
    /// # Errors
    /// [`Error::NotASnapshot`] if it is something else; [`Error::Io`].
    pub(super) fn read(path: &Path, repository: &str) -> Result<Option<Self>, Error> {
        let bytes = match fs::read(path) {
            Ok(bytes) => bytes,
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(io_error(path, &error)),
        };
        if bytes.trim_ascii().is_empty() {
            return Ok(None);
        }
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let not_a_snapshot = |reason| Error::NotASnapshot { path: path.to_owned(), reason };
        let json: Value = serde_json::from_str(&text)
            .map_err(|error| not_a_snapshot(snapshot::DecodeError::NotJson(error.to_string())))?;
        let snapshot = snapshot::decode_value(&json, repository).map_err(not_a_snapshot)?;
        let archive = Archive::decode(&json);
        // Schema 2 has the history of a proposal in the proposal, schema 3 in its record.
        let records = json.get("records").map(|records| array_field(records, "proposals"));
        let of = |item: &Value| array_field(item, "history").len();
        let items = array_field(&json, "proposals").iter().chain(records.unwrap_or_default());
        let stage_changes = items.map(of).sum();
        Ok(Some(PreviousSnapshot { text, json, snapshot, archive, stage_changes }))
    }

    /// True if a new file has the same content, apart from `made_at`.
    pub(super) fn has_same_content(&self, text: &str) -> bool {
        let Ok(mut new) = serde_json::from_str::<Value>(text) else { return false };
        if let (Some(new), Some(made_at)) = (new.as_object_mut(), self.json.get("made_at")) {
            new.insert("made_at".to_owned(), made_at.clone());
        }
        self.json == new
    }

    /// True if it was made less than a day before `now`. False if it was made after `now`, by a wrong clock.
    pub(super) fn is_recent(&self, now: Time) -> bool {
        let age = now - self.snapshot.made_at;
        age >= TimeDelta::zero() && age < MAX_AGE
    }
}

/// Waits until no other run uses a directory, and keeps others waiting until the result is dropped: files of two runs
/// are never mixed. Returns `None` if the directory cannot be created, or where the system cannot lock one.
pub(super) fn lock(directory: &Path, env: &dyn Env) -> Option<File> {
    fs::create_dir_all(directory).ok()?;
    let lock = File::open(directory).ok()?;
    if let Err(TryLockError::WouldBlock) = lock.try_lock() {
        env.log(&format!("Waiting for another run to leave {}", directory.display()));
        lock.lock().ok()?;
    }
    Some(lock)
}

/// Writes files into a directory and its folders, each with its path and text. Each file is replaced in one step, after
/// all of them are on the disk: whoever reads one meanwhile, or after a crash, finds the old or the new one, complete.
pub(super) fn replace(directory: &Path, files: &[(PathBuf, String)]) -> Result<(), Error> {
    fs::create_dir_all(directory).map_err(|error| io_error(directory, &error))?;
    // Checked before the first file is replaced.
    if let Some((path, _)) = files.iter().find(|(path, _)| path.is_dir()) {
        return Err(io_error(path, &ErrorKind::IsADirectory.into()));
    }
    let (mut temp_files, mut folders) = (Vec::new(), Vec::new());
    let replaced = files
        .iter()
        .try_for_each(|(path, text)| {
            let folder = path.parent().unwrap_or(directory);
            if !folder.is_dir() {
                fs::create_dir(folder).map_err(|error| io_error(folder, &error))?;
                folders.push(folder);
            }
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            // In the same folder, because a rename is atomic only within a file system.
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
        // Fails for those that were renamed or never created, and for a folder with such a file, which is fine.
        temp_files.iter().for_each(|temp_file| drop(fs::remove_file(temp_file)));
        folders.iter().for_each(|folder| drop(fs::remove_dir(folder)));
    }
    replaced
}

/// True if a file exists and has exactly this text.
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
