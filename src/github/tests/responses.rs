use super::*;
use crate::proposal::Time;
use chrono::TimeDelta;
use proptest::prelude::*;

fn now() -> Time {
    Time::from_timestamp(1_000_000, 0).unwrap()
}

#[test]
fn a_status_is_an_error_unless_it_is_2xx() {
    let check = |response: Response, expected: Option<ApiError>| {
        assert_eq!(response.error(0, now()), expected, "{response:?}");
    };
    let response = |status| Response { status, ..Response::default() };
    let limited = |seconds| Some(ApiError::RateLimited(now() + TimeDelta::seconds(seconds)));
    check(response(200), None);
    check(Response { remaining: Some(0), ..response(200) }, None);
    check(response(404), Some(ApiError::NotFound));
    check(response(410), Some(ApiError::NotFound));
    check(response(403), Some(ApiError::Status(403)));
    check(Response { remaining: Some(7), ..response(403) }, Some(ApiError::Status(403)));
    check(response(500), Some(ApiError::Status(500)));
    check(response(451), Some(ApiError::Status(451)));
    check(response(429), limited(60));
    check(Response { retry_after: Some(90), ..response(429) }, limited(90));
    check(Response { retry_after: Some(90), ..response(403) }, limited(90));
    check(Response { remaining: Some(0), reset: Some(1_000_600), ..response(403) }, limited(600));
    check(Response { remaining: Some(0), ..response(403) }, limited(3600));
}

#[test]
fn a_rate_limit_without_headers_is_known_by_its_body() {
    let check = |status, body: &str, expected: &[i64]| {
        for (failures, wait) in (0..).zip(expected) {
            let response = Response { status, body: body.to_owned(), ..Response::default() };
            let until = now() + TimeDelta::seconds(*wait);
            assert_eq!(
                response.error(failures, now()),
                Some(ApiError::RateLimited(until)),
                "{body} {failures}"
            );
        }
    };
    let waits = [60, 120, 240, 480, 900, 900, 900];
    check(
        403,
        r#"{"message": "You have exceeded a secondary rate limit. Please wait a few minutes."}"#,
        &waits,
    );
    check(403, r#"{"message": "API rate limit exceeded for 192.0.2.1."}"#, &waits);
    check(403, "You have triggered an abuse detection mechanism.", &waits);
    check(429, "", &waits);
    check(429, "<html>Too many requests</html>", &waits);
    for (status, body) in [(403, "Resource not accessible by integration"), (403, ""), (404, "rate limit")] {
        let response = Response { status, body: body.to_owned(), ..Response::default() };
        assert!(!matches!(response.error(0, now()), Some(ApiError::RateLimited(_))), "{status} {body}");
    }
    let response = Response { status: 429, ..Response::default() };
    assert_eq!(response.error(u32::MAX, now()), Some(ApiError::RateLimited(now() + TimeDelta::seconds(900))));
}

#[test]
fn a_wrong_clock_makes_the_wait_neither_endless_nor_zero() {
    let wait = |reset| {
        let response =
            Response { status: 403, remaining: Some(0), reset: Some(reset), ..Response::default() };
        match response.error(0, now()) {
            Some(ApiError::RateLimited(until)) => (until - now()).num_seconds(),
            other => panic!("{other:?}"),
        }
    };
    assert_eq!(wait(0), 3600);
    assert_eq!(wait(i64::MIN), 3600);
    assert_eq!(wait(1_000_000 - 61), 3600);
    assert_eq!(wait(1_000_000 - 60), 60);
    assert_eq!(wait(1_000_000 + 1), 60);
    assert_eq!(wait(1_000_000 + 86_400), 3600);
    assert_eq!(wait(i64::MAX), 3600);
}

#[test]
fn a_request_is_counted_later_with_fewer_left_or_in_a_later_hour() {
    let count = |reset, remaining| {
        let response =
            Response { status: 200, reset: Some(reset), remaining: Some(remaining), ..Response::default() };
        response.request_count().unwrap()
    };
    assert!(count(3600, 54) > count(3600, 55));
    assert!(count(7200, 4999) > count(3600, 0));
    assert_eq!(count(3600, 55), count(3600, 55), "the same response");
}

#[test]
fn only_a_successful_response_with_both_headers_is_counted() {
    let check = |status, reset, remaining, is_counted| {
        let response = Response { status, reset, remaining, ..Response::default() };
        assert_eq!(response.request_count().is_some(), is_counted, "{response:?}");
    };
    check(200, Some(3600), Some(55), true);
    check(200, Some(i64::MAX), Some(u32::MAX), true);
    check(403, Some(3600), Some(0), false);
    check(200, None, Some(55), false);
    check(200, Some(3600), None, false);
}

proptest! {
    #[test]
    fn a_rate_limit_lasts_a_minute_to_an_hour_whatever_the_headers(
        status in 400..600u16,
        remaining: Option<u32>,
        reset: Option<i64>,
        retry_after: Option<i64>,
        failures: u32,
        now in 0..253_402_300_000i64,
    ) {
        let now = Time::from_timestamp(now, 0).unwrap();
        let response = Response { status, remaining, reset, retry_after, ..Response::default() };
        match response.error(failures, now) {
            Some(ApiError::RateLimited(until)) => {
                prop_assert!((60..=3600).contains(&(until - now).num_seconds()));
            }
            Some(ApiError::NotFound | ApiError::Status(_)) => {}
            None => prop_assert!(false, "{status} is an error"),
        }
    }
}
