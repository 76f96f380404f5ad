//! The command line.

use std::ffi::OsString;
use std::fmt;
use std::path::PathBuf;

use lexopt::prelude::*;

use super::api_base::{ApiBase, parse_http_url};
use super::{PageUrls, Token};
use crate::config::{
    API, Layout, REPOSITORY, default_minutes, is_repository, is_repository_path, parse_logins,
};
use crate::github::Repository;
use crate::i18n::{LANGUAGES, Language};
use crate::proposal::DateOrTime;

/// The help text.
pub const USAGE: &str = "\
Usage: snapshot [OPTIONS]

Fetches a repository's proposals from GitHub and writes DIR/proposals.json, the snapshot, and for each language
DIR/proposals.CODE.html, the prerendered list.

Options:
  --repo OWNER/NAME  Repository [default: AlmaLinux/ALESCo]
  --api URL          Base URL of GitHub's API [default: https://api.github.com]
  --web URL          Base URL of GitHub's web pages [default: derived from --api]
  --out DIR          Output directory [default: snapshot]
  --minutes FOLDER   The committee's minutes, as OWNER/NAME/PATH on the same GitHub, or none [default: the wiki's for
                     AlmaLinux/ALESCo, else none]
  --members LOGINS   The committee's members, as logins separated by commas [default: none]
  --next-meeting T   The committee's next meeting, as an ISO date or time. Widgets show it until it is over [default:
                     none]
  --langs CODES      Languages of the HTML: all, none, or codes such as en,it [default: all]. HTML files that
                     exist are always updated
  --view VIEW        Layout of the HTML: list, or browser for DIR/browser.CODE.html, the standalone page
                     [default: list]
  --feed URL         Also write DIR/feed.xml, an Atom feed, and DIR/digest.md, what changed in the last 14 days.
                     URL is the address at which the site publishes feed.xml [default: neither is written]
  --page URL         The page that the feed belongs to [default: the repository's pull requests]
  --pages URL        Also write DIR/proposals/NUMBER.html, a static page for each proposal, and DIR/sitemap.xml. URL
                     is the address of the standalone page. The site publishes folder and sitemap beside it
                     [default: neither is written]
  --texts            Also write DIR/texts/NUMBER.json, the text of each proposal, for the attribute data-texts of
                     the standalone page
  --offline          Send no request, only write what is made of the existing snapshot. That has no texts of
                     proposals, so the static pages and texts stay as they are
  -h, --help         Print this help

Environment:
  GITHUB_TOKEN       Token for a higher rate limit. It is sent to the API only";

/// Name of the snapshot in the output directory.
const FILE_NAME: &str = "proposals.json";

/// What an option that is a URL allows.
const URL: &str = "a URL of https:// or http://";

/// The options of a run.
#[derive(Clone, Debug)]
pub struct Options {
    /// The repository.
    pub repository: Repository,
    /// Where requests may be sent.
    pub api: ApiBase,
    /// The output directory.
    pub out: PathBuf,
    /// The folder of the committee's minutes, as `owner/name/path`; `None` if none are read.
    pub minutes: Option<String>,
    /// The logins of the committee's members.
    pub members: Vec<String>,
    /// The committee's next meeting.
    pub next_meeting: Option<DateOrTime>,
    /// The languages of the HTML.
    pub languages: Vec<Language>,
    /// The layout of the HTML.
    pub layout: Layout,
    /// The addresses of the feed and its page; `None` if neither feed nor digest is written.
    pub feed: Option<FeedUrls>,
    /// The addresses in the static pages of proposals; `None` if none are written.
    pub pages: Option<PageUrls>,
    /// True if the texts of proposals are written.
    pub texts: bool,
    /// True if no request is sent.
    pub offline: bool,
    /// The token for the API.
    pub token: Option<Token>,
}

/// The addresses that stand in the feed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FeedUrls {
    /// That of the feed itself.
    pub feed: String,
    /// That of the page that it belongs to.
    pub page: String,
}

/// What the command line asks for.
#[derive(Clone, Debug)]
pub enum Command {
    /// Build the snapshot.
    Build(Box<Options>),
    /// Print [`USAGE`].
    Help,
}

/// A command line, or a token, that cannot be used.
#[derive(Clone, Debug, PartialEq)]
pub enum UsageError {
    /// An unknown option, or one without its value. Holds the message.
    Syntax(String),
    /// The value of an option is invalid.
    InvalidValue {
        /// The option.
        option: &'static str,
        /// Its value.
        value: String,
        /// What is allowed.
        allowed: &'static str,
    },
    /// The token has characters that no token has.
    InvalidToken,
    /// The token would be sent without encryption.
    ExposedToken,
}

impl fmt::Display for UsageError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            UsageError::Syntax(message) => write!(f, "{message}"),
            UsageError::InvalidValue { option, value, allowed } => {
                write!(f, "invalid value {value:?} for {option}: expected {allowed}")
            }
            UsageError::InvalidToken => {
                f.write_str("GITHUB_TOKEN has characters that no token has: copy it again, or unset it")
            }
            UsageError::ExposedToken => f.write_str(
                "GITHUB_TOKEN is sent over https:// only: use an API URL that starts so, or unset the token",
            ),
        }
    }
}

impl std::error::Error for UsageError {}

impl From<lexopt::Error> for UsageError {
    fn from(error: lexopt::Error) -> Self {
        UsageError::Syntax(error.to_string())
    }
}

impl Options {
    /// Parses the arguments after the program's name, and the value of `GITHUB_TOKEN`.
    ///
    /// # Errors
    /// [`UsageError`] of the first invalid argument.
    pub fn parse(
        arguments: impl IntoIterator<Item = impl Into<OsString>>,
        token: Option<String>,
    ) -> Result<Command, UsageError> {
        let mut name = REPOSITORY.to_owned();
        let (mut api, mut web) = (API.to_owned(), None);
        let mut out = PathBuf::from("snapshot");
        let (mut languages, mut layout, mut offline) = (all_languages(), Layout::List, false);
        let (mut minutes, mut members, mut next_meeting) = (None, Vec::new(), None);
        let (mut feed, mut page, mut pages, mut texts) = (None, None, None, false);
        let mut parser = lexopt::Parser::from_args(arguments);
        while let Some(argument) = parser.next()? {
            match argument {
                Short('h') | Long("help") => return Ok(Command::Help),
                Long("repo") => name = parser.value()?.string()?,
                Long("api") => api = parser.value()?.string()?,
                Long("web") => web = Some(parser.value()?.string()?),
                Long("out") => out = parser.value()?.into(),
                Long("langs") => {
                    let codes = parser.value()?.string()?;
                    languages = parse_languages(&codes).ok_or_else(|| {
                        invalid(
                            "--langs",
                            &codes,
                            "all, none, or codes such as en,it of the languages in docs/i18n.md",
                        )
                    })?;
                }
                Long("view") => {
                    let view = parser.value()?.string()?;
                    layout = view.parse().map_err(|_| invalid("--view", &view, "list or browser"))?;
                }
                Long("minutes") => minutes = Some(parser.value()?.string()?),
                Long("members") => {
                    let logins = parser.value()?.string()?;
                    members = parse_logins(&logins)
                        .ok_or_else(|| invalid("--members", &logins, "logins separated by commas"))?;
                }
                Long("next-meeting") => {
                    let meeting = parser.value()?.string()?;
                    let parsed = DateOrTime::parse(&meeting);
                    next_meeting = Some(
                        parsed.ok_or_else(|| invalid("--next-meeting", &meeting, "an ISO date or time"))?,
                    );
                }
                Long("feed") => feed = Some(parse_url("--feed", &parser.value()?.string()?)?),
                Long("page") => page = Some(parse_url("--page", &parser.value()?.string()?)?),
                Long("pages") => pages = Some(parse_pages(&parser.value()?.string()?)?),
                Long("texts") => texts = true,
                Long("offline") => offline = true,
                other => return Err(other.unexpected().into()),
            }
        }
        if !is_repository(&name) {
            return Err(invalid("--repo", &name, "OWNER/NAME"));
        }
        let minutes = match minutes {
            None => default_minutes(&name).map(str::to_owned),
            Some(folder) if folder == "none" => None,
            Some(folder) if is_repository_path(&folder) => Some(folder),
            Some(folder) => return Err(invalid("--minutes", &folder, "OWNER/NAME/PATH or none")),
        };
        if out.as_os_str().is_empty() {
            return Err(invalid("--out", "", "a directory"));
        }
        let api = ApiBase::parse(&api).ok_or_else(|| invalid("--api", &api, URL))?;
        let web_base = match web {
            Some(web) => parse_url("--web", &web)?.trim_end_matches('/').to_owned(),
            None => api.web_base(),
        };
        let token = parse_token(token, &api)?;
        let repository = Repository { name, api: api.as_str().to_owned(), web_base };
        if let (None, Some(page)) = (&feed, &page) {
            return Err(invalid("--page", page, "the address of a feed in --feed beside it"));
        }
        let page = page.unwrap_or_else(|| repository.pulls_url());
        let feed = feed.map(|feed| FeedUrls { feed, page });
        let options = Options {
            repository,
            api,
            out,
            minutes,
            members,
            next_meeting,
            languages,
            layout,
            feed,
            pages,
            texts,
            offline,
            token,
        };
        Ok(Command::Build(Box::new(options)))
    }

    /// True if files are written that are made of the texts of proposals.
    pub(super) fn needs_texts(&self) -> bool {
        self.pages.is_some() || self.texts
    }

    /// Returns the path of the snapshot.
    pub fn file(&self) -> PathBuf {
        self.out.join(FILE_NAME)
    }

    /// Returns the HTML files to write: those of the options, and those that exist, which would otherwise belong to
    /// an older snapshot.
    pub(super) fn html_files(&self) -> Vec<(Layout, Language, PathBuf)> {
        let mut files = Vec::new();
        for layout in Layout::ALL {
            for language in all_languages() {
                let stem = match layout {
                    Layout::List => "proposals",
                    Layout::Browser => "browser",
                };
                let path = self.out.join(format!("{stem}.{}.html", language.code()));
                let is_requested = layout == self.layout && self.languages.contains(&language);
                if is_requested || path.exists() {
                    files.push((layout, language, path));
                }
            }
        }
        files
    }
}

fn invalid(option: &'static str, value: &str, allowed: &'static str) -> UsageError {
    UsageError::InvalidValue { option, value: value.to_owned(), allowed }
}

/// Parses the value of an option that is a URL.
fn parse_url(option: &'static str, value: &str) -> Result<String, UsageError> {
    let url = parse_http_url(value).ok_or_else(|| invalid(option, value, URL))?;
    Ok(url.into())
}

/// Parses the address of the standalone page.
fn parse_pages(value: &str) -> Result<PageUrls, UsageError> {
    let invalid = || invalid("--pages", value, URL);
    let mut standalone = parse_http_url(value).ok_or_else(invalid)?;
    standalone.set_fragment(None);
    let folder = standalone.join("proposals/").map_err(|_| invalid())?;
    Ok(PageUrls { standalone: standalone.into(), folder: folder.into() })
}

fn all_languages() -> Vec<Language> {
    LANGUAGES.into_iter().filter_map(Language::from_tag).collect()
}

/// Parses the value of `--langs`. Returns `None` if a code is unknown.
fn parse_languages(codes: &str) -> Option<Vec<Language>> {
    // `from_tag` alone would take de-AT for de.
    let exact = |code: &str| Language::from_tag(code).filter(|language| language.code() == code);
    match codes {
        "none" => Some(Vec::new()),
        "all" => Some(all_languages()),
        codes => codes.split(',').map(|code| exact(code.trim())).collect(),
    }
}

/// Parses the token, and refuses to send it to `api` without encryption. An empty value is none.
fn parse_token(token: Option<String>, api: &ApiBase) -> Result<Option<Token>, UsageError> {
    let Some(token) = token.filter(|token| !token.trim().is_empty()) else { return Ok(None) };
    let token = Token::parse(&token).ok_or(UsageError::InvalidToken)?;
    if api.is_secure() { Ok(Some(token)) } else { Err(UsageError::ExposedToken) }
}
