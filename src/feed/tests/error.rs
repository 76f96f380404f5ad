use super::*;

fn after(result: Result<Response, TransportError>) -> Check {
    let mut feed = Check::new(false);
    feed.dispatch(Event::ScopeRequested(Scope::Open)).respond(list(LIST), result);
    feed
}

fn status(status: u16) -> Response {
    Response { status, ..Response::default() }
}

#[test]
fn every_failure_has_its_error_and_can_be_retried() {
    let check = |result: Result<Response, TransportError>, expected: FeedError, word: &str| {
        let mut feed = after(result);
        assert_eq!((feed.state.error, expected.as_str()), (Some(expected), word));
        assert_eq!(feed.state.shown, None);
        assert!(!feed.state.is_loading(), "{word} is not loading");
        feed.requests(&[]);
        feed.dispatch(Event::RefreshClicked).requests(&[list(LIST)]);
        feed.respond(list(LIST), Ok(ok("[]")));
        assert_eq!(feed.state.error, None, "{word} is cleared");
    };
    check(Err(TransportError::Unreachable), FeedError::Unreachable, "offline");
    check(Err(TransportError::Timeout), FeedError::Timeout, "timeout");
    check(Ok(status(404)), FeedError::NotFound, "not-found");
    check(Ok(status(403)), FeedError::Status(403), "server");
    check(Ok(status(500)), FeedError::Status(500), "server");
    check(Ok(ok("<!doctype html>")), FeedError::InvalidResponse, "malformed");
    check(Ok(ok("{}")), FeedError::InvalidResponse, "malformed");
}

#[test]
fn a_rate_limit_allows_one_request_after_its_end_and_none_before() {
    let limited = Response { retry_after: Some(600), ..status(429) };
    let mut feed = after(Ok(limited.clone()));
    let until = feed.now + TimeDelta::seconds(600);
    assert_eq!(feed.state.error, Some(FeedError::RateLimited(until)));
    feed.effects(&[Effect::SetTimer(until)]);
    feed.now += TimeDelta::seconds(599);
    feed.dispatch(Event::RefreshClicked).requests(&[]);
    feed.dispatch(Event::ScopeRequested(Scope::All)).requests(&[]);
    feed.now = until;
    feed.dispatch(Event::RefreshClicked).requests(&[list(WHOLE_LIST)]);
    feed.dispatch(Event::RefreshClicked).requests(&[]);
    feed.respond(list(WHOLE_LIST), Ok(limited)).effects(&[Effect::SetTimer(until + TimeDelta::seconds(600))]);
}

#[test]
fn a_secondary_rate_limit_without_headers_is_waited_for_twice_as_long_each_time() {
    let body = r#"{"message": "You have exceeded a secondary rate limit."}"#;
    for limited in [Response { body: body.to_owned(), ..status(403) }, status(429)] {
        let mut feed = after(Ok(limited.clone()));
        for seconds in [60, 120, 240, 480, 900, 900] {
            let until = feed.now + TimeDelta::seconds(seconds);
            assert_eq!(feed.state.error, Some(FeedError::RateLimited(until)), "after {seconds} s");
            feed.effects(&[Effect::SetTimer(until)]);
            feed.now = until;
            feed.dispatch(Event::TimerFired).requests(&[list(LIST)]).respond(list(LIST), Ok(limited.clone()));
        }
        feed.now += TimeDelta::minutes(15);
        feed.dispatch(Event::TimerFired).respond(list(LIST), Ok(ok("[]")));
        assert_eq!(feed.state.error, None);
        feed.dispatch(Event::RefreshClicked).respond(list(LIST), Ok(limited));
        let until = feed.now + TimeDelta::seconds(60);
        assert_eq!(feed.state.error, Some(FeedError::RateLimited(until)), "a success ends the doubling");
    }
}

#[test]
fn a_failed_refresh_keeps_the_shown_proposals() {
    let mut feed = after(Ok(Response { remaining: Some(0), ..ok(&items(&[1])) }));
    for result in [Err(TransportError::Unreachable), Ok(status(500)), Ok(status(404)), Ok(ok("x"))] {
        feed.dispatch(Event::RefreshClicked).respond(list(LIST), result).shows(Source::Live, &[1]);
        assert!(feed.state.error.is_some());
    }
}
