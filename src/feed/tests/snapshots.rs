use super::*;

const ALL: [u32; 16] = [18, 17, 16, 15, 14, 13, 12, 11, 10, 9, 8, 6, 5, 4, 3, 2];

/// Returns a feed that has requested the snapshot and the list.
fn opened() -> Check {
    let mut feed = Check::new(true);
    feed.dispatch(Event::ScopeRequested(Scope::Open)).requests(&[Request::Snapshot, list(LIST)]);
    feed
}

#[test]
fn the_snapshot_is_shown_until_the_list_arrives() {
    let mut feed = opened();
    feed.respond(Request::Snapshot, Ok(ok(SNAPSHOT))).requests(&[]).shows(Source::Snapshot, &ALL);
    feed.respond(list(LIST), Ok(ok(&items(&[1])))).shows(Source::Live, &[1]);
}

#[test]
fn the_snapshot_stays_if_the_list_fails() {
    for snapshot_first in [true, false] {
        let mut feed = opened();
        if snapshot_first {
            feed.respond(Request::Snapshot, Ok(ok(SNAPSHOT)));
            feed.respond(list(LIST), Err(TransportError::Unreachable));
        } else {
            feed.respond(list(LIST), Err(TransportError::Unreachable));
            assert!(feed.state.is_loading(), "the snapshot may still come");
            feed.respond(Request::Snapshot, Ok(ok(SNAPSHOT)));
        }
        feed.shows(Source::Snapshot, &ALL);
        assert_eq!(feed.state.error, Some(FeedError::Unreachable));
    }
}

#[test]
fn a_late_snapshot_still_provides_its_documents() {
    let mut feed = opened();
    let recorded = include_str!("../../../tests/fixtures/issues.json");
    feed.respond(list(LIST), Ok(ok(recorded))).requests(&[]);
    feed.respond(Request::Snapshot, Ok(ok(SNAPSHOT))).requests(&[]).shows(Source::Live, &ALL);
    let shown = feed.state.shown.as_ref().unwrap();
    let sigs: Vec<&str> = shown.proposals[0].sigs.iter().map(|sig| sig.slug.as_str()).collect();
    assert_eq!(sigs, ["build-system", "altarch"]);
}

#[test]
fn the_snapshot_is_not_replaced_by_the_first_page_of_a_list() {
    let mut feed = opened();
    feed.respond(Request::Snapshot, Ok(ok(SNAPSHOT)));
    let link = Some(r#"<https://api.github.com/2>; rel="next""#.to_owned());
    feed.respond(list(LIST), Ok(Response { link, ..ok(&items(&[1])) })).shows(Source::Snapshot, &ALL);
    feed.respond(list("https://api.github.com/2"), Ok(ok(&items(&[2])))).shows(Source::Live, &[2, 1]);
}

/// Responds to a list request with pages that never end: a `next` link to another host, or more pages than are read.
fn respond_in_part(feed: &mut Check, number: u32, first: &str, next: &str) {
    let page = |next: &str| {
        Ok(Response {
            link: Some(format!(r#"<{next}>; rel="next""#)),
            remaining: Some(0),
            ..ok(&items(&[number]))
        })
    };
    feed.respond(list(first), page(next));
    for _ in 1..10 {
        feed.respond(list(next), page(next));
    }
}

#[test]
fn a_list_that_stops_early_keeps_what_the_complete_one_has_more() {
    for next in ["https://evil.example/2", "https://api.github.com/more"] {
        let mut feed = opened();
        feed.respond(Request::Snapshot, Ok(ok(SNAPSHOT)));
        respond_in_part(&mut feed, 18, LIST, next);
        feed.shows(Source::Live, &ALL);
        let shown = feed.state.shown.clone().unwrap();
        assert!(shown.incomplete, "the page says that the list is partial");
        assert_eq!(shown.proposals[0].title, "18", "the live list comes first");
        // Nor does the first page of the next one remove any.
        let link = Some(r#"<https://api.github.com/2>; rel="next""#.to_owned());
        feed.dispatch(Event::RefreshClicked);
        feed.respond(list(LIST), Ok(Response { link, ..ok(&items(&[19])) }));
        let more: Vec<u32> = [19].into_iter().chain(ALL).collect();
        feed.shows(Source::Live, &more);
        feed.respond(list("https://api.github.com/2"), Ok(ok(&items(&[17])))).shows(Source::Live, &[19, 17]);
        assert!(!feed.state.shown.as_ref().unwrap().incomplete);
    }
}

#[test]
fn a_live_list_that_stops_early_keeps_the_live_one_before() {
    let mut feed = Check::new(false);
    feed.dispatch(Event::ScopeRequested(Scope::All)).respond(list(WHOLE_LIST), Ok(ok(&items(&[3, 2, 1]))));
    feed.dispatch(Event::RefreshClicked);
    respond_in_part(&mut feed, 4, WHOLE_LIST, "https://api.github.com/more");
    feed.shows(Source::Live, &[4, 3, 2, 1]);
    assert!(feed.state.shown.as_ref().unwrap().incomplete);
    // The saved copy has all of them, and says that there may be more.
    assert!(feed.saved().unwrap().contains(r#""incomplete":true"#));
}

#[test]
fn a_snapshot_without_a_list_is_not_an_empty_one() {
    let file = |proposals: &str| {
        ok(&format!(
            r#"{{"schema": 3, "repository": "AlmaLinux/ALESCo", "made_at": "2026-09-01T00:00:00Z"{proposals}}}"#
        ))
    };
    let mut feed = opened();
    feed.respond(list(LIST), Err(TransportError::Unreachable));
    feed.respond(Request::Snapshot, Ok(file(r#", "proposals": []"#))).shows(Source::Snapshot, &[]);
    for proposals in ["", r#", "proposals": null"#, r#", "proposals": {}"#, r#", "proposals": [null]"#] {
        let mut feed = opened();
        feed.respond(list(LIST), Err(TransportError::Unreachable));
        feed.respond(Request::Snapshot, Ok(file(proposals)));
        feed.effects(&[Effect::WarnSnapshot("none of its proposals can be read".to_owned())]);
        assert_eq!(feed.state.shown, None, "{proposals}");
    }
}

#[test]
fn a_snapshot_that_cannot_be_used_is_logged_and_stops_nothing() {
    for (reply, reason) in [
        (Err(TransportError::Unreachable), "offline"),
        (Ok(Response { status: 404, ..Response::default() }), "not-found"),
        (Ok(ok("<html>")), "it is not JSON: expected value at line 1 column 1"),
    ] {
        let mut feed = opened();
        feed.respond(list(LIST), Ok(ok(&items(&[1])))).requests(&[]);
        feed.respond(Request::Snapshot, reply);
        feed.effects(&[Effect::WarnSnapshot(reason.to_owned()), Effect::Send(Request::Files(1))]);
    }
}

#[test]
fn the_snapshot_is_requested_once() {
    let mut feed = opened();
    feed.respond(Request::Snapshot, Err(TransportError::Unreachable))
        .respond(list(LIST), Err(TransportError::Timeout));
    feed.dispatch(Event::RefreshClicked).requests(&[list(LIST)]);
}
