//! What a patch of GitHub adds and removes, section by section, where neither text is known.

use std::collections::BTreeMap;

use super::diff_parts::parts;
use super::document::normalized;
use super::markdown;
use super::patch::{self, PatchLine};
use super::section_diff::{SectionChange, SectionDiff};
use super::tree::{Block, plain_text};

/// Returns the sections that a patch changes, in its order. A section is known if its heading is in the patch; its
/// anchor is right unless an earlier heading, which the patch does not hold, has the same text.
pub fn section_diff_of_patch(patch: &str) -> Vec<SectionDiff> {
    let patch = normalized(patch);
    let mut diff = Diff::default();
    for (index, hunk) in patch::hunks(&patch).into_iter().enumerate() {
        diff.leave_out();
        let unknown = Place { hunk: index, ..Place::default() };
        let above = heading(hunk.context).unwrap_or(unknown);
        let (mut old, mut new) = (above.clone(), above);
        // Whether the old and the new text are inside of a code block.
        let (mut old_code, mut new_code) = (false, false);
        for line in hunk.lines {
            let (PatchLine::Same(text) | PatchLine::Added(text) | PatchLine::Removed(text)) = line;
            let is_fence = text.trim_start().starts_with("```");
            let (is_old, is_new) =
                (!matches!(line, PatchLine::Added(_)), !matches!(line, PatchLine::Removed(_)));
            old_code ^= is_fence && is_old;
            new_code ^= is_fence && is_new;
            let is_in_code = if is_new { new_code } else { old_code };
            let found = if is_in_code { None } else { heading(text) };
            let is_heading = found.is_some();
            let place = found.unwrap_or_else(|| if is_new { new.clone() } else { old.clone() });
            diff.add(&place, is_heading, line);
            if is_old {
                old = place.clone();
            }
            if is_new {
                new = place;
            }
        }
    }
    diff.finish()
}

/// Holds a section's anchor and the text of its heading; both are empty before the first heading.
#[derive(Clone, Debug, Default)]
struct Place {
    anchor: String,
    title: String,
    /// Tells sections apart of which the heading is not known: each hunk may lie in another one.
    hunk: usize,
}

impl Place {
    /// Returns what tells this place from others. No anchor contains a `#`.
    fn key(&self) -> String {
        if self.anchor.is_empty() { format!("#{}", self.hunk) } else { self.anchor.clone() }
    }
}

/// Reads a line that is a heading: `## Title`.
fn heading(line: &str) -> Option<Place> {
    if !line.trim_start().starts_with('#') {
        return None;
    }
    match markdown::parse(line).blocks.pop()? {
        Block::Heading(heading) => {
            Some(Place { title: plain_text(&heading.content), anchor: heading.anchor, hunk: 0 })
        }
        _ => None,
    }
}

/// Collects the lines of each section.
#[derive(Default)]
struct Diff<'a> {
    sections: Vec<DiffedSection<'a>>,
    /// The index in `sections` of each place.
    indices: BTreeMap<String, usize>,
}

struct DiffedSection<'a> {
    place: Place,
    was_there: bool,
    is_there: bool,
    /// `None` where lines are left out.
    lines: Vec<Option<PatchLine<'a>>>,
}

impl<'a> Diff<'a> {
    fn add(&mut self, place: &Place, is_heading: bool, line: PatchLine<'a>) {
        let index = *self.indices.entry(place.key()).or_insert(self.sections.len());
        if index == self.sections.len() {
            let (was_there, is_there) = (!is_heading, !is_heading);
            self.sections.push(DiffedSection {
                place: place.clone(),
                was_there,
                is_there,
                lines: Vec::new(),
            });
        }
        let Some(section) = self.sections.get_mut(index) else { return };
        if is_heading {
            section.was_there |= !matches!(line, PatchLine::Added(_));
            section.is_there |= !matches!(line, PatchLine::Removed(_));
        }
        // A heading that did not change is the section's title already.
        if !(is_heading && matches!(line, PatchLine::Same(_))) {
            section.lines.push(Some(line));
        }
    }

    /// Marks that lines are left out here.
    fn leave_out(&mut self) {
        self.sections.iter_mut().for_each(|section| section.lines.push(None));
    }

    /// Returns the sections that changed.
    fn finish(self) -> Vec<SectionDiff> {
        let diffs = self.sections.into_iter().filter_map(|section| {
            let parts = parts(&section.lines);
            let kind = match (section.was_there, section.is_there) {
                (false, true) => SectionChange::Added,
                (true, false) => SectionChange::Removed,
                _ => SectionChange::Changed,
            };
            let Place { anchor, title, .. } = section.place;
            (!parts.is_empty()).then_some(SectionDiff { anchor, title, kind, parts })
        });
        diffs.collect()
    }
}
