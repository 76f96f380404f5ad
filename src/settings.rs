//! What a host asks for by the attributes of the element that becomes a widget. Pure.

use crate::proposal::Time;
use crate::query::{Query, address};
use crate::words::Language;

/// The repository shown where the host names none.
pub const REPOSITORY: &str = "AlmaLinux/ALESCo";

/// The API asked where the host names none.
pub const API: &str = "https://api.github.com";

/// The level of the cards' headings where the host names none.
const HEADING: u8 = 3;

/// What a language may be.
const LANGUAGES_ALLOWED: &str = "one of the languages that README lists";

/// How the widget presents itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layout {
    /// Cards with compact controls, inside of somebody's page.
    List,
    /// The whole page.
    Browser,
}

impl Layout {
    /// The word for it in attributes.
    pub fn word(self) -> &'static str {
        match self {
            Layout::List => "list",
            Layout::Browser => "browser",
        }
    }
}

/// A host's wishes, each with its default.
#[derive(Clone, Debug, PartialEq)]
pub struct Settings {
    /// `owner/name` of the repository.
    pub repository: String,
    /// The API's address as given.
    pub api: String,
    /// The language, if the host says which.
    pub language: Option<Language>,
    /// Address of a snapshot, relative to the page.
    pub snapshot: Option<String>,
    /// List or browser.
    pub layout: Layout,
    /// The filter that it starts with.
    pub preset: Query,
    /// Whether controls are shown.
    pub controls: bool,
    /// How many cards are shown before "Show more"; `None` for all.
    pub limit: Option<usize>,
    /// The level of the cards' headings, from 2 to 6.
    pub heading: u8,
    /// Address of the standalone page.
    pub browser: Option<String>,
    /// Whether the page's address carries the filter.
    pub keeps_address: bool,
    /// When the committee meets next, if the host says so.
    pub next_meeting: Option<Time>,
    /// Whether cards give days and not ages, as those do that the host's page came with. No attribute says so.
    pub gives_days: bool,
}

/// An attribute whose value means nothing; the default holds instead.
#[derive(Clone, Debug, PartialEq)]
pub struct Misuse {
    /// The attribute.
    pub attribute: String,
    /// Its value.
    pub value: String,
    /// What it may be.
    pub allowed: String,
}

impl std::fmt::Display for Misuse {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Misuse { attribute, value, allowed } = self;
        write!(f, "{attribute}=\"{value}\" is ignored: allowed is {allowed}")
    }
}

impl Settings {
    /// Reads the attributes, of which `attribute` gives the values by name.
    pub fn read(attribute: impl Fn(&str) -> Option<String>) -> (Self, Vec<Misuse>) {
        let mut reader = Reader { attribute, misuses: Vec::new() };
        let repository = reader.checked("data-repo", "owner/name", is_repository);
        let api = reader.checked("data-api", "an address that starts with https:// or http://", is_address);
        let layout = reader.one_of("data-view", &[("list", Layout::List), ("browser", Layout::Browser)]);
        let controls = reader.one_of("data-controls", &[("auto", true), ("none", false)]);
        let keeps_address = match layout {
            Layout::List => reader.one_of("data-url", &[("off", false), ("query", true)]),
            Layout::Browser => reader.one_of("data-url", &[("query", true), ("off", false)]),
        };
        let next_meeting =
            reader.checked("data-next-meeting", "an ISO date or time", |text| time(text).is_some());
        let limit = reader.checked("data-limit", "a number from 1", |text| count(text).is_some());
        let heading = reader.checked("data-heading", "a number from 2 to 6", |text| level(text).is_some());
        let browser = reader.checked("data-browser", "an address of a page", is_page);
        let language = reader.checked("data-lang", LANGUAGES_ALLOWED, |tag| Language::of(tag).is_some());
        let preset = reader.preset();
        let settings = Settings {
            repository: repository.unwrap_or_else(|| REPOSITORY.to_owned()),
            api: api.unwrap_or_else(|| API.to_owned()),
            language: language.as_deref().and_then(Language::of),
            snapshot: (reader.attribute)("data-snapshot").filter(|address| !address.is_empty()),
            layout,
            preset,
            controls,
            limit: limit.as_deref().and_then(count),
            heading: heading.as_deref().and_then(level).unwrap_or(HEADING),
            browser,
            keeps_address,
            gives_days: false,
            next_meeting: next_meeting.as_deref().and_then(time),
        };
        (settings, reader.misuses)
    }
}

struct Reader<F> {
    attribute: F,
    misuses: Vec<Misuse>,
}

impl<F: Fn(&str) -> Option<String>> Reader<F> {
    /// The attribute's value, if it is there and right.
    fn checked(&mut self, name: &str, allowed: &str, is_right: fn(&str) -> bool) -> Option<String> {
        let value = (self.attribute)(name)?;
        if is_right(&value) {
            return Some(value);
        }
        self.misuses.push(Misuse { attribute: name.to_owned(), value, allowed: allowed.to_owned() });
        None
    }

    /// The value that the attribute's word stands for; the first where it stands for none.
    fn one_of<T: Copy>(&mut self, name: &str, words: &[(&str, T); 2]) -> T {
        let [(default_word, default), (other_word, other)] = *words;
        match (self.attribute)(name) {
            Some(value) if value == other_word => other,
            Some(value) if value != default_word => {
                let allowed = format!("{default_word} or {other_word}");
                self.misuses.push(Misuse { attribute: name.to_owned(), value, allowed });
                default
            }
            _ => default,
        }
    }

    /// `data-stage` and the like hold the same words as the address.
    fn preset(&mut self) -> Query {
        let given = |key| Some((key, (self.attribute)(&format!("data-{key}"))?));
        let pairs: Vec<(&str, String)> = address::KEYS.into_iter().filter_map(given).collect();
        let (preset, unknown) = address::read(&pairs, &Query::default());
        self.misuses.extend(unknown.into_iter().map(|unknown| Misuse {
            attribute: format!("data-{}", unknown.key),
            value: unknown.value,
            allowed: unknown.allowed.join(", "),
        }));
        preset
    }
}

/// GitHub's names consist of these characters, so one can stand in an address as it is.
pub fn is_repository(text: &str) -> bool {
    let is_name = |part: &str| {
        !part.is_empty()
            && !part.bytes().all(|b| b == b'.')
            && part.bytes().all(|b| b.is_ascii_alphanumeric() || b"-_.".contains(&b))
    };
    text.split_once('/').is_some_and(|(owner, name)| is_name(owner) && is_name(name))
}

/// An address of the web.
pub fn is_address(text: &str) -> bool {
    text.starts_with("https://") || text.starts_with("http://")
}

/// An address of the web, or one relative to the host's page. Nothing that runs when it is followed.
fn is_page(text: &str) -> bool {
    let scheme = text.split_once(':').map(|(scheme, _)| scheme);
    is_address(text) || scheme.is_none_or(|scheme| scheme.contains(['/', '?', '#']))
}

fn level(text: &str) -> Option<u8> {
    text.parse().ok().filter(|level| (2..=6).contains(level))
}

fn count(text: &str) -> Option<usize> {
    text.parse().ok().filter(|count| *count > 0)
}

/// A date means its noon in UTC, which is the same day nearly everywhere.
fn time(text: &str) -> Option<Time> {
    let time = |text: &str| chrono::DateTime::parse_from_rfc3339(text).ok();
    time(text).or_else(|| time(&format!("{text}T12:00:00Z"))).map(|time| time.to_utc())
}

#[cfg(test)]
mod tests;
