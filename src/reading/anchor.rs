//! Anchors of headings, by GitHub's rules.

use std::collections::BTreeMap;

/// Stands for a heading without letters or digits. GitHub gives such a heading an empty anchor.
const UNNAMED: &str = "section";

/// Makes each anchor of one document unique.
#[derive(Default)]
pub(super) struct Anchors {
    /// The anchors given so far, each with the last number appended to it.
    used: BTreeMap<String, usize>,
}

impl Anchors {
    /// Returns the anchor of the next heading. A repeated one gets `-1`, `-2` and so on.
    pub(super) fn next(&mut self, heading: &str) -> String {
        let base = slug(heading);
        let mut anchor = base.clone();
        let mut number = self.used.get(&base).copied();
        while let Some(last) = number {
            let next = last + 1;
            anchor = format!("{base}-{next}");
            number = self.used.contains_key(&anchor).then_some(next);
            self.used.insert(base.clone(), next);
        }
        self.used.insert(anchor.clone(), 0);
        anchor
    }
}

/// Returns `heading` in lower case, with hyphens for spaces, without other punctuation.
fn slug(heading: &str) -> String {
    let mut slug = String::new();
    for c in heading.trim().chars() {
        match c {
            ' ' | '-' => slug.push('-'),
            '_' => slug.push('_'),
            c if c.is_alphanumeric() => slug.extend(c.to_lowercase()),
            _ => {}
        }
    }
    if slug.is_empty() { UNNAMED.to_owned() } else { slug }
}
