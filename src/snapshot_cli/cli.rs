//! What is asked of the builder: of which repository, at which API, into which folder.

use std::fmt;
use std::path::PathBuf;

use crate::config::{API, Layout, REPOSITORY, is_address, is_repository};
use crate::github::Repository;
use crate::i18n::{LANGUAGES, Language};

/// How the program is called.
pub const USAGE: &str = "\
Usage: snapshot [--repo OWNER/NAME] [--api ADDRESS] [--out FOLDER] [--langs CODES] [--view VIEW] [--offline]
Writes FOLDER/proposals.json: the proposals of a repository as GitHub has them now; and of the same data
FOLDER/proposals.CODE.html: the list for a page, in each of the languages.
  --repo     the repository, by default AlmaLinux/ALESCo
  --api      GitHub's API, by default https://api.github.com
  --out      the folder, by default snapshot
  --langs    the languages, as en,it; by default all, and none is none. A list that is there is always
             written anew
  --view     list, or browser for FOLDER/browser.CODE.html: what the whole page shows
  --offline  ask nobody: only the lists, of the file that is there
A token in GITHUB_TOKEN raises GitHub's limit of requests. It is sent to the API and nowhere else.";

/// The name of the file in the folder.
const NAME: &str = "proposals.json";

/// What is to be built.
#[derive(Clone, Debug)]
pub struct Options {
    /// Of which repository.
    pub repository: Repository,
    /// Into which folder.
    pub out: PathBuf,
    /// In which languages the list is written for a page.
    pub languages: Vec<Language>,
    /// As list or as whole page.
    pub layout: Layout,
    /// Whether the file that is there is all that there is to know.
    pub offline: bool,
    /// What GitHub knows us by.
    pub token: Option<Token>,
}

/// A secret: never shown, not even by `{:?}`.
#[derive(Clone)]
pub struct Token(String);

impl Token {
    /// The token itself, for the header that carries it.
    pub(super) fn reveal(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Token")
    }
}

/// What the arguments ask for.
#[derive(Clone, Debug)]
pub enum Command {
    /// A snapshot.
    Build(Options),
    /// How the program is called.
    Help,
}

/// Arguments that mean nothing.
#[derive(Clone, Debug, PartialEq)]
pub enum UsageError {
    /// There is no such argument.
    Unknown(String),
    /// Nothing follows it.
    NoValue(&'static str),
    /// What follows it means nothing.
    InvalidValue {
        /// The argument.
        argument: &'static str,
        /// What follows it.
        value: String,
        /// What may follow it.
        allowed: &'static str,
    },
    /// The token has characters that no token has.
    InvalidToken,
    /// The token would be sent for everybody on the way to read.
    ExposedToken,
}

impl fmt::Display for UsageError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            UsageError::Unknown(argument) => write!(f, "There is no argument {argument:?}."),
            UsageError::NoValue(argument) => write!(f, "{argument} needs a value."),
            UsageError::InvalidValue { argument, value, allowed } => {
                write!(f, "{argument} cannot be {value:?}: it is {allowed}.")
            }
            UsageError::InvalidToken => {
                f.write_str("GITHUB_TOKEN has characters that no token has. Copy it again, or unset it.")
            }
            UsageError::ExposedToken => f.write_str(
                "A token is sent by https:// only. Give --api an address that starts so, or unset GITHUB_TOKEN.",
            ),
        }
    }
}

impl Options {
    /// Reads the program's arguments, and the token.
    ///
    /// # Errors
    /// [`UsageError`] of the first one that means nothing.
    pub fn parse(
        arguments: impl IntoIterator<Item = String>,
        token: Option<String>,
    ) -> Result<Command, UsageError> {
        let (mut name, mut api, mut out) = (REPOSITORY.to_owned(), API.to_owned(), "snapshot".to_owned());
        let (mut langs, mut view, mut offline) = ("all".to_owned(), "list".to_owned(), false);
        let mut arguments = arguments.into_iter();
        while let Some(argument) = arguments.next() {
            let (argument, value) = match argument.as_str() {
                "--help" | "-h" => return Ok(Command::Help),
                "--repo" => ("--repo", &mut name),
                "--api" => ("--api", &mut api),
                "--out" => ("--out", &mut out),
                "--langs" => ("--langs", &mut langs),
                "--view" => ("--view", &mut view),
                "--offline" => {
                    offline = true;
                    continue;
                }
                _ => return Err(UsageError::Unknown(argument)),
            };
            *value = arguments.next().ok_or(UsageError::NoValue(argument))?;
        }
        let wrong = |argument, value: &str, allowed| {
            Err(UsageError::InvalidValue { argument, value: value.to_owned(), allowed })
        };
        if !is_repository(&name) {
            return wrong("--repo", &name, "OWNER/NAME");
        }
        // What a token is sent to is told from others by its beginning, so nothing may be left to guess.
        let is_plain = |api: &str| api.bytes().all(|b| b.is_ascii_graphic() && !b"?#@\\".contains(&b));
        if !is_address(&api) || !is_plain(&api) {
            return wrong("--api", &api, "an address that starts with https:// or http://");
        }
        if out.is_empty() {
            return wrong("--out", &out, "a folder");
        }
        let Some(languages) = languages(&langs) else {
            return wrong("--langs", &langs, "all, none, or codes such as en,it of the languages in README");
        };
        let Ok(layout) = view.parse() else {
            return wrong("--view", &view, "list or browser");
        };
        let api = api.trim_end_matches('/').to_owned();
        let token = token.map(|token| token.trim().to_owned()).filter(|token| !token.is_empty());
        if let Some(token) = &token {
            if !token.bytes().all(|b| b.is_ascii_graphic()) {
                return Err(UsageError::InvalidToken);
            }
            if api.starts_with("http://") && !is_loopback(&api) {
                return Err(UsageError::ExposedToken);
            }
        }
        let web_base = web_base_url(&api);
        let repository = Repository { name, api, web_base };
        let token = token.map(Token);
        Ok(Command::Build(Options { repository, out: out.into(), languages, layout, offline, token }))
    }

    /// The file that is written.
    pub fn file(&self) -> PathBuf {
        self.out.join(NAME)
    }

    /// The files of the lists: those that are asked for, and those that are there, for they would be of other
    /// data.
    pub(super) fn html_files(&self) -> Vec<(Layout, Language, PathBuf)> {
        let mut files = Vec::new();
        for layout in Layout::ALL {
            for language in LANGUAGES.into_iter().filter_map(Language::from_tag) {
                let path = self.out.join(format!("{}.{}.html", name_of(layout), language.code()));
                let is_asked_for = layout == self.layout && self.languages.contains(&language);
                if is_asked_for || path.exists() {
                    files.push((layout, language, path));
                }
            }
        }
        files
    }
}

/// How the names of a layout's files begin.
fn name_of(layout: Layout) -> &'static str {
    match layout {
        Layout::List => "proposals",
        Layout::Browser => "browser",
    }
}

/// The languages of these codes; none where one of them is unknown.
fn languages(codes: &str) -> Option<Vec<Language>> {
    // Not by `Language::from_tag` alone, which takes de-AT for de.
    let exact = |code: &str| Language::from_tag(code).filter(|language| language.code() == code);
    match codes {
        "none" => Some(Vec::new()),
        "all" => Some(LANGUAGES.into_iter().filter_map(Language::from_tag).collect()),
        codes => codes.split(',').map(|code| exact(code.trim())).collect(),
    }
}

/// Scheme and host of an address.
pub(super) fn origin_of(address: &str) -> &str {
    let host = address.find("://").map_or(0, |at| at + 3);
    let path = address.get(host..).and_then(|rest| rest.find('/')).map_or(address.len(), |at| host + at);
    address.get(..path).unwrap_or(address)
}

/// The address of the pages for people that belong to an API: see `browser::address::web_base_url`.
fn web_base_url(api: &str) -> String {
    let origin = origin_of(api).to_ascii_lowercase();
    if origin.ends_with("://api.github.com") { "https://github.com".to_owned() } else { origin }
}

/// Whether an address of `http://` is one of this machine, as those of tests are.
fn is_loopback(api: &str) -> bool {
    ["http://127.0.0.1", "http://[::1]", "http://localhost"]
        .into_iter()
        .any(|own| api.strip_prefix(own).is_some_and(|rest| rest.is_empty() || rest.starts_with([':', '/'])))
}
