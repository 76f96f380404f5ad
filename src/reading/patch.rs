//! Unified diffs, as GitHub gives them for each file of a pull request: hunks without file names.

/// Holds one hunk of a unified diff.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Hunk<'a> {
    /// Its lines in the old text.
    pub(super) old: LineRange,
    /// Its lines in the new text.
    pub(super) new: LineRange,
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

/// The first line, counted from 1, and how many lines there are. Without lines it is the line before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct LineRange {
    start: usize,
    length: usize,
}

impl LineRange {
    /// Returns the index of the first line, counted from 0.
    pub(super) fn first_index(self) -> usize {
        if self.length == 0 { self.start } else { self.start.saturating_sub(1) }
    }
}

impl<'a> Hunk<'a> {
    /// True if the hunk holds as many lines as its header says, and not fewer because the patch was cut off.
    fn is_complete(&self) -> bool {
        let count =
            |is_counted: fn(&PatchLine) -> bool| self.lines.iter().filter(|line| is_counted(line)).count();
        count(|line| !matches!(line, PatchLine::Added(_))) == self.old.length
            && count(|line| !matches!(line, PatchLine::Removed(_))) == self.new.length
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
    let hunks = hunks(patch);
    if hunks.is_empty() || !hunks.iter().all(Hunk::is_complete) {
        return None;
    }
    let added = |line: PatchLine| match line {
        PatchLine::Added(line) => Some(format!("{line}\n")),
        PatchLine::Same(_) | PatchLine::Removed(_) => None,
    };
    hunks.into_iter().flat_map(|hunk| hunk.lines).map(added).collect()
}
