//! The header of a document: front matter, or the list before the first section.

use super::super::{Block, Inline, LinkTarget, plain_text};
use super::fixtures::{TEMPLATE, document, parse};
use super::html::html;

/// The fields as `key=value`, and the HTML of the body.
fn read(markdown: &str) -> (Vec<String>, String) {
    let text = parse(markdown);
    let field = |field: &super::super::HeaderField| format!("{}={}", field.key, plain_text(&field.value));
    (text.header.iter().map(field).collect(), html(&text.blocks))
}

fn check(markdown: &str, fields: &[&str], body: &str) {
    let (found, found_body) = read(markdown);
    assert_eq!(found, fields, "{markdown}");
    assert_eq!(found_body, body, "{markdown}");
}

#[test]
fn the_list_below_the_title_is_the_header_and_not_in_the_body() {
    let body = "<h2>Abstract</h2>\n";
    let cases: [(&str, &[&str]); 8] = [
        ("* **Status:** Draft\n* **Created:** [2025]", &["Status=Draft", "Created=[2025]"]),
        ("- **Status**: Draft\n- **RFC Number**: `0001` (x)", &["Status=Draft", "RFC Number=0001 (x)"]),
        ("* Status: Draft\n* Whatever: x", &["Status=Draft", "Whatever=x"]),
        ("**Status:** Draft  \n**Created:** 2025", &["Status=Draft", "Created=2025"]),
        ("* **Author(s):**\n  * A\n  * B\n* **Status:** x", &["Author(s)=A, B", "Status=x"]),
        ("* **Author(s):** A,\n  B\n* **Status:** x", &["Author(s)=A, B", "Status=x"]),
        ("* **Status:**", &["Status="]),
        ("* **Status: Draft**\n* *SIG:* Cloud", &["Status=Draft", "SIG=Cloud"]),
    ];
    for (header, fields) in cases {
        check(&format!("# T\n\n{header}\n\n## Abstract"), fields, body);
        check(&format!("{header}\n\n## Abstract"), fields, body);
        check(&format!("# T\n\n{header}\n\n# Abstract"), fields, "<h1>Abstract</h1>\n");
    }
}

#[test]
fn a_list_that_is_no_header_stays_in_the_body() {
    for list in [
        "* One: two\n* three",
        "* **Only:** one",
        "1. **Status:** Draft",
        "* `Status`: x",
        "* Note: x\n* Also: y",
    ] {
        let (fields, body) = read(&format!("# T\n\n{list}"));
        assert_eq!(fields, [""; 0], "{list}");
        assert!(body.contains("<li>"), "{list}");
    }
    let (fields, body) = read("# T\n\n## Abstract\n\n* **Status:** Draft\n* **Created:** x");
    assert_eq!(fields, [""; 0]);
    assert!(body.contains("<strong>Status:</strong>"));
}

#[test]
fn front_matter_is_the_header() {
    check(
        "---\nTitle: 'A: b'\nauthors:\n  - Ann\n  - \"Bob\"\ntags: [x, y]\n# comment\nnote: |\n\
         \x20 one\n  two\n---\n\ntext\n",
        &["Title=A: b", "authors=Ann, Bob", "tags=x, y", "note=one two"],
        "<p>text</p>\n",
    );
    check("---\na: 'It''s'\nb: \"\\\"x\\\"\"\n---\n", &["a=It's", "b=\"x\""], "");
    check("---\nTitle: x\n...\n# T\n\n* **Status:** Draft\n", &["Title=x", "Status=Draft"], "");
}

#[test]
fn text_that_only_looks_like_front_matter_stays_in_the_body() {
    check("---\n\ntext\n\n---\n", &[], "<hr />\n<p>text</p>\n<hr />\n");
    check("---\nTitle: never closed\n", &[], "<hr />\n<p>Title: never closed</p>\n");
    check("---\n---\n", &[], "<hr />\n<hr />\n");
    check("text\n\n---\na: b\n---\n", &[], "<p>text</p>\n<hr />\n<h2>a: b</h2>\n");
}

#[test]
fn values_keep_their_links_and_code() {
    let text = parse(&document(18));
    assert_eq!(text.header[0].value[0], Inline::Code("XXXX".to_owned()));
    let target = LinkTarget::Url("mailto:lance@osuosl.org".to_owned());
    let content = vec![Inline::Text("Lance Albertson".to_owned())];
    assert_eq!(text.header[1].value, [Inline::Link { target, title: String::new(), content }]);
    assert!(matches!(&text.blocks[0], Block::Heading(heading) if heading.anchor == "abstract"));
    let linked = parse("---\nsource: https://example.org/a\n---\n");
    assert!(matches!(&linked.header[0].value[..], [Inline::Link { .. }]));
}

#[test]
fn fields_are_found_in_whichever_case() {
    let text = parse(TEMPLATE);
    assert_eq!(text.field("status").as_deref(), Some("Draft"));
    assert_eq!(text.field("rfc number").as_deref(), Some("XXXX (Assigned by the repository maintainers)"));
    assert_eq!(text.field("sig"), None);
    assert_eq!(
        text.title.map(|title| plain_text(&title.content)).as_deref(),
        Some("RFC: [Title of the RFC]")
    );
}

#[test]
fn only_the_one_heading_of_level_1_is_the_title() {
    let title = |markdown: &str| parse(markdown).title.map(|title| title.anchor);
    assert_eq!(title("# A\n\n## B").as_deref(), Some("a"));
    assert_eq!(title("# A\n\n# B"), None);
    assert_eq!(title("text\n\n# A"), None);
    assert_eq!(title("## A"), None);
    assert_eq!(title(""), None);
}
