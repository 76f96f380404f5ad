//! What a new version of a text adds and removes, section by section.

use similar::DiffOp;

use super::diff_parts::{DiffPart, parts};
use super::document::normalized;
use super::patch::PatchLine;
use super::sections::{self, Section, index_by_key};
use super::word_diff::operations;

/// Holds the changes in one section.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SectionDiff {
    /// The heading's anchor; empty for the text before the first heading, and where the section is not known.
    pub anchor: String,
    /// The heading's text; empty where `anchor` is.
    pub title: String,
    /// What happened to the section.
    pub kind: SectionChange,
    /// The lines that changed, with a few around them.
    pub parts: Vec<DiffPart>,
}

/// Tells what happened to a section.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SectionChange {
    /// The section is new.
    Added,
    /// The section is gone.
    Removed,
    /// The section was there and has other text now.
    Changed,
    /// The section stands elsewhere. Its text may have changed, too.
    Moved,
}

/// Returns the sections of which the text or the place changed, in the order of the new text. A section that is gone
/// stands where it was.
pub fn section_diff(old: &str, new: &str) -> Vec<SectionDiff> {
    let (old, new) = (normalized(old), normalized(new));
    let (old, new) = (sections::split(&old), sections::split(&new));
    let (old_anchors, new_anchors) = (anchors(&old), anchors(&new));
    let old_indices = index_by_key(&old, |section| &section.anchor);
    let new_indices = index_by_key(&new, |section| &section.anchor);
    let mut diffs = Vec::new();
    for operation in operations(&old_anchors, &new_anchors, |anchor| anchor) {
        let is_kept = matches!(operation, DiffOp::Equal { .. });
        if !is_kept {
            let gone = old.get(operation.old_range()).unwrap_or_default().iter();
            let gone = gone.filter(|section| !new_indices.contains_key(section.anchor.as_str()));
            diffs.extend(gone.map(|section| diff(section, SectionChange::Removed, section.source, "")));
        }
        for section in new.get(operation.new_range()).unwrap_or_default() {
            let index = old_indices.get(section.anchor.as_str());
            let (kind, before) = match index.and_then(|&index| old.get(index)) {
                Some(before) if is_kept => (SectionChange::Changed, before.source),
                Some(before) => (SectionChange::Moved, before.source),
                None => (SectionChange::Added, ""),
            };
            diffs.push(diff(section, kind, before, section.source));
        }
    }
    diffs.retain(|diff| diff.kind == SectionChange::Moved || !diff.parts.is_empty());
    diffs
}

fn anchors<'a>(sections: &'a [Section<'_>]) -> Vec<&'a str> {
    sections.iter().map(|section| section.anchor.as_str()).collect()
}

/// Compares the old and the new source of a section line by line.
fn diff(section: &Section, kind: SectionChange, old: &str, new: &str) -> SectionDiff {
    let old_lines: Vec<&str> = old.trim_end().lines().collect();
    let new_lines: Vec<&str> = new.trim_end().lines().collect();
    let mut lines = Vec::new();
    for operation in operations(&old_lines, &new_lines, str::trim_end) {
        let old = old_lines.get(operation.old_range()).unwrap_or_default().iter();
        let new = new_lines.get(operation.new_range()).unwrap_or_default().iter();
        if let DiffOp::Equal { new_index, .. } = operation {
            // A heading that did not change is the section's title already.
            let is_title = new_index == 0 && !section.anchor.is_empty();
            lines.extend(new.skip(usize::from(is_title)).map(|text| Some(PatchLine::Same(text))));
        } else {
            lines.extend(old.map(|text| Some(PatchLine::Removed(text))));
            lines.extend(new.map(|text| Some(PatchLine::Added(text))));
        }
    }
    let (anchor, title) = (section.anchor.clone(), section.title.clone());
    SectionDiff { anchor, title, kind, parts: parts(&lines) }
}
