//! Decisions: their order, filters and files.

use super::*;
use crate::meeting::{
    DatedDecision, DecisionFilter, FileFormat, TextPart, decisions, sigs_of, text_parts, to_markdown, years,
};
use crate::minutes::{self, Link, Meeting};
use crate::proposal::{Evidence, Sig};

const REPOSITORY: &str = "https://github.com/AlmaLinux/ALESCo";

const OLDER: &str = "## Decisions Adopted

- Merged the policy
  - https://github.com/AlmaLinux/ALESCo/pull/5
- Will ship *café*, \"as is\"
";

const NEWER: &str = "## Decisions Adopted

- Voted for ([bug 622](https://example.org/622)) and 10 ([bug 621](https://example.org/621)) kernels.
";

fn meetings() -> Vec<Meeting> {
    let parse = |text: &str, date: &str| minutes::parse(text, day(date), REPOSITORY).0;
    vec![parse(OLDER, "2025-04-02"), parse(NEWER, "2026-07-30")]
}

fn all() -> Vec<DatedDecision> {
    let sig = Sig { slug: "core".to_owned(), name: "Core".to_owned(), evidence: Evidence::Label };
    decisions(&meetings(), &[Arc::new(Proposal { sigs: vec![sig], ..old(5) })])
}

fn texts(decisions: &[DatedDecision]) -> Vec<&str> {
    decisions.iter().map(|entry| entry.decision.text.as_str()).collect()
}

#[test]
fn the_newest_meeting_comes_first_and_its_entries_stay_in_their_order() {
    let all = all();
    assert_eq!(
        texts(&all),
        ["Voted for (bug 622) and 10 (bug 621) kernels.", "Merged the policy", "Will ship café, \"as is\""]
    );
    assert_eq!(years(&all), [2026, 2025]);
}

#[test]
fn the_sig_of_a_linked_proposal_is_that_of_the_decision() {
    let sigs = sigs_of(&all());
    assert_eq!(sigs.iter().map(|sig| sig.slug.as_str()).collect::<Vec<_>>(), ["core"]);
}

#[test]
fn words_year_and_sig_filter_together() {
    let casefold = |text: &str| text.to_lowercase().replace('é', "e");
    let check = |text: &str, year: Option<i32>, sig: Option<&str>, expected: &[&str]| {
        let filter = DecisionFilter { text: text.to_owned(), year, sig: sig.map(str::to_owned) };
        let all = all();
        let found = all.iter().filter(|entry| filter.matches(entry, casefold));
        let firsts: Vec<&str> = found.map(|entry| entry.decision.text.split(' ').next().unwrap()).collect();
        assert_eq!(firsts, expected, "{filter:?}");
    };
    check("", None, None, &["Voted", "Merged", "Will"]);
    check("  CAFE ship ", None, None, &["Will"]);
    check("cafe policy", None, None, &[]);
    check("#5", None, None, &["Merged"]);
    check("pull/5", None, None, &["Merged"]);
    check("2026-07", None, None, &["Voted"]);
    check("", Some(2025), None, &["Merged", "Will"]);
    check("", None, Some("core"), &["Merged"]);
    check("", Some(2026), Some("core"), &[]);
}

#[test]
fn links_stand_where_their_texts_stand() {
    let link = |text: &str| Link { text: text.to_owned(), url: format!("https://example.org/{text}") };
    let links = [link("b"), link("d"), link("missing")];
    let mut rest = links.as_slice();
    let parts = text_parts("a b c d", &mut rest);
    let expected =
        [TextPart::Text("a "), TextPart::Link(&links[0]), TextPart::Text(" c "), TextPart::Link(&links[1])];
    assert_eq!(parts, expected);
    assert_eq!(text_parts("e", &mut rest), [TextPart::Text("e")]);
    assert_eq!(rest.len(), 1);
}

#[test]
fn the_markdown_has_a_heading_for_each_meeting_and_the_links() {
    let expected = "# Decisions

## [2026-07-30](https://example.org/2026-07-30)

- Voted for ([bug 622](https://example.org/622)) and 10 ([bug 621](https://example.org/621)) kernels.

## [2025-04-02](https://example.org/2025-04-02)

- Merged the policy
  - https://github.com/AlmaLinux/ALESCo/pull/5
- Will ship café, \"as is\"
";
    assert_eq!(to_markdown(&all(), "Decisions", |date| format!("https://example.org/{date}")), expected);
}

#[test]
fn the_csv_quotes_what_needs_it() {
    let csv = FileFormat::Csv.write(&all(), |date| format!("https://example.org/{date}"));
    let expected = "date,decision,points,links,pull_requests,sigs,minutes\r
2026-07-30,Voted for (bug 622) and 10 (bug 621) kernels.,,\"https://example.org/622
https://example.org/621\",,,https://example.org/2026-07-30\r
2025-04-02,Merged the policy,https://github.com/AlmaLinux/ALESCo/pull/5,https://github.com/AlmaLinux/ALESCo/pull/5,5,core,https://example.org/2025-04-02\r
2025-04-02,\"Will ship café, \"\"as is\"\"\",,,,,https://example.org/2025-04-02\r
";
    assert_eq!(csv, expected);
}

#[test]
fn the_json_has_every_decision_with_its_links() {
    let json = FileFormat::Json.write(&all(), |date| format!("https://example.org/{date}"));
    let value: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(value.as_array().unwrap().len(), 3);
    assert_eq!(value[0]["links"][1]["url"], "https://example.org/621");
    assert_eq!(value[1]["pull_requests"], serde_json::json!([5]));
    assert_eq!(value[1]["points"][0], "https://github.com/AlmaLinux/ALESCo/pull/5");
    assert_eq!(value[2]["minutes"], "https://example.org/2025-04-02");
}
