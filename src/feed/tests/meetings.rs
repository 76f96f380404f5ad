//! The meetings in the site's snapshot.

use super::*;

const WITH_MEETINGS: &str = include_str!("../../../snapshot/proposals.json");

fn count(check: &Check) -> Option<usize> {
    match &check.state.meetings {
        Meetings::Loaded(meetings) => Some(meetings.len()),
        _ => None,
    }
}

#[test]
fn meetings_come_from_the_snapshot_that_is_requested_for_the_list() {
    let mut check = Check::new(true);
    check.dispatch(Event::ScopeRequested(Scope::All)).dispatch(Event::MeetingsRequested).requests(&[]);
    assert_eq!(check.state.meetings, Meetings::Loading);
    check.respond(Request::Snapshot, Ok(ok(WITH_MEETINGS))).dispatch(Event::MeetingsRequested).requests(&[]);
    assert_eq!(count(&check), Some(28));
}

#[test]
fn a_snapshot_in_the_page_has_no_meetings_so_the_file_is_requested_for_them() {
    let mut check = Check::new(true);
    check.respond(Request::Snapshot, Ok(ok(SNAPSHOT)));
    assert_eq!(check.state.meetings, Meetings::NotRequested);
    check.dispatch(Event::MeetingsRequested).requests(&[Request::Snapshot]);
    check.respond(Request::Snapshot, Ok(ok(WITH_MEETINGS)));
    assert_eq!(count(&check), Some(28));
    check.respond(Request::Snapshot, Ok(ok(SNAPSHOT)));
    assert_eq!(count(&check), Some(28), "meetings that are known stay");
}

#[test]
fn meetings_are_unavailable_without_a_snapshot_and_can_be_requested_again() {
    let mut check = Check::new(false);
    check.dispatch(Event::MeetingsRequested).requests(&[]);
    assert_eq!(check.state.meetings, Meetings::Unavailable);
    let mut check = Check::new(true);
    check.dispatch(Event::MeetingsRequested).requests(&[Request::Snapshot]);
    check.respond(Request::Snapshot, Err(TransportError::Unreachable));
    assert_eq!(check.state.meetings, Meetings::Unavailable);
    check.dispatch(Event::MeetingsRequested).requests(&[Request::Snapshot]);
    check.respond(Request::Snapshot, Ok(ok(SNAPSHOT)));
    assert_eq!(check.state.meetings, Meetings::Unavailable, "a snapshot without meetings");
}
