//! Which SIGs a proposal concerns, and how that is known.
//!
//! ALESCo has no SIG labels yet, so a label, a line `SIG:` and a mention in the text all count,
//! in this order of strength.

use super::{Label, markdown};

/// A special interest group that a proposal concerns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sig {
    /// The word that stands for it in addresses and attributes.
    pub slug: String,
    /// Its name without the word SIG.
    pub name: String,
    /// How it is known to concern the proposal.
    pub evidence: Evidence,
}

/// How a SIG is known to concern a proposal, the strongest first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Evidence {
    /// A label names it.
    Label,
    /// A line `SIG:` in the document's header or in the pull request's text names it.
    Field,
    /// A sentence of title, text or document mentions it.
    Mention(String),
}

impl Evidence {
    fn rank(&self) -> u8 {
        match self {
            Evidence::Label => 0,
            Evidence::Field => 1,
            Evidence::Mention(_) => 2,
        }
    }
}

/// AlmaLinux's SIGs as listed on <https://wiki.almalinux.org/sigs/>: slug, name, other spellings.
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

/// The longest name of a known SIG, in words.
const MOST_WORDS: usize = 3;

/// What ends a run of names.
const ENDS: [char; 7] = [',', '.', ';', ':', ')', '!', '?'];

/// Projects and groups whose SIGs are not AlmaLinux's, even where the name is the same.
const FOREIGN_PROJECTS: [&str; 10] =
    ["centos", "fedora", "epel", "rhel", "rocky", "opensuse", "debian", "kubernetes", "hyperscale", "kmods"];

/// The word that stands for "no SIG" in addresses. No SIG can have it as a slug.
pub const NO_SIG: &str = "none";

/// Adds `more`, the strongest first; a SIG that is there already keeps its strongest evidence.
pub(super) fn merge(sigs: &mut Vec<Sig>, more: Vec<Sig>) {
    for sig in more {
        if let Some(at) = sigs.iter().position(|known| known.slug == sig.slug) {
            if sigs.get(at).is_some_and(|known| known.evidence.rank() <= sig.evidence.rank()) {
                continue;
            }
            sigs.remove(at);
        }
        let after_stronger = sigs.partition_point(|known| known.evidence.rank() <= sig.evidence.rank());
        sigs.insert(after_stronger, sig);
    }
}

/// The SIGs of labels such as `sig/cloud`, `sig: cloud`, `SIG-Cloud` and `Cloud SIG`.
pub(super) fn from_labels(labels: &[Label]) -> Vec<Sig> {
    let mut sigs = Vec::new();
    for label in labels {
        let words = words(&label.name, &[' ', '/', ':', '-', '_']);
        let name = match words.as_slice() {
            [first, name @ ..] if first.eq_ignore_ascii_case("sig") => name,
            [name @ .., last] if last.eq_ignore_ascii_case("sig") => name,
            _ => continue,
        };
        sigs.extend(sig_by_name(&name.join(" "), Evidence::Label));
    }
    sigs
}

/// The SIGs of lines such as `SIG: Core, Cloud`.
pub(super) fn from_fields(fields: &[(String, String)]) -> Vec<Sig> {
    let mut sigs = Vec::new();
    for (key, value) in fields {
        if !key.eq_ignore_ascii_case("SIG") && !key.eq_ignore_ascii_case("SIGs") {
            continue;
        }
        for name in value.split([',', ';']) {
            let both = name.split_once(" and ").or_else(|| name.split_once(" & "));
            let (name, other) = match both {
                Some((one, other)) if known(&normalize_name(name)).is_none() => (one, other),
                _ => (name, ""),
            };
            sigs.extend(sig_by_name(strip_markup(name), Evidence::Field));
            sigs.extend(sig_by_name(strip_markup(other), Evidence::Field));
        }
    }
    sigs
}

/// `[Core](https://…)`, `` `Core` ``, `**Core SIG**`: all say Core.
fn strip_markup(name: &str) -> &str {
    let name = name.split_once("](").map_or(name, |(text, _)| text);
    let name = name.trim_matches(|c: char| c.is_whitespace() || "[]`*_.".contains(c));
    name.strip_suffix("SIG").unwrap_or(name).trim_end()
}

/// The SIG of that name, known or not; `None` for an empty name, a "none" and other people's SIGs.
fn sig_by_name(name: &str, evidence: Evidence) -> Option<Sig> {
    let folded = normalize_name(name);
    if is_foreign_project(name) || ["", NO_SIG, "na", "tbd"].contains(&folded.as_str()) {
        return None;
    }
    Some(match known(&folded) {
        Some((slug, name)) => Sig { slug: slug.to_owned(), name: name.to_owned(), evidence },
        None => Sig {
            slug: words(&name.to_ascii_lowercase(), &[' ', '/', ',', '&']).join("-"),
            name: name.to_owned(),
            evidence,
        },
    })
}

/// The known SIGs that `markdown` mentions by name and the word SIG, each with its sentence.
pub(super) fn from_mentions(markdown: &str) -> Vec<Sig> {
    let mut sigs = Vec::new();
    for sentence in markdown::sentences(markdown) {
        for (slug, name) in find_mentions(&sentence) {
            let evidence = Evidence::Mention(sentence.clone());
            let sig = Sig { slug: slug.to_owned(), name: name.to_owned(), evidence };
            merge(&mut sigs, vec![sig]);
        }
    }
    sigs
}

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
        // "CentOS Stream Cloud SIG" is CentOS's, so all of a run of names in front counts.
        let is_name = |word: &&&str| word.starts_with(char::is_uppercase) && !word.ends_with(ENDS);
        if !before.iter().rev().take_while(is_name).any(|word| is_foreign_project(word)) {
            found.extend(names.into_iter().rev());
        }
    }
    found
}

/// The known name that the words end in, the longest, and the words before it. Only a name that
/// is not `adjacent` to the word SIG may be followed by a comma.
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

fn known(normalize_label: &str) -> Option<(&'static str, &'static str)> {
    KNOWN
        .iter()
        .find(|(_, name, others)| {
            [name].into_iter().chain(*others).any(|name| normalize_name(name) == normalize_label)
        })
        .map(|(slug, name, _)| (*slug, *name))
}

fn is_foreign_project(name: &str) -> bool {
    words(name, &[' ', '/', '-', '\'', '’'])
        .iter()
        .any(|word| FOREIGN_PROJECTS.contains(&normalize_name(word).as_str()))
}

/// ASCII letters and digits in lower case, and whatever is not ASCII as it is.
fn normalize_name(name: &str) -> String {
    name.chars()
        .filter(|c| c.is_ascii_alphanumeric() || !c.is_ascii())
        .map(|c| c.to_ascii_lowercase())
        .collect()
}

fn words<'a>(text: &'a str, between: &[char]) -> Vec<&'a str> {
    text.split(between).filter(|word| !word.is_empty()).collect()
}
