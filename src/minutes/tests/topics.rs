//! Where a discussion begins, where it ends, and which sentence stands for it.

use super::*;

#[test]
fn every_form_opens_a_discussion() {
    let expected = ["#15 no-change: No change since the last meeting."];
    for opening in [
        "### RFC: Signed kernels\n\npull:15\n",
        "### Signed kernels (RFC [#0007](pull:15))\n",
        "### ALESCo Process Updates\n\npull:15\nThis was discussed in person.\n",
        "### RFC: Signed kernels\n\n- Discussed RFC (pull:15) written by Tulip.",
        "### Signed kernels\n\n- Touched on RFC (pull:15) written by Tulip.",
        "Discussed [RFC: Signed kernels](pull:15)\n",
        "Discussed the new [RFC: Signed kernels](pull:15)\n",
        "Discussed [RFC: Signed kernels](pull:15)  \nSee below:\n",
        "**Discussed** [RFC: Signed kernels](pull:15):\n",
        "Discussed RFC (pull:15) written by Tulip.\n",
        "Touched on RFC (pull:15)\n",
        "RFC (pull:15)\n",
        "RFC: Signed kernels (pull:15)\n",
        "pull:15\n",
        "<pull:15>\n",
        "[RFC: Signed kernels](pull:15)\n",
    ] {
        check(&format!("## Minutes\n\n{opening}\n  - No change since the last meeting.\n"), &expected);
    }
}

#[test]
fn text_behind_an_address_belongs_to_its_discussion() {
    check("pull:5\nRFC approved.", &["#5 accepted: RFC approved."]);
    check("pull:5 No change since the last meeting.", &["#5 no-change: No change since the last meeting."]);
    check("Discussed [RFC](pull:5)  \nRFC approved.\n", &["#5 accepted: RFC approved."]);
    check("Discussed [RFC](pull:5). RFC approved.\n", &["#5 accepted: RFC approved."]);
}

#[test]
fn proposals_are_joined_by_address_alone() {
    let check = |mention: &str, expected: &[&str]| check(&format!("Discussed {mention}\n"), expected);
    check("[RFC #0002](pull:3)", &["#3 discussed"]);
    check("[RFC #15](pull:16)", &["#16 discussed"]);
    check("[RFC](https://github.com/AlmaLinux/ALESCo/issues/15)", &["#15 discussed"]);
    check("[RFC](http://github.com/almalinux/alesco/pull/15/files#diff)", &["#15 discussed"]);
    check("RFC 0002, RFC #3 and PR 15", &[]);
    check("[the PoC](https://github.com/codyro/alesco-poc/pull/15)", &[]);
    check("[a patch](https://github.com/torvalds/linux/commit/d919a1e)", &[]);
    check("policy for adding new ALESCo members:", &[]);
}

#[test]
fn paragraphs_and_headings_end_a_discussion() {
    let expected = ["#15 discussed: The author has abandoned the effort."];
    for next in [
        "Discussed [a patch](https://github.com/torvalds/linux/commit/d919a1e) upstream\n\n- RFC approved",
        "Discussed policy for adding new members:\n\n- RFC approved",
        "Chair election:\n\n- RFC approved",
        "RFC approved unanimously.\n",
        "### Open Floor\n\n- RFC approved",
        "#### Feedback\n\n- RFC approved",
        "Open Floor\n----------\n\n- RFC approved",
        "> A quotation.\n\nALESCo voted to approve the RFC.",
    ] {
        let before = "Discussed [RFC](pull:15)\n\n- The author has abandoned the effort.";
        check(&format!("{before}\n\n{next}\n"), &expected);
    }
}

#[test]
fn points_below_belong_to_a_discussion() {
    let expected = ["#15 accepted: RFC approved"];
    for points in [
        "- RFC approved",
        "* RFC approved",
        "1. RFC approved",
        "- RFC was put to a vote\n  - The result:\n    - RFC approved",
        "1. RFC was put to a vote\n  - RFC approved",
        "- RFC was put to a vote\n    - RFC approved",
        "- Last activity:\n\n```\nThe RFC was rejected.\n```\n\n- RFC approved",
        "- Last activity:\n\n  ~~~ text\n  The RFC was rejected.\n  ~~~\n\n- RFC approved",
        "- Last activity:\n\n> The RFC was rejected.\n\n- RFC approved",
        "- One\n\n- Two\n\n  RFC approved",
        "- RFC\n  approved",
    ] {
        check(&format!("Discussed [RFC](pull:15)\n\n{points}\n"), &expected);
    }
}

#[test]
fn an_item_opens_a_discussion_of_what_is_below_it() {
    check(
        "- Discussed [RFC](pull:15)\n  - No change since the last meeting.\n- RFC approved\n",
        &["#15 no-change: No change since the last meeting."],
    );
    check(
        "- [RFC](pull:15)\n  - One\n- [RFC](pull:16)\n  - Two\n- Chair election\n  - RFC approved\n",
        &["#15 discussed: One", "#16 discussed: Two"],
    );
    check(
        "### RFC: Signed kernels\n\n- Discussed RFC (pull:15) written by Tulip\n- RFC approved\n",
        &["#15 accepted: RFC approved"],
    );
    check(
        "Discussed [RFC](pull:15)\n\n- One\n- Discussed [RFC](pull:16)\n  - RFC approved\n- Two\n",
        &["#15 discussed: One", "#16 accepted: RFC approved"],
    );
    check(
        "Discussed [RFC](pull:15)\n\n- [RFC](pull:15) needs work\n- RFC approved\n",
        &["#15 accepted: RFC approved"],
    );
    check(
        "Discussed [RFC](pull:15)\n\n- Discussed the new versioning.\n- RFC approved\n",
        &["#15 accepted: RFC approved"],
    );
}

#[test]
fn a_discussion_without_result_has_the_last_of_the_topmost_points() {
    let check = |text: &str, sentence: &str| {
        check(&format!("Discussed [RFC](pull:15){text}\n"), &[&format!("#15 discussed{sentence}")]);
    };
    check("\n\n- One\n- Two\n  - Three\n", ": Two");
    check("\n\n- One. Two.\n", ": One. Two.");
    check("\n\n- One\n- Actions:\n  - Two\n", ": One");
    check("\n\n- Actions:\n  - Two\n", "");
    check("\n\n- One\n- Outcome: More data is needed.\n- Two\n", ": Outcome: More data is needed.");
    check("\n\n- Outcome:\n  - More data is needed.\n- Two\n", ": More data is needed.");
    check("\n\n- Outcome:\n- Two\n", ": Two");
    check("\n\n- Concerns:\n  - One\n", ": One");
    check("\n\n- One\n- https://example.org\n", ": One");
    check("  \nHere are comments:\n\n- One\n", ": Here are comments:");
    check("  \nA remark.\n\n- One\n", ": One");
    check("  \nA remark.\n", ": A remark.");
    check(" and what it needs", ": Discussed RFC and what it needs");
    check("", "");
    check(
        "\n\n- It’s “curly”, `code` and [a link](https://example.org)\n",
        ": It’s “curly”, code and a link",
    );
}

#[test]
fn a_form_that_is_not_understood_names_the_proposal_and_invents_nothing() {
    let unknown = |line: usize, number: u32| {
        format!("line {line}: #{number} is named, but not in a form that opens a discussion")
    };
    for text in [
        "We looked at [RFC](pull:15). RFC approved.",
        "Reviewed [RFC](pull:15)\n\n- RFC approved",
        "Discussed lunch. Then [RFC](pull:15) was rejected.",
    ] {
        check_with_problems(text, &["#15 discussed"], &[&unknown(1, 15)]);
    }
    check_with_problems(
        "Discussed policy:\n\n- Proposed in pull:17\n- RFC approved",
        &["#17 discussed"],
        &[&unknown(3, 17)],
    );
    check("A meeting about nothing in particular.", &[]);
    check("", &[]);
}

#[test]
fn what_names_another_pull_request_is_not_said_of_this_one() {
    check_with_problems(
        "Discussed [RFC](pull:15)\n\n- One\n- As in pull:9, the RFC was approved\n",
        &["#15 discussed: As in pull:9, the RFC was approved"],
        &["line 4: #9 is named in the discussion of another pull request"],
    );
    check_with_problems(
        "Discussed [RFC](pull:15) and [RFC](pull:16)\n\n- RFC approved\n",
        &["#15 discussed", "#16 discussed"],
        &["line 1: it is not clear which pull request this is about"],
    );
}

#[test]
fn a_pull_request_has_one_discussion_in_a_meeting() {
    check(
        "Discussed [RFC](pull:15)\n\n- One\n\nDiscussed [RFC](pull:16)\n\nDiscussed [RFC](pull:15)\n\n- RFC approved",
        &["#15 accepted: RFC approved", "#16 discussed"],
    );
}

#[test]
fn a_proposal_without_pull_request_has_no_number() {
    check(
        "- Discussed pending draft RFC (https://hackmd.io/5__7wEQXS42L-ZdX9AFuPQ#) written by Neal.\n  - One\n",
        &["#? discussed: One"],
    );
    let (meeting, _) = parse("Discussed RFC (https://hackmd.io/5__7#).");
    assert_eq!(meeting.discussions[0].url.as_deref(), Some("https://hackmd.io/5__7#"));
    let (meeting, _) = parse("Discussed [RFC](pull:15)");
    assert_eq!(meeting.discussions[0].url, None, "it follows from the number");
}
