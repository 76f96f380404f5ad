use super::*;

fn after(reply: Reply) -> Check {
    let mut feed = Check::new(false);
    feed.tell(Event::Wanted(Scope::Open)).answered(list(LIST), reply);
    feed
}

fn status(status: u16) -> Answer {
    Answer { status, ..Answer::default() }
}

#[test]
fn each_has_its_name_and_may_be_tried_again() {
    let check = |reply: Reply, expected: Trouble, word: &str| {
        let mut feed = after(reply);
        assert_eq!((feed.state.trouble, expected.word()), (Some(expected), word));
        assert_eq!(feed.state.shown, None);
        assert!(!feed.state.is_waiting(), "{word} is not waiting");
        feed.sends(&[]);
        feed.tell(Event::Retried).sends(&[list(LIST)]);
        feed.answered(list(LIST), Ok(ok("[]")));
        assert_eq!(feed.state.trouble, None, "{word} is over");
    };
    check(Err(Silence::Unreachable), Trouble::Offline, "offline");
    check(Err(Silence::Timeout), Trouble::Timeout, "timeout");
    check(Ok(status(404)), Trouble::NotFound, "not-found");
    check(Ok(status(403)), Trouble::Server(403), "server");
    check(Ok(status(500)), Trouble::Server(500), "server");
    check(Ok(ok("<!doctype html>")), Trouble::Malformed, "malformed");
    check(Ok(ok("{}")), Trouble::Malformed, "malformed");
}

#[test]
fn over_the_limit_it_asks_once_after_the_reset_and_never_before() {
    let limited = Answer { retry_after: Some(600), ..status(429) };
    let mut feed = after(Ok(limited.clone()));
    let until = feed.now + TimeDelta::seconds(600);
    assert_eq!(feed.state.trouble, Some(Trouble::RateLimited(until)));
    feed.does(&[Effect::WakeAt(until)]);
    feed.now += TimeDelta::seconds(599);
    feed.tell(Event::Retried).sends(&[]);
    feed.tell(Event::Wanted(Scope::All)).sends(&[]);
    feed.now = until;
    feed.tell(Event::Retried).sends(&[list(WHOLE_LIST)]);
    feed.tell(Event::Retried).sends(&[]);
    feed.answered(list(WHOLE_LIST), Ok(limited)).does(&[Effect::WakeAt(until + TimeDelta::seconds(600))]);
}

#[test]
fn a_failing_refresh_removes_nothing() {
    let mut feed = after(Ok(Answer { remaining: Some(0), ..ok(&items(&[1])) }));
    for reply in [Err(Silence::Unreachable), Ok(status(500)), Ok(status(404)), Ok(ok("x"))] {
        feed.tell(Event::Retried).answered(list(LIST), reply).shows(Source::Live, &[1]);
        assert!(feed.state.trouble.is_some());
    }
}
