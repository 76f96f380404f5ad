//! What the demonstration's snapshot says of ALESCo's proposals: each stage and outcome, with its evidence.

#![cfg(test)]

use std::sync::Arc;

use alesco_proposals::feed::{self, Event, FeedConfig, Request, State, TransportError};
use alesco_proposals::github::{Repository, Response, Scope};
use alesco_proposals::proposal::{
    Contradiction, Note, NoteKind, Proposal, RfcNumber, Since, Tally, Vote, date_to_iso8601, minutes_url,
};
use alesco_proposals::query::{Query, SearchEntry, select, url_params};

const SNAPSHOT: &str = include_str!("../snapshot/proposals.json");

/// Returns the state of a feed that has the snapshot, and no response of GitHub.
fn state() -> State {
    let repository = Repository {
        name: "AlmaLinux/ALESCo".to_owned(),
        api: "https://api.github.com".to_owned(),
        web_base: "https://github.com".to_owned(),
    };
    let list = Request::List(repository.issues_url(Scope::All));
    let config = FeedConfig { repository, has_snapshot: true };
    let snapshot = Response { status: 200, body: SNAPSHOT.to_owned(), ..Response::default() };
    let events = [
        Event::ScopeRequested(Scope::All),
        Event::LockAcquired(Vec::new()),
        Event::ResponseReceived(Request::Snapshot, Ok(snapshot)),
        Event::ResponseReceived(list, Err(TransportError::Unreachable)),
    ];
    let now = "2026-09-01T12:00:00Z".parse().unwrap();
    events.into_iter().fold(State::default(), |state, event| feed::next(state, event, &config, now).0)
}

fn proposals() -> Vec<Arc<Proposal>> {
    state().shown.expect("the snapshot is shown").proposals
}

fn proposal(number: u32) -> Arc<Proposal> {
    let mut proposals = proposals().into_iter();
    proposals.find(|proposal| proposal.number == number).expect("is in the snapshot")
}

/// Returns outcome, source and the date of the minutes of a closed proposal.
fn outcome(number: u32) -> (&'static str, &'static str, Option<String>) {
    let proposal = proposal(number);
    let outcome = proposal.status.outcome().expect("is closed");
    let evidence = &proposal.outcome_evidence;
    (outcome.as_str(), evidence.source.as_str(), evidence.date.map(date_to_iso8601))
}

/// Returns stage, source and the date of the minutes of an open proposal.
fn stage(number: u32) -> (&'static str, &'static str, Option<String>) {
    let proposal = proposal(number);
    let evidence = &proposal.stage_evidence;
    assert_eq!(evidence.contradictions, []);
    (proposal.status.stage().as_str(), evidence.source.as_str(), evidence.date.map(date_to_iso8601))
}

fn on(date: &str) -> Option<String> {
    Some(date.to_owned())
}

#[test]
fn number_4_is_rejected_by_vote_with_a_link_to_the_minutes() {
    assert_eq!(outcome(4), ("rejected", "minutes", on("2025-04-16")));
    let evidence = proposal(4).outcome_evidence.clone();
    assert_eq!(evidence.vote, Some(Vote::Unanimous));
    assert_eq!(
        evidence.text.as_deref(),
        Some("All attending ALESCo members voted to decline to implement the proposal")
    );
    let source = state().records.minutes_source.unwrap();
    assert_eq!(
        minutes_url(evidence.date.unwrap(), &source),
        "https://wiki.almalinux.org/alesco/meeting-minutes/2025-04-16.html"
    );
}

#[test]
fn number_15_is_superseded_by_number_18() {
    assert_eq!(outcome(15), ("superseded", "minutes", on("2026-08-13")));
    let numbers = |number: u32| {
        let record = Arc::clone(&proposal(number).record);
        let numbers = |relations: &[alesco_proposals::proposal::Relation]| {
            relations.iter().map(|relation| relation.number).collect::<Vec<_>>()
        };
        (numbers(&record.replaces), numbers(&record.replaced_by))
    };
    assert_eq!(numbers(15), (vec![], vec![18]));
    assert_eq!(numbers(18), (vec![15], vec![]));
}

#[test]
fn four_are_accepted_by_the_minutes_with_date_and_figures() {
    let check = |number: u32, date: &str, vote: Vote| {
        assert_eq!(outcome(number), ("accepted", "minutes", on(date)), "#{number}");
        let evidence = proposal(number).outcome_evidence.clone();
        assert_eq!((evidence.vote, evidence.contradictions), (Some(vote), vec![]), "#{number}");
    };
    check(3, "2025-05-14", Vote::Unanimous);
    check(6, "2025-05-28", Vote::Unanimous);
    check(8, "2025-05-14", Vote::Unanimous);
    check(10, "2025-05-28", Vote::Counted(Tally { in_favor: 4, abstained: 0, against: 1 }));
}

#[test]
fn number_2_is_accepted_by_its_merge_without_figures() {
    assert_eq!(outcome(2), ("accepted", "merge", None));
    let evidence = proposal(2).outcome_evidence.clone();
    assert_eq!((evidence.vote, evidence.partial, evidence.contradictions), (None, None, vec![]));
}

#[test]
fn number_9_is_accepted_by_its_merge_against_the_minutes() {
    assert_eq!(outcome(9), ("accepted", "merge", None));
    let evidence = proposal(9).outcome_evidence.clone();
    let partial = evidence.partial.expect("for Kitten only");
    assert_eq!(
        (date_to_iso8601(partial.date).as_str(), partial.kind),
        ("2025-05-14", NoteKind::PartlyAccepted)
    );
    assert!(partial.sentence.unwrap().contains("“Kitten” branch only"));
    let [Contradiction::Minutes(Note { date, kind, sentence, .. })] = &evidence.contradictions[..] else {
        panic!("{:?}", evidence.contradictions);
    };
    assert_eq!((date_to_iso8601(*date).as_str(), *kind), ("2025-05-28", NoteKind::VoteDeferred));
    assert_eq!(sentence.as_deref(), Some("Vote punted until proof of concept is built"));
}

#[test]
fn number_5_is_merged_was_taken_up_on_2_april_2025_and_is_no_rfc() {
    assert_eq!(outcome(5), ("merged", "merge", None));
    let proposal = proposal(5);
    assert_eq!(proposal.last_discussed().map(date_to_iso8601), on("2025-04-02"));
    assert!(proposal.is_not_rfc());
}

#[test]
fn open_proposals_have_a_stage_from_number_minutes_or_nothing() {
    assert_eq!(stage(16), ("discussion", "number", None));
    assert_eq!(stage(18), ("discussion", "discussed", on("2026-08-13")));
    assert_eq!(stage(17), ("submitted", "none", None));
    assert!(proposal(17).is_not_rfc());
    let since = |number: u32| match proposal(number).stage_since {
        Some(Since::Day(day)) => on(&date_to_iso8601(day)),
        Some(Since::Time(time)) => Some(alesco_proposals::proposal::to_iso8601(time)),
        None => None,
    };
    assert_eq!(since(16), on("2026-04-23"));
    assert_eq!(since(18), on("2026-08-13"));
    assert_eq!(since(17), on("2026-05-21T17:30:00Z"));
    assert_eq!(proposal(16).last_discussed().map(date_to_iso8601), on("2026-07-30"));
}

#[test]
fn every_closed_proposal_has_its_outcome() {
    let outcomes: Vec<_> = proposals()
        .iter()
        .filter_map(|proposal| Some((proposal.number, proposal.status.outcome()?.as_str())))
        .collect();
    let expected = [
        (15, "superseded"),
        (14, "merged"),
        (13, "merged"),
        (12, "merged"),
        (11, "merged"),
        (10, "accepted"),
        (9, "accepted"),
        (8, "accepted"),
        (6, "accepted"),
        (5, "merged"),
        (4, "rejected"),
        (3, "accepted"),
        (2, "accepted"),
    ];
    assert_eq!(outcomes, expected);
}

#[test]
fn the_minutes_reach_until_13_august_2026() {
    assert_eq!(state().records.minutes_until.map(date_to_iso8601), on("2026-08-13"));
}

#[test]
fn search_finds_all_proposals_of_an_rfc_number() {
    let casefold = |text: &str| text.to_lowercase();
    let entries: Vec<SearchEntry> =
        proposals().into_iter().map(|proposal| SearchEntry::new(proposal, casefold)).collect();
    let found = |text: &str| {
        let query =
            url_params::parse(&[("q", text.to_owned()), ("show", "all".to_owned())], &Query::default()).0;
        let selection = select(&entries, Scope::All, &query, casefold, |_| Default::default());
        let mut numbers: Vec<u32> = selection.proposals.iter().map(|proposal| proposal.number).collect();
        numbers.sort_unstable();
        numbers
    };
    assert_eq!(found("0002"), [3, 4]);
    assert_eq!(found("rfc 2"), [3, 4]);
    assert_eq!(found("0008"), [16]);
    assert_eq!(proposal(3).rfc_number, RfcNumber::new(2));
}

#[test]
fn nothing_in_it_is_made_up() {
    for proposal in proposals() {
        assert_eq!((proposal.comments, proposal.thumbs_up), (0, 0), "#{}", proposal.number);
        assert!(proposal.labels.is_empty() && proposal.record.history.is_empty(), "#{}", proposal.number);
    }
}
