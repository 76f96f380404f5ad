use super::*;

#[test]
fn the_rfc_number_comes_from_the_header_else_from_the_file_name() {
    let check = |path: &str, header: &str, expected: Option<&str>| {
        let text = format!("# x\n\n{header}\n\n## Abstract\n\n* **RFC Number:** `0042`\n");
        let number = Document::parse(path, &text).rfc_number.map(|number| number.to_string());
        assert_eq!(number.as_deref(), expected, "{path} {header}");
    };
    check("rfcs/0008-x.md", "", Some("0008"));
    check("rfcs/007-x.md", "", Some("0007"));
    check("rfcs/007-x.md", "* **RFC Number:** 0009", Some("0009"));
    check("rfcs/0008-x.md", "* **RFC Number:** XXXX", Some("0008"));
    check("rfcs/64-bit-time.md", "", None);
    check("rfcs/2038-bit-time.md", "* **RFC Number:** 0064", Some("0064"));
    check("rfcs/128-bit-time.md", "", None);
    check("rfcs/00012-x.md", "", None);
    check("rfcs/0012.md", "", None);
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
fn the_abstract_is_found_under_every_form_of_its_title() {
    let check = |title: &str, after: &str| {
        for newline in ["\n", "\r\n"] {
            let text = format!(
                "# RFC: x\n\n* **Status:** Draft\n\n{title}\n\nOne <!-- not\nthis --> two.\n\n{after}\n\nThree."
            );
            let text = text.replace('\n', newline);
            assert_eq!(Document::parse("rfcs/1.md", &text).summary, "One two.", "{title:?}");
        }
    };
    for title in ["Abstract", "abstract", "Summary", "Abstract:", "**Abstract**", "__Summary__", "*Abstract*"]
    {
        check(&format!("# {title}"), "# Scope");
        check(&format!("## {title}"), "## Scope");
        check(&format!("### {title} ###"), "## Scope");
        check(&format!("{title}\n========"), "Scope\n=====");
        check(&format!("{title}\n--------"), "## Scope");
    }
    for title in ["**Abstract**", "**Summary:**", "**Abstract**:", "__Abstract__"] {
        check(title, "**Scope**");
        check(title, "## Scope");
    }
    for title in
        ["Abstract", "## Abstract of it", "```\n## Abstract\n```", "> ## Abstract", "    ## Abstract"]
    {
        let text = format!("# x\n\n{title}\n\nOne.");
        assert_eq!(Document::parse("rfcs/1.md", &text).summary, "", "{title:?}");
    }
}

#[test]
fn the_header_ends_at_the_first_section_of_any_level() {
    for section in ["# Scope", "## Scope", "### Scope", "Scope\n====="] {
        let text = format!("# x\n\n* **RFC Number:** 0005\n\n{section}\n\nStatus: green\n\nSIG: Core\n");
        let document = Document::parse("rfcs/x.md", &text);
        assert_eq!(document.rfc_number.map(|number| number.get()), Some(5), "{section:?}");
        assert_eq!((document.status.as_str(), document.sigs.as_slice()), ("", [].as_slice()), "{section:?}");
    }
    assert_eq!(Document::parse("rfcs/x.md", "## Abstract\n\nStatus: green\n").status, "green");
}

#[test]
fn only_a_file_under_rfcs_makes_an_rfc() {
    assert!(Document::parse("rfcs/0001-x.md", "").is_rfc);
    assert!(!Document::parse("docs/rfcs/0001-x.md", "").is_rfc);
}
