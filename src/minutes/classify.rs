//! The kind of a statement, from its words.
//!
//! A result is found only in a form that names it. What is conditional, negated, asked, quoted from one
//! member or said of something else is not a result of the committee.

use super::Kind;
use super::clause::{Clause, names_next_meeting};
use super::wording::{Break, Word, clauses, contains, sentences};

/// Where a statement stands. The later one in this order comes first if results differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Place {
    /// Among the points of a discussion.
    Discussion,
    /// Behind or below `Outcome:`.
    Outcome,
    /// Below "Decisions Adopted", in an entry that links to the pull request.
    Decision,
}

const PROPOSAL: [&str; 2] = ["rfc", "proposal"];
/// "Request" is the end of "pull request".
const PULL_REQUEST: [&str; 4] = ["rfc", "proposal", "pr", "request"];
/// After `Outcome:` these stand for the proposal, too.
const OUTCOME_SUBJECTS: [&str; 5] = ["rfc", "proposal", "it", "this", "motion"];
const VOTE: [&str; 3] = ["vote", "voting", "motion"];

const APPROVED: [&str; 3] = ["accepted", "approved", "adopted"];
const APPROVE: [&str; 3] = ["accept", "approve", "adopt"];
const REJECTED: [&str; 2] = ["rejected", "declined"];
const REJECT: [&str; 2] = ["reject", "decline"];

/// Limit an approval, wherever in its sentence they stand.
const LIMITS: [&str; 8] =
    ["only", "initially", "later", "partly", "partially", "temporarily", "provisionally", "conditionally"];
/// Limit an approval if they follow it.
const CONDITIONS: [&str; 6] = ["if", "unless", "once", "until", "pending", "provided"];

const PUT_OFF: [&str; 15] = [
    "postponed",
    "postponing",
    "postpone",
    "tabled",
    "tabling",
    "table",
    "punted",
    "punting",
    "punt",
    "deferred",
    "deferring",
    "defer",
    "delayed",
    "delaying",
    "delay",
];
/// These say that a vote is put off even if they do not name it: "Postponed to next meeting".
const PUT_OFF_ALONE: [&str; 3] = ["postponed", "tabled", "punted"];

/// Says that there will be a vote: "tabled for vote".
const SCHEDULED: [&str; 7] = ["tabled", "tabling", "table", "scheduled", "scheduling", "schedule", "slated"];

/// To decide on one of these is to decide nothing yet.
const UNDECIDED: [&str; 10] =
    ["continue", "keep", "defer", "postpone", "revisit", "wait", "discuss", "table", "resume", "return"];

/// Speakers whose words are those of the committee.
const COMMITTEE: [&str; 14] = [
    "outcome",
    "decision",
    "result",
    "results",
    "conclusion",
    "vote",
    "voted",
    "all",
    "alesco",
    "everyone",
    "committee",
    "update",
    "rfc",
    "proposal",
];
/// What stands behind these is said of the proposal, without naming it: "Voted: approved".
const LABELS: [&str; 6] = ["outcome", "decision", "vote", "voted", "rfc", "proposal"];

/// Returns the precedence among several statements about one pull request. The highest one gives the kind of the
/// discussion. A limited approval comes before a plain one, because the plain one may be its summary.
pub(super) fn precedence(kind: Kind) -> u8 {
    match kind {
        Kind::Discussed => 0,
        Kind::NoChange => 1,
        Kind::DecidedDetail => 2,
        Kind::VoteScheduled | Kind::VotePostponed | Kind::VoteDeferred => 3,
        Kind::Closed => 4,
        Kind::Accepted | Kind::Rejected => 5,
        Kind::PartlyAccepted => 6,
    }
}

/// Returns the kind of each sentence of `words` that states a result.
pub(super) fn kinds<'w>(words: &'w [Word<'_>], place: Place) -> impl Iterator<Item = Kind> + 'w {
    sentences(words).filter_map(move |sentence| Sentence::new(sentence, place).kind())
}

/// A sentence, and what is asked of it in each clause.
struct Sentence<'w, 'a> {
    words: &'w [Word<'a>],
    place: Place,
    has_limit: bool,
    names_next_meeting: bool,
}

impl<'w, 'a> Sentence<'w, 'a> {
    fn new(words: &'w [Word<'a>], place: Place) -> Self {
        Sentence {
            words,
            place,
            has_limit: words.iter().any(|word| word.is_in(&LIMITS)) || contains(words, &["for", "now"]),
            names_next_meeting: names_next_meeting(words),
        }
    }

    fn kind(&self) -> Option<Kind> {
        if self.words.last()?.after == Break::Question {
            return None;
        }
        let mut found = None;
        let mut is_start = true;
        let mut is_of_committee = true;
        let mut is_labelled = self.place != Place::Discussion;
        for words in clauses(self.words) {
            let clause = Clause::new(words);
            // "If the tests pass, the RFC is approved."
            if clause.is(0, &CONDITIONS) {
                break;
            }
            let act = || self.act_of_committee(&clause, is_labelled && is_start);
            let act = if is_of_committee { act() } else { None };
            let kind = act
                .or_else(|| closed(&clause))
                .or_else(|| scheduled(&clause))
                .or_else(|| self.put_off(&clause))
                .or_else(|| if is_start { no_change(&clause) } else { None });
            found = [found, kind].into_iter().flatten().max_by_key(|kind| precedence(*kind));
            let is_label = is_start && words.last().is_some_and(|word| word.after == Break::Colon);
            if is_label {
                is_of_committee = words.last().is_some_and(|word| word.is_in(&COMMITTEE));
                is_labelled |= words.last().is_some_and(|word| word.is_in(&LABELS));
            }
            is_start = is_label;
        }
        found
    }

    /// Returns what the committee decided in `clause`. `is_labelled` is true if it follows directly what
    /// says that it is about the proposal, such as `Outcome:`.
    fn act_of_committee(&self, clause: &Clause<'_, '_>, is_labelled: bool) -> Option<Kind> {
        match self.verdict(clause, is_labelled) {
            Some((verb, Kind::Accepted)) if self.has_limit || has_condition_after(clause, verb) => {
                Some(Kind::PartlyAccepted)
            }
            Some((_, kind)) => Some(kind),
            None => decided_detail(clause),
        }
    }

    /// Returns the verdict that `clause` states, and its verb. It counts only beside the proposal or a vote.
    fn verdict(&self, clause: &Clause<'_, '_>, is_labelled: bool) -> Option<(usize, Kind)> {
        let merged = if self.place == Place::Decision { ["merged"].as_slice() } else { &[] };
        let approved = [APPROVED.as_slice(), merged].into_iter().flat_map(|verbs| clause.verbs(verbs));
        let stated = with(Kind::Accepted, approved).chain(with(Kind::Rejected, clause.verbs(&REJECTED)));
        let voted =
            with(Kind::Accepted, clause.verbs(&APPROVE)).chain(with(Kind::Rejected, clause.verbs(&REJECT)));
        let is_stated = |(verb, _): &(usize, Kind)| {
            self.is_about_proposal(clause, *verb, is_labelled) && !is_of_something_else(clause, *verb)
        };
        stated.filter(is_stated).chain(voted.filter(|(verb, _)| is_voted(clause, *verb))).next()
    }

    /// True if the participle at `verb` is said of the proposal: "RFC was approved", "approved the RFC", or
    /// "approved" alone where a label says of what.
    fn is_about_proposal(&self, clause: &Clause<'_, '_>, verb: usize, is_labelled: bool) -> bool {
        let subjects = if is_labelled { OUTCOME_SUBJECTS.as_slice() } else { &PROPOSAL };
        let has_object = || {
            let is_alone = || self.place == Place::Decision || clause.has_no_other_object(verb, &PROPOSAL);
            clause.has_object(verb, &PROPOSAL) || (is_labelled && is_alone())
        };
        clause.has_subject(verb, subjects) || (clause.is_act_of_committee(verb) && has_object())
    }

    fn put_off(&self, clause: &Clause<'_, '_>) -> Option<Kind> {
        let is_about = |verb: usize, of: &[&str]| clause.has_subject(verb, of) || clause.has_object(verb, of);
        let is_alone = |verb: usize| {
            clause.begins_at(verb) && clause.ends_or_is(verb + 1, &["to", "until", "till", "indefinitely"])
        };
        let is_put_off = clause.verbs(&PUT_OFF).any(|verb| is_about(verb, &VOTE))
            || clause.verbs(&PUT_OFF_ALONE).any(|verb| is_alone(verb) || is_about(verb, &PROPOSAL));
        let kind = if self.names_next_meeting { Kind::VotePostponed } else { Kind::VoteDeferred };
        is_put_off.then_some(kind)
    }
}

fn with(kind: Kind, verbs: impl Iterator<Item = usize>) -> impl Iterator<Item = (usize, Kind)> {
    verbs.map(move |verb| (verb, kind))
}

/// True for the infinitive of "voted to approve" or "decided to approve the RFC".
fn is_voted(clause: &Clause<'_, '_>, infinitive: usize) -> bool {
    clause.governing_verb(infinitive).is_some_and(|verb| {
        let is_vote =
            clause.is(verb, &["voted"]) && clause.has_no_other_object(infinitive, &["rfc", "proposal", "it"]);
        let is_decision =
            || clause.is(verb, &["decided", "agreed"]) && clause.has_object(infinitive, &PROPOSAL);
        (is_vote || is_decision()) && clause.is_act_of_committee(verb)
    })
}

/// True if what follows the participle at `index` makes it another statement than a verdict of this meeting:
/// "accepted for discussion", "approved by Neal", "approved at the last meeting".
fn is_of_something_else(clause: &Clause<'_, '_>, index: usize) -> bool {
    const STAGES: [&str; 4] = ["discussion", "consideration", "review", "comment"];
    const VOTERS: [&str; 9] =
        ["alesco", "all", "committee", "consensus", "everyone", "majority", "members", "unanimous", "vote"];
    let next = index + 1;
    let is_stage = clause.is(next, &["for"]) && clause.is_followed_by(next, &STAGES);
    let is_by_one = clause.is(next, &["by"]) && !clause.is_followed_by(next, &VOTERS);
    let is_past =
        clause.is(next, &["at", "in", "during"]) && clause.is_followed_by(next, &["last", "previous"]);
    is_stage || is_by_one || is_past || clause.is(next, &["last"])
}

/// True if a condition follows the approval at `index`: "approved if the tests pass".
fn has_condition_after(clause: &Clause<'_, '_>, index: usize) -> bool {
    clause.words.iter().skip(index).any(|word| word.is_in(&CONDITIONS))
}

/// Finds "It was decided to …" and "Decided that …", unless what was decided is to go on.
fn decided_detail(clause: &Clause<'_, '_>) -> Option<Kind> {
    let is_decision = |verb: usize| {
        let is_open = || clause.is(clause.skip(verb + 1, &["not", "to"]), &UNDECIDED);
        clause.is_act_of_committee(verb)
            && clause.is(verb + 1, &["to", "that", "on", "not", "against"])
            && !is_open()
    };
    clause.verbs(&["decided"]).any(is_decision).then_some(Kind::DecidedDetail)
}

fn closed(clause: &Clause<'_, '_>) -> Option<Kind> {
    // "closed the RFC", not "the closed RFC".
    let is_act = |verb: usize| {
        clause.is(verb + 1, &["the", "this", "his", "her", "their"])
            && clause.is(verb + 2, &["rfc", "proposal", "pr", "pull"])
    };
    let is_closed =
        clause.verbs(&["closed", "withdrawn"]).any(|verb| clause.has_subject(verb, &PULL_REQUEST))
            || clause.verbs(&["closed", "withdrew", "withdrawn"]).any(is_act);
    is_closed.then_some(Kind::Closed)
}

/// Finds "tabled for vote" and "vote at next meeting".
fn scheduled(clause: &Clause<'_, '_>) -> Option<Kind> {
    let is_for_vote = |verb: usize| {
        let preposition = clause.skip(verb + 1, &["it", "this", "the", "rfc", "proposal", "up"]);
        clause.is(preposition, &["for"]) && clause.is_followed_by(preposition, &["vote", "voting"])
    };
    let is_at_next_meeting = |vote: usize| {
        let preposition = clause.skip(vote + 1, &["on", "it", "this", "the", "rfc", "proposal", "again"]);
        clause.is_next_meeting(clause.skip(preposition, &["at", "in", "during"]))
    };
    let is_later = || clause.words.iter().any(|word| word.is_in(&["later"]));
    let is_scheduled = clause.verbs(&["vote", "voting", "voted"]).any(is_at_next_meeting)
        || (clause.verbs(&SCHEDULED).any(is_for_vote) && !is_later());
    is_scheduled.then_some(Kind::VoteScheduled)
}

/// Finds "No change since the last meeting" and "No updates so far", not "No change to the kernel is needed".
fn no_change(clause: &Clause<'_, '_>) -> Option<Kind> {
    let start = clause.skip(0, &["there", "is", "are", "was", "were", "has", "have", "been"]);
    let is_no_change =
        clause.is(start, &["no"]) && clause.is(start + 1, &["change", "changes", "update", "updates"]);
    let may_follow = ["since", "so", "yet", "from", "this", "today", "at"];
    let is_whole = clause.ends_or_is(start + 2, &may_follow)
        || (clause.is(start + 2, &["to"]) && clause.is(start + 3, &["report"]));
    (is_no_change && is_whole).then_some(Kind::NoChange)
}
