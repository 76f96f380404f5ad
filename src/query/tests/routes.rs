//! The views of the standalone page in the URL.

use super::*;
use crate::query::route::Route;

fn parsed(params: &[(&'static str, &str)]) -> (Route, Vec<&'static str>) {
    let params: Vec<_> = params.iter().map(|(key, value)| (*key, (*value).to_owned())).collect();
    let (route, invalid) = Route::parse(&params);
    (route, invalid.iter().map(|param| param.key).collect())
}

#[test]
fn each_view_has_its_parameters_and_what_is_invalid_is_said() {
    let check = |params: &[(&'static str, &str)], route: Route, invalid: &[&str]| {
        assert_eq!(parsed(params), (route, invalid.to_vec()), "{params:?}");
    };
    let meeting = Route::Meeting(Baseline::LastMeeting);
    check(&[], Route::List, &[]);
    check(&[("proposal", "18")], Route::Proposal(18), &[]);
    check(&[("proposal", "x")], Route::List, &[]);
    check(&[("view", "decisions")], Route::Decisions, &[]);
    check(&[("view", "meeting")], meeting, &[]);
    check(&[("view", "meeting"), ("since", "14d")], Route::Meeting(Baseline::Days(14)), &[]);
    check(&[("view", "meeting"), ("since", "soon")], meeting, &["since"]);
    check(&[("view", "board")], Route::List, &["view"]);
    check(&[("view", "meeting"), ("proposal", "18")], Route::Proposal(18), &[]);
    check(&[("since", "14d")], Route::List, &[]);
}

#[test]
fn a_route_is_the_same_after_encoding_and_parsing() {
    let day = Baseline::Day(crate::proposal::parse_date("2026-07-16").unwrap());
    let meetings = [Baseline::LastMeeting, day, Baseline::Days(14)].map(Route::Meeting);
    for route in [Route::List, Route::Proposal(18), Route::Decisions].into_iter().chain(meetings) {
        assert_eq!(Route::parse(&route.encode()), (route, vec![]));
    }
}
