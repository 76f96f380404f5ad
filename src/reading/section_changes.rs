//! What a pull request adds to a document and removes from it, section by section.

use super::markdown::{self, SectionStart};
use super::patch::{Hunk, PatchLine, hunks};

/// Holds what changes in one section.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct SectionChanges<'a> {
    /// The anchor of the section's heading; `None` for what stands before the first heading.
    pub(super) anchor: Option<String>,
    /// The heading's text without markup.
    pub(super) title: String,
    /// The changed lines with those around them, in pieces with unchanged lines between them.
    pub(super) pieces: Vec<Vec<PatchLine<'a>>>,
}

/// Divides the changes of `patch` among the sections: an added line belongs to a section of the new text, which is `text`, a removed
/// line to one of the old text. Sections without a change are left out. Returns `None` if the patch does not lead to `text`.
pub(super) fn section_changes<'a>(text: &str, patch: &'a str) -> Option<Vec<SectionChanges<'a>>> {
    let hunks = hunks(patch);
    let old_text = old_text(text, &hunks)?;
    let (old, new) = (markdown::section_starts(&old_text), markdown::section_starts(text));
    let mut changes: Vec<SectionChanges> = Vec::new();
    for hunk in hunks {
        for lines in placed_lines(hunk, &old, &new).chunk_by(|(a, _), (b, _)| anchor(*a) == anchor(*b)) {
            let piece: Vec<PatchLine> = lines.iter().map(|(_, line)| *line).collect();
            let section = lines.first().and_then(|(section, _)| *section);
            if piece.iter().all(is_same) {
                continue;
            }
            match changes.iter_mut().find(|known| known.anchor.as_deref() == anchor(section)) {
                Some(known) => known.pieces.push(piece),
                None => changes.push(SectionChanges {
                    anchor: anchor(section).map(str::to_owned),
                    title: section.map(|section| section.title.clone()).unwrap_or_default(),
                    pieces: vec![piece],
                }),
            }
        }
    }
    Some(changes)
}

/// Returns the lines of a hunk, each with the section that holds it: `None` before the first one. Headings that stay are left
/// out, because they stand above the lines of their section.
fn placed_lines<'s, 'a>(
    hunk: Hunk<'a>,
    old: &'s [SectionStart],
    new: &'s [SectionStart],
) -> Vec<(Option<&'s SectionStart>, PatchLine<'a>)> {
    let (mut old_line, mut new_line) = (hunk.old.first_index(), hunk.new.first_index());
    let mut placed = Vec::new();
    for line in hunk.lines {
        let section = match line {
            PatchLine::Removed(_) => section_at(old, old_line),
            PatchLine::Same(_) | PatchLine::Added(_) => section_at(new, new_line),
        };
        let is_heading = section.is_some_and(|section| section.line == new_line);
        if !(is_heading && is_same(&line)) {
            placed.push((section, line));
        }
        old_line += usize::from(!matches!(line, PatchLine::Added(_)));
        new_line += usize::from(!matches!(line, PatchLine::Removed(_)));
    }
    placed
}

fn is_same(line: &PatchLine) -> bool {
    matches!(line, PatchLine::Same(_))
}

fn anchor(section: Option<&SectionStart>) -> Option<&str> {
    section.map(|section| section.anchor.as_str())
}

/// Returns the section that holds a line, counted from 0.
fn section_at(sections: &[SectionStart], line: usize) -> Option<&SectionStart> {
    sections.get(..sections.partition_point(|section| section.line <= line))?.last()
}

/// Returns the text before the changes. `None` if they do not lead to `new`.
fn old_text(new: &str, hunks: &[Hunk]) -> Option<String> {
    let new: Vec<&str> = new.lines().collect();
    let (mut old, mut next): (Vec<&str>, usize) = (Vec::new(), 0);
    for hunk in hunks {
        let start = hunk.new.first_index();
        old.extend(new.get(next..start)?);
        next = start;
        for line in &hunk.lines {
            if let PatchLine::Same(line) | PatchLine::Added(line) = line {
                (new.get(next)? == line).then_some(())?;
                next += 1;
            }
            if let PatchLine::Same(line) | PatchLine::Removed(line) = line {
                old.push(line);
            }
        }
    }
    old.extend(new.get(next..)?);
    Some(old.join("\n"))
}
