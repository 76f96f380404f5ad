//! The SIGs that a proposal concerns, with the evidence for each.
//!
//! ALESCo has no SIG labels yet. So a label, a line `SIG:` and a mention in the text all count, in this order.

use std::collections::BTreeSet;

use super::Label;
use super::markdown::{self, Line};

/// A special interest group that a proposal concerns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sig {
    /// Its name in URLs and attributes.
    pub slug: String,
    /// Its name without the word SIG.
    pub name: String,
    /// Why it concerns the proposal.
    pub evidence: Evidence,
}

/// The evidence that a SIG concerns a proposal, the strongest first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Evidence {
    /// A label names it.
    Label,
    /// A line `SIG:` in the document's header or in the description names it.
    Field,
    /// This sentence of the title, the description or the document mentions it.
    Mention(String),
}

/// The rank of the weakest evidence.
const WEAKEST_RANK: u8 = 2;

impl Evidence {
    fn rank(&self) -> u8 {
        match self {
            Evidence::Label => 0,
            Evidence::Field => 1,
            Evidence::Mention(_) => WEAKEST_RANK,
        }
    }
}

/// AlmaLinux's SIGs: slug, name, other spellings. Source: <https://wiki.almalinux.org/sigs/>.
const KNOWN: [(&str, &str, &[&str]); 12] = [
    ("altarch", "AltArch", &[]),
    ("atomic", "Atomic", &[]),
    ("build-system", "Build System", &[]),
    ("certification", "Certification", &[]),
    ("cloud", "Cloud", &[]),
    ("core", "Core", &[]),
    ("hpc-and-ai", "HPC and AI", &["HPC & AI", "HPC"]),
    ("infrastructure", "Infrastructure", &["Infra"]),
    ("live-media", "Live Media", &[]),
    ("marketing", "Marketing", &[]),
    ("media-and-entertainment", "Media & Entertainment", &["Media and Entertainment", "M&E"]),
    ("migration", "Migration", &[]),
];

/// Words of the longest name of a known SIG.
const MOST_WORDS: usize = 3;

/// First words of what stands in the place of a SIG's name if there is none, normalized.
const NO_NAMES: [&str; 9] = ["", NO_SIG, "na", "no", "not", "tba", "tbc", "tbd", "unknown"];

/// Words in front of a name that may say whose SIG it is.
const MOST_FOREIGN_WORDS: usize = 6;

/// Characters that end a run of names.
const ENDS: [char; 7] = [',', '.', ';', ':', ')', '!', '?'];

/// Normalized names of projects whose SIGs are not AlmaLinux's, even if they have the same name.
const FOREIGN_PROJECTS: [&str; 10] =
    ["centos", "fedora", "epel", "rhel", "rocky", "opensuse", "debian", "kubernetes", "hyperscale", "kmods"];

/// The value of "no SIG" in URLs. No SIG can have it as a slug.
pub const NO_SIG: &str = "none";

/// Adds `more` to SIGs that are sorted by evidence. A SIG that occurs in both keeps its stronger evidence.
pub(super) fn merge(sigs: &mut Vec<Sig>, more: Vec<Sig>) {
    let mut all = std::mem::take(sigs);
    all.extend(more);
    let mut slugs = BTreeSet::new();
    for rank in 0..=WEAKEST_RANK {
        let of_rank = all.iter().filter(|sig| sig.evidence.rank() == rank);
        sigs.extend(of_rank.filter(|sig| slugs.insert(sig.slug.clone())).cloned());
    }
}

/// Returns the SIG of a label such as `sig/cloud`, `sig: cloud`, `SIG-Cloud` and `Cloud SIG`.
pub(super) fn from_label(label: &Label) -> Option<Sig> {
    let words = words(&label.name, &[' ', '/', ':', '-', '_']);
    let name = match words.as_slice() {
        [first, name @ ..] if first.eq_ignore_ascii_case("sig") => name,
        [name @ .., last] if last.eq_ignore_ascii_case("sig") => name,
        _ => return None,
    };
    sig_by_name(&name.join(" "), Evidence::Label)
}

/// Returns the SIGs of lines such as `SIG: Core, Cloud`.
pub(super) fn from_fields(fields: &[(String, String)]) -> Vec<Sig> {
    let mut sigs = Vec::new();
    for (key, value) in fields {
        if ["sig", "sigs"].contains(&normalize_name(key).as_str()) {
            for names in strip_links(value).split([',', ';']) {
                add_names(names, &mut sigs);
            }
        }
    }
    let mut once = Vec::new();
    merge(&mut once, sigs);
    once
}

/// Adds the SIGs of `Core`, `Core / Cloud` and `Core & HPC and AI`.
fn add_names(names: &str, sigs: &mut Vec<Sig>) {
    if is_no_name(strip_markup(names)) {
        return;
    }
    let parts = names.replace(" & ", "/").replace(" and ", "/");
    let mut parts = parts.split('/').peekable();
    while let Some(part) = parts.next() {
        // "HPC and AI" is one SIG.
        let both = parts.peek().map(|next| format!("{part} and {}", strip_markup(next)));
        match both.filter(|both| known(&normalize_name(both)).is_some()) {
            Some(both) => {
                parts.next();
                sigs.extend(sig_by_name(&both, Evidence::Field));
            }
            None => sigs.extend(sig_by_name(strip_markup(part), Evidence::Field)),
        }
    }
}

/// Returns a value with the texts of its links in their place: `Core` of `[Core](https://…)`.
fn strip_links(value: &str) -> String {
    let mut texts = String::new();
    let mut rest = value;
    while let Some((text, link)) = rest.split_once("](") {
        texts.push_str(text);
        rest = link.split_once(')').map_or("", |(_, after)| after);
    }
    texts + rest
}

/// Returns a name without emphasis and the word SIG: `Core` of `**Core SIG**`.
fn strip_markup(name: &str) -> &str {
    let name = name.trim_matches(|c: char| c.is_whitespace() || "[]`*_.".contains(c));
    name.strip_suffix("SIG").unwrap_or(name).trim_end()
}

/// True for what says that there is no SIG, or none yet: `N/A`, `None at the moment`, `TBA`, `to be decided`.
fn is_no_name(name: &str) -> bool {
    let first = normalize_name(name.split_whitespace().next().unwrap_or_default());
    NO_NAMES.contains(&first.as_str()) || normalize_name(name).starts_with("tobe")
}

/// Returns the SIG of a name, known or not. Returns `None` for what is no name, and for SIGs of other projects.
fn sig_by_name(name: &str, evidence: Evidence) -> Option<Sig> {
    if is_foreign_project(name) || is_no_name(name) {
        return None;
    }
    let folded = normalize_name(name);
    Some(match known(&folded) {
        Some((slug, name)) => Sig { slug: slug.to_owned(), name: name.to_owned(), evidence },
        None => Sig {
            slug: words(&name.to_ascii_lowercase(), &[' ', '/', ',', '&']).join("-"),
            name: name.to_owned(),
            evidence,
        },
    })
}

/// Returns the known SIGs that a text mentions by their name and the word SIG, each with its first sentence.
pub(super) fn from_mentions(lines: &[Line]) -> Vec<Sig> {
    let mut sigs: Vec<Sig> = Vec::new();
    for sentence in markdown::sentences(lines) {
        for (slug, name) in find_mentions(&sentence) {
            if sigs.iter().all(|sig| sig.slug != slug) {
                let evidence = Evidence::Mention(sentence.clone());
                sigs.push(Sig { slug: slug.to_owned(), name: name.to_owned(), evidence });
            }
        }
    }
    sigs
}

/// Returns slug and name of the known SIGs that a sentence mentions.
fn find_mentions(sentence: &str) -> Vec<(&'static str, &'static str)> {
    let words = words(sentence, &[' ', '\t', '/']);
    let mut found = Vec::new();
    for (at, word) in words.iter().enumerate() {
        let word = word.trim_matches(|c: char| !c.is_ascii_alphanumeric());
        // "the Core and Cloud SIGs" names both, "Hyperscale and Core SIG" one.
        let several = word == "SIGs";
        if !several && word != "SIG" && word != "SIG's" && word != "SIG’s" {
            continue;
        }
        let Some(mut before) = words.get(..at) else { continue };
        let mut names = Vec::new();
        while let Some((name, rest)) = match_name_suffix(before, names.is_empty()) {
            names.push(name);
            before = rest;
            match before.split_last() {
                Some((last, rest)) if several && ["and", "or", "&"].contains(last) => before = rest,
                Some((last, _)) if several && last.ends_with(',') => {}
                _ => break,
            }
        }
        // "CentOS Stream Cloud SIG" belongs to CentOS, so all capitalized words in front count.
        let is_name = |word: &&&str| word.starts_with(char::is_uppercase) && !word.ends_with(ENDS);
        if !before
            .iter()
            .rev()
            .take(MOST_FOREIGN_WORDS)
            .take_while(is_name)
            .any(|word| is_foreign_project(word))
        {
            found.extend(names.into_iter().rev());
        }
    }
    found
}

/// Returns the longest known name that the words end with, and the words before it. A name that is `adjacent` to the
/// word SIG must not be followed by a comma.
fn match_name_suffix<'a, 's>(
    words: &'a [&'s str],
    adjacent: bool,
) -> Option<((&'static str, &'static str), &'a [&'s str])> {
    (1..=MOST_WORDS.min(words.len())).rev().find_map(|length| {
        let (before, name) = words.split_at(words.len() - length);
        let name = name.join(" ");
        let name = if adjacent { name.as_str() } else { name.trim_end_matches(',') };
        let unbroken = !name.contains(ENDS);
        let name = known(&normalize_name(name)).filter(|_| unbroken)?;
        Some((name, before))
    })
}

/// Returns slug and name of the known SIG of a normalized name.
fn known(normalized: &str) -> Option<(&'static str, &'static str)> {
    KNOWN
        .iter()
        .find(|(_, name, others)| {
            [name].into_iter().chain(*others).any(|name| normalized_chars(name).eq(normalized.chars()))
        })
        .map(|(slug, name, _)| (*slug, *name))
}

fn is_foreign_project(name: &str) -> bool {
    words(name, &[' ', '/', '-', '\'', '’'])
        .iter()
        .any(|word| FOREIGN_PROJECTS.contains(&normalize_name(word).as_str()))
}

/// Returns the form of a name that is compared: ASCII letters and digits in lower case, other characters as they
/// are, without ASCII punctuation and spaces.
fn normalize_name(name: &str) -> String {
    normalized_chars(name).collect()
}

fn normalized_chars(name: &str) -> impl Iterator<Item = char> {
    name.chars().filter(|c| c.is_ascii_alphanumeric() || !c.is_ascii()).map(|c| c.to_ascii_lowercase())
}

/// Splits a text at these characters, without empty words.
fn words<'a>(text: &'a str, between: &[char]) -> Vec<&'a str> {
    text.split(between).filter(|word| !word.is_empty()).collect()
}
