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
fn after_2038_and_2106_the_list_is_requested_and_polled_as_before() {
    // One second before a signed and an unsigned time of 32 bits end, and far behind.
    for seconds in [i64::from(i32::MAX) - 1, i64::from(u32::MAX) - 1, 32_503_680_000] {
        let mut feed = Check::new(false);
        feed.now = Time::from_timestamp(seconds, 0).unwrap();
        feed.dispatch(Event::ScopeRequested(Scope::Open)).respond(list(LIST), Ok(ok(&items(&[1]))));
        let copy = feed.saved().unwrap();
        let due = feed.now + TimeDelta::minutes(10);
        assert_eq!(feed.state.next_request_at(), Some(due));
        feed.now = due;
        feed.dispatch(Event::TimerFired).requests(&[list(LIST)]);
        let until = due.timestamp() + 600;
        let limited = Response { status: 403, remaining: Some(0), reset: Some(until), ..Response::default() };
        feed.respond(list(LIST), Ok(limited));
        assert_eq!(feed.state.error, Some(FeedError::RateLimited(Time::from_timestamp(until, 0).unwrap())));
        let mut next_visit = Check::new(false);
        next_visit.now = due;
        next_visit.dispatch(Event::SavedCopyLoaded(copy)).shows(Source::Saved, &[1]);
        assert_eq!(next_visit.state.shown.as_ref().unwrap().as_of.timestamp(), seconds);
    }
}

#[test]
fn a_visible_page_polls_every_ten_minutes() {
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
fn a_hidden_page_requests_nothing_until_it_is_visible_again() {
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
fn a_page_opened_in_the_background_waits_until_it_is_visible() {
    let mut feed = Check::new(false);
    feed.dispatch(Event::VisibilityChanged(false)).dispatch(Event::ScopeRequested(Scope::Open)).effects(&[]);
    assert!(feed.state.is_loading());
    feed.dispatch(Event::VisibilityChanged(true)).requests(&[list(LIST)]);
}

#[test]
fn after_transient_errors_the_delay_doubles_up_to_fifteen_minutes() {
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
fn clients_that_failed_together_retry_at_different_times() {
    let wait = |millis| {
        let mut feed = live();
        feed.now += TimeDelta::milliseconds(millis);
        feed.dispatch(Event::RefreshClicked).respond(list(LIST), Err(TransportError::Timeout));
        (feed.state.next_request_at().unwrap() - feed.now).num_milliseconds()
    };
    assert_eq!([wait(0), wait(500), wait(999)], [60_000, 66_000, 71_988]);
}

#[test]
fn permanent_errors_are_not_retried() {
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
fn an_invalid_response_is_retried_after_ten_minutes() {
    let mut feed = live();
    feed.dispatch(Event::RefreshClicked).respond(list(LIST), Ok(ok("<html>")));
    feed.effects(&[Effect::SetTimer(feed.now + minutes(10))]);
}

#[test]
fn a_restored_connection_is_used_at_once() {
    let mut feed = live();
    feed.dispatch(Event::Online).effects(&[]);
    feed.dispatch(Event::RefreshClicked).respond(list(LIST), Err(TransportError::Unreachable));
    feed.dispatch(Event::Online).requests(&[list(LIST)]);
}

#[test]
fn a_lost_connection_is_only_reported() {
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
fn a_restored_connection_does_not_lift_a_rate_limit() {
    let mut feed = live();
    let limited = Response { status: 429, retry_after: Some(600), ..Response::default() };
    feed.dispatch(Event::RefreshClicked).respond(list(LIST), Ok(limited));
    feed.dispatch(Event::Online).effects(&[]);
}

#[test]
fn a_clock_set_back_does_not_make_the_delay_endless() {
    let mut feed = live();
    let limited = Response { status: 429, retry_after: Some(3600), ..Response::default() };
    feed.dispatch(Event::RefreshClicked).respond(list(LIST), Ok(limited));
    feed.advance(TimeDelta::days(-1)).dispatch(Event::TimerFired).requests(&[list(LIST)]);
}
