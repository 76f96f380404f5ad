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
