//! Unified diffs, as GitHub gives them for each file of a pull request: hunks without file names.

/// Holds one hunk of a unified diff.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Hunk<'a> {
    old: LineRange,
    new: LineRange,
    /// The lines in order, without their line breaks.
    pub(super) lines: Vec<PatchLine<'a>>,
}

/// Holds a line of a hunk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum PatchLine<'a> {
    /// In both texts.
    Same(&'a str),
    /// Only in the new text.
    Added(&'a str),
    /// Only in the old text.
    Removed(&'a str),
}

/// The first line, counted from 1, and how many lines there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct LineRange {
    start: usize,
    length: usize,
}

impl<'a> Hunk<'a> {
    /// True if the hunk holds as many lines as its header says, and not fewer because the patch was cut off.
    fn is_complete(&self) -> bool {
        let count =
            |is_counted: fn(&PatchLine) -> bool| self.lines.iter().filter(|line| is_counted(line)).count();
        count(|line| !matches!(line, PatchLine::Added(_))) == self.old.length
            && count(|line| !matches!(line, PatchLine::Removed(_))) == self.new.length
    }

    /// Returns the same change, the other way round.
    fn reversed(self) -> Self {
        let reverse = |line| match line {
            PatchLine::Same(text) => PatchLine::Same(text),
            PatchLine::Added(text) => PatchLine::Removed(text),
            PatchLine::Removed(text) => PatchLine::Added(text),
        };
        Hunk { old: self.new, new: self.old, lines: self.lines.into_iter().map(reverse).collect() }
    }
}

/// Reads the hunks of a patch. Lines outside of a hunk are left out.
pub(super) fn hunks(patch: &str) -> Vec<Hunk<'_>> {
    let mut hunks: Vec<Hunk> = Vec::new();
    for line in patch.lines() {
        if let Some(hunk) = hunk_header(line) {
            hunks.push(hunk);
            continue;
        }
        let Some(hunk) = hunks.last_mut() else { continue };
        let mut chars = line.chars();
        match chars.next() {
            Some('+') => hunk.lines.push(PatchLine::Added(chars.as_str())),
            Some('-') => hunk.lines.push(PatchLine::Removed(chars.as_str())),
            Some(' ') => hunk.lines.push(PatchLine::Same(chars.as_str())),
            // An empty line whose space was cut off.
            None => hunk.lines.push(PatchLine::Same("")),
            // `\ No newline at end of file`
            Some(_) => {}
        }
    }
    hunks
}

/// Reads `@@ -41,12 +41,25 @@ context`.
fn hunk_header(line: &str) -> Option<Hunk<'_>> {
    let (ranges, _) = line.strip_prefix("@@ -")?.split_once(" @@")?;
    let (old, new) = ranges.split_once(" +")?;
    Some(Hunk { old: line_range(old)?, new: line_range(new)?, lines: Vec::new() })
}

/// Reads `41,12`, or `41` for a single line.
fn line_range(range: &str) -> Option<LineRange> {
    let (start, length) = range.split_once(',').unwrap_or((range, "1"));
    Some(LineRange { start: start.parse().ok()?, length: length.parse().ok()? })
}

/// Returns the whole text of a file that a pull request adds. `None` if `patch` is incomplete or changes a file.
pub fn added_text(patch: &str) -> Option<String> {
    apply(hunks(patch), "")
}

/// Returns the new text of a file that a pull request changes. `None` if `patch` does not fit `old`.
pub fn new_text(old: &str, patch: &str) -> Option<String> {
    apply(hunks(patch), old)
}

/// Returns the text that a file had before the pull request changed it. `None` if `patch` does not fit `new`.
pub fn old_text(new: &str, patch: &str) -> Option<String> {
    apply(hunks(patch).into_iter().map(Hunk::reversed).collect(), new)
}

fn apply(hunks: Vec<Hunk>, old: &str) -> Option<String> {
    if hunks.is_empty() || !hunks.iter().all(Hunk::is_complete) {
        return None;
    }
    let mut text = String::new();
    let mut add = |line: &str| {
        text.push_str(line);
        text.push('\n');
    };
    let mut old = old.lines().zip(1..).peekable();
    for hunk in hunks {
        // A range without lines names the line before it.
        let start = hunk.old.start + usize::from(hunk.old.length == 0);
        while let Some((line, _)) = old.next_if(|&(_, number)| number < start) {
            add(line);
        }
        for line in hunk.lines {
            match line {
                PatchLine::Added(line) => add(line),
                PatchLine::Same(line) => {
                    old.next_if(|&(old, _)| old == line)?;
                    add(line);
                }
                PatchLine::Removed(line) => {
                    old.next_if(|&(old, _)| old == line)?;
                }
            }
        }
    }
    old.for_each(|(line, _)| add(line));
    Some(text)
}
