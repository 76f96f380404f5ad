use super::copies::copy;
use super::*;

/// A tab that waits for another one.
fn waiting() -> Check {
    let mut feed = Check::new(false);
    feed.is_crowded = true;
    feed.tell(Event::Wanted(Scope::Open)).sends(&[]);
    assert_eq!(feed.effects, [Effect::TakeTurn]);
    assert!(feed.state.is_waiting());
    feed
}

#[test]
fn the_second_finds_what_the_first_has_saved() {
    let mut feed = waiting();
    let saved = copy(Scope::Open, &[1], TimeDelta::seconds(2));
    feed.tell(Event::TurnCame(Some(saved))).sends(&[]).shows(Source::Saved, &[1]);
    assert_eq!(feed.effects.last(), Some(&Effect::EndTurn));
    assert!(!feed.state.is_waiting());
}

#[test]
fn it_asks_where_the_first_got_nothing_or_less() {
    for saved in [None, Some(Value::Nothing), Some(copy(Scope::Open, &[1], TimeDelta::minutes(5)))] {
        waiting().tell(Event::TurnCame(saved)).sends(&[list(LIST)]);
    }
    let mut feed = waiting();
    feed.tell(Event::Wanted(Scope::All));
    assert_eq!(feed.effects, [], "the turn is asked for once");
    let saved = copy(Scope::Open, &[1], TimeDelta::zero());
    feed.tell(Event::TurnCame(Some(saved))).sends(&[list(WHOLE_LIST)]).shows(Source::Saved, &[1]);
}

#[test]
fn a_refresh_by_hand_takes_what_another_tab_has_just_got() {
    let mut feed = Check::new(false);
    feed.tell(Event::Wanted(Scope::Open)).answered(list(LIST), Ok(ok("[]")));
    feed.is_crowded = true;
    let saved = copy(Scope::Open, &[1], TimeDelta::minutes(-1));
    feed.wait(TimeDelta::minutes(2)).tell(Event::Retried).tell(Event::TurnCame(Some(saved)));
    feed.sends(&[]).shows(Source::Saved, &[1]);
}

#[test]
fn what_another_tab_saves_is_shown_and_ends_the_trouble() {
    let mut feed = Check::new(false);
    feed.tell(Event::Wanted(Scope::Open)).answered(list(LIST), Err(Silence::Timeout));
    feed.tell(Event::Recalled(copy(Scope::Open, &[1], TimeDelta::zero()))).shows(Source::Saved, &[1]);
    assert_eq!(feed.state.trouble, None);
    assert_eq!(feed.state.next_try(), Some(feed.now + TimeDelta::minutes(10)));
}

#[test]
fn the_turn_lasts_until_the_documents_are_read() {
    let mut feed = Check::new(false);
    let ends = |feed: &Check| feed.effects.contains(&Effect::EndTurn);
    feed.tell(Event::Wanted(Scope::Open)).answered(list(LIST), Ok(ok(&items(&[1]))));
    assert!(!ends(&feed) && feed.saved().is_some(), "the list is saved at once");
    feed.answered(Request::Files(1), Ok(files("0009")));
    assert!(ends(&feed) && feed.saved().is_some(), "and once more with its documents");
    let mut feed = Check::new(false);
    feed.tell(Event::Wanted(Scope::Open)).answered(list(LIST), Err(Silence::Timeout));
    assert!(ends(&feed) && feed.saved().is_none(), "what failed is not saved");
}

#[test]
fn a_turn_that_comes_late_changes_nothing() {
    let mut feed = Check::new(false);
    feed.tell(Event::Wanted(Scope::Open)).answered(list(LIST), Ok(ok("[]")));
    feed.tell(Event::TurnCame(None)).does(&[]);
    assert_eq!(feed.effects, []);
}
