//! What a pull request changes, section by section.

use proptest::prelude::*;

use super::super::patch::PatchLine;
use super::super::section_changes::section_changes;
use super::fixtures::{document, patch};

/// The changes as lines: `# anchor: title`, then `+line`, `-line` and ` line`, with `…` between pieces.
fn lines(text: &str, patch: &str) -> Option<Vec<String>> {
    let mut lines = Vec::new();
    for section in section_changes(text, patch)? {
        lines.push(format!("# {}: {}", section.anchor.as_deref().unwrap_or("none"), section.title));
        for (index, piece) in section.pieces.iter().enumerate() {
            if index > 0 {
                lines.push("…".to_owned());
            }
            lines.extend(piece.iter().map(|line| match line {
                PatchLine::Same(line) => format!(" {line}"),
                PatchLine::Added(line) => format!("+{line}"),
                PatchLine::Removed(line) => format!("-{line}"),
            }));
        }
    }
    Some(lines)
}

#[track_caller]
fn check(text: &str, patch: &str, expected: &[&str]) {
    assert_eq!(lines(text, patch).unwrap(), expected);
}

#[test]
fn each_change_stands_under_the_heading_of_its_section() {
    let text = "intro\n\n# One\n\na\nb2\n\n# Two\n\nc\n\n# Three\n\nd\ne\n";
    check(
        text,
        "@@ -1,10 +1,10 @@\n-Intro\n+intro\n \n # One\n \n a\n-b\n+b2\n \n # Two\n \n c\n@@ -14 +14,2 @@ c\n d\n+e",
        &["# none: ", "-Intro", "+intro", "# one: One", " a", "-b", "+b2", "# three: Three", " d", "+e"],
    );
}

#[test]
fn what_is_removed_with_its_heading_stands_under_the_old_heading() {
    check(
        "# One\n\na\n\n# Three\n\nc\n",
        "@@ -3,7 +3,3 @@\n a\n \n-# Two\n-\n-b\n-\n # Three",
        &["# two: Two", "-# Two", "-", "-b", "-"],
    );
    check(
        "# New\n\na\n",
        "@@ -1,3 +1,3 @@\n-# Old\n+# New\n \n a",
        &["# old: Old", "-# Old", "# new: New", "+# New", " ", " a"],
    );
}

#[test]
fn pieces_of_one_section_stand_together() {
    let text = "# One\n\na2\n\nb\n\nc\n\nd\n\ne\n\nf2\n";
    check(
        text,
        "@@ -3 +3 @@\n-a\n+a2\n@@ -13 +13 @@\n-f\n+f2",
        &["# one: One", "-a", "+a2", "…", "-f", "+f2"],
    );
}

#[test]
fn a_heading_that_stays_holds_what_is_removed_below_it_though_its_anchor_is_another_one() {
    check(
        "# A\n\n# B\n\n## Notes\n\ny2\n",
        "@@ -1,11 +1,7 @@\n # A\n \n-## Notes\n-\n-x\n-\n # B\n \n ## Notes\n \n-y\n+y2",
        &["# none: Notes", "-## Notes", "-", "-x", "-", "# notes: Notes", "-y", "+y2"],
    );
}

#[test]
fn line_breaks_and_control_characters_are_those_of_the_patch() {
    let text = "---\r\nstatus: Accepted\r\n---\r\n\r\n# One\r\n\r\na\u{202e}\r\nb\r\n";
    check(text, "@@ -8 +8 @@\n-a\n+b", &["# one: One", "-a", "+b"]);
    check("# One\n\na\u{202e}\n", "@@ -3 +3 @@\n-b\n+a\u{fffd}", &["# one: One", "-b", "+a\u{fffd}"]);
}

#[test]
fn headings_of_front_matter_and_code_are_none() {
    let text = "---\nstatus: x\n---\n\n# One\n\n```\n# code\nb\n```\n";
    check(text, "@@ -9 +9 @@\n-a\n+b", &["# one: One", "-a", "+b"]);
}

#[test]
fn a_patch_that_does_not_lead_to_the_text_has_no_sections() {
    for (text, patch) in [
        ("a\n", "@@ -1 +1 @@\n-a\n+b"),
        ("a\n", "@@ -9 +9 @@\n-a\n+b"),
        ("a\nb\n", "@@ -2 +2 @@\n-x\n+b\n@@ -1 +1 @@\n-x\n+a"),
    ] {
        assert_eq!(lines(text, patch), None, "{patch}");
    }
}

#[test]
fn a_pull_request_on_record_changes_the_header_of_an_accepted_document() {
    // #11 came after #3.
    let (text, patch) = (document(3), patch(11));
    let removed: Vec<&str> = patch.lines().filter_map(|line| line.strip_prefix('-')).collect();
    let added: Vec<&str> = patch.lines().filter_map(|line| line.strip_prefix('+')).collect();
    let new_text = removed.iter().zip(&added).fold(text, |text, (old, new)| text.replacen(old, new, 1));
    let lines = lines(&new_text, &patch).unwrap();
    assert!(lines[0].starts_with("# "), "{lines:?}");
    for line in added {
        assert!(lines.contains(&format!("+{line}")), "{line}");
    }
}

proptest! {
    /// Every added and removed line is in exactly one section, whatever the patch.
    #[test]
    fn no_change_is_lost(lines_of_both in prop::collection::vec(("(# )?[a-c]?", 0..3_u8), 1..20)) {
        let of = |wanted: &[u8]| -> Vec<&str> {
            let lines = lines_of_both.iter().filter(|(_, kind)| wanted.contains(kind));
            lines.map(|(line, _)| line.as_str()).collect()
        };
        let (old, new) = (of(&[0, 1]), of(&[0, 2]));
        let start = |lines: &[&str]| usize::from(!lines.is_empty());
        let mut patch = format!("@@ -{},{} +{},{} @@\n", start(&old), old.len(), start(&new), new.len());
        for (line, kind) in &lines_of_both {
            patch += &format!("{}{line}\n", [" ", "-", "+"][usize::from(*kind)]);
        }
        let found = lines(&format!("{}\n", new.join("\n")), &patch).unwrap();
        let count = |sign: char| found.iter().filter(|line| line.starts_with(sign)).count();
        prop_assert_eq!(count('-'), of(&[1]).len());
        prop_assert_eq!(count('+'), of(&[2]).len());
    }
}
