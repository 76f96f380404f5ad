//! What documents lack against ALESCo's template.

use super::super::TemplateFinding::{
    EmptyField, EmptySection, LeftoverText, MissingSection, NumberUnassigned,
};
use super::super::template::{PLACEHOLDERS, SECTIONS};
use super::super::template_check::template_check;
use super::super::{Block, Standing, TemplateFinding, plain_text, status_conflict};
use super::fixtures::{TEMPLATE, document, parse};

fn findings(text: &str) -> Vec<TemplateFinding> {
    template_check(&parse(text))
}

#[test]
fn the_sections_are_those_of_the_template() {
    let text = parse(TEMPLATE);
    let heading = |block: &Block| match block {
        Block::Heading(heading) => Some(plain_text(&heading.content)),
        _ => None,
    };
    let names: Vec<String> = text.blocks.iter().filter_map(heading).collect();
    assert_eq!(names, SECTIONS.map(|section| section.name));
    for section in &SECTIONS {
        for field in section.fields {
            assert!(TEMPLATE.contains(&format!("* **{field}:**")), "{field}");
        }
    }
}

#[test]
fn all_text_of_the_template_is_found_in_it() {
    let expected = SECTIONS.iter().flat_map(|section| section.hints).chain(&PLACEHOLDERS).count();
    let leftovers = findings(TEMPLATE).into_iter().filter(|it| matches!(it, LeftoverText(_))).count();
    assert_eq!(leftovers, expected);
    let empty = |name: &str| EmptyField(name.to_owned());
    let others: Vec<TemplateFinding> =
        findings(TEMPLATE).into_iter().filter(|it| !matches!(it, LeftoverText(_))).collect();
    assert_eq!(others, [NumberUnassigned, empty("Proposal Owners"), empty("Other Developers")]);
}

#[test]
fn the_documents_on_record_lack_what_a_person_sees_that_they_lack() {
    let leftover = || LeftoverText("Provide an in-depth explanation of the proposed changes.".to_owned());
    let missing = |name: &str| MissingSection(name.to_owned());
    let empty = || EmptySection("Acknowledgments".to_owned());
    let cases: [(u64, Vec<TemplateFinding>); 10] = [
        (2, vec![leftover(), missing("Unresolved Questions")]),
        (3, vec![]),
        (4, vec![]),
        (6, vec![]),
        (8, vec![leftover(), missing("Unresolved Questions"), empty()]),
        (9, vec![empty()]),
        (10, vec![]),
        (15, vec![missing("Drawbacks")]),
        (16, vec![]),
        (18, vec![NumberUnassigned]),
    ];
    for (number, expected) in cases {
        assert_eq!(findings(&document(number)), expected, "#{number}");
    }
}

#[test]
fn a_section_is_found_by_its_name_however_it_is_written() {
    for heading in ["# Abstract", "### Summary", "## Abstract:", "## **abstract**", "Abstract\n---"] {
        let found = findings(&format!("# RFC: T\n\n{heading}\n\ntext\n"));
        assert!(!found.contains(&MissingSection("Abstract".to_owned())), "{heading}");
    }
    assert!(findings("## Abstracts\n\ntext").contains(&MissingSection("Abstract".to_owned())));
}

#[test]
fn a_section_is_empty_without_text_in_it_or_below_it() {
    let empty = EmptySection("Drawbacks".to_owned());
    let cases = [
        ("## Drawbacks\n## Scope\n\ntext", true),
        ("## Drawbacks\n\n### Costs\n\n---\n\n<!-- hint -->\n\n## Scope", true),
        ("## Drawbacks\n\n### Costs\n\ntext", false),
        ("## Drawbacks\n\nN/A", false),
        ("## Drawbacks\n\n* x", false),
    ];
    for (text, is_empty) in cases {
        assert_eq!(findings(text).contains(&empty), is_empty, "{text}");
    }
}

#[test]
fn an_rfc_number_is_assigned_if_it_is_not_zero() {
    for (value, is_assigned) in
        [("`0008`", true), ("7 (x)", true), ("`0000`", false), ("XXXX", false), ("", false), ("TBD 5", false)]
    {
        let found = findings(&format!("* **RFC Number:** {value}\n* **Status:** Draft\n"));
        assert_eq!(!found.contains(&NumberUnassigned), is_assigned, "{value}");
    }
    assert!(findings("text").contains(&NumberUnassigned));
}

#[test]
fn a_status_contradicts_where_it_says_something_else() {
    use Standing::{Accepted, Discussion, Rejected, Submitted, Superseded, Vote, Withdrawn};
    let cases: [(&str, &[Standing]); 12] = [
        ("Draft", &[Submitted, Discussion, Vote]),
        ("Submitted", &[Submitted]),
        ("Open for discussion", &[Discussion]),
        ("Accepted for discussion", &[Discussion]),
        ("FCP until 1 May", &[Vote]),
        ("Final Comment Period", &[Vote]),
        ("Accepted", &[Accepted]),
        ("`Approved`", &[Accepted]),
        ("Rejected", &[Rejected]),
        ("Withdrawn", &[Withdrawn]),
        ("superseded by 0009", &[Superseded]),
        ("Anything else", &[Submitted, Discussion, Vote, Accepted, Rejected, Withdrawn, Superseded]),
    ];
    for (status, agreeing) in cases {
        let text = parse(&format!("* **RFC Number:** 1\n* **Status:** {status}\n"));
        let status = text.field("Status").unwrap();
        for standing in [Submitted, Discussion, Vote, Accepted, Rejected, Withdrawn, Superseded] {
            assert_eq!(
                status_conflict(&status, standing),
                !agreeing.contains(&standing),
                "{status} {standing:?}"
            );
        }
    }
}
