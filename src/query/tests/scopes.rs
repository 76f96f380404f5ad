use super::*;
use crate::proposal::{Since, Time, parse_date};

#[test]
fn decided_proposals_are_in_scope_only_if_they_can_be_shown() {
    let check = |url: &str, scope: Scope, state: StateFilter| {
        let query = query_of(url);
        assert_eq!((query.scope(), query.effective_state()), (scope, state), "?{url}");
    };
    check("", Scope::Open, StateFilter::Open);
    check("show=decided", Scope::All, StateFilter::Decided);
    check("show=all", Scope::All, StateFilter::All);
    check("show=all&stage=vote", Scope::Open, StateFilter::Open);
    check("stage=closed", Scope::All, StateFilter::Decided);
    check("stage=closed,vote", Scope::All, StateFilter::All);
    check("outcome=merged", Scope::All, StateFilter::Decided);
}

#[test]
fn choosing_an_open_stage_removes_the_outcomes() {
    let query = query_of("outcome=merged").toggled(&FacetValue::Stage(Stage::Vote));
    assert_eq!((query.stages, query.outcomes), (vec![Stage::Vote], vec![]));
}

#[test]
fn sorting_by_age_puts_the_longest_at_its_stage_first_and_those_without_a_date_last() {
    let day = |day: &str| Some(Since::Day(parse_date(day).unwrap()));
    let time = |time: i64| Some(Since::Time(Time::from_timestamp(time, 0).unwrap()));
    let starts = [(1, None), (2, day("2026-04-23")), (3, time(0)), (4, day("2026-04-09")), (5, None)];
    let entry = |(number, stage_since)| {
        let proposal = Proposal { number, stage_since, ..Proposal::default() };
        SearchEntry::new(Arc::new(proposal), casefold)
    };
    let entries: Vec<SearchEntry> = starts.into_iter().map(entry).collect();
    assert_eq!(numbers(&entries, &query_of("sort=age")), [3, 4, 2, 5, 1]);
}
