//! What a new version of a text changes, section by section.

use proptest::prelude::*;

use super::super::SpanKind::{Added, Removed, Same};
use super::super::{DiffPart, SectionChange, SectionDiff, SpanKind, section_diff, section_diff_of_patch};
use super::fixtures::{document, patch};

/// Writes a part as a line: words in `{+…+}` and `[-…-]`, whole lines behind `+ ` and `- `.
fn written(part: &DiffPart) -> String {
    let span = |(kind, text): (SpanKind, &str)| match kind {
        Same => text.to_owned(),
        Added => format!("{{+{text}+}}"),
        Removed => format!("[-{text}-]"),
    };
    match part {
        DiffPart::Same(text) => format!("  {text}"),
        DiffPart::Added(text) => format!("+ {text}"),
        DiffPart::Removed(text) => format!("- {text}"),
        DiffPart::Changed(spans) => spans.iter().map(|it| span((it.kind, &it.text))).collect(),
        DiffPart::Gap => "…".to_owned(),
    }
}

fn summary(diffs: &[SectionDiff]) -> Vec<(&str, SectionChange, Vec<String>)> {
    let section = |diff: &SectionDiff| diff.parts.iter().map(written).collect();
    diffs.iter().map(|diff| (diff.anchor.as_str(), diff.kind, section(diff))).collect()
}

fn check(old: &str, new: &str, expected: &[(&str, SectionChange, &[&str])]) {
    let diffs = section_diff(old, new);
    let found = summary(&diffs);
    let found: Vec<(&str, SectionChange, Vec<&str>)> = found
        .iter()
        .map(|(anchor, kind, parts)| (*anchor, *kind, parts.iter().map(String::as_str).collect()))
        .collect();
    let expected: Vec<(&str, SectionChange, Vec<&str>)> =
        expected.iter().map(|(anchor, kind, parts)| (*anchor, *kind, parts.to_vec())).collect();
    assert_eq!(found, expected);
}

#[test]
fn sections_are_added_removed_and_changed() {
    use SectionChange::{Added, Changed, Removed};
    let old = "# T\n\n## A\n\none two three\n\n## B\n\ngone\n\n## C\n\nsame\n";
    let new = "# T\n\n## A\n\none two four\n\n## C\n\nsame\n\n## D\n\nnew\n";
    check(
        old,
        new,
        &[
            ("a", Changed, &["one two [-three-]{+four+}"]),
            ("b", Removed, &["- ## B\n\ngone"]),
            ("d", Added, &["+ ## D\n\nnew"]),
        ],
    );
    check(old, old, &[]);
    check(
        "",
        new,
        &[
            ("t", Added, &["+ # T"]),
            ("a", Added, &["+ ## A\n\none two four"]),
            ("c", Added, &["+ ## C\n\nsame"]),
            ("d", Added, &["+ ## D\n\nnew"]),
        ],
    );
}

#[test]
fn text_that_is_only_wrapped_or_spaced_differently_has_not_changed() {
    check("## A\n\none two\nthree\n", "## A\n\none\ntwo three\n", &[]);
    check("## A\n\none two\n", "## A\n\n\none two  \n\n", &[]);
    check("## A\r\n\r\none\r\n", "## A\n\none\n", &[]);
}

#[test]
fn lines_with_little_in_common_are_replaced() {
    use SectionChange::Changed;
    check(
        "## A\n\nalpha beta gamma\n",
        "## A\n\nquite another sentence\n",
        &[("a", Changed, &["- alpha beta gamma", "+ quite another sentence"])],
    );
}

#[test]
fn only_lines_near_a_change_are_shown() {
    use SectionChange::Changed;
    let lines = |middle: &str| format!("## A\n\n1\n2\n3\n4\n{middle}\n5\n6\n7\n8\n9\n{middle}\n10\n11\n12\n");
    check(
        &lines("one old word"),
        &lines("one new word"),
        &[(
            "a",
            Changed,
            &[
                "…",
                "  3\n4",
                "one [-old-]{+new+} word",
                "  5\n6",
                "…",
                "  8\n9",
                "one [-old-]{+new+} word",
                "  10\n11",
                "…",
            ],
        )],
    );
}

#[test]
fn a_section_that_stands_elsewhere_has_moved() {
    use SectionChange::Moved;
    check("## A\n\na\n\n## B\n\nb\n\n## C\n", "## B\n\nb\n\n## C\n\n## A\n\na\n", &[("a", Moved, &[])]);
    check(
        "## A\n\none two\n\n## B\n\nb\n\n## C\n",
        "## B\n\nb\n\n## C\n\n## A\n\none six\n",
        &[("a", Moved, &["one [-two-]{+six+}"])],
    );
}

#[test]
fn the_changes_on_record_are_found_with_both_texts() {
    use SectionChange::Changed;
    let old = document(3);
    let title = "rfc-enable-kvm-on-almalinux-9-on-ppc64le";
    check(
        &old,
        &old.replace("** Draft", "** Accepted"),
        &[(
            title,
            Changed,
            &[
                "…",
                "  * **RFC Number:** `0002`\n* **Author(s):** [Lance Albertson](lance@osuosl.org)",
                "* **Status:** [-Draft-]{+Accepted+}",
                "  * **Created:** [2025-02-14 17:25 UTC]\n* **Updated:** [2025-02-14 17:25 UTC]",
            ],
        )],
    );
}

#[test]
fn the_changes_on_record_are_found_by_the_patch_alone() {
    let changed = |number, before: &str| {
        let diffs = section_diff_of_patch(&patch(number));
        assert_eq!(diffs.len(), 1, "#{number}");
        assert_eq!(diffs[0].anchor, "", "#{number}");
        let parts: Vec<String> = diffs[0].parts.iter().map(written).collect();
        assert!(parts.contains(&before.to_owned()), "#{number}: {parts:?}");
    };
    changed(11, "* **Status:** [-Draft-]{+Accepted+}");
    changed(12, "* **Status:** [-Draft-]{+Approved+}");
    changed(13, "  * Creation of `almalinux-{+release-+}nvidia-driver[--release-]` package");
    let diffs = section_diff_of_patch(&patch(5));
    let found: Vec<(&str, SectionChange)> = diffs.iter().map(|it| (it.anchor.as_str(), it.kind)).collect();
    use SectionChange::{Added, Changed};
    assert_eq!(
        found,
        [
            ("", Changed),
            ("almalinux-os-foundation-board-input-as-a-blocker", Added),
            ("", Changed),
            ("contact", Changed),
            ("additional-notes", Changed)
        ]
    );
}

#[test]
fn a_patch_that_changes_a_fence_is_still_in_the_code_block() {
    let patch = "@@ -1,6 +1,6 @@ ## Above\n-```sh\n+```bash\n-# old\n+# new\n ```\n ## Below\n-a\n+b\n";
    let anchors: Vec<String> = section_diff_of_patch(patch).into_iter().map(|diff| diff.anchor).collect();
    assert_eq!(anchors, ["above", "below"]);
}

#[test]
fn headings_in_a_patch_tell_the_section() {
    let patch = "@@ -1,9 +1,9 @@ ## Above\n a\n-b\n+c\n \n ```\n-# code\n+# other\n ```\n\
                 -## Old\n+## New\n x\n-y\n+z w\n";
    let diffs = section_diff_of_patch(patch);
    let found = summary(&diffs);
    let kinds: Vec<(&str, SectionChange)> = found.iter().map(|(anchor, kind, _)| (*anchor, *kind)).collect();
    use SectionChange::{Added, Changed, Removed};
    assert_eq!(kinds, [("above", Changed), ("old", Removed), ("new", Added)]);
}

proptest! {
    /// With all sections, all context and no space, the parts of one side are that side's text.
    #[test]
    fn words_that_stay_or_are_added_are_the_new_text(
        old in prop::collection::vec("[a-d]{4,6}", 1..12),
        new in prop::collection::vec("[a-d]{4,6}", 1..12),
    ) {
        let (old, new) = (old.join(" "), new.join(" "));
        let side = |kind: SpanKind, whole: fn(&DiffPart) -> Option<&str>| {
            let mut text = String::new();
            for part in section_diff(&old, &new).iter().flat_map(|diff| &diff.parts) {
                match part {
                    DiffPart::Changed(spans) => {
                        spans.iter().filter(|it| it.kind == Same || it.kind == kind).for_each(|it| text += &it.text);
                    }
                    other => text += whole(other).unwrap_or_default(),
                }
            }
            text
        };
        if old != new {
            let removed = side(Removed, |part| match part { DiffPart::Removed(text) => Some(text), _ => None });
            let added = side(Added, |part| match part { DiffPart::Added(text) => Some(text), _ => None });
            prop_assert_eq!(removed, old);
            prop_assert_eq!(added, new);
        }
    }

    #[test]
    fn no_text_and_no_patch_panics(old in "([#a `>-]{0,6}\n){0,8}", new in "([#a `>-]{0,6}\n){0,8}") {
        let _ = section_diff(&old, &new);
        let _ = section_diff_of_patch(&format!("@@ -1,3 +1,3 @@ {old}\n{new}"));
    }
}
