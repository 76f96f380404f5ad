use super::*;

fn live() -> Check {
    let mut feed = Check::new(false);
    feed.dispatch(Event::ScopeRequested(Scope::Open)).respond(list(LIST), Ok(ok("[]")));
    feed
}

fn minutes(minutes: i64) -> TimeDelta {
    TimeDelta::minutes(minutes)
}

#[test]
fn every_ten_minutes_while_somebody_looks() {
    let mut feed = live();
    feed.effects(&[Effect::SetTimer(feed.now + minutes(10))]);
    feed.advance(minutes(9)).dispatch(Event::TimerFired);
    feed.effects(&[Effect::SetTimer(feed.now + minutes(1))]);
    feed.advance(minutes(1)).dispatch(Event::TimerFired).requests(&[list(LIST)]);
    feed.dispatch(Event::TimerFired).requests(&[]);
    feed.respond(list(LIST), Ok(ok("[]")));
    feed.effects(&[Effect::SetTimer(feed.now + minutes(10))]);
}

#[test]
fn out_of_sight_it_asks_nothing_and_catches_up_on_return() {
    let mut feed = live();
    feed.dispatch(Event::VisibilityChanged(false))
        .advance(minutes(9))
        .dispatch(Event::VisibilityChanged(true))
        .requests(&[]);
    feed.dispatch(Event::VisibilityChanged(false))
        .advance(minutes(1))
        .dispatch(Event::TimerFired)
        .effects(&[]);
    feed.dispatch(Event::Online).effects(&[]);
    feed.dispatch(Event::VisibilityChanged(true)).requests(&[list(LIST)]);
}

#[test]
fn a_page_that_opens_out_of_sight_waits_for_its_reader() {
    let mut feed = Check::new(false);
    feed.dispatch(Event::VisibilityChanged(false)).dispatch(Event::ScopeRequested(Scope::Open)).effects(&[]);
    assert!(feed.state.is_loading());
    feed.dispatch(Event::VisibilityChanged(true)).requests(&[list(LIST)]);
}

#[test]
fn after_faults_that_pass_the_wait_doubles_up_to_a_quarter_of_an_hour() {
    let status = |status| Ok(Response { status, ..Response::default() });
    for reply in [status(500), status(504), Err(TransportError::Unreachable), Err(TransportError::Timeout)] {
        let mut feed = live();
        feed.dispatch(Event::RefreshClicked);
        for wait in [1, 2, 4, 8, 15, 15] {
            feed.respond(list(LIST), reply.clone());
            feed.effects(&[Effect::SetTimer(feed.now + minutes(wait))]);
            feed.advance(minutes(wait)).dispatch(Event::TimerFired).requests(&[list(LIST)]);
        }
        feed.respond(list(LIST), Ok(ok("[]")))
            .dispatch(Event::RefreshClicked)
            .respond(list(LIST), reply.clone());
        feed.effects(&[Effect::SetTimer(feed.now + minutes(1))]);
    }
}

#[test]
fn those_who_failed_together_do_not_come_back_together() {
    let wait = |millis| {
        let mut feed = live();
        feed.now += TimeDelta::milliseconds(millis);
        feed.dispatch(Event::RefreshClicked).respond(list(LIST), Err(TransportError::Timeout));
        (feed.state.next_request_at().unwrap() - feed.now).num_milliseconds()
    };
    assert_eq!([wait(0), wait(500), wait(999)], [60_000, 66_000, 71_988]);
}

#[test]
fn what_would_be_the_same_again_is_not_tried_again() {
    for status in [400, 401, 403, 404, 410, 422, 451] {
        let mut feed = live();
        let refusal = Ok(Response { status, ..Response::default() });
        feed.dispatch(Event::RefreshClicked).respond(list(LIST), refusal).effects(&[]);
        feed.advance(minutes(60)).dispatch(Event::TimerFired).effects(&[]);
        feed.dispatch(Event::VisibilityChanged(true)).effects(&[]);
        feed.dispatch(Event::Online).effects(&[]);
        feed.dispatch(Event::RefreshClicked).requests(&[list(LIST)]);
    }
}

#[test]
fn what_a_proxy_says_is_tried_again_after_ten_minutes() {
    let mut feed = live();
    feed.dispatch(Event::RefreshClicked).respond(list(LIST), Ok(ok("<html>")));
    feed.effects(&[Effect::SetTimer(feed.now + minutes(10))]);
}

#[test]
fn a_connection_that_is_back_is_used_at_once() {
    let mut feed = live();
    feed.dispatch(Event::Online).effects(&[]);
    feed.dispatch(Event::RefreshClicked).respond(list(LIST), Err(TransportError::Unreachable));
    feed.dispatch(Event::Online).requests(&[list(LIST)]);
}

#[test]
fn a_lost_connection_costs_a_line_and_nothing_more() {
    let mut feed = live();
    feed.dispatch(Event::Offline).effects(&[]);
    assert_eq!(feed.state.error, Some(FeedError::Unreachable));
    feed.advance(minutes(9)).dispatch(Event::Online).effects(&[]);
    assert_eq!(feed.state.error, None);
    feed.dispatch(Event::Offline).advance(minutes(1)).dispatch(Event::TimerFired).requests(&[list(LIST)]);
    feed.respond(list(LIST), Err(TransportError::Unreachable))
        .dispatch(Event::Online)
        .requests(&[list(LIST)]);
}

#[test]
fn a_connection_that_is_back_does_not_lift_a_limit() {
    let mut feed = live();
    let limited = Response { status: 429, retry_after: Some(600), ..Response::default() };
    feed.dispatch(Event::RefreshClicked).respond(list(LIST), Ok(limited));
    feed.dispatch(Event::Online).effects(&[]);
}

#[test]
fn a_clock_that_was_set_back_does_not_make_the_wait_endless() {
    let mut feed = live();
    let limited = Response { status: 429, retry_after: Some(3600), ..Response::default() };
    feed.dispatch(Event::RefreshClicked).respond(list(LIST), Ok(limited));
    feed.advance(TimeDelta::days(-1)).dispatch(Event::TimerFired).requests(&[list(LIST)]);
}
