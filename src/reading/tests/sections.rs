//! Sections of a text, and which of them changed.

use proptest::prelude::*;

use super::super::sections::split;
use super::super::{Block, changed_sections, section_hashes};
use super::fixtures::{documents, parse};

const TEXT: &str =
    "---\na: b\n---\n# T\n\nintro\n\n## A\n\na\n\n```\n# code\n```\n\nB\n-\n\nb\n\n> ## quoted\n";

#[test]
fn a_section_ends_where_the_next_heading_begins() {
    let sections = split(TEXT);
    let found: Vec<(&str, &str, &str)> =
        sections.iter().map(|it| (it.anchor.as_str(), it.title.as_str(), it.source)).collect();
    assert_eq!(
        found,
        [
            ("", "", "---\na: b\n---\n"),
            ("t", "T", "# T\n\nintro\n\n"),
            ("a", "A", "## A\n\na\n\n```\n# code\n```\n\n"),
            ("b", "B", "B\n-\n\nb\n\n> ## quoted\n"),
        ]
    );
}

#[test]
fn sections_have_the_anchors_of_the_tree() {
    for (number, _, source) in documents() {
        let text = parse(&source);
        let anchor = |block: &Block| match block {
            Block::Heading(heading) => Some(heading.anchor.clone()),
            _ => None,
        };
        let title = text.title.iter().map(|title| title.anchor.clone());
        let expected: Vec<String> = title.chain(text.blocks.iter().filter_map(anchor)).collect();
        let found: Vec<String> =
            section_hashes(&source).into_iter().map(|(anchor, _)| anchor).skip(1).collect();
        assert_eq!(found, expected, "#{number}");
    }
}

#[test]
fn hashes_do_not_change_from_version_to_version() {
    // FNV-1a of "", and of "a\n": http://www.isthe.com/chongo/tech/comp/fnv/
    assert_eq!(section_hashes(""), [(String::new(), 0xcbf2_9ce4_8422_2325)]);
    assert_eq!(section_hashes("a"), [(String::new(), 0x089b_dc07_b544_e7b2)]);
}

#[test]
fn a_change_shows_in_its_own_section_alone() {
    let before = section_hashes(TEXT);
    let cases: [(&str, &str, &[&str]); 6] = [
        ("intro", "intro, changed", &["t"]),
        ("# code", "# other code", &["a"]),
        ("a: b", "a: c", &[""]),
        ("B\n-", "C\n-", &["c"]),
        ("## A\n", "## A\n\nx\n\n### A1\n", &["a", "a1"]),
        ("a\n\n", "a  \n\n", &[]),
    ];
    for (old, new, expected) in cases {
        let now = section_hashes(&TEXT.replace(old, new));
        assert_eq!(changed_sections(&before, &now), expected, "{new}");
    }
    assert_eq!(changed_sections(&before, &section_hashes(&TEXT.replace('\n', "\r\n"))), [""; 0]);
}

proptest! {
    #[test]
    fn sections_are_the_whole_text(text in "([#a-c`~> -]{0,6}\n){0,12}") {
        let joined: String = split(&text).iter().map(|section| section.source).collect();
        prop_assert_eq!(joined, text);
    }
}
