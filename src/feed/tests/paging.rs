use super::*;

#[test]
fn a_view_needs_one_request() {
    let mut feed = Check::new(false);
    feed.dispatch(Event::ScopeRequested(Scope::Open)).requests(&[list(LIST)]);
    assert!(feed.state.is_loading());
    feed.dispatch(Event::ScopeRequested(Scope::Open)).requests(&[]);
    feed.respond(list(LIST), Ok(ok("[]"))).requests(&[]).shows(Source::Live, &[]);
    assert!(!feed.state.is_loading());
    feed.dispatch(Event::ScopeRequested(Scope::Open)).requests(&[]);
}

#[test]
fn decided_proposals_are_requested_once_they_are_needed() {
    let mut feed = Check::new(false);
    feed.dispatch(Event::ScopeRequested(Scope::Open)).respond(list(LIST), Ok(ok("[]")));
    feed.dispatch(Event::ScopeRequested(Scope::All)).requests(&[list(WHOLE_LIST)]).shows(Source::Live, &[]);
    feed.respond(list(WHOLE_LIST), Ok(ok("[]"))).requests(&[]);
    feed.dispatch(Event::ScopeRequested(Scope::Open)).requests(&[]);
    feed.dispatch(Event::ScopeRequested(Scope::All)).requests(&[]);
}

#[test]
fn a_wider_scope_is_requested_even_during_a_refresh() {
    let mut feed = Check::new(false);
    feed.dispatch(Event::ScopeRequested(Scope::All)).respond(list(WHOLE_LIST), Ok(ok("[]")));
    feed.dispatch(Event::ScopeRequested(Scope::Open)).requests(&[]);
    feed.dispatch(Event::RefreshClicked).requests(&[list(LIST)]);
    feed.dispatch(Event::ScopeRequested(Scope::All)).requests(&[list(WHOLE_LIST)]);
    assert!(feed.state.covers_scope(Scope::All), "and the shown proposals stay meanwhile");
}

#[test]
fn a_response_to_an_older_request_is_ignored() {
    let mut feed = Check::new(false);
    feed.dispatch(Event::ScopeRequested(Scope::Open))
        .dispatch(Event::ScopeRequested(Scope::All))
        .requests(&[list(WHOLE_LIST)]);
    feed.respond(list(LIST), Ok(ok(&items(&[1])))).requests(&[]);
    assert_eq!(feed.state.shown, None);
    assert!(feed.state.is_loading());
}

#[test]
fn pages_follow_their_links_and_the_first_is_shown_at_once() {
    let page = |at: u32| format!("https://api.github.com/repositories/1/issues?page={at}&per_page=100");
    let link = |at: u32| format!(r#"<{}>; rel="next", <{}>; rel="last""#, page(at), page(3));
    let mut feed = Check::new(false);
    feed.dispatch(Event::ScopeRequested(Scope::Open));
    feed.respond(list(LIST), Ok(Response { link: Some(link(2)), ..ok(&items(&[3, 2])) }));
    feed.requests(&[list(&page(2))]).shows(Source::Live, &[3, 2]);
    assert_eq!(feed.state.progress(), Some(Progress { loaded_pages: 1, total_pages: 3 }));
    assert!(feed.state.shown.as_ref().unwrap().incomplete);
    feed.respond(list(&page(2)), Ok(Response { link: Some(link(3)), ..ok(&items(&[2, 1])) }));
    feed.requests(&[list(&page(3))]).shows(Source::Live, &[3, 2, 1]);
    feed.respond(list(&page(3)), Ok(ok("[]"))).requests(&[Request::Files(3)]).shows(Source::Live, &[3, 2, 1]);
    assert!(!feed.state.shown.as_ref().unwrap().incomplete);
    assert_eq!(feed.state.progress(), None);
}

#[test]
fn a_list_of_more_than_ten_pages_is_incomplete() {
    let mut feed = Check::new(false);
    feed.dispatch(Event::ScopeRequested(Scope::Open));
    let mut url = LIST.to_owned();
    for page in 1..=10 {
        let next = format!("https://api.github.com/next?page={}", page + 1);
        let link = Some(format!(r#"<{next}>; rel="next""#));
        feed.respond(list(&url), Ok(Response { link, remaining: Some(0), ..ok(&items(&[page])) }));
        url = next;
    }
    feed.requests(&[]).shows(Source::Live, &[10, 9, 8, 7, 6, 5, 4, 3, 2, 1]);
    assert!(feed.state.shown.as_ref().unwrap().incomplete);
    assert_eq!(feed.state.error, None);
}

#[test]
fn a_link_to_another_host_is_not_followed() {
    for elsewhere in ["https://evil.example/", "https://api.github.com.evil.example/x", "javascript:1"] {
        let mut feed = Check::new(false);
        feed.dispatch(Event::ScopeRequested(Scope::Open));
        let link = Some(format!(r#"<{elsewhere}>; rel="next""#));
        feed.respond(list(LIST), Ok(Response { link, ..ok("[]") })).requests(&[]);
        assert!(feed.state.shown.as_ref().unwrap().incomplete, "and the list is incomplete");
    }
}

#[test]
fn a_failed_page_keeps_the_pages_before() {
    let mut feed = Check::new(false);
    feed.dispatch(Event::ScopeRequested(Scope::Open));
    let link = Some(r#"<https://api.github.com/2>; rel="next""#.to_owned());
    feed.respond(list(LIST), Ok(Response { link, ..ok(&items(&[1])) }));
    feed.respond(list("https://api.github.com/2"), Err(TransportError::Timeout))
        .requests(&[])
        .shows(Source::Live, &[1]);
    assert_eq!(feed.state.error, Some(FeedError::Timeout));
    assert!(feed.state.shown.as_ref().unwrap().incomplete);
    feed.dispatch(Event::RefreshClicked).requests(&[list(LIST)]);
}

#[test]
fn a_failed_page_does_not_stop_the_documents_of_the_pages_before() {
    let mut feed = Check::new(false);
    feed.dispatch(Event::ScopeRequested(Scope::Open));
    let link = Some(r#"<https://api.github.com/2>; rel="next""#.to_owned());
    feed.respond(list(LIST), Ok(Response { link, ..ok(&items(&[1])) }));
    let status = Response { status: 502, ..Response::default() };
    feed.respond(list("https://api.github.com/2"), Ok(status)).requests(&[Request::Files(1)]);
}

#[test]
fn items_that_could_not_be_read_are_logged_and_kept() {
    let mut feed = Check::new(false);
    let partial = items(&[1]).replacen('[', r#"[{"title": "x"}, "#, 1);
    feed.dispatch(Event::ScopeRequested(Scope::Open)).respond(list(LIST), Ok(ok(&partial)));
    let problems = feed.state.shown.as_ref().unwrap().problems.clone();
    assert_eq!(problems.len(), 1);
    let at = feed.now + TimeDelta::minutes(10);
    feed.effects(&[
        Effect::WarnSkippedItems(problems.clone()),
        Effect::SetTimer(at),
        Effect::Send(Request::Files(1)),
    ]);
    feed.dispatch(Event::RefreshClicked)
        .respond(list(LIST), Ok(ok(r#"[{"title": "x"}]"#)))
        .shows(Source::Live, &[1]);
    assert_eq!(feed.state.error, Some(FeedError::InvalidResponse), "nothing of it can be read");
    feed.effects(&[Effect::WarnSkippedItems(problems), Effect::SetTimer(at)]);
}
