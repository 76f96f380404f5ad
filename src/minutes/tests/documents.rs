use super::*;

/// Checks which pull request replaces which in the document of #18.
fn check(text: &str, expected: &[(u32, u32)]) {
    let found = replacements_in_document(&with_addresses(text), 18, REPOSITORY);
    let pairs: Vec<(u32, u32)> = found.iter().map(|found| (found.old, found.new.unwrap())).collect();
    assert_eq!(pairs, expected, "{text}");
}

#[test]
fn a_document_says_what_it_replaces_in_a_sentence() {
    check("# x\n\nIt supersedes the earlier\nproposal in [PR #15](pull:15).", &[(15, 18)]);
    check("# x\n\n## Abstract\n\nThis RFC replaces pull:15, which was closed.", &[(15, 18)]);
    check("# x\n\n* The proposal ([PR #15](pull:15)) this RFC builds on and supersedes.", &[]);
    check("# x\n\nUpdating replaces the kernel (see [#15](pull:15)).", &[]);
    check("# x\n\nThe config was replaced in [#15](pull:15).", &[]);
    check("# x\n\n[PR #15](pull:15) replaces [PR #9](pull:9).", &[]);
    check("# x\n\nIt replaces https://github.com/other/repository/pull/15", &[]);
    check("# x\n\n```\nIt replaces pull:15\n```", &[]);
    check("# x\n\nIt replaces [itself](pull:18).", &[]);
}

#[test]
fn a_header_says_what_it_replaces_and_what_replaces_it() {
    check("# x\n\n* **Supersedes:** [PR #15](pull:15)\n* **Status:** Draft", &[(15, 18)]);
    check("# x\n\n* **Replaces:** #15, #9\n", &[(15, 18), (9, 18)]);
    check("# x\n\n* **Superseded by:** #20\n", &[(18, 20)]);
    check("# x\n\n* **Superseded by:** [#0009](pull:20)\n", &[(18, 20)]);
    check("# x\n\n* **Replaces:** RFC #0009\n", &[]);
    check("# x\n\nReplaces: #0009\n", &[]);
    check("# x\n\n* **Replaces:** #18\n", &[]);
    check("# x\n\n## Abstract\n\nSuperseded by: #20\n\nThe kernel is replaced by [#20](pull:20).", &[]);
}

#[test]
fn a_header_line_ends_at_the_first_part_that_is_no_number() {
    check("# x\n\nReplaces: #15\nSuperseded by: #20\n", &[(15, 18)]);
    check("# x\n\nSuperseded by: #20\nStatus: see #15\n", &[(18, 20)]);
    check("# x\n\n* **Replaces:** #15 (see #22)\n", &[(15, 18)]);
    check("# x\n\n* **Replaces:** #15,#9; #7\n", &[(15, 18), (9, 18), (7, 18)]);
    check("# x\n\n* **Replaces:** nothing, but see #22\n", &[]);
    check("# x\n\n* **Replaces:** #15\n* **Superseded by:** #20\n", &[(15, 18), (18, 20)]);
}

#[test]
fn a_replacement_keeps_its_sentence_and_is_found_once() {
    let text = "# x\n\nOne. It supersedes [PR #15](pull:15). Two.\n\nIt replaces pull:15.";
    let found = replacements_in_document(&with_addresses(text), 18, REPOSITORY);
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].sentence, "It supersedes PR #15.");
    let text = "# x\n\n* **Supersedes:** #15\n\nIt replaces pull:15.";
    let found = replacements_in_document(&with_addresses(text), 18, REPOSITORY);
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].sentence, "Supersedes: #15");
}
