//! The lines of a diff as parts to be shown: runs of equal, changed, added and removed lines.

use super::patch::PatchLine;
use super::word_diff::{DiffSpan, SpanKind, changed_words};

/// How many unchanged lines are shown before and after a change.
const CONTEXT: usize = 2;

/// Holds a part of a section's text. Its lines are parted by `\n`, without one at the end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DiffPart {
    /// Lines that did not change.
    Same(String),
    /// Lines that are new.
    Added(String),
    /// Lines that are gone.
    Removed(String),
    /// Lines in which some words changed.
    Changed(Vec<DiffSpan>),
    /// Unchanged lines that are not shown.
    Gap,
}

/// A run of lines between which nothing is left out.
enum Run<'a> {
    Same(Vec<&'a str>),
    Changed { removed: Vec<&'a str>, added: Vec<&'a str> },
    Gap,
}

/// Returns the parts of a section, given its lines, of which `None` stands for lines left out. Empty if nothing
/// changed.
pub(super) fn parts(lines: &[Option<PatchLine>]) -> Vec<DiffPart> {
    let runs = runs(lines);
    let mut parts: Vec<DiffPart> = Vec::new();
    let is_changed =
        |index: Option<usize>| matches!(index.and_then(|index| runs.get(index)), Some(Run::Changed { .. }));
    for (index, run) in runs.iter().enumerate() {
        match run {
            Run::Gap => push_gap(&mut parts),
            Run::Same(lines) => {
                push_context(lines, is_changed(index.checked_sub(1)), is_changed(Some(index + 1)), &mut parts)
            }
            Run::Changed { removed, added } => push_change(removed, added, &mut parts),
        }
    }
    let is_same = |part: &DiffPart| matches!(part, DiffPart::Same(_) | DiffPart::Gap);
    if parts.iter().all(is_same) { Vec::new() } else { parts }
}

fn runs<'a>(lines: &[Option<PatchLine<'a>>]) -> Vec<Run<'a>> {
    let mut runs: Vec<Run> = Vec::new();
    for line in lines {
        match (line, runs.last_mut()) {
            (None, _) => runs.push(Run::Gap),
            (Some(PatchLine::Same(text)), Some(Run::Same(lines))) => lines.push(text),
            (Some(PatchLine::Same(text)), _) => runs.push(Run::Same(vec![text])),
            (Some(PatchLine::Added(text)), Some(Run::Changed { added, .. })) => added.push(text),
            (Some(PatchLine::Added(text)), _) => {
                runs.push(Run::Changed { removed: Vec::new(), added: vec![text] })
            }
            (Some(PatchLine::Removed(text)), Some(Run::Changed { removed, .. })) => removed.push(text),
            (Some(PatchLine::Removed(text)), _) => {
                runs.push(Run::Changed { removed: vec![text], added: Vec::new() });
            }
        }
    }
    runs
}

/// Adds the unchanged lines next to a change.
fn push_context(lines: &[&str], is_after_change: bool, is_before_change: bool, parts: &mut Vec<DiffPart>) {
    let after = if is_after_change { CONTEXT } else { 0 };
    let before = if is_before_change { CONTEXT } else { 0 };
    if lines.len() <= after + before {
        return push_text(DiffPart::Same, lines, parts);
    }
    let (head, rest) = lines.split_at(after);
    let (_, tail) = rest.split_at(rest.len() - before);
    push_text(DiffPart::Same, head, parts);
    push_gap(parts);
    push_text(DiffPart::Same, tail, parts);
}

fn push_gap(parts: &mut Vec<DiffPart>) {
    if !matches!(parts.last(), Some(DiffPart::Gap)) {
        parts.push(DiffPart::Gap);
    }
}

/// Adds lines that changed, word by word if they are still the same text.
fn push_change(removed: &[&str], added: &[&str], parts: &mut Vec<DiffPart>) {
    let words = if removed.is_empty() || added.is_empty() {
        None
    } else {
        changed_words(&removed.join("\n"), &added.join("\n"))
    };
    match words {
        Some(spans) if spans.iter().all(|span| span.kind == SpanKind::Same) => {
            push_text(DiffPart::Same, added, parts);
        }
        Some(spans) => parts.push(DiffPart::Changed(spans)),
        None => {
            push_text(DiffPart::Removed, removed, parts);
            push_text(DiffPart::Added, added, parts);
        }
    }
}

/// Adds lines without the empty ones around them.
fn push_text(part: fn(String) -> DiffPart, lines: &[&str], parts: &mut Vec<DiffPart>) {
    let text = lines.join("\n");
    let text = text.trim_end().trim_start_matches('\n');
    if !text.is_empty() {
        parts.push(part(text.to_owned()));
    }
}
