mod events;
mod files;
mod fuzz;
mod issues;
mod links;
mod responses;
mod timeline;
mod urls;

use super::*;

const ISSUES: &str = include_str!("../../../tests/fixtures/issues.json");
const FILES: &str = include_str!("../../../tests/fixtures/files.json");

/// Decodes a list as the program does: the proposals, and the positions of the items that could not be read.
fn issues(json: &str) -> (Vec<crate::proposal::Proposal>, Vec<SkippedItem>) {
    parse_issues(&parse_list(json).unwrap())
}

#[test]
fn a_body_that_is_not_a_list_is_an_error_that_says_why() {
    let check = |body: &str, expected: &str| {
        assert_eq!(parse_list(body).unwrap_err().to_string(), expected, "{body}");
    };
    for body in ["{}", "null", "3", r#"{"message": "Not Found"}"#] {
        check(body, "it is not a list");
    }
    check("", "it is not JSON: EOF while parsing a value at line 1 column 0");
    check("<!doctype html>", "it is not JSON: expected value at line 1 column 1");
    check("[1,2", "it is not JSON: EOF while parsing a list at line 1 column 4");
    check("\u{feff}[]", "it is not JSON: expected value at line 1 column 1");
    check("[] []", "it is not JSON: trailing characters at line 1 column 4");
}

#[test]
fn a_body_nested_too_deeply_is_an_error() {
    let body = "[".repeat(10_000) + &"]".repeat(10_000);
    let error = parse_list(&body).unwrap_err().to_string();
    assert_eq!(error, "it is not JSON: recursion limit exceeded at line 1 column 128");
}

#[test]
fn half_a_surrogate_pair_is_replaced_and_costs_nothing_else() {
    let check = |body: &str, expected: &str| {
        let items = parse_list(body).map(|items| items[0].as_str().unwrap_or_default().to_owned());
        assert_eq!(items.as_deref(), Ok(expected), "{body}");
    };
    check(r#"["a\ud800b"]"#, "a\u{fffd}b");
    check(r#"["\udc00"]"#, "\u{fffd}");
    check(r#"["\ud800\ud83e\udd80"]"#, "\u{fffd}🦀");
    check(r#"["\ud83e\udd80\uDFFF"]"#, "🦀\u{fffd}");
    check(r#"["\ud83e\u0041"]"#, "\u{fffd}A");
    check(r#"["\\ud800 \n\ud800"]"#, "\\ud800 \n\u{fffd}");
    check(r#"["ü\"\ud800"]"#, "ü\"\u{fffd}");
    assert!(parse_list(r#"["\ud800"#).is_err());
    assert!(parse_list(r#"["\ud8"]"#).is_err());
}
