use super::candidates::copy;
use super::*;

/// A tab that waits for another one.
fn waiting() -> Check {
    let mut feed = Check::new(false);
    feed.is_crowded = true;
    feed.dispatch(Event::ScopeRequested(Scope::Open)).requests(&[]);
    assert_eq!(feed.effects, [Effect::AcquireLock]);
    assert!(feed.state.is_loading());
    feed
}

#[test]
fn the_second_finds_what_the_first_has_saved() {
    let mut feed = waiting();
    let saved = copy(Scope::Open, &[1], TimeDelta::seconds(2));
    feed.dispatch(Event::LockAcquired(Some(saved))).requests(&[]).shows(Source::Saved, &[1]);
    assert_eq!(feed.effects.last(), Some(&Effect::ReleaseLock));
    assert!(!feed.state.is_loading());
}

#[test]
fn it_asks_where_the_first_got_nothing_or_less() {
    for saved in [None, Some(String::new()), Some(copy(Scope::Open, &[1], TimeDelta::minutes(5)))] {
        waiting().dispatch(Event::LockAcquired(saved)).requests(&[list(LIST)]);
    }
    let mut feed = waiting();
    feed.dispatch(Event::ScopeRequested(Scope::All));
    assert_eq!(feed.effects, [], "the turn is asked for once");
    let saved = copy(Scope::Open, &[1], TimeDelta::zero());
    feed.dispatch(Event::LockAcquired(Some(saved))).requests(&[list(WHOLE_LIST)]).shows(Source::Saved, &[1]);
}

#[test]
fn a_refresh_by_hand_takes_what_another_tab_has_just_got() {
    let mut feed = Check::new(false);
    feed.dispatch(Event::ScopeRequested(Scope::Open)).respond(list(LIST), Ok(ok("[]")));
    feed.is_crowded = true;
    let saved = copy(Scope::Open, &[1], TimeDelta::minutes(-1));
    feed.advance(TimeDelta::minutes(2))
        .dispatch(Event::RefreshClicked)
        .dispatch(Event::LockAcquired(Some(saved)));
    feed.requests(&[]).shows(Source::Saved, &[1]);
}

#[test]
fn what_another_tab_saves_is_shown_and_ends_the_trouble() {
    let mut feed = Check::new(false);
    feed.dispatch(Event::ScopeRequested(Scope::Open)).respond(list(LIST), Err(TransportError::Timeout));
    feed.dispatch(Event::SavedCopyLoaded(copy(Scope::Open, &[1], TimeDelta::zero())))
        .shows(Source::Saved, &[1]);
    assert_eq!(feed.state.error, None);
    assert_eq!(feed.state.next_request_at(), Some(feed.now + TimeDelta::minutes(10)));
}

#[test]
fn the_turn_lasts_until_the_documents_are_read() {
    let mut feed = Check::new(false);
    let ends = |feed: &Check| feed.effects.contains(&Effect::ReleaseLock);
    feed.dispatch(Event::ScopeRequested(Scope::Open)).respond(list(LIST), Ok(ok(&items(&[1]))));
    assert!(!ends(&feed) && feed.saved().is_some(), "the list is saved at once");
    feed.respond(Request::Files(1), Ok(files("0009")));
    assert!(ends(&feed) && feed.saved().is_some(), "and once more with its documents");
    let mut feed = Check::new(false);
    feed.dispatch(Event::ScopeRequested(Scope::Open)).respond(list(LIST), Err(TransportError::Timeout));
    assert!(ends(&feed) && feed.saved().is_none(), "what failed is not saved");
}

#[test]
fn a_turn_that_comes_late_changes_nothing() {
    let mut feed = Check::new(false);
    feed.dispatch(Event::ScopeRequested(Scope::Open)).respond(list(LIST), Ok(ok("[]")));
    feed.dispatch(Event::LockAcquired(None)).effects(&[]);
    assert_eq!(feed.effects, []);
}
