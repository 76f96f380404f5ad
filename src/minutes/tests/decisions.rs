//! The entries below "Decisions Adopted".

use super::*;

/// Checks the decisions of a section: one line for each, with its points behind ` / ` and its pull requests.
fn check_decisions(section: &str, expected: &[&str], problems: &[&str]) {
    let (meeting, found) = parse(section);
    let line = |decision: &Decision| {
        let texts: Vec<&str> =
            std::iter::once(&decision.text).chain(&decision.points).map(String::as_str).collect();
        let numbers: String = decision.pull_requests.iter().map(|number| format!(" #{number}")).collect();
        texts.join(" / ") + &numbers
    };
    let lines: Vec<String> = meeting.decisions.iter().map(line).collect();
    assert_eq!(lines, expected, "\n{section}");
    let found: Vec<String> = found.iter().map(Problem::to_string).collect();
    assert_eq!(found, problems, "\n{section}");
}

#[test]
fn entries_are_kept_as_they_are_written() {
    let check = |entries: &str, expected: &[&str]| {
        for heading in ["## Decisions Adopted", "### Decisions adopted", "Decisions Adopted\n---"] {
            check_decisions(&format!("{heading}\n\n{entries}\n\n## Minutes\n\n- Not one\n"), expected, &[]);
        }
    };
    check("- One\n- Two", &["One", "Two"]);
    check("1. One\n2. Two", &["One", "Two"]);
    check("1. One\n   - Unanimous decision.\n2. Two", &["One / Unanimous decision.", "Two"]);
    check("1. One\n  - Nested", &["One / Nested"]);
    check("- One\n  - Two\n    - Three\n- Four", &["One / Two / Three", "Four"]);
    check("- One\n\n  More\n\n- Two", &["One / More", "Two"]);
    check("- One\n  wrapped", &["One wrapped"]);
    check("-\n  One", &["One"]);
    check("One", &["One"]);
    check("- New ALESCo Chair - Jonathan Wright", &["New ALESCo Chair - Jonathan Wright"]);
    check("- Elkhan opted to step down on 2025-07-31", &["Elkhan opted to step down on 2025-07-31"]);
    check(
        "- The `stream` variable (initially in \"Kitten\")",
        &["The stream variable (initially in \"Kitten\")"],
    );
    check("- Fix \\_v3 of x86_64_v2, **now**", &["Fix _v3 of x86_64_v2, now"]);
}

#[test]
fn no_decision_is_no_entry() {
    for nothing in ["", "- N/A", "N/A", "- None.", "- n/a\n", "-", "No decisions adopted."] {
        let (meeting, _) = parse(&format!("## Decisions Adopted\n\n{nothing}\n\n## Minutes\n\n- Text\n"));
        assert_eq!(meeting.decisions, [], "{nothing}");
    }
}

#[test]
fn an_address_joins_a_decision_to_its_pull_request() {
    let check = |entry: &str, numbers: &[u32]| {
        let (meeting, _) = parse(&format!("## Decisions Adopted\n\n- {entry}\n"));
        assert_eq!(meeting.decisions[0].pull_requests, numbers, "{entry}");
        let joined: Vec<u32> =
            meeting.discussions.iter().filter_map(|discussion| discussion.pull_request).collect();
        assert_eq!(joined, numbers, "{entry}");
    };
    check("Merged the policy\n  - pull:5", &[5]);
    check("Approved [RFC](pull:8)", &[8]);
    check("Approved [RFC](pull:18), which replaces [RFC](pull:15)", &[18]);
    check("Approved [RFC](pull:8) and [RFC](pull:9)", &[8, 9]);
    check("Approved RFC 8", &[]);
    check("Approved [a patch](https://github.com/torvalds/linux/commit/d919)", &[]);
    check("Backport ([bug 622](https://bugs.almalinux.org/view.php?id=622))", &[]);
}

#[test]
fn links_keep_their_text_and_address() {
    let (meeting, _) = parse(
        "## Decisions Adopted\n\n\
         - See [bug 622](https://bugs.example/622), [x](javascript:alert(1))\n  - https://b.example/(1).\n",
    );
    let links: Vec<(&str, &str)> =
        meeting.decisions[0].links.iter().map(|link| (link.text.as_str(), link.url.as_str())).collect();
    assert_eq!(
        links,
        [("bug 622", "https://bugs.example/622"), ("https://b.example/(1)", "https://b.example/(1)")]
    );
    assert_eq!(meeting.decisions[0].text, "See bug 622, x");
}

#[test]
fn a_decision_gives_the_kind_of_a_discussion() {
    let check = |entry: &str, expected: &str| {
        check(&format!("## Decisions Adopted\n\n- {entry}\n"), &[expected]);
    };
    check("Merged the [policy](pull:5)", "#5 accepted: Merged the policy");
    check("Unanimously approved [RFC](pull:5).", "#5 accepted: Unanimously approved RFC. [unanimous]");
    check("[RFC](pull:5) was REJECTED", "#5 rejected: RFC was REJECTED");
    check("Approved [RFC](pull:5) for Kitten only", "#5 partly-accepted: Approved RFC for Kitten only");
    check("Ship the driver ([RFC](pull:5))", "#5 decided-detail: Ship the driver (RFC)");
    check("Approved [RFC](pull:5)\n  - +4, 0, -1", "#5 accepted: Approved RFC [+4 0 -1]");
    check(
        "Approved [RFC](pull:5)\n  - This vote was subsequently nullified unanimously.",
        "#5 discussed: Approved RFC",
    );
    check("Vote on [RFC](pull:5) was tabled", "#5 vote-deferred: Vote on RFC was tabled");
}

#[test]
fn a_decision_comes_before_what_was_said() {
    let check = |entry: &str, point: &str, expected: &str| {
        let text = format!(
            "## Decisions Adopted\n\n- {entry}\n\n## Minutes\n\nDiscussed [RFC](pull:5)\n\n- {point}\n"
        );
        check(&text, &[expected]);
    };
    check("Approved [RFC](pull:5)", "All: Good with it", "#5 accepted: Approved RFC");
    check("Ship it ([RFC](pull:5))", "RFC approved", "#5 accepted: RFC approved");
    check("Ship it ([RFC](pull:5))", "No change", "#5 decided-detail: Ship it (RFC)");
    check("Approved [RFC](pull:5)\n  - Declared void", "RFC approved", "#5 discussed: Approved RFC");
}

#[test]
fn a_decision_on_several_pull_requests_is_said() {
    check_with_problems(
        "## Decisions Adopted\n\n- Approved [RFC](pull:8) and [RFC](pull:9)\n",
        &["#8 discussed", "#9 discussed"],
        &["line 3: it is not clear which pull request this is about"],
    );
}

#[test]
fn what_is_no_entry_is_said() {
    let not_an_entry =
        |line: usize| format!("line {line}: text below \"Decisions Adopted\" is not an entry of a list");
    let check = |section: &str, expected: &[&str], problems: &[&str]| {
        check_decisions(&format!("## Decisions Adopted\n\n{section}\n"), expected, problems);
    };
    check("```\nApproved\n```\n\n- One", &["One"], &[&not_an_entry(3)]);
    check("> Approved\n\n- One", &["One"], &[&not_an_entry(3)]);
    check("- One\n\n      Approved", &["One"], &[&not_an_entry(5)]);
    check("### RFCs\n\n- One", &["One"], &[&not_an_entry(3)]);
    check("The following:\n\n- One", &["One"], &[&not_an_entry(3)]);
    check("-\n\n- One", &["One"], &["line 3: a decision has no text"]);
    let comment = "line 5: a comment is never closed, so the rest is not read";
    check("- One\n\n<!-- a comment\n\n- Two", &["One"], &[comment]);
    let code = "line 5: a code block is never closed, so the rest is not read";
    check("- One\n\n```\n\n- Two", &["One"], &[code, &not_an_entry(5)]);
}
