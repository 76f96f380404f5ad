use super::candidates::copy;
use super::*;

/// Returns a feed that waits for the lock.
fn waiting() -> Check {
    let mut feed = Check::new(false);
    feed.is_locked = true;
    feed.dispatch(Event::ScopeRequested(Scope::Open)).requests(&[]);
    assert_eq!(feed.effects, [Effect::AcquireLock]);
    assert!(feed.state.is_loading());
    feed
}

#[test]
fn a_tab_takes_the_copy_that_another_tab_saved_meanwhile() {
    let mut feed = waiting();
    let saved = copy(Scope::Open, &[1], TimeDelta::seconds(2));
    feed.dispatch(Event::LockAcquired(vec![saved])).requests(&[]).shows(Source::Saved, &[1]);
    assert_eq!(feed.effects.last(), Some(&Effect::ReleaseLock));
    assert!(!feed.state.is_loading());
}

#[test]
fn a_tab_requests_the_list_if_the_copy_is_missing_old_or_narrower() {
    for saved in [None, Some(String::new()), Some(copy(Scope::Open, &[1], TimeDelta::minutes(5)))] {
        waiting().dispatch(Event::LockAcquired(saved.into_iter().collect())).requests(&[list(LIST)]);
    }
    let mut feed = waiting();
    feed.dispatch(Event::ScopeRequested(Scope::All));
    assert_eq!(feed.effects, [], "the lock is requested once");
    let saved = copy(Scope::Open, &[1], TimeDelta::zero());
    feed.dispatch(Event::LockAcquired(vec![saved])).requests(&[list(WHOLE_LIST)]).shows(Source::Saved, &[1]);
}

#[test]
fn a_rate_limit_that_is_reported_while_a_tab_waits_is_obeyed() {
    let mut feed = waiting();
    let until = feed.now + TimeDelta::minutes(10);
    feed.dispatch(Event::RateLimitReported { remaining: Some(0), limited_until: Some(until) });
    feed.dispatch(Event::LockAcquired(Vec::new())).requests(&[]);
    assert_eq!(feed.state.error, Some(FeedError::RateLimited(until)));
    assert_eq!(feed.effects.last(), Some(&Effect::ReleaseLock));
    assert!(!feed.state.is_loading());
}

#[test]
fn a_click_on_refresh_takes_the_copy_that_another_tab_has_just_saved() {
    let mut feed = Check::new(false);
    feed.dispatch(Event::ScopeRequested(Scope::Open)).respond(list(LIST), Ok(ok("[]")));
    feed.is_locked = true;
    let saved = copy(Scope::Open, &[1], TimeDelta::minutes(-1));
    feed.advance(TimeDelta::minutes(2))
        .dispatch(Event::RefreshClicked)
        .dispatch(Event::LockAcquired(vec![saved]));
    feed.requests(&[]).shows(Source::Saved, &[1]);
}

#[test]
fn a_copy_of_another_tab_is_shown_and_clears_the_error() {
    let mut feed = Check::new(false);
    feed.dispatch(Event::ScopeRequested(Scope::Open)).respond(list(LIST), Err(TransportError::Timeout));
    feed.dispatch(Event::SavedCopyLoaded(copy(Scope::Open, &[1], TimeDelta::zero())))
        .shows(Source::Saved, &[1]);
    assert_eq!(feed.state.error, None);
    assert_eq!(feed.state.next_request_at(), Some(feed.now + TimeDelta::minutes(10)));
}

#[test]
fn the_lock_is_held_until_the_documents_are_fetched() {
    let mut feed = Check::new(false);
    let ends = |feed: &Check| feed.effects.contains(&Effect::ReleaseLock);
    feed.dispatch(Event::ScopeRequested(Scope::Open)).respond(list(LIST), Ok(ok(&items(&[1]))));
    assert!(!ends(&feed) && feed.saved().is_some(), "the list is saved at once");
    feed.respond(Request::Files(1), Ok(files("0009")));
    assert!(ends(&feed) && feed.saved().is_some(), "and again with its documents");
    let mut feed = Check::new(false);
    feed.dispatch(Event::ScopeRequested(Scope::Open)).respond(list(LIST), Err(TransportError::Timeout));
    assert!(ends(&feed) && feed.saved().is_none(), "what failed is not saved");
}

#[test]
fn what_a_saved_copy_brings_is_not_saved_again() {
    let mut first = Check::new(true);
    let snapshot = super::records::snapshot(first.now, "Tabled for vote.");
    first.dispatch(Event::ScopeRequested(Scope::Open)).respond(Request::Snapshot, Ok(ok(&snapshot)));
    first.respond(list(LIST), Ok(ok(&items(&[1])))).respond(Request::Files(1), Ok(files("0009")));
    let copy = first.saved().unwrap();
    let mut feed = Check::new(false);
    feed.advance(TimeDelta::seconds(1)).dispatch(Event::ScopeRequested(Scope::Open));
    feed.respond(list(LIST), Ok(ok(&items(&[1]))));
    feed.respond(Request::Files(1), Err(TransportError::Unreachable));
    feed.dispatch(Event::SavedCopyLoaded(copy)).shows(Source::Live, &[1]);
    assert_eq!(feed.state.shown.as_ref().unwrap().proposals[0].rfc_number, RfcNumber::new(9));
    assert_eq!(feed.state.records, first.state.records);
    assert_eq!(feed.saved(), None);
}

#[test]
fn a_late_lock_changes_nothing() {
    let mut feed = Check::new(false);
    feed.dispatch(Event::ScopeRequested(Scope::Open)).respond(list(LIST), Ok(ok("[]")));
    feed.dispatch(Event::LockAcquired(Vec::new())).effects(&[]);
    assert_eq!(feed.effects, []);
}
