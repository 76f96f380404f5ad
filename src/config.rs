//! The configuration of a widget, from the data attributes of the host page's element. Pure.

use std::str::FromStr;

use crate::i18n::Language;
use crate::proposal::{DateOrTime, UnknownName, find_by_name, is_web_url};
use crate::query::{Query, url_params};

/// Default of `data-repo`.
pub const REPOSITORY: &str = "AlmaLinux/ALESCo";

/// Default of `data-api`.
pub const API: &str = "https://api.github.com";

/// Default of `data-minutes` for [`REPOSITORY`]. Other repositories have none.
pub const MINUTES: &str = "AlmaLinux/wiki/docs/alesco/meeting-minutes";

/// Default of `data-heading`.
const HEADING_LEVEL: u8 = 3;

/// The layout of a widget.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layout {
    /// Cards with compact controls, embedded in another page.
    List,
    /// The standalone page.
    Browser,
}

impl Layout {
    /// Every layout.
    pub const ALL: [Layout; 2] = [Layout::List, Layout::Browser];

    /// Returns the layout's value in `data-view`.
    pub fn as_str(self) -> &'static str {
        match self {
            Layout::List => "list",
            Layout::Browser => "browser",
        }
    }
}

impl FromStr for Layout {
    type Err = UnknownName;

    fn from_str(name: &str) -> Result<Self, UnknownName> {
        find_by_name(&Layout::ALL, Layout::as_str, name)
    }
}

/// The configuration of a widget.
#[derive(Clone, Debug, PartialEq)]
pub struct Config {
    /// `owner/name` of the repository.
    pub repository: String,
    /// Base URL of the API, as given.
    pub api: String,
    /// The language, if the host page sets one.
    pub language: Option<Language>,
    /// URL of the snapshot, relative to the page.
    pub snapshot: Option<String>,
    /// URL of the folder of the proposals' texts, relative to the page.
    #[cfg(feature = "browser")]
    pub texts: Option<String>,
    /// List or browser.
    pub layout: Layout,
    /// The query at the start. The URL holds only what differs from it.
    pub initial_query: Query,
    /// True if controls are shown.
    pub controls: bool,
    /// How many cards are shown before "Show more"; `None` for all.
    pub limit: Option<usize>,
    /// The level of the cards' headings, from 2 to 6.
    pub heading_level: u8,
    /// URL of the standalone page.
    pub browse_url: Option<String>,
    /// True if the page's URL carries the query.
    pub sync_url: bool,
    /// The committee's next meeting, if the host page names it.
    pub next_meeting: Option<DateOrTime>,
    /// The logins of the committee's members.
    #[cfg(feature = "browser")]
    pub members: Vec<String>,
    /// The login of the board.
    #[cfg(feature = "browser")]
    pub board: Option<String>,
    /// Where the committee's minutes lie, as `owner/name/path`; `None` if it has none.
    pub minutes: Option<String>,
}

/// An attribute with an invalid value. The default is used instead.
#[derive(Clone, Debug, PartialEq)]
pub struct InvalidAttribute {
    /// The attribute's name.
    pub attribute: String,
    /// Its value.
    pub value: String,
    /// What is allowed.
    pub allowed: String,
}

impl std::fmt::Display for InvalidAttribute {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let InvalidAttribute { attribute, value, allowed } = self;
        write!(f, "{attribute}=\"{value}\" is not valid and was ignored. Allowed: {allowed}")
    }
}

impl Config {
    /// Reads the attributes; `attribute` returns the value of one by its name. Returns the invalid ones, too.
    pub fn from_attributes(attribute: impl Fn(&str) -> Option<String>) -> (Self, Vec<InvalidAttribute>) {
        let mut reader = AttributeReader { attribute, invalid: Vec::new() };
        let layout = reader.parsed("data-view", "list or browser", |text| text.parse().ok());
        let layout = layout.unwrap_or(Layout::List);
        let repository = reader
            .parsed("data-repo", "owner/name", |text| is_repository(text).then(|| text.to_owned()))
            .unwrap_or_else(|| REPOSITORY.to_owned());
        let config = Config {
            api: reader
                .parsed("data-api", "a URL of https:// or http://", |text| {
                    is_web_url(text).then(|| text.to_owned())
                })
                .unwrap_or_else(|| API.to_owned()),
            language: reader.parsed("data-lang", "one of the languages in docs/i18n.md", Language::from_tag),
            snapshot: (reader.attribute)("data-snapshot").filter(|url| !url.is_empty()),
            #[cfg(feature = "browser")]
            texts: (reader.attribute)("data-texts").filter(|url| !url.is_empty()),
            layout,
            initial_query: reader.initial_query(),
            controls: reader.one_of("data-controls", &[("auto", true), ("none", false)]),
            limit: reader.parsed("data-limit", "a number from 1", parse_count),
            heading_level: reader
                .parsed("data-heading", "a number from 2 to 6", parse_level)
                .unwrap_or(HEADING_LEVEL),
            browse_url: reader.parsed("data-browser", "the URL of a page", |text| {
                (is_safe_href(text) && !text.is_empty()).then(|| text.to_owned())
            }),
            sync_url: match layout {
                Layout::List => reader.one_of("data-url", &[("off", false), ("query", true)]),
                Layout::Browser => reader.one_of("data-url", &[("query", true), ("off", false)]),
            },
            next_meeting: reader.parsed("data-next-meeting", "an ISO date or time", DateOrTime::parse),
            #[cfg(feature = "browser")]
            members: reader
                .parsed("data-members", "logins separated by commas", parse_logins)
                .unwrap_or_default(),
            #[cfg(feature = "browser")]
            board: reader.parsed("data-board", "a login", |text| is_login(text).then(|| text.to_owned())),
            minutes: reader
                .parsed("data-minutes", "owner/name/path", |text| {
                    is_repository_path(text).then(|| text.to_owned())
                })
                .or_else(|| default_minutes(&repository).map(str::to_owned)),
            repository,
        };
        // `browser::mounts` acts on it, before there is a configuration.
        reader.parsed("data-start", "auto, idle or manual", |text| {
            matches!(text, "auto" | "idle" | "manual").then_some(())
        });
        (config, reader.invalid)
    }
}

struct AttributeReader<F> {
    attribute: F,
    invalid: Vec<InvalidAttribute>,
}

impl<F: Fn(&str) -> Option<String>> AttributeReader<F> {
    /// Returns the parsed value; `None` if the attribute is missing or invalid.
    fn parsed<T>(&mut self, name: &str, allowed: &str, parse: impl Fn(&str) -> Option<T>) -> Option<T> {
        let value = (self.attribute)(name)?;
        let parsed = parse(&value);
        if parsed.is_none() {
            self.add_invalid(name, value, allowed.to_owned());
        }
        parsed
    }

    /// Returns the value of one of two names; that of the first if the attribute is missing or invalid.
    fn one_of<T: Copy>(&mut self, name: &str, choices: &[(&str, T); 2]) -> T {
        let [(default_name, default), (other_name, other)] = *choices;
        match (self.attribute)(name) {
            Some(value) if value == other_name => other,
            Some(value) if value != default_name => {
                self.add_invalid(name, value, format!("{default_name} or {other_name}"));
                default
            }
            _ => default,
        }
    }

    /// Reads `data-stage` and the like, which have the values of the URL parameters.
    fn initial_query(&mut self) -> Query {
        let given = |key| Some((key, (self.attribute)(&format!("data-{key}"))?));
        let pairs: Vec<(&str, String)> = url_params::KEYS.iter().copied().filter_map(given).collect();
        let (query, invalid) = url_params::parse(&pairs, &Query::default());
        for param in invalid {
            self.add_invalid(&format!("data-{}", param.key), param.value, param.allowed.join(", "));
        }
        query
    }

    fn add_invalid(&mut self, name: &str, value: String, allowed: String) {
        self.invalid.push(InvalidAttribute { attribute: name.to_owned(), value, allowed });
    }
}

/// True for `owner/name` of the characters that GitHub allows, which need no escaping in a URL.
pub fn is_repository(text: &str) -> bool {
    let is_name = |part: &str| {
        !part.is_empty()
            && !part.bytes().all(|b| b == b'.')
            && part.bytes().all(|b| b.is_ascii_alphanumeric() || b"-_.".contains(&b))
    };
    text.split_once('/').is_some_and(|(owner, name)| is_name(owner) && is_name(name))
}

/// Returns where the minutes about a repository's proposals lie, as far as this program knows.
pub fn default_minutes(repository: &str) -> Option<&'static str> {
    repository.eq_ignore_ascii_case(REPOSITORY).then_some(MINUTES)
}

/// Returns the IANA time zone in which a repository's committee meets. Other committees than ALESCo, which meets at noon in the
/// east of the United States, have UTC.
#[cfg(feature = "browser")]
pub fn committee_zone(repository: &str) -> &'static str {
    if repository.eq_ignore_ascii_case(REPOSITORY) { "America/New_York" } else { "UTC" }
}

/// True for `owner/name/path` of the characters that need no escaping in a URL.
pub fn is_repository_path(text: &str) -> bool {
    let is_folder = |part: &str| is_repository(&format!("x/{part}"));
    let mut parts = text.splitn(3, '/');
    match (parts.next(), parts.next(), parts.next()) {
        (Some(owner), Some(name), Some(path)) => {
            is_repository(&format!("{owner}/{name}")) && path.split('/').all(is_folder)
        }
        _ => false,
    }
}

/// Parses logins, separated by commas. Returns `None` if one of them is not a login.
pub fn parse_logins(text: &str) -> Option<Vec<String>> {
    let mut logins = text.split(',').map(str::trim).filter(|login| !login.is_empty());
    logins.try_fold(Vec::new(), |mut all, login| {
        all.push(is_login(login).then(|| login.to_owned())?);
        Some(all)
    })
}

/// True for a login that GitHub allows: letters, digits and hyphens, 39 at most.
fn is_login(text: &str) -> bool {
    (1..=39).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
}

/// True for a URL of the web, or a relative one. False for schemes that run code, such as `javascript:`.
fn is_safe_href(text: &str) -> bool {
    let scheme = text.split_once(':').map(|(scheme, _)| scheme);
    is_web_url(text) || scheme.is_none_or(|scheme| scheme.contains(['/', '?', '#']))
}

fn parse_level(text: &str) -> Option<u8> {
    text.parse().ok().filter(|level| (2..=6).contains(level))
}

fn parse_count(text: &str) -> Option<usize> {
    text.parse().ok().filter(|count| *count > 0)
}

#[cfg(test)]
mod tests;
