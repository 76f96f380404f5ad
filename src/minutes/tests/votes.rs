//! The figures of votes.

use super::*;

#[test]
fn figures_are_for_abstained_against() {
    let check = |figures: &str, expected: &str| {
        let text = format!("Discussed [RFC](pull:10)\n\n- RFC approved\n- {figures}\n");
        check(&text, &[&format!("#10 accepted: RFC approved{expected}")]);
    };
    check("Vote results: +4, 0, -1 (4 in favor, 0 abstained, 1 not in favor)", " [+4 0 -1]");
    check("+4, 0, -1\n  - Cody voted +1 async for this\n  - Andrew voted -1", " [+4 0 -1]");
    check("+4/0/-1", " [+4 0 -1]");
    check("+5 +0 -0", " [+5 0 -0]");
    check("+3, 2, −1", " [+3 2 -1]");
    check("+5, 0, 0", " [+5 0 -0]");
    check("The results: Yes – 3, No – 1, Abstain – 1.", " [+3 1 -1]");
    check("Votes recorded:\n  - Yes: 3\n  - No: 1\n  - Abstain: 2", " [+3 2 -1]");
    check("Cody voted +1", "");
    check("Andrew voted -1\n- Neal: +1\n- Ben: +1", "");
    check("+1, 2", "");
    check("Yes: 3, No: 1", "");
    check("From 2025-12-23 to 2026-01-10", "");
    check("+99999999999, 0, -1", "");
}

#[test]
fn unanimous_votes_have_no_figures() {
    let check = |points: &str, expected: &str| {
        let (meeting, _) = parse(&format!("Discussed [RFC](pull:10)\n\n- {points}\n"));
        let line = discussions(&meeting).remove(0);
        let vote = line.rsplit_once('[').map_or("", |(_, vote)| vote.trim_end_matches(']'));
        assert_eq!(vote, expected, "{points}");
    };
    check("Outcome: RFC accepted unanimously.", "unanimous");
    check("All attending ALESCo members voted to decline to implement the proposal", "unanimous");
    check("All members voted to approve the RFC", "unanimous");
    check("RFC rejected\n- Vote was unanimous", "unanimous");
    check("RFC approved\n  - Unanimous decision", "unanimous");
    check("RFC approved unanimously: +5, 0, -0", "+5 0 -0");
    check("RFC approved, not unanimously", "");
    check("RFC approved\n- ALESCo unanimously thanked Neal", "");
    check("Vote was unanimous", "");
    check("ALESCo voted to approve the RFC", "");
}

#[test]
fn figures_without_a_verdict_do_not_accept() {
    check(
        "Discussed [RFC](pull:10)\n\n- Vote results: +4, 0, -1\n",
        &["#10 discussed: Vote results: +4, 0, -1 [+4 0 -1]"],
    );
}
