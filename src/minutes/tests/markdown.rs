//! Markdown as far as minutes need it.

use super::*;
use crate::minutes::blocks::{self, Shape};
use crate::minutes::inline::Inline;

/// Checks blocks: `h2`, `p`, `i` or `v` for headings, paragraphs, items and verbatim text, behind the depth.
/// Underlined titles begin with "T".
fn check(markdown: &str, expected: &[&str]) {
    let mut problems = Vec::new();
    let blocks =
        blocks::split(markdown, |title| title.starts_with('T'), &mut problems).into_iter().map(|block| {
            let shape = match block.shape {
                Shape::Heading(level) => format!("h{level}"),
                Shape::Paragraph => "p".to_owned(),
                Shape::Item => "i".to_owned(),
                Shape::Verbatim => "v".to_owned(),
            };
            format!("{}{shape} {}", block.depth, block.text).trim_end().to_owned()
        });
    assert_eq!(blocks.collect::<Vec<_>>(), expected, "\n{markdown}");
}

#[test]
fn headings() {
    check(
        "# One\n## Two ##\n###### Six\n####### Seven",
        &["0h1 One", "0h2 Two", "0h6 Six", "0p ####### Seven"],
    );
    check("#One\n\n##\n\n# C#", &["0p #One", "0h2", "0h1 C#"]);
    check("Title\n===\n\nTitle\n-\n\n---\nThree", &["0h1 Title", "0h2 Title", "0p Three"]);
    check("One\n---\nTwo\n---", &["0p One", "0h2 Two"]);
    check("\u{feff}# One\r\n\r\nTwo\r\n", &["0h1 One", "0p Two"]);
    check("- # One", &["0i # One"]);
    check("- One\n\n  # Two", &["0i One", "1p Two"]);
}

#[test]
fn paragraphs() {
    check("One\ntwo\n\nThree", &["0p One two", "0p Three"]);
    check("One  \ntwo\\\nthree", &["0p One\ntwo\nthree"]);
    check("One\n    two\n2. three\n+", &["0p One two 2. three +"]);
    check("One\n***\nTwo", &["0p One", "0p Two"]);
}

#[test]
fn lists() {
    check("- One\n- Two", &["0i One", "0i Two"]);
    check("One\n- Two\n1. Three", &["0p One", "0i Two", "0i Three"]);
    check("- One\n  - Two\n    - Three\n- Four", &["0i One", "1i Two", "2i Three", "0i Four"]);
    check("- One\n - Two", &["0i One", "0i Two"]);
    check("1. One\n   - Two\n2) Three", &["0i One", "1i Two", "0i Three"]);
    check("10. One\n  - Two", &["0i One", "1i Two"]);
    check("\t- One", &["0v"]);
    check("- One\n\t- Two", &["0i One", "1i Two"]);
    check("- One\nlazy\n\nTwo", &["0i One lazy", "0p Two"]);
    check("- One\n\n  Two\n\nThree", &["0i One", "1p Two", "0p Three"]);
    check("-One\n\n1.Two\n\n-1", &["0p -One", "0p 1.Two", "0p -1"]);
    check("- - One", &["0i - One"]);
    check("-\n  One", &["0i", "1p One"]);
    check("1234567890. One", &["0p 1234567890. One"]);
}

#[test]
fn code_and_quotations_are_not_read() {
    check("```\n- One\n```\nTwo", &["0v", "0p Two"]);
    check("```\nOne\n``` two\n````\nThree", &["0v", "0p Three"]);
    check("~~~~\n```\n~~~\n~~~~\nTwo", &["0v", "0p Two"]);
    check("``` a`b\nTwo", &["0p ``` a`b Two"]);
    check("- One\n  ```\n  Two\n  ```\n- Three", &["0i One", "1v", "0i Three"]);
    check("- ```\n  One\nTwo", &["0i", "1v", "0p Two"]);
    check("One\n\n    Two\n\nThree", &["0p One", "0v", "0p Three"]);
    check("> One\n\nTwo", &["0v", "0p Two"]);
}

#[test]
fn comments_are_not_read() {
    check("<!-- One -->\nTwo", &["0p Two"]);
    check("<!-- One\n- Two\n--> Three\n", &["0p Three"]);
    check("One\n<!-- Two -->\nThree", &["0p One", "0p Three"]);
    check("`<!--` One\n\nTwo", &["0p `<!--` One", "0p Two"]);
    check("```\n<!--\n```\nOne", &["0v", "0p One"]);
    check("    <!--\n\nOne", &["0v", "0p One"]);
}

#[test]
fn what_is_never_closed_is_said() {
    let check = |markdown: &str, expected: &[&str]| {
        let mut problems = Vec::new();
        blocks::split(markdown, |title| title.starts_with('T'), &mut problems);
        let problems: Vec<String> = problems.iter().map(Problem::to_string).collect();
        assert_eq!(problems, expected, "{markdown}");
    };
    check("One\n\n<!-- Two\n\nThree", &["line 3: a comment is never closed, so the rest is not read"]);
    check("One\n\n```\n\nThree", &["line 3: a code block is never closed, so the rest is not read"]);
    check("```\n```\n<!-- -->", &[]);
}

#[test]
fn text_is_left_without_its_markup() {
    let check = |markdown: &str, text: &str, spans: &[(&str, Option<&str>)]| {
        let inline = Inline::parse(markdown);
        assert_eq!(inline.text, text, "{markdown}");
        let found: Vec<(&str, Option<&str>)> =
            inline.spans.iter().map(|span| (&inline.text[span.range.clone()], span.url.as_deref())).collect();
        assert_eq!(found, spans, "{markdown}");
    };
    let url = Some("https://a.example/b");
    check("One  two\tthree ", "One two three", &[]);
    check("[One](https://a.example/b) two", "One two", &[("One", url)]);
    check("[[1]](https://a.example/b)", "[1]", &[("[1]", url)]);
    check("[`a` **b**](<https://a.example/b>)", "a b", &[("a b", url)]);
    check("[a](https://a.example/(b))", "a", &[("a", Some("https://a.example/(b)"))]);
    check("[a](mailto:b) [c](#d) [e](javascript:f)", "a c e", &[]);
    check("[a] (b) [c", "[a] (b) [c", &[]);
    check("[a](b c)", "[a](b c)", &[]);
    check("[a [b](https://a.example/b) c](d)", "[a b c](d)", &[("b", url)]);
    check("https://a.example/b.", "https://a.example/b.", &[("https://a.example/b", url)]);
    check("(https://a.example/b), c", "(https://a.example/b), c", &[("https://a.example/b", url)]);
    check(
        "“https://a.example/b” <https://a.example/b>",
        "“https://a.example/b” https://a.example/b",
        &[("https://a.example/b", url), ("https://a.example/b", url)],
    );
    check(
        "[https://a.example/b](https://a.example/b)",
        "https://a.example/b",
        &[("https://a.example/b", url)],
    );
    check("`a_b_` ``c ` d``", "a_b_ c ` d", &[("a_b_", None), ("c ` d", None)]);
    check("`` a ` b", "`` a ` b", &[]);
    check("**a** __b__ *c* _d_ ***e***", "a b c d e", &[]);
    check("x86_64_v2 and 3 * 4 and 5* and **f", "x86_64_v2 and 3 * 4 and 5* and **f", &[]);
    check("\\_v3 \\*a\\* \\b", "_v3 *a* \\b", &[]);
    check("a <!-- b --> c <!-- d", "a c <!-- d", &[]);
    check("3~4 < 5 <b>", "3~4 < 5 <b>", &[]);
}
