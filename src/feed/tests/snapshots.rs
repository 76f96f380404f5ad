use super::*;

const ALL: [u32; 16] = [18, 17, 16, 15, 14, 13, 12, 11, 10, 9, 8, 6, 5, 4, 3, 2];

fn opened() -> Check {
    let mut feed = Check::new(true);
    feed.tell(Event::Wanted(Scope::Open)).sends(&[Request::Snapshot, list(LIST)]);
    feed
}

#[test]
fn is_on_the_screen_until_something_fresher_is() {
    let mut feed = opened();
    feed.answered(Request::Snapshot, Ok(ok(SNAPSHOT))).sends(&[]).shows(Source::Snapshot, &ALL);
    feed.answered(list(LIST), Ok(ok(&items(&[1])))).shows(Source::Live, &[1]);
}

#[test]
fn stays_when_github_fails() {
    for snapshot_first in [true, false] {
        let mut feed = opened();
        if snapshot_first {
            feed.answered(Request::Snapshot, Ok(ok(SNAPSHOT)));
            feed.answered(list(LIST), Err(Silence::Unreachable));
        } else {
            feed.answered(list(LIST), Err(Silence::Unreachable));
            assert!(feed.state.is_waiting(), "the snapshot may still come");
            feed.answered(Request::Snapshot, Ok(ok(SNAPSHOT)));
        }
        feed.shows(Source::Snapshot, &ALL);
        assert_eq!(feed.state.trouble, Some(Trouble::Offline));
    }
}

#[test]
fn comes_too_late_for_the_screen_but_not_for_the_documents() {
    let mut feed = opened();
    let recorded = include_str!("../../../tests/fixtures/issues.json");
    feed.answered(list(LIST), Ok(ok(recorded))).sends(&[]);
    feed.answered(Request::Snapshot, Ok(ok(SNAPSHOT))).sends(&[]).shows(Source::Live, &ALL);
    let shown = feed.state.shown.as_ref().unwrap();
    let sigs: Vec<&str> = shown.proposals[0].sigs.iter().map(|sig| sig.slug.as_str()).collect();
    assert_eq!(sigs, ["build-system", "altarch"]);
}

#[test]
fn is_not_exchanged_for_the_beginning_of_a_list() {
    let mut feed = opened();
    feed.answered(Request::Snapshot, Ok(ok(SNAPSHOT)));
    let link = Some(r#"<https://api.github.com/2>; rel="next""#.to_owned());
    feed.answered(list(LIST), Ok(Answer { link, ..ok(&items(&[1])) })).shows(Source::Snapshot, &ALL);
    feed.answered(list("https://api.github.com/2"), Ok(ok(&items(&[2])))).shows(Source::Live, &[2, 1]);
}

#[test]
fn one_that_is_of_no_use_is_reported_and_holds_nothing_up() {
    for (reply, reason) in [
        (Err(Silence::Unreachable), "offline"),
        (Ok(Answer { status: 404, ..Answer::default() }), "not-found"),
        (Ok(ok("<html>")), "it has no schema"),
    ] {
        let mut feed = opened();
        feed.answered(list(LIST), Ok(ok(&items(&[1])))).sends(&[]);
        feed.answered(Request::Snapshot, reply);
        feed.does(&[Effect::ReportSnapshot(reason.to_owned()), Effect::Send(Request::Files(1))]);
    }
}

#[test]
fn is_asked_for_once() {
    let mut feed = opened();
    feed.answered(Request::Snapshot, Err(Silence::Unreachable)).answered(list(LIST), Err(Silence::Timeout));
    feed.tell(Event::Retried).sends(&[list(LIST)]);
}
