//! What a pull request adds to a document and removes from it, section by section.

use super::markdown::{self, SectionStart};
use super::patch::{Hunk, PatchLine, hunks};
use crate::proposal::replace_controls;

/// Holds what changes in one section.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct SectionChanges<'a> {
    /// The anchor of the section's heading; `None` for what stands before the first heading, and for a removed section whose
    /// anchor another one has now.
    pub(super) anchor: Option<String>,
    /// The heading's text without markup; empty before the first heading.
    pub(super) title: String,
    /// The changed lines with those around them, in pieces with unchanged lines between them. Empty lines around a piece are
    /// left out unless they change.
    pub(super) pieces: Vec<Vec<PatchLine<'a>>>,
}

/// Tells which section holds a line: by its index among those of the new text, or if its heading is removed, among those of
/// the old one.
#[derive(Clone, Copy, PartialEq)]
enum Place {
    BeforeFirst,
    New(usize),
    Removed(usize),
}

/// Divides the changes of `patch` among the sections: an added line belongs to a section of the new text, which is `text`, a removed
/// line to the section that held it, under its present heading if it has one. Sections without a change are left out. Returns
/// `None` if the patch does not lead to `text`.
pub(super) fn section_changes<'a>(text: &str, patch: &'a str) -> Option<Vec<SectionChanges<'a>>> {
    // As in the patch. Git counts no line at a lone carriage return, so that stays.
    let text = replace_controls(text).replace("\r\n", "\n");
    let hunks = hunks(patch);
    let old = OldText::before(&text, &hunks)?;
    let sections = Sections {
        old: markdown::section_starts(&old.lines.join("\n")),
        new: markdown::section_starts(&text),
        new_lines: old.new_lines,
    };
    let mut changes: Vec<(Place, SectionChanges)> = Vec::new();
    for hunk in hunks {
        for lines in sections.placed_lines(hunk).chunk_by(|(a, _), (b, _)| a == b) {
            let Some((place, _)) = lines.first() else { continue };
            let piece = piece(lines);
            if piece.iter().all(is_same) {
                continue;
            }
            match changes.iter_mut().find(|(known, _)| known == place) {
                Some((_, known)) => known.pieces.push(piece),
                None => {
                    let (anchor, title) = sections.heading(*place);
                    changes.push((*place, SectionChanges { anchor, title, pieces: vec![piece] }));
                }
            }
        }
    }
    Some(changes.into_iter().map(|(_, section)| section).collect())
}

/// Returns the lines without the empty unchanged ones around them.
fn piece<'a>(lines: &[(Place, PatchLine<'a>)]) -> Vec<PatchLine<'a>> {
    let is_empty =
        |(_, line): &&(Place, PatchLine)| matches!(line, PatchLine::Same(text) if text.trim().is_empty());
    let start = lines.iter().take_while(is_empty).count();
    let end = lines.len() - lines.iter().rev().take_while(is_empty).count();
    lines.get(start..end).unwrap_or_default().iter().map(|(_, line)| *line).collect()
}

fn is_same(line: &PatchLine) -> bool {
    matches!(line, PatchLine::Same(_))
}

/// The sections of both texts.
struct Sections {
    old: Vec<SectionStart>,
    new: Vec<SectionStart>,
    /// Where each line of the old text is in the new one; `None` for removed lines.
    new_lines: Vec<Option<usize>>,
}

impl Sections {
    /// Returns the lines of a hunk, each with the section that holds it. Headings that stay are left out, because they stand
    /// above the lines of their section.
    fn placed_lines<'a>(&self, hunk: Hunk<'a>) -> Vec<(Place, PatchLine<'a>)> {
        let (mut old_line, mut new_line) = (hunk.old.first_index(), hunk.new.first_index());
        let mut placed = Vec::new();
        for line in hunk.lines {
            let place = match line {
                PatchLine::Removed(_) => self.old_place(old_line),
                PatchLine::Same(_) | PatchLine::Added(_) => self.new_place(new_line),
            };
            let is_heading = self.new.iter().any(|section| section.line == new_line);
            if !(is_heading && is_same(&line)) {
                placed.push((place, line));
            }
            old_line += usize::from(!matches!(line, PatchLine::Added(_)));
            new_line += usize::from(!matches!(line, PatchLine::Removed(_)));
        }
        placed
    }

    /// Returns the section that holds a line of the new text, counted from 0.
    fn new_place(&self, line: usize) -> Place {
        match self.new.partition_point(|section| section.line <= line) {
            0 => Place::BeforeFirst,
            count => Place::New(count - 1),
        }
    }

    /// Returns the section that holds a line of the old text, counted from 0.
    fn old_place(&self, line: usize) -> Place {
        let Some(index) = self.old.partition_point(|section| section.line <= line).checked_sub(1) else {
            return Place::BeforeFirst;
        };
        let heading = self.old.get(index).and_then(|section| *self.new_lines.get(section.line)?);
        heading.map_or(Place::Removed(index), |line| self.new_place(line))
    }

    fn heading(&self, place: Place) -> (Option<String>, String) {
        let (section, is_unique) = match place {
            Place::BeforeFirst => (None, false),
            Place::New(index) => (self.new.get(index), true),
            Place::Removed(index) => {
                let section = self.old.get(index);
                (section, section.is_some_and(|it| self.new.iter().all(|known| known.anchor != it.anchor)))
            }
        };
        let anchor = section.filter(|_| is_unique).map(|section| section.anchor.clone());
        (anchor, section.map(|section| section.title.clone()).unwrap_or_default())
    }
}

/// The text before the changes.
#[derive(Default)]
struct OldText<'t> {
    lines: Vec<&'t str>,
    /// Where each line is in the new text; `None` for removed lines.
    new_lines: Vec<Option<usize>>,
}

impl<'t> OldText<'t> {
    /// Takes the changes back. `None` if they do not lead to `new`.
    fn before(new: &'t str, hunks: &[Hunk<'t>]) -> Option<Self> {
        let new: Vec<&str> = new.lines().collect();
        let (mut old, mut next) = (OldText::default(), 0);
        for hunk in hunks {
            let start = hunk.new.first_index();
            old.keep(&new, next..start)?;
            next = start;
            for line in &hunk.lines {
                match line {
                    PatchLine::Removed(line) => {
                        old.lines.push(line);
                        old.new_lines.push(None);
                    }
                    PatchLine::Same(line) | PatchLine::Added(line) if new.get(next)? != line => return None,
                    PatchLine::Same(_) => {
                        old.keep(&new, next..next + 1)?;
                        next += 1;
                    }
                    PatchLine::Added(_) => next += 1,
                }
            }
        }
        old.keep(&new, next..new.len())?;
        Some(old)
    }

    fn keep(&mut self, new: &[&'t str], range: std::ops::Range<usize>) -> Option<()> {
        self.lines.extend(new.get(range.clone())?);
        self.new_lines.extend(range.map(Some));
        Some(())
    }
}
