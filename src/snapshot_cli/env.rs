//! What the builder needs of the env beside the network and the file: a clock, wait_budget, a line to write to.

use std::cell::Cell;
use std::io::{IsTerminal, stderr};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use crate::proposal::Time;

/// How far a run has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// What is asked for.
    pub what: &'static str,
    /// How many of it have come.
    pub at: usize,
    /// How many there are, where that is known.
    pub of: Option<usize>,
}

/// The env; tests have their own.
pub trait Env {
    /// The time now.
    fn now(&self) -> Time;
    /// Comes back after that time.
    fn wait(&self, time: Duration);
    /// Says how far the run has come.
    fn progress(&self, progress: Progress);
    /// Says what a person should know.
    fn say(&self, line: &str);
}

/// The machine's clock, and its standard error: one line that changes on a terminal, else a line for
/// each thing that is asked for.
#[derive(Debug, Default)]
pub struct SystemEnv {
    has_line: Cell<bool>,
}

impl SystemEnv {
    /// Takes the line of progress away.
    pub fn end(&self) {
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

    fn wait(&self, time: Duration) {
        std::thread::sleep(time);
    }

    fn progress(&self, Progress { what, at, of }: Progress) {
        if stderr().is_terminal() {
            let of = of.map(|of| format!(" of {of}")).unwrap_or_default();
            eprint!("\r\x1b[KAsking for {what}: {at}{of}");
            self.has_line.set(true);
        } else if at == 0 {
            let of = of.map(|of| format!(": {of}")).unwrap_or_default();
            eprintln!("Asking for {what}{of}");
        }
    }

    fn say(&self, line: &str) {
        self.end();
        eprintln!("{line}");
    }
}
