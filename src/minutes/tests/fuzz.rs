//! Arbitrary texts, real minutes with changes, and very long ones. Nothing panics, nothing is invented, no
//! decision is lost. A million inputs: `make fuzz`.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use super::*;
use crate::long_texts::{parse_in_proportion, parse_runs_in_proportion};
use crate::proposal::replace_controls;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};

/// Minutes in each of the five forms.
static REAL: LazyLock<Vec<String>> = LazyLock::new(|| {
    let files = [
        include_str!("../../../tests/fixtures/minutes/2024-07-24.md"),
        include_str!("../../../tests/fixtures/minutes/2025-04-02.md"),
        include_str!("../../../tests/fixtures/minutes/2025-05-14.md"),
        include_str!("../../../tests/fixtures/minutes/2025-05-28.md"),
        include_str!("../../../tests/fixtures/minutes/2026-08-13.md"),
    ];
    files.map(str::to_owned).to_vec()
});

/// What minutes are made of, and what is hard to read in them.
const PIECES: [&str; 66] = [
    "\n",
    "\n\n",
    "  ",
    "    ",
    "\t",
    "  \n",
    "\\\n",
    "- ",
    "* ",
    "1. ",
    "10) ",
    "# ",
    "### ",
    "> ",
    "---\n",
    "===\n",
    "```\n",
    "~~~\n",
    "`",
    "``",
    "<!--",
    "-->",
    "[",
    "]",
    "(",
    ")",
    "](",
    "<",
    ">",
    "*",
    "**",
    "_",
    "~~",
    "\\",
    ":",
    ", ",
    ". ",
    "? ",
    "Discussed ",
    "Touched on ",
    "RFC ",
    "proposal ",
    "voted ",
    "to ",
    "approve ",
    "approved ",
    "rejected ",
    "tabled ",
    "for ",
    "vote ",
    "next meeting ",
    "Outcome: ",
    "Actions:\n",
    "unanimously ",
    "only ",
    "replaces ",
    "+4, 0, -1",
    "Yes: 3",
    "https://github.com/AlmaLinux/ALESCo/pull/15",
    "https://github.com/AlmaLinux/ALESCo/issues/18",
    "https://example.org/(a)_b",
    "## Decisions Adopted\n",
    "## Minutes\n",
    "### ALESCo Member Attendees\n",
    "“ü’",
    "N/A",
];

/// Parses a text, and checks what holds for every text.
fn read(text: &str) -> (Meeting, Vec<Problem>) {
    let text = &replace_controls(text);
    let (meeting, problems) = super::super::parse(text, day(), REPOSITORY);
    let numbers: Vec<u32> =
        meeting.discussions.iter().filter_map(|discussion| discussion.pull_request).collect();
    let distinct: BTreeSet<&u32> = numbers.iter().collect();
    assert_eq!(distinct.len(), numbers.len(), "one discussion for each pull request");
    let lines = text.lines().count();
    assert!(problems.iter().all(|problem| (1..=lines).contains(&problem.line)));
    assert!(problems.is_sorted_by_key(|problem| problem.line));
    for discussion in &meeting.discussions {
        let sentence = discussion.sentence.as_deref();
        assert!(sentence.is_none_or(|sentence| !sentence.is_empty() && stands_in(sentence, text)));
        assert!(discussion.sentence.is_some() || discussion.kind == Kind::Discussed);
    }
    for replacement in &meeting.replacements {
        assert!(replacement.new != Some(replacement.old) && stands_in(&replacement.sentence, text));
    }
    for decision in &meeting.decisions {
        assert!(!decision.text.is_empty() && stands_in(&decision.text, text));
        assert!(decision.points.iter().all(|point| !point.is_empty() && stands_in(point, text)));
        assert!(decision.links.iter().all(|link| link.url.starts_with("http")));
    }
    let Attendance { members, community } = &meeting.attendance;
    assert!(members.iter().chain(community).all(|name| stands_in(name, text)));
    (meeting, problems)
}

/// True if all characters of `part` but white space stand in `text` in this order, whatever markup is between.
fn stands_in(part: &str, text: &str) -> bool {
    let mut rest = text.chars();
    part.chars().filter(|c| !c.is_whitespace()).all(|c| rest.any(|other| other == c))
}

/// A part of the section of decisions that holds no entry.
fn noise() -> impl Strategy<Value = String> {
    let parts = [
        "\n",
        "\n\n",
        "N/A\n",
        "- N/A\n",
        "### A heading\n",
        "> A quotation\n\n",
        "```\n- Code\n```\n",
        "<!-- A\n- comment -->\n",
        "An introduction:\n",
        "- \n",
        "---\n\n",
        "      code\n\n",
    ];
    select(parts.to_vec()).prop_map(str::to_owned)
}

/// An entry with a text of its own, in one of the forms of lists.
fn entry(number: usize) -> impl Strategy<Value = String> {
    let marker = select(vec!["- ", "* ", "+ ", "1. ", "2) ", " - ", "  - ", "   * ", "Text "]);
    let text = select(vec![
        "",
        "`code` ",
        "[x](https://a.example) ",
        "**x** ",
        "[ ",
        "` ",
        "<!-- ",
        "a  \n  ",
        "https://a.example ",
    ]);
    let points =
        select(vec!["", "  - A point\n", "   - A point\n     - Nested\n", "\n  More\n", "continued\n"]);
    (marker, text, points, select(vec!["", "\n"]))
        .prop_map(move |(marker, text, points, gap)| format!("{marker}{text}entry{number}x\n{points}{gap}"))
}

/// A section of decisions: entries, with noise between them if `is_noisy`.
fn section(is_noisy: bool) -> impl Strategy<Value = Vec<String>> {
    let part = move |number| {
        let noise = vec(noise(), 0..if is_noisy { 3 } else { 1 });
        (noise, entry(number)).prop_map(|(noise, entry)| noise.concat() + &entry)
    };
    (1..6usize).prop_flat_map(move |count| (0..count).map(part).collect::<Vec<_>>())
}

proptest! {
    #[test]
    fn any_text(text in "(?s).{0,200}") {
        read(&text);
    }

    #[test]
    fn any_pieces(pieces in vec(select(PIECES.to_vec()), 0..40)) {
        read(&pieces.concat());
    }

    #[test]
    fn any_pieces_in_a_discussion(pieces in vec(select(PIECES.to_vec()), 0..20)) {
        read(&format!("Discussed [RFC](https://github.com/AlmaLinux/ALESCo/pull/15)\n\n- {}", pieces.concat()));
    }

    #[test]
    fn real_minutes_with_other_text_in_them(
        of in any::<Index>(),
        at in any::<Index>(),
        length in 0..40usize,
        put in prop_oneof![vec(select(PIECES.to_vec()), 0..4).prop_map(|pieces| pieces.concat()), any::<String>()],
    ) {
        let text: Vec<char> = of.get(&REAL).chars().collect();
        let (from, to) = (at.index(text.len()), (at.index(text.len()) + length).min(text.len()));
        let text: String = text[..from].iter().copied().chain(put.chars()).chain(text[to..].iter().copied()).collect();
        read(&text);
    }

    #[test]
    fn every_entry_is_a_decision(parts in section(false)) {
        let (meeting, problems) = read(&format!("## Decisions Adopted\n\n{}\n## Minutes\n", parts.concat()));
        for number in 0..parts.len() {
            let id = format!("entry{number}x");
            let holds = |decision: &Decision| {
                decision.text.contains(&id) || decision.points.iter().any(|point| point.contains(&id))
            };
            prop_assert!(meeting.decisions.iter().any(holds), "{} {:?}", id, problems);
        }
    }

    /// A problem covers an entry if it stands between the heading of the section and the entry.
    #[test]
    fn every_entry_is_a_decision_or_a_problem(parts in section(true)) {
        let text = format!("## Decisions Adopted\n\n{}\n## Minutes\n", parts.concat());
        let (meeting, problems) = read(&text);
        for number in 0..parts.len() {
            let id = format!("entry{number}x");
            let line = text.lines().position(|line| line.contains(&id)).unwrap() + 1;
            let holds = |decision: &Decision| {
                decision.text.contains(&id) || decision.points.iter().any(|point| point.contains(&id))
            };
            let is_covered = problems.iter().any(|problem| (3..=line).contains(&problem.line));
            prop_assert!(meeting.decisions.iter().any(holds) || is_covered, "{} {:?}", id, problems);
        }
    }
}

/// More pieces that a parser might read again and again.
const LONG: [&str; 28] = [
    "[a](",
    "](a",
    "[[](",
    "<!-- a",
    "<a",
    "`a``b```c",
    "**a* _b__ ",
    "- a\n  ",
    "a, ",
    "RFC approved, ",
    "RFC approved. ",
    "RFC approved  \n",
    "voted and ",
    "now postponed ",
    "the RFC was ",
    "if RFC approved. ",
    "replaces https://github.com/AlmaLinux/ALESCo/pull/16. ",
    "https://github.com/AlmaLinux/ALESCo/pull/15 ",
    "[RFC](https://github.com/AlmaLinux/ALESCo/pull/15)\n\n",
    "- Discussed https://github.com/AlmaLinux/ALESCo/pull/15\n",
    "- Approved https://github.com/AlmaLinux/ALESCo/pull/15\n",
    "- Outcome:\n  - RFC approved\n",
    "next next meeting ",
    "Neal: ",
    "void ",
    "\u{a0}",
    "1 ",
    "a",
];

/// Where the pieces of a long text stand.
const STARTS: [&str; 3] =
    ["", "Discussed [RFC](https://github.com/AlmaLinux/ALESCo/pull/15)\n\n- ", "## Decisions Adopted\n\n- "];

fn parse(text: &str) {
    super::super::parse(text, day(), REPOSITORY);
}

#[test]
fn long_texts_of_any_piece_are_read_in_proportion_to_their_length() {
    parse_in_proportion(&STARTS, &[&PIECES[..], &LONG].concat(), parse);
}

#[test]
fn long_texts_of_growing_runs_are_read_in_proportion_to_their_length() {
    parse_runs_in_proportion(&["`", "*", "_", "#", "(", "[", "  "], &["a", "\n", ")", "](", "- a\n"], parse);
}
