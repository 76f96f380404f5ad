//! The snapshot builder, against a mock of GitHub's API on the loopback interface.

#![cfg(test)]

mod cli;
mod conflicts;
mod demonstration;
mod errors;
mod exit_codes;
mod feed_files;
mod html_files;
mod icu_format;
mod mock;
mod page_files;
mod paginate;
mod prerender;
mod recorded;
mod regression_check;
mod rendered;
mod rfc_4287;
mod text_files;
mod timelines;
mod token;
mod unreadable_items;
mod workflow;

use std::cell::{Cell, RefCell};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use alesco_proposals::github;
use alesco_proposals::proposal::Time;
use alesco_proposals::reading::{self, ExtraResponse, OpenDocument, ReadRequest, ReadResponse};
use alesco_proposals::snapshot_cli::{self, BuildReport, Command, Env, Error, Options, Progress};
use mock::{Mock, Reply, Request};
use serde_json::Value;

const REPOSITORY: &str = "AlmaLinux/ALESCo";
const LIST: &str = "/repos/AlmaLinux/ALESCo/issues?state=all&per_page=100";
const EVENTS: &str = "/repos/AlmaLinux/ALESCo/issues/events?per_page=100";

fn time(text: &str) -> Time {
    chrono::DateTime::parse_from_rfc3339(text).unwrap().to_utc()
}

/// A temporary directory, removed with the test.
struct Folder(PathBuf);

impl Folder {
    fn new() -> Self {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let count = COUNT.fetch_add(1, Ordering::Relaxed);
        let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{}-{count}", std::process::id()));
        std::fs::create_dir_all(&path).unwrap();
        Folder(path)
    }

    fn file(&self) -> PathBuf {
        self.0.join("proposals.json")
    }

    fn text(&self) -> String {
        std::fs::read_to_string(self.file()).unwrap()
    }

    fn put(&self, text: &str) {
        std::fs::write(self.file(), text).unwrap();
    }

    /// Returns the names of all files in it, temporary ones included.
    fn names(&self) -> Vec<String> {
        let entries = std::fs::read_dir(&self.0).unwrap();
        let mut names: Vec<String> =
            entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// An environment in which sleeping only advances the clock.
struct FakeEnv {
    now: Cell<Time>,
    /// In seconds.
    sleeps: RefCell<Vec<u64>>,
    lines: RefCell<Vec<String>>,
    progress: RefCell<Vec<Progress>>,
}

impl FakeEnv {
    fn at(now: &str) -> Self {
        let (sleeps, lines, progress) = Default::default();
        FakeEnv { now: Cell::new(time(now)), sleeps, lines, progress }
    }
}

impl Env for FakeEnv {
    fn now(&self) -> Time {
        self.now.get()
    }

    fn sleep(&self, duration: Duration) {
        self.sleeps.borrow_mut().push(duration.as_secs());
        self.now.set(self.now.get() + duration);
    }

    fn progress(&self, progress: Progress) {
        self.progress.borrow_mut().push(progress);
    }

    fn log(&self, line: &str) {
        self.lines.borrow_mut().push(line.to_owned());
    }
}

/// A mock of GitHub, an output directory, and the environment of a run.
struct Site {
    github: Mock,
    folder: Folder,
    env: FakeEnv,
    token: Option<&'static str>,
    /// The path of the API's base URL.
    base: &'static str,
    /// The value of `--web`; empty for the default.
    web: &'static str,
    /// The value of `--minutes`.
    minutes: &'static str,
    /// The value of `--langs`.
    langs: &'static str,
    view: &'static str,
    /// The value of `--feed`; empty for none.
    feed: &'static str,
    /// The value of `--pages`; empty for none.
    pages: &'static str,
    /// Whether `--texts` is given.
    texts: bool,
    /// The value of `--next-meeting`; empty for none.
    next_meeting: &'static str,
}

impl Site {
    fn new(answer: impl Fn(&Request) -> Reply + Send + 'static) -> Self {
        let env = FakeEnv::at("2026-09-01T00:00:00Z");
        Site {
            github: Mock::new(answer),
            folder: Folder::new(),
            env,
            token: None,
            base: "",
            web: "",
            minutes: "none",
            langs: "none",
            view: "list",
            feed: "",
            pages: "",
            texts: false,
            next_meeting: "",
        }
    }

    fn options(&self) -> Options {
        let arguments = [
            ("--repo", REPOSITORY.to_owned()),
            ("--api", format!("{}{}", self.github.address, self.base)),
            ("--out", self.folder.0.to_str().unwrap().to_owned()),
            ("--langs", self.langs.to_owned()),
            ("--view", self.view.to_owned()),
            ("--minutes", self.minutes.to_owned()),
            ("--web", self.web.to_owned()),
            ("--feed", self.feed.to_owned()),
            ("--pages", self.pages.to_owned()),
            ("--next-meeting", self.next_meeting.to_owned()),
        ];
        let arguments = arguments.into_iter().filter(|(_, value)| !value.is_empty());
        let arguments = arguments.flat_map(|(name, value)| [name.to_owned(), value]);
        let arguments = arguments.chain(self.texts.then(|| "--texts".to_owned()));
        match Options::parse(arguments, self.token.map(str::to_owned)).unwrap() {
            Command::Build(options) => *options,
            Command::Help => panic!("nobody asked for help"),
        }
    }

    fn build(&self) -> Result<BuildReport, Error> {
        snapshot_cli::build(&self.options(), &self.env)
    }

    /// Builds, asserts that a new file is written, and returns it.
    fn writes(&self) -> Value {
        match self.build() {
            Ok(BuildReport::Written { .. }) => {}
            other => panic!("{other:?}"),
        }
        assert_eq!(self.folder.names(), ["proposals.json"]);
        parse(&self.folder.text())
    }

    /// Builds over an existing file, asserts that the run fails and keeps it, and returns the error.
    fn fails(&self) -> Error {
        if !self.folder.file().exists() {
            self.folder.put(recorded::SNAPSHOT);
        }
        let before = self.folder.text();
        let error = self.build().expect_err("fails");
        assert_eq!(self.folder.text(), before, "{error}");
        assert_eq!(self.folder.names(), ["proposals.json"], "{error}");
        error
    }
}

/// Returns the path of the files of a pull request.
fn files_path(number: u32) -> String {
    format!("/repos/AlmaLinux/ALESCo/pulls/{number}/files?per_page=100")
}

/// Returns the path of the timeline of a pull request.
fn timeline_path(number: u32) -> String {
    format!("/repos/AlmaLinux/ALESCo/issues/{number}/timeline?per_page=100")
}

/// True for the path of a timeline.
fn is_timeline(path: &str) -> bool {
    path.ends_with("/timeline?per_page=100")
}

/// Returns the path of a pull request alone.
fn pull_path(number: u32) -> String {
    format!("/repos/AlmaLinux/ALESCo/pulls/{number}")
}

/// True for the path of a pull request alone.
fn is_pull(path: &str) -> bool {
    path.rsplit_once("/pulls/").is_some_and(|(_, number)| number.parse::<u32>().is_ok())
}

/// Returns the document among the files of a pull request, as far as they hold it.
fn document_of(files: &Value, number: u32, is_merged: bool) -> OpenDocument {
    let request = ReadRequest {
        repository_url: "https://github.com/AlmaLinux/ALESCo".to_owned(),
        number,
        files: github::parse_pull_files(files.as_array().unwrap()),
        is_merged,
        extra: Some(ExtraResponse { path: String::new(), body: None }),
    };
    match reading::read(&request) {
        ReadResponse::Document(document) => *document,
        other => panic!("#{number}: {other:?}"),
    }
}

/// Parses JSON.
fn parse(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

/// Returns a list of open pull requests with these numbers.
fn list(numbers: &[u32]) -> String {
    let item = |number: &u32| {
        format!(
            r#"{{"number": {number}, "title": "RFC: x", "state": "open", "updated_at": "2026-01-01T00:00:00Z", "pull_request": {{}}}}"#
        )
    };
    format!("[{}]", numbers.iter().map(item).collect::<Vec<_>>().join(","))
}

/// Returns the numbers of a file's proposals, in their order.
fn numbers(file: &Value) -> Vec<u64> {
    let proposals = file["proposals"].as_array().unwrap();
    proposals.iter().map(|record| record["number"].as_u64().unwrap()).collect()
}
