use super::*;

#[test]
fn the_rfc_number_comes_from_the_file_name_else_from_the_header() {
    let check = |path: &str, header: &str, expected: Option<&str>| {
        let text = format!("# x\n\n{header}\n\n## Abstract\n\n* **RFC Number:** `0042`\n");
        let number = Document::parse(path, &text).rfc_number.map(|number| number.to_string());
        assert_eq!(number.as_deref(), expected, "{path} {header}");
    };
    check("rfcs/0008-x.md", "", Some("0008"));
    check("rfcs/007-x.md", "* **RFC Number:** 0009", Some("0007"));
    check("rfcs/0000-x.md", "* **RFC Number:** `XXXX` (assigned later)", None);
    check("rfcs/0000-x.md", "* **RFC Number:** `0005` (Assigned)", Some("0005"));
    check("rfcs/XXXX-x.md", "* **RFC Number:** 0006", Some("0006"));
    check("rfcs/x.md", "RFC number: 12", Some("0012"));
    check("rfcs/99999999-x.md", "", None);
    check("process.md", "", None);
}

#[test]
fn the_abstract_is_one_line() {
    let text = "# x\n\n## Abstract\n\nOne\nand  two.\n\nThree.\n\n## Scope\n\nFour.";
    assert_eq!(Document::parse("rfcs/1.md", text).summary, "One and two. Three.");
    assert_eq!(Document::parse("rfcs/1.md", "# x").summary, "");
}

#[test]
fn only_a_file_under_rfcs_makes_an_rfc() {
    assert!(Document::parse("rfcs/0001-x.md", "").is_rfc);
    assert!(!Document::parse("docs/rfcs/0001-x.md", "").is_rfc);
}
