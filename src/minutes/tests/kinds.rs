//! The kind of a statement, by its words.

use super::*;
/// Checks the kind of a point in the discussion of a pull request. Whatever the kind, the sentence is kept.
fn check(kind: Kind, points: &[&str]) {
    for point in points {
        let (meeting, problems) = parse(&format!("Discussed [RFC](pull:15)\n\n- {point}\n"));
        assert_eq!(meeting.discussions[0].kind, kind, "{point}");
        assert!(meeting.discussions[0].sentence.is_some(), "{point}");
        assert_eq!(problems, []);
    }
}

#[test]
fn nothing_is_new() {
    check(
        Kind::NoChange,
        &[
            "No change since the last meeting.",
            "No change since the last meeting. We are looking for a champion.",
            "No changes",
            "No updates so far, discussion should continue in comments",
            "Neal: no update yet.",
            "There are no updates to report.",
        ],
    );
    check(
        Kind::Discussed,
        &[
            "No changes to the kernel are needed",
            "No change in the stock kernel is required.",
            "No updates of packages until then",
        ],
    );
}

#[test]
fn a_vote_is_scheduled() {
    check(
        Kind::VoteScheduled,
        &[
            "Jonathan: Tabling for vote at next meeting.",
            "Tabled for vote",
            "RFC was tabled for a vote at the next meeting.",
            "Vote at next meeting",
            "We will vote on this at the next ALESCo meeting.",
            "It will be put to a vote at the next meeting",
            "Premature to vote right now. Tabled for vote.",
        ],
    );
    check(
        Kind::Discussed,
        &[
            "Premature to vote right now, proposer needs more time.",
            "No vote at next meeting",
            "We won't vote at the next meeting",
            "If the tests pass, vote at next meeting",
            "Neal wants a vote at the next meeting",
            "Shall we vote at the next meeting?",
            "ALESCo will defer discussion until the next meeting.",
            "needs a new patch; no vote yet.",
            "Will vote on the public chat channel.",
            "RFC was put up to a vote",
        ],
    );
}

#[test]
fn a_vote_is_postponed_to_the_next_meeting() {
    check(
        Kind::VotePostponed,
        &[
            "Outcome: Vote postponed to next meeting.",
            "The vote was postponed to the next meeting",
            "Postponed to next meeting",
            "Postponing the vote until the next meeting.",
            "Voting has been deferred to the next ALESCo meeting",
        ],
    );
    check(
        Kind::Discussed,
        &[
            "ALESCo will defer discussion until the next meeting.",
            "Tabled discussion of this until the next meeting.",
            "Should we postpone the vote to the next meeting?",
            "We could postpone the vote to the next meeting.",
        ],
    );
}

#[test]
fn a_vote_is_put_off_without_a_meeting() {
    check(
        Kind::VoteDeferred,
        &[
            "Vote punted until proof of concept is built",
            "Punted until proof of concept is built",
            "The motion was tabled to gather more data and revisit after the release.",
            "The motion to rebuild EPEL for x86_64 v2 was tabled to gather more data",
            "Tabled to gather more data.",
            "Tabled for vote at a later date, the vote was postponed",
            "The team agreed to table the motion and reassess.",
        ],
    );
    check(
        Kind::Discussed,
        &["Tabled discussion of adding it", "ALESCo will defer discussion", "A table of motions"],
    );
}

#[test]
fn a_proposal_is_accepted() {
    check(
        Kind::Accepted,
        &[
            "RFC approved",
            "RFC was unanimously approved.",
            "RFC has been discussed and accepted",
            "The proposal was ACCEPTED",
            "Outcome: RFC accepted unanimously.",
            "Outcome: Approved.",
            "Outcome: Approved\u{a0}unanimously",
            "Decision: it was adopted",
            "RFC: approved",
            "Voted: approved unanimously",
            "Vote results: RFC approved",
            "Approved RFC 0007",
            "Approved [RFC](pull:15)",
            "All attending ALESCo members voted to approve the proposal",
            "ALESCo voted unanimously to accept it",
            "Voted to approve",
            "The committee decided to accept the RFC.",
            "Unanimously approved the RFC.",
            "The RFC to build a variant was approved",
            "RFC approved; it will be merged once the documents are ready",
            "RFC approved by all members",
            "[RFC](pull:15) was approved",
        ],
    );
}

#[test]
fn what_is_approved_is_not_always_the_proposal() {
    check(
        Kind::Discussed,
        &[
            "ALESCo unanimously approved including this patch for AlmaLinux 9.",
            "The patch was approved. The RFC needs work.",
            "Approved the minutes of the last meeting",
            "The RFC author accepted the suggestions",
            "Comments on the RFC accepted",
            "Changes to RFC approved",
            "Approved the RFC template",
            "ALESCo voted to approve a new member",
            "Outcome: ALESCo accepted a new member",
            "Outcome: approved the new logo",
            "RFC: accepted formats are listed",
            "Neal's proposal was accepted",
            "RFC accepted for discussion",
            "RFC approved by Neal",
            "RFC was approved at the last meeting",
            "The closed RFC was an accepted proposal elsewhere",
            "See [RFC approved](https://example.org)",
            "The state is `RFC approved`",
            "~~RFC approved~~",
        ],
    );
}

#[test]
fn what_may_be_approved_is_not() {
    check(
        Kind::Discussed,
        &[
            "RFC was not approved",
            "RFC wasn't approved",
            "No RFC approved",
            "RFC will be approved",
            "RFC to be approved",
            "RFC should be accepted",
            "If the RFC is approved, we ship it",
            "If the tests pass, RFC approved",
            "Once the RFC is approved we ship it",
            "Was the RFC approved?",
            "Neal thinks the RFC is approved",
            "Premature to say RFC approved",
            "Outcome: not approved",
            "Outcome: to be approved later",
            "One\n- Actions:\n  - Neal to say: RFC approved",
        ],
    );
}

#[test]
fn one_member_is_not_the_committee() {
    check(
        Kind::Discussed,
        &[
            "Andrew voted to reject the RFC",
            "Two members voted to reject the RFC",
            "One ALESCo member voted to decline the proposal",
            "Neal approved the RFC",
            "Neal: RFC approved, as far as I am concerned",
            "Cody decided to step down",
        ],
    );
}

#[test]
fn limits_make_an_approval_a_part() {
    check(
        Kind::PartlyAccepted,
        &[
            "Outcome: Approved for “Kitten” branch only; async vote later for 10 GA.",
            "Outcome: Approved for \"Kitten\" branch only",
            "RFC approved, initially for Kitten",
            "RFC approved for Kitten, the rest later",
            "For now, the RFC is approved for Kitten",
            "RFC approved for now",
            "RFC approved if the tests pass",
            "ALESCo voted to approve the RFC for Kitten only",
            "RFC approved for Kitten only\n- RFC approved",
            "RFC approved\n- RFC approved for Kitten only",
        ],
    );
}

#[test]
fn a_proposal_is_rejected() {
    check(
        Kind::Rejected,
        &[
            "The RFC to build an x86_64-v1 variant of AlmaLinux 10 was REJECTED",
            "RFC declined",
            "Proposal rejected.",
            "All attending ALESCo members voted to decline to implement the proposal",
            "Outcome: Rejected unanimously.",
        ],
    );
    check(
        Kind::Discussed,
        &[
            "Neal declined to comment",
            "RFC was not rejected",
            "The RFC author rejected the idea",
            "Rejected packages stay",
            "Neal would have the RFC rejected",
        ],
    );
}

#[test]
fn a_proposal_is_closed() {
    check(
        Kind::Closed,
        &[
            "The RFC was closed by its author. A new RFC will be created.",
            "Pull request withdrawn",
            "The author closed the RFC.",
            "PR was closed",
        ],
    );
    check(
        Kind::Discussed,
        &[
            "The RFC author appears to have abandoned the effort.",
            "The RFC author has abandoned the effort.",
            "RFC will be closed",
            "The merge request was closed",
            "It takes up the closed RFC",
        ],
    );
}

#[test]
fn a_detail_is_decided() {
    check(
        Kind::DecidedDetail,
        &[
            "It was decided to build it as the `kernel` package, so that it replaces the stock kernel.",
            "All: Decided to use the existing repository.",
            "ALESCo decided that it needs a name",
            "We decided not to build it for 9",
        ],
    );
    check(
        Kind::Discussed,
        &[
            "Decided to continue discussion in the GitHub PR.",
            "It was decided to revisit this",
            "We have not decided to build it",
            "Cody Robertson decided to step down from ALESCo",
        ],
    );
}

#[test]
fn the_strongest_statement_gives_the_kind() {
    check(
        Kind::Accepted,
        &["No change\n- RFC approved\n- It was decided to build it\n- Vote at next meeting"],
    );
    check(Kind::VotePostponed, &["RFC approved by us, said Neal\n- Outcome: Vote postponed to next meeting"]);
    check(Kind::VoteScheduled, &["The vote was postponed\n- Tabled for vote"]);
}

#[test]
fn contradictions_are_said_and_give_no_sentence() {
    check_with_problems(
        "Discussed [RFC](pull:15)\n\n- RFC approved: +4, 0, -1\n- RFC rejected\n",
        &["#15 discussed"],
        &["line 1: a pull request is both approved and rejected"],
    );
}
