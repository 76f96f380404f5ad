use super::*;

fn rfc(feed: &Check, number: u32) -> Option<String> {
    let shown = feed.state.shown.as_ref().unwrap();
    let proposal = shown.proposals.iter().find(|p| p.number == number).unwrap();
    proposal.rfc_number.map(|rfc| rfc.to_string())
}

/// Returns a feed that has received the list of these open proposals.
fn listed(numbers: &[u32]) -> Check {
    let mut feed = Check::new(false);
    feed.dispatch(Event::ScopeRequested(Scope::Open)).respond(list(LIST), Ok(ok(&items(numbers))));
    feed
}

#[test]
fn documents_are_fetched_one_after_the_other() {
    let mut feed = listed(&[3, 2]);
    feed.requests(&[Request::Files(3)]);
    feed.respond(Request::Files(3), Ok(files("0009"))).requests(&[Request::Files(2)]);
    assert_eq!(rfc(&feed, 3).as_deref(), Some("0009"));
    feed.respond(Request::Files(2), Ok(ok("[]"))).requests(&[]);
    assert_eq!((rfc(&feed, 2), feed.state.documents.failed_count()), (None, 0));
}

#[test]
fn a_document_is_fetched_again_only_after_a_change() {
    let mut feed = listed(&[1]);
    feed.respond(Request::Files(1), Ok(files("0009")));
    feed.dispatch(Event::RefreshClicked).respond(list(LIST), Ok(ok(&items(&[1])))).requests(&[]);
    assert_eq!(rfc(&feed, 1).as_deref(), Some("0009"));
    let changed = items(&[1]).replace("2026-08-01", "2026-08-02");
    feed.dispatch(Event::RefreshClicked).respond(list(LIST), Ok(ok(&changed)));
    feed.requests(&[Request::Files(1)]);
    assert_eq!(rfc(&feed, 1).as_deref(), Some("0009"), "the old document stays until the new one arrives");
    feed.respond(Request::Files(1), Ok(files("0010"))).requests(&[]);
    assert_eq!(rfc(&feed, 1).as_deref(), Some("0010"));
}

#[test]
fn a_document_is_as_old_as_its_request() {
    let mut feed = listed(&[1]);
    let changed = items(&[1]).replace("2026-08-01", "2026-08-02");
    feed.dispatch(Event::RefreshClicked).respond(list(LIST), Ok(ok(&changed))).requests(&[]);
    feed.respond(Request::Files(1), Ok(files("0009"))).requests(&[]);
    assert_eq!(rfc(&feed, 1).as_deref(), Some("0009"));
    // The response may be that of the proposal before its change.
    feed.dispatch(Event::RefreshClicked).respond(list(LIST), Ok(ok(&changed)));
    feed.requests(&[Request::Files(1)]);
    feed.respond(Request::Files(1), Ok(files("0010")));
    feed.dispatch(Event::RefreshClicked).respond(list(LIST), Ok(ok(&changed))).requests(&[]);
}

#[test]
fn a_proposal_without_a_time_has_no_document_to_fetch() {
    let mut feed = Check::new(false);
    let timeless = items(&[2, 1]).replace(r#", "updated_at": "2026-08-01T00:00:02Z""#, "");
    feed.dispatch(Event::ScopeRequested(Scope::Open)).respond(list(LIST), Ok(ok(&timeless)));
    feed.requests(&[Request::Files(1)]);
    assert_eq!(feed.state.documents.failed_count(), 0);
}

#[test]
fn files_without_a_document_are_requested_again_only_after_a_change() {
    let away = r#"<https://example.com/files?page=2>; rel="next""#.to_owned();
    let not_found = Response { status: 404, ..Response::default() };
    for response in [not_found, Response { link: Some(away), ..ok("[]") }] {
        let mut feed = listed(&[1]);
        feed.respond(Request::Files(1), Ok(response));
        feed.dispatch(Event::RefreshClicked).respond(list(LIST), Ok(ok(&items(&[2, 1]))));
        feed.requests(&[Request::Files(2)]).respond(Request::Files(2), Ok(files("0002"))).requests(&[]);
        assert_eq!(feed.state.documents.failed_count(), 1, "it is still missing");
        let changed = items(&[2, 1]).replace("2026-08-01T00:00:01Z", "2026-08-02T00:00:01Z");
        feed.dispatch(Event::RefreshClicked).respond(list(LIST), Ok(ok(&changed)));
        feed.requests(&[Request::Files(1)]);
        assert_eq!(feed.state.documents.failed_count(), 0);
    }
}

#[test]
fn files_that_failed_for_another_reason_are_requested_again() {
    let page = r#"<https://api.github.com/files?page=2>; rel="next""#.to_owned();
    let at_reserve = Response { remaining: Some(20), link: Some(page), ..ok("[]") };
    let broken = Response { status: 500, ..Response::default() };
    for result in [Err(TransportError::Unreachable), Ok(at_reserve), Ok(broken), Ok(ok("x"))] {
        let mut feed = listed(&[1]);
        feed.respond(Request::Files(1), result).requests(&[]);
        assert_eq!(feed.state.documents.failed_count(), 1);
        feed.dispatch(Event::RefreshClicked).respond(list(LIST), Ok(ok(&items(&[1]))));
        feed.requests(&[Request::Files(1)]);
    }
}

#[test]
fn a_pending_document_is_not_requested_twice() {
    let mut feed = listed(&[2, 1]);
    feed.requests(&[Request::Files(2)]);
    feed.dispatch(Event::RefreshClicked).respond(list(LIST), Ok(ok(&items(&[2, 1])))).requests(&[]);
    feed.respond(Request::Files(2), Ok(files("0002"))).requests(&[Request::Files(1)]);
    feed.respond(Request::Files(1), Ok(files("0001"))).requests(&[]);
    assert_eq!((rfc(&feed, 2).as_deref(), rfc(&feed, 1).as_deref()), (Some("0002"), Some("0001")));
}

#[test]
fn a_rate_limit_on_a_document_holds_for_the_list() {
    let mut feed = listed(&[2, 1]);
    let limited = Response { status: 403, remaining: Some(0), retry_after: Some(600), ..Response::default() };
    feed.respond(Request::Files(2), Ok(limited)).requests(&[]);
    assert_eq!((feed.state.error, feed.state.documents.failed_count()), (None, 2));
    let until = feed.now + TimeDelta::seconds(600);
    feed.dispatch(Event::RefreshClicked).effects(&[Effect::SetTimer(until)]);
    assert_eq!(feed.state.error, Some(FeedError::RateLimited(until)));
    feed.now = until;
    feed.dispatch(Event::RefreshClicked).requests(&[list(LIST)]);
}

#[test]
fn documents_of_closed_proposals_are_not_fetched() {
    let mut feed = Check::new(false);
    feed.dispatch(Event::ScopeRequested(Scope::All));
    let closed = items(&[1]).replace(r#""title""#, r#""state": "closed", "title""#);
    feed.respond(list(WHOLE_LIST), Ok(ok(&closed))).requests(&[]);
    assert_eq!(feed.state.shown.as_ref().unwrap().proposals[0].status.stage(), Stage::Closed);
}

#[test]
fn twenty_requests_are_left_to_others() {
    let left = |remaining| Response { remaining: Some(remaining), ..ok(&items(&[2, 1])) };
    let check = |remaining, requests: &[Request], unread| {
        let mut feed = Check::new(false);
        feed.dispatch(Event::ScopeRequested(Scope::Open))
            .respond(list(LIST), Ok(left(remaining)))
            .requests(requests);
        assert_eq!(feed.state.documents.failed_count(), unread);
    };
    check(21, &[Request::Files(2)], 0);
    check(20, &[], 2);
    let mut feed = listed(&[2, 1]);
    feed.respond(Request::Files(2), Ok(Response { remaining: Some(20), ..files("0002") })).requests(&[]);
    assert_eq!((rfc(&feed, 2).as_deref(), feed.state.documents.failed_count()), (Some("0002"), 1));
}

#[test]
fn a_failed_document_stops_the_others_only_if_they_would_fail_too() {
    let check = |result: Result<Response, TransportError>, requests: &[Request], unread| {
        let mut feed = listed(&[2, 1]);
        feed.respond(Request::Files(2), result).requests(requests);
        assert_eq!(feed.state.documents.failed_count(), unread);
        assert_eq!(feed.state.error, None, "the list is still live");
    };
    let status = |status| Response { status, ..Response::default() };
    check(Ok(status(404)), &[Request::Files(1)], 1);
    check(Ok(status(500)), &[Request::Files(1)], 1);
    check(Ok(ok("x")), &[Request::Files(1)], 1);
    check(Ok(status(429)), &[], 2);
    check(Err(TransportError::Unreachable), &[], 2);
    check(Err(TransportError::Timeout), &[], 2);
}

#[test]
fn a_response_that_is_not_pending_is_ignored() {
    let mut feed = listed(&[2, 1]);
    feed.respond(Request::Files(1), Ok(files("0001"))).requests(&[]);
    assert_eq!(rfc(&feed, 1), None);
}

#[test]
fn the_document_may_be_on_a_later_page_of_the_files() {
    let page = |number: u32| format!("https://api.github.com/repositories/1/pulls/2/files?page={number}");
    let linked =
        |response: Response, to: &str| Response { link: Some(format!(r#"<{to}>; rel="next""#)), ..response };
    let mut feed = listed(&[2, 1]);
    // A picture beside a document is none.
    let picture = r#"[{"filename": "rfcs/0009-pictures/a.png", "status": "added"}]"#;
    feed.respond(Request::Files(2), Ok(linked(ok(picture), &page(2))));
    feed.requests(&[Request::MoreFiles(2, page(2))]);
    // Once it is found, no further page is requested.
    feed.respond(Request::MoreFiles(2, page(2)), Ok(linked(files("0009"), &page(3))));
    feed.requests(&[Request::Files(1)]);
    assert_eq!(rfc(&feed, 2).as_deref(), Some("0009"));
    assert_eq!(feed.state.documents.failed_count(), 0);
}

#[test]
fn a_document_that_is_on_none_of_three_pages_is_not_known() {
    let page = |number: u32| format!("https://api.github.com/files?page={number}");
    let next = |number: u32| {
        let link = Some(format!(r#"<{}>; rel="next""#, page(number)));
        Ok(Response { link, ..ok("[]") })
    };
    let mut feed = listed(&[2, 1]);
    feed.respond(Request::Files(2), next(2)).requests(&[Request::MoreFiles(2, page(2))]);
    feed.respond(Request::MoreFiles(2, page(3)), next(4)).requests(&[]);
    feed.respond(Request::MoreFiles(2, page(2)), next(3)).requests(&[Request::MoreFiles(2, page(3))]);
    feed.respond(Request::MoreFiles(2, page(3)), next(4)).requests(&[Request::Files(1)]);
    let shown = feed.state.shown.as_ref().unwrap();
    assert!(!shown.proposals[0].has_document, "it is not said to be no RFC");
    assert_eq!(feed.state.documents.failed_count(), 1);
    // A page of another host is not requested.
    let away = r#"<https://example.com/files?page=2>; rel="next""#.to_owned();
    feed.respond(Request::Files(1), Ok(Response { link: Some(away), ..ok("[]") })).requests(&[]);
    assert_eq!(feed.state.documents.failed_count(), 2);
}

#[test]
fn what_another_request_says_of_the_rate_limit_holds_for_documents_and_for_the_list() {
    let report = |remaining, limited_until| Event::RateLimitReported { remaining, limited_until };
    let mut feed = listed(&[3, 2]);
    // A response without the header says nothing else.
    let response = Response { remaining: None, ..files("0009") };
    feed.dispatch(report(Some(20), None)).respond(Request::Files(3), Ok(response)).requests(&[]);
    assert_eq!((feed.state.is_reserve_reached(), feed.state.documents.failed_count()), (true, 1));
    let until = feed.now + TimeDelta::minutes(10);
    feed.dispatch(report(None, Some(until)));
    assert_eq!(feed.state.rate_limit_end(), Some(until));
    feed.dispatch(Event::RefreshClicked).requests(&[]);
}
