use super::*;
use crate::proposal::{Note, NoteKind, Record, Records, date_to_iso8601, parse_date};
use crate::snapshot::Snapshot;

/// Returns a snapshot without proposals, made at `as_of`, in which minutes of 23 April say this of #1.
pub(super) fn snapshot(as_of: Time, sentence: &str) -> String {
    let date = parse_date("2026-04-23").unwrap();
    let note = Note { date, kind: NoteKind::VoteScheduled, sentence: Some(sentence.to_owned()), vote: None };
    let record = Record { notes: vec![note], ..Record::default() };
    let snapshot = Snapshot {
        made_at: as_of,
        scope: Scope::All,
        proposals: Vec::new(),
        documents: Vec::new(),
        records: Records::new(as_of, [(1, record)]).with_minutes(None, Some(date)),
        problems: Vec::new(),
        incomplete: false,
    };
    snapshot.to_json("AlmaLinux/ALESCo")
}

/// Returns stage, source and sentence of the first shown proposal.
fn evidence(feed: &Check) -> (&'static str, &'static str, Option<&str>) {
    let proposal = &feed.state.shown.as_ref().unwrap().proposals[0];
    let evidence = &proposal.stage_evidence;
    (proposal.status.stage().as_str(), evidence.source.as_str(), evidence.text.as_deref())
}

/// Returns a feed that shows a live list of #1, with the records of a snapshot.
fn live() -> Check {
    let mut feed = Check::new(true);
    let snapshot = snapshot(feed.now, "Tabled for vote.");
    feed.dispatch(Event::ScopeRequested(Scope::Open)).requests(&[Request::Snapshot, list(LIST)]);
    feed.respond(Request::Snapshot, Ok(ok(&snapshot)));
    feed.respond(list(LIST), Ok(ok(&items(&[1]))));
    feed
}

#[test]
fn a_live_list_keeps_the_evidence_of_the_snapshot() {
    let mut feed = live();
    assert_eq!(evidence(&feed), ("vote", "minutes", Some("Tabled for vote.")));
    assert_eq!(feed.state.records.minutes_until.map(date_to_iso8601).as_deref(), Some("2026-04-23"));
    feed.respond(Request::Files(1), Ok(files("0009")));
    assert_eq!(evidence(&feed), ("vote", "minutes", Some("Tabled for vote.")), "with a document, too");
}

#[test]
fn a_live_label_comes_before_the_evidence_of_the_snapshot() {
    let mut feed = live();
    let labelled = items(&[1]).replace(r#""title""#, r#""labels": ["accepted for discussion"], "title""#);
    feed.dispatch(Event::RefreshClicked).respond(list(LIST), Ok(ok(&labelled)));
    assert_eq!(evidence(&feed), ("discussion", "label", None));
}

#[test]
fn a_late_snapshot_brings_the_evidence() {
    let mut feed = Check::new(true);
    feed.dispatch(Event::ScopeRequested(Scope::Open)).respond(list(LIST), Ok(ok(&items(&[1]))));
    assert_eq!(evidence(&feed), ("submitted", "none", None));
    let late = snapshot(feed.now, "Tabled for vote.");
    feed.respond(Request::Snapshot, Ok(ok(&late))).shows(Source::Live, &[1]);
    assert_eq!(evidence(&feed), ("vote", "minutes", Some("Tabled for vote.")));
}

#[test]
fn the_saved_copy_keeps_the_records() {
    let mut feed = live();
    feed.respond(Request::Files(1), Ok(files("0009")));
    let copy = feed.saved().unwrap();
    let mut next = Check::new(true);
    next.dispatch(Event::SavedCopyLoaded(copy));
    assert_eq!(evidence(&next), ("vote", "minutes", Some("Tabled for vote.")));
    assert_eq!(next.state.records, feed.state.records);
}

#[test]
fn the_newer_records_count() {
    let mut feed = live();
    let older = snapshot(feed.now - TimeDelta::days(2), "Go on.");
    feed.respond(Request::Snapshot, Ok(ok(&older)));
    assert_eq!(evidence(&feed), ("vote", "minutes", Some("Tabled for vote.")));
    feed.advance(TimeDelta::seconds(1));
    feed.dispatch(Event::RefreshClicked).respond(list(LIST), Ok(ok(&items(&[1]))));
    let newer = snapshot(feed.now, "Vote at next meeting.");
    feed.respond(Request::Snapshot, Ok(ok(&newer))).shows(Source::Live, &[1]);
    assert_eq!(evidence(&feed), ("vote", "minutes", Some("Vote at next meeting.")));
}

#[test]
fn records_from_the_future_count_only_until_others_are_known() {
    let mut feed = Check::new(true);
    let future = snapshot(feed.now + TimeDelta::days(9), "Go on.");
    feed.dispatch(Event::SavedCopyLoaded(future.clone()));
    feed.dispatch(Event::ScopeRequested(Scope::Open)).requests(&[Request::Snapshot, list(LIST)]);
    feed.respond(list(LIST), Ok(ok(&items(&[1]))));
    assert_eq!(evidence(&feed), ("vote", "minutes", Some("Go on.")));
    let current = snapshot(feed.now, "Tabled for vote.");
    feed.respond(Request::Snapshot, Ok(ok(&current)));
    assert_eq!(evidence(&feed), ("vote", "minutes", Some("Tabled for vote.")));
    feed.dispatch(Event::SavedCopyLoaded(future));
    assert_eq!(evidence(&feed), ("vote", "minutes", Some("Tabled for vote.")));
}

#[test]
fn a_clock_that_is_slow_takes_the_records_that_come_last() {
    let mut feed = Check::new(true);
    let saved = snapshot(feed.now + TimeDelta::days(8), "Go on.");
    let site = snapshot(feed.now + TimeDelta::days(9), "Tabled for vote.");
    feed.dispatch(Event::SavedCopyLoaded(saved)).dispatch(Event::ScopeRequested(Scope::Open));
    feed.respond(list(LIST), Ok(ok(&items(&[1])))).respond(Request::Snapshot, Ok(ok(&site)));
    assert_eq!(evidence(&feed), ("vote", "minutes", Some("Tabled for vote.")));
}

#[test]
fn a_saved_copy_with_records_of_yesterday_asks_the_site_again_with_the_list() {
    let check = |age: TimeDelta, requests: &[Request]| {
        let mut feed = live();
        feed.respond(Request::Files(1), Ok(files("0009")));
        let copy = feed.saved().unwrap();
        let mut next = Check::new(true);
        next.now = feed.now + age;
        next.dispatch(Event::SavedCopyLoaded(copy));
        next.dispatch(Event::ScopeRequested(Scope::Open)).requests(requests);
    };
    check(TimeDelta::minutes(4), &[]);
    check(TimeDelta::hours(23), &[list(LIST)]);
    check(TimeDelta::hours(24), &[Request::Snapshot, list(LIST)]);
}
