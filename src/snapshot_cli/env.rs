//! What the builder uses of its environment beside the network and the disk: a clock, sleep and the terminal.

use std::cell::Cell;
use std::io::{IsTerminal, stderr};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use crate::proposal::Time;

/// The progress of a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// What is being fetched.
    pub what: &'static str,
    /// How many were fetched.
    pub done: usize,
    /// How many there are, if known.
    pub total: Option<usize>,
}

/// The environment of a run. Tests have one without real time.
pub trait Env {
    /// Returns the current time.
    fn now(&self) -> Time;
    /// Blocks for a duration.
    fn sleep(&self, duration: Duration);
    /// Shows the progress.
    fn progress(&self, progress: Progress);
    /// Writes a line for the user.
    fn log(&self, line: &str);
}

/// The system's clock and standard error. Progress is one line that is overwritten on a terminal, and elsewhere one
/// line for each kind of item.
#[derive(Debug, Default)]
pub struct SystemEnv {
    has_line: Cell<bool>,
}

impl SystemEnv {
    /// Erases the progress line.
    pub fn clear_progress(&self) {
        if self.has_line.take() {
            eprint!("\r\x1b[K");
        }
    }
}

impl Env for SystemEnv {
    fn now(&self) -> Time {
        let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        Time::from_timestamp(i64::try_from(since.as_secs()).unwrap_or_default(), 0).unwrap_or_default()
    }

    fn sleep(&self, duration: Duration) {
        std::thread::sleep(duration);
    }

    fn progress(&self, Progress { what, done, total }: Progress) {
        if stderr().is_terminal() {
            let total = total.map(|total| format!(" of {total}")).unwrap_or_default();
            eprint!("\r\x1b[KFetching {what}: {done}{total}");
            self.has_line.set(true);
        } else if done == 0 {
            let total = total.map(|total| format!(": {total}")).unwrap_or_default();
            eprintln!("Fetching {what}{total}");
        }
    }

    fn log(&self, line: &str) {
        self.clear_progress();
        eprintln!("{line}");
    }
}
