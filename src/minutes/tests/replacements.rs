//! Which pull request replaces which.

use super::*;

/// Checks the discussions, and pairs like `18 > 15`.
fn check(text: &str, expected: &[&str], pairs: &[&str]) {
    super::check(text, expected);
    let (meeting, _) = parse(text);
    let number = |number: Option<u32>| number.map_or_else(|| "?".to_owned(), |number| number.to_string());
    let found: Vec<String> = meeting
        .replacements
        .iter()
        .map(|replacement| format!("{} > {}", number(replacement.new), replacement.old))
        .collect();
    assert_eq!(found, pairs, "{text}");
}

#[test]
fn two_pull_requests_in_one_sentence_are_a_relation() {
    let check = |text: &str| check(text, &["#18 discussed"], &["18 > 15"]);
    check("Discussed the new [RFC: A](pull:18), which replaces the closed [RFC: B](pull:15)");
    check("Discussed [A](pull:18) replacing the closed RFC (pull:15)");
    check("Discussed [A](pull:18), superseding the original proposal [B](pull:15).\n");
    check("### [A](pull:18) replaces [B](pull:15)\n");
    check(
        "Discussed [B](pull:15), superseded by [A](pull:18)\n\n- See pull:15\n".split("\n\n").next().unwrap(),
    );
}

#[test]
fn the_subject_may_stand_above() {
    check(
        "Discussed [A](pull:18)\n\n- It replaces pull:15.\n",
        &["#18 discussed: It replaces pull:15."],
        &["18 > 15"],
    );
    check(
        "Discussed [A](pull:18)\n\n- RFC approved, and replaces [B](pull:15)\n",
        &["#18 accepted: RFC approved, and replaces B"],
        &["18 > 15"],
    );
}

#[test]
fn a_replacement_may_have_no_number_yet() {
    check(
        "Discussed the new RFC replacing the closed [RFC: B](pull:15)\n\n- It has not been filed yet.\n",
        &["#? discussed: It has not been filed yet."],
        &["? > 15"],
    );
}

#[test]
fn other_things_are_replaced_too() {
    check(
        "Discussed [A](pull:18)\n\n- It replaces the stock kernel.\n",
        &["#18 discussed: It replaces the stock kernel."],
        &[],
    );
    check(
        "Discussed [A](pull:18), which replaces the stock kernel\n",
        &["#18 discussed: Discussed A, which replaces the stock kernel"],
        &[],
    );
    check(
        "Discussed [A](pull:18)\n\n- It replaces [a patch](https://example.org)\n",
        &["#18 discussed: It replaces a patch"],
        &[],
    );
    check("Discussed [A](pull:18)\n\n- It replaces pull:18\n", &["#18 discussed: It replaces pull:18"], &[]);
}

#[test]
fn the_sentence_is_kept_once() {
    let text = "Discussed the new [RFC: A](pull:18), which replaces the closed [RFC: B](pull:15)\n\n\
                - It replaces pull:15\n";
    let (meeting, _) = parse(text);
    assert_eq!(meeting.replacements.len(), 1);
    assert_eq!(
        meeting.replacements[0].sentence,
        "Discussed the new RFC: A, which replaces the closed RFC: B"
    );
}
