use super::*;

/// Returns the saved copy of a visit that loaded these proposals `age` ago, and records from the site's snapshot.
pub(super) fn copy(scope: Scope, numbers: &[u32], age: TimeDelta) -> String {
    let mut feed = Check::new(true);
    feed.now -= age;
    let url = if scope == Scope::All { WHOLE_LIST } else { LIST };
    let snapshot = super::records::snapshot(feed.now, "Tabled for vote.");
    feed.dispatch(Event::ScopeRequested(scope)).respond(Request::Snapshot, Ok(ok(&snapshot)));
    feed.respond(list(url), Ok(ok(&items(numbers))));
    feed.saved().expect("what is live is saved")
}

/// Returns a feed with a saved copy of this age.
fn with_copy(age: TimeDelta) -> Check {
    let mut feed = Check::new(true);
    feed.dispatch(Event::SavedCopyLoaded(copy(Scope::Open, &[2, 1], age)));
    feed
}

#[test]
fn a_saved_copy_is_shown_before_the_first_request() {
    let mut feed = with_copy(TimeDelta::hours(3));
    feed.requests(&[]).shows(Source::Saved, &[2, 1]);
    assert_eq!(feed.state.shown.as_ref().unwrap().as_of, feed.now - TimeDelta::hours(3));
    feed.dispatch(Event::ScopeRequested(Scope::Open)).requests(&[list(LIST)]);
    feed.respond(list(LIST), Ok(ok(&items(&[3])))).shows(Source::Live, &[3]);
}

#[test]
fn a_copy_younger_than_five_minutes_needs_no_request() {
    let check = |age, requests: &[Request]| {
        with_copy(age).dispatch(Event::ScopeRequested(Scope::Open)).requests(requests);
    };
    check(TimeDelta::zero(), &[]);
    check(TimeDelta::seconds(299), &[]);
    check(TimeDelta::seconds(300), &[list(LIST)]);
    // Neither the list nor the records of a copy from the future are recent.
    check(TimeDelta::seconds(-1), &[Request::Snapshot, list(LIST)]);
    with_copy(TimeDelta::minutes(1))
        .dispatch(Event::ScopeRequested(Scope::All))
        .requests(&[list(WHOLE_LIST)]);
    with_copy(TimeDelta::minutes(1)).dispatch(Event::RefreshClicked).requests(&[list(LIST)]);
    with_copy(TimeDelta::minutes(1))
        .dispatch(Event::Preloaded)
        .dispatch(Event::ScopeRequested(Scope::Open))
        .requests(&[list(LIST)]);
}

#[test]
fn a_repeated_response_leaves_a_young_copy_and_asks_again_beside_an_old_one() {
    let preloaded = |age| {
        let mut feed = with_copy(age);
        feed.dispatch(Event::Preloaded).dispatch(Event::ScopeRequested(Scope::Open)).requests(&[list(LIST)]);
        feed.dispatch(Event::ResponseRepeated(LIST.to_owned()));
        feed
    };
    preloaded(TimeDelta::minutes(4)).requests(&[]).shows(Source::Saved, &[2, 1]);
    let mut old = preloaded(TimeDelta::minutes(5));
    old.requests(&[list(LIST)]).shows(Source::Saved, &[2, 1]);
    old.respond(list(LIST), Ok(ok(&items(&[3])))).shows(Source::Live, &[3]);
}

#[test]
fn documents_in_the_copy_are_not_requested_again() {
    let mut first = Check::new(false);
    first.dispatch(Event::ScopeRequested(Scope::Open)).respond(list(LIST), Ok(ok(&items(&[2, 1]))));
    first.respond(Request::Files(2), Ok(files("0009"))).respond(Request::Files(1), Ok(ok("[]")));
    let copy = first.saved().expect("saved again, with the documents");
    let mut feed = Check::new(false);
    feed.now += TimeDelta::hours(1);
    feed.dispatch(Event::SavedCopyLoaded(copy)).dispatch(Event::ScopeRequested(Scope::Open));
    assert_eq!(feed.state.shown.as_ref().unwrap().proposals[0].rfc_number, RfcNumber::new(9));
    feed.respond(list(LIST), Ok(ok(&items(&[2, 1])))).requests(&[]);
    assert_eq!(feed.state.shown.as_ref().unwrap().proposals[0].rfc_number, RfcNumber::new(9));
}

#[test]
fn a_copy_that_cannot_be_decoded_is_ignored() {
    let of_another = copy(Scope::Open, &[1], TimeDelta::zero());
    let of_another = of_another.replace("AlmaLinux/ALESCo", "AlmaLinux/other");
    for broken in ["", "null", "[]", r#"{"schema": 3}"#, of_another.as_str()] {
        let mut feed = Check::new(true);
        feed.dispatch(Event::SavedCopyLoaded(broken.to_owned())).effects(&[]);
        assert_eq!(feed.state.shown, None);
        feed.dispatch(Event::ScopeRequested(Scope::Open)).requests(&[Request::Snapshot, list(LIST)]);
    }
}

#[test]
fn the_snapshot_is_requested_only_after_the_list_failed_if_there_is_a_copy() {
    let mut feed = with_copy(TimeDelta::hours(3));
    feed.dispatch(Event::ScopeRequested(Scope::Open)).requests(&[list(LIST)]);
    feed.respond(list(LIST), Err(TransportError::Unreachable)).requests(&[Request::Snapshot]);
    feed.respond(Request::Snapshot, Ok(ok(SNAPSHOT))).shows(Source::Saved, &[2, 1]);
    let mut feed = with_copy(TimeDelta::days(300));
    feed.dispatch(Event::ScopeRequested(Scope::Open)).respond(list(LIST), Err(TransportError::Unreachable));
    feed.respond(Request::Snapshot, Ok(ok(SNAPSHOT)));
    assert_eq!(feed.state.shown.as_ref().unwrap().source, Source::Snapshot, "the newer one is shown");
}

#[test]
fn a_copy_from_the_future_ranks_lowest() {
    let mut feed = with_copy(TimeDelta::days(-1));
    feed.shows(Source::Saved, &[2, 1]);
    feed.dispatch(Event::SavedCopyLoaded(copy(Scope::Open, &[5], TimeDelta::days(9))))
        .shows(Source::Saved, &[5]);
}

#[test]
fn a_dataset_of_a_wider_scope_is_kept_until_that_is_requested() {
    let mut feed = Check::new(true);
    feed.dispatch(Event::ScopeRequested(Scope::Open)).respond(list(LIST), Ok(ok(&items(&[1]))));
    feed.respond(Request::Snapshot, Ok(ok(SNAPSHOT))).shows(Source::Live, &[1]);
    feed.dispatch(Event::ScopeRequested(Scope::All)).requests(&[list(WHOLE_LIST)]);
    assert_eq!(feed.state.shown.as_ref().unwrap().source, Source::Snapshot);
    feed.dispatch(Event::SavedCopyLoaded(copy(Scope::Open, &[1], TimeDelta::zero())));
    feed.dispatch(Event::ScopeRequested(Scope::Open)).shows(Source::Live, &[1]);
}

#[test]
fn copies_of_both_scopes_are_saved_and_each_is_shown_where_it_fits() {
    let mut feed = Check::new(false);
    feed.dispatch(Event::ScopeRequested(Scope::All)).respond(list(WHOLE_LIST), Ok(ok(&items(&[3, 2, 1]))));
    let all = feed.saved().unwrap();
    feed.dispatch(Event::ScopeRequested(Scope::Open)).advance(TimeDelta::minutes(10));
    feed.dispatch(Event::TimerFired).respond(list(LIST), Ok(ok(&items(&[3]))));
    let open = feed.saved().unwrap();
    for copies in [[&all, &open], [&open, &all]] {
        let mut next_visit = Check::new(false);
        next_visit.now = feed.now + TimeDelta::hours(1);
        for copy in copies {
            next_visit.dispatch(Event::SavedCopyLoaded(copy.clone()));
        }
        next_visit.dispatch(Event::ScopeRequested(Scope::Open)).shows(Source::Saved, &[3]);
        next_visit.dispatch(Event::ScopeRequested(Scope::All)).shows(Source::Saved, &[3, 2, 1]);
    }
}

#[test]
fn changes_are_counted_until_the_next_request() {
    let mut feed = Check::new(false);
    feed.dispatch(Event::ScopeRequested(Scope::Open)).respond(list(LIST), Ok(ok(&items(&[3, 2, 1]))));
    assert_eq!(feed.state.changed_count, 0, "the first list changes nothing");
    let changed = items(&[4, 3, 2]).replace("RFC: 3", "RFC: another");
    feed.dispatch(Event::RefreshClicked).respond(list(LIST), Ok(ok(&changed)));
    assert_eq!(feed.state.changed_count, 3, "4 is new, 3 changed, 1 is gone");
    feed.dispatch(Event::RefreshClicked);
    assert_eq!(feed.state.changed_count, 0);
}

#[test]
fn closed_proposals_of_a_snapshot_are_counted_beside_a_live_list_of_open_ones() {
    let mut feed = Check::new(true);
    feed.dispatch(Event::ScopeRequested(Scope::Open)).respond(Request::Snapshot, Ok(ok(SNAPSHOT)));
    let closed = |feed: &Check| feed.state.closed_on_standby().map(|p| p.number).collect::<Vec<_>>();
    assert_eq!(feed.state.loaded_scope(), Scope::All);
    assert!(closed(&feed).is_empty(), "what is shown is not on standby");
    // #4 is open again.
    feed.respond(list(LIST), Ok(ok(&items(&[19, 4])))).shows(Source::Live, &[19, 4]);
    assert_eq!(closed(&feed), [15, 14, 13, 12, 11, 10, 9, 8, 6, 5, 3, 2]);
    assert_eq!(feed.state.loaded_scope(), Scope::All);
}

#[test]
fn without_a_wider_dataset_nothing_closed_is_known() {
    let mut feed = Check::new(false);
    feed.dispatch(Event::ScopeRequested(Scope::Open)).respond(list(LIST), Ok(ok(&items(&[2]))));
    assert_eq!(feed.state.loaded_scope(), Scope::Open);
    assert_eq!(feed.state.closed_on_standby().count(), 0);
}
