use super::*;

fn live() -> Check {
    let mut feed = Check::new(false);
    feed.tell(Event::Wanted(Scope::Open)).answered(list(LIST), Ok(ok("[]")));
    feed
}

fn minutes(minutes: i64) -> TimeDelta {
    TimeDelta::minutes(minutes)
}

#[test]
fn every_ten_minutes_while_somebody_looks() {
    let mut feed = live();
    feed.does(&[Effect::WakeAt(feed.now + minutes(10))]);
    feed.wait(minutes(9)).tell(Event::Woke);
    feed.does(&[Effect::WakeAt(feed.now + minutes(1))]);
    feed.wait(minutes(1)).tell(Event::Woke).sends(&[list(LIST)]);
    feed.tell(Event::Woke).sends(&[]);
    feed.answered(list(LIST), Ok(ok("[]")));
    feed.does(&[Effect::WakeAt(feed.now + minutes(10))]);
}

#[test]
fn out_of_sight_it_asks_nothing_and_catches_up_on_return() {
    let mut feed = live();
    feed.tell(Event::Seen(false)).wait(minutes(9)).tell(Event::Seen(true)).sends(&[]);
    feed.tell(Event::Seen(false)).wait(minutes(1)).tell(Event::Woke).does(&[]);
    feed.tell(Event::Online).does(&[]);
    feed.tell(Event::Seen(true)).sends(&[list(LIST)]);
}

#[test]
fn a_page_that_opens_out_of_sight_waits_for_its_reader() {
    let mut feed = Check::new(false);
    feed.tell(Event::Seen(false)).tell(Event::Wanted(Scope::Open)).does(&[]);
    assert!(feed.state.is_waiting());
    feed.tell(Event::Seen(true)).sends(&[list(LIST)]);
}

#[test]
fn after_faults_that_pass_the_wait_doubles_up_to_a_quarter_of_an_hour() {
    let status = |status| Ok(Answer { status, ..Answer::default() });
    for reply in [status(500), status(504), Err(Silence::Unreachable), Err(Silence::Timeout)] {
        let mut feed = live();
        feed.tell(Event::Retried);
        for wait in [1, 2, 4, 8, 15, 15] {
            feed.answered(list(LIST), reply.clone());
            feed.does(&[Effect::WakeAt(feed.now + minutes(wait))]);
            feed.wait(minutes(wait)).tell(Event::Woke).sends(&[list(LIST)]);
        }
        feed.answered(list(LIST), Ok(ok("[]"))).tell(Event::Retried).answered(list(LIST), reply.clone());
        feed.does(&[Effect::WakeAt(feed.now + minutes(1))]);
    }
}

#[test]
fn those_who_failed_together_do_not_come_back_together() {
    let wait = |millis| {
        let mut feed = live();
        feed.now += TimeDelta::milliseconds(millis);
        feed.tell(Event::Retried).answered(list(LIST), Err(Silence::Timeout));
        (feed.state.next_try().unwrap() - feed.now).num_milliseconds()
    };
    assert_eq!([wait(0), wait(500), wait(999)], [60_000, 66_000, 71_988]);
}

#[test]
fn what_would_be_the_same_again_is_not_tried_again() {
    for status in [400, 401, 403, 404, 410, 422, 451] {
        let mut feed = live();
        let refusal = Ok(Answer { status, ..Answer::default() });
        feed.tell(Event::Retried).answered(list(LIST), refusal).does(&[]);
        feed.wait(minutes(60)).tell(Event::Woke).does(&[]);
        feed.tell(Event::Seen(true)).does(&[]);
        feed.tell(Event::Online).does(&[]);
        feed.tell(Event::Retried).sends(&[list(LIST)]);
    }
}

#[test]
fn what_a_proxy_says_is_tried_again_after_ten_minutes() {
    let mut feed = live();
    feed.tell(Event::Retried).answered(list(LIST), Ok(ok("<html>")));
    feed.does(&[Effect::WakeAt(feed.now + minutes(10))]);
}

#[test]
fn a_connection_that_is_back_is_used_at_once() {
    let mut feed = live();
    feed.tell(Event::Online).does(&[]);
    feed.tell(Event::Retried).answered(list(LIST), Err(Silence::Unreachable));
    feed.tell(Event::Online).sends(&[list(LIST)]);
}

#[test]
fn a_lost_connection_costs_a_line_and_nothing_more() {
    let mut feed = live();
    feed.tell(Event::Offline).does(&[]);
    assert_eq!(feed.state.trouble, Some(Trouble::Offline));
    feed.wait(minutes(9)).tell(Event::Online).does(&[]);
    assert_eq!(feed.state.trouble, None);
    feed.tell(Event::Offline).wait(minutes(1)).tell(Event::Woke).sends(&[list(LIST)]);
    feed.answered(list(LIST), Err(Silence::Unreachable)).tell(Event::Online).sends(&[list(LIST)]);
}

#[test]
fn a_connection_that_is_back_does_not_lift_a_limit() {
    let mut feed = live();
    let limited = Answer { status: 429, retry_after: Some(600), ..Answer::default() };
    feed.tell(Event::Retried).answered(list(LIST), Ok(limited));
    feed.tell(Event::Online).does(&[]);
}

#[test]
fn a_clock_that_was_set_back_does_not_make_the_wait_endless() {
    let mut feed = live();
    let limited = Answer { status: 429, retry_after: Some(3600), ..Answer::default() };
    feed.tell(Event::Retried).answered(list(LIST), Ok(limited));
    feed.wait(TimeDelta::days(-1)).tell(Event::Woke).sends(&[list(LIST)]);
}
