use super::*;
use crate::github::Answer;
use crate::proposal::Stage;
use chrono::TimeDelta;

const LIST: &str = "https://api.github.com/repos/AlmaLinux/ALESCo/issues?state=open&per_page=100";
const WHOLE_LIST: &str = "https://api.github.com/repos/AlmaLinux/ALESCo/issues?state=all&per_page=100";
const SNAPSHOT: &str = include_str!("../../snapshot/proposals.json");

/// A feed under test: remembers what it was told to do.
struct Check {
    state: State,
    origin: Origin,
    now: Time,
    effects: Vec<Effect>,
}

impl Check {
    fn new(has_snapshot: bool) -> Self {
        let repository = Repository {
            name: "AlmaLinux/ALESCo".to_owned(),
            api: "https://api.github.com".to_owned(),
            web: "https://github.com".to_owned(),
        };
        Check {
            state: State::default(),
            origin: Origin { repository, has_snapshot },
            now: Time::from_timestamp(1_788_000_000, 0).unwrap(),
            effects: Vec::new(),
        }
    }

    fn tell(&mut self, event: Event) -> &mut Self {
        let (state, effects) = next(std::mem::take(&mut self.state), event, &self.origin, self.now);
        self.state = state;
        self.effects = effects;
        self
    }

    fn answered(&mut self, request: Request, reply: Reply) -> &mut Self {
        self.tell(Event::Answered(request, reply))
    }

    fn does(&mut self, effects: &[Effect]) -> &mut Self {
        assert_eq!(self.effects, effects);
        self
    }

    fn sends(&mut self, requests: &[Request]) -> &mut Self {
        let effects: Vec<Effect> = requests.iter().cloned().map(Effect::Send).collect();
        self.does(&effects)
    }

    fn shows(&mut self, source: Source, numbers: &[u32]) -> &mut Self {
        let shown = self.state.shown.as_ref().expect("something is shown");
        assert_eq!(shown.source, source);
        assert_eq!(shown.proposals.iter().map(|p| p.number).collect::<Vec<_>>(), numbers);
        self
    }
}

fn list(url: &str) -> Request {
    Request::List(url.to_owned())
}

fn ok(text: &str) -> Answer {
    Answer { status: 200, text: text.to_owned(), remaining: Some(50), ..Answer::default() }
}

/// A list of open proposals with these numbers, each changed last at a time of its own.
fn items(numbers: &[u32]) -> String {
    let item = |number: &u32| {
        format!(
            r#"{{"number": {number}, "title": "RFC: {number}", "pull_request": {{}}, "updated_at": "2026-08-01T00:00:{number:02}Z"}}"#
        )
    };
    format!("[{}]", numbers.iter().map(item).collect::<Vec<_>>().join(","))
}

/// Files of a document with this RFC number.
fn files(rfc: &str) -> Answer {
    ok(&format!(r#"[{{"filename": "rfcs/{rfc}-x.md", "status": "added", "patch": "+x"}}]"#))
}

mod lists {
    use super::*;

    #[test]
    fn one_request_a_view() {
        let mut feed = Check::new(false);
        feed.tell(Event::Wanted(Scope::Open)).sends(&[list(LIST)]);
        assert!(feed.state.is_waiting());
        feed.tell(Event::Wanted(Scope::Open)).sends(&[]);
        feed.answered(list(LIST), Ok(ok("[]"))).sends(&[]).shows(Source::Live, &[]);
        assert!(!feed.state.is_waiting());
        feed.tell(Event::Wanted(Scope::Open)).sends(&[]);
    }

    #[test]
    fn decided_ones_are_asked_for_once_wanted() {
        let mut feed = Check::new(false);
        feed.tell(Event::Wanted(Scope::Open)).answered(list(LIST), Ok(ok("[]")));
        feed.tell(Event::Wanted(Scope::All)).sends(&[list(WHOLE_LIST)]).shows(Source::Live, &[]);
        feed.answered(list(WHOLE_LIST), Ok(ok("[]"))).sends(&[]);
        feed.tell(Event::Wanted(Scope::Open)).sends(&[]);
        feed.tell(Event::Wanted(Scope::All)).sends(&[]);
    }

    #[test]
    fn a_refresh_of_the_open_ones_does_not_swallow_the_wish_for_more() {
        let mut feed = Check::new(false);
        feed.tell(Event::Wanted(Scope::All)).answered(list(WHOLE_LIST), Ok(ok("[]")));
        feed.tell(Event::Retried(Scope::Open)).sends(&[list(LIST)]);
        feed.tell(Event::Wanted(Scope::All)).sends(&[list(WHOLE_LIST)]);
        assert!(feed.state.covers(Scope::All), "and nothing leaves the screen meanwhile");
    }

    #[test]
    fn an_answer_to_an_older_question_is_ignored() {
        let mut feed = Check::new(false);
        feed.tell(Event::Wanted(Scope::Open)).tell(Event::Wanted(Scope::All)).sends(&[list(WHOLE_LIST)]);
        feed.answered(list(LIST), Ok(ok(&items(&[1])))).sends(&[]);
        assert_eq!(feed.state.shown, None);
        assert!(feed.state.is_waiting());
    }

    #[test]
    fn pages_follow_their_links_and_the_first_shows_at_once() {
        let page = |at: u32| format!("https://api.github.com/repositories/1/issues?page={at}&per_page=100");
        let link = |at: u32| format!(r#"<{}>; rel="next", <{}>; rel="last""#, page(at), page(3));
        let mut feed = Check::new(false);
        feed.tell(Event::Wanted(Scope::Open));
        feed.answered(list(LIST), Ok(Answer { link: Some(link(2)), ..ok(&items(&[1, 2])) }));
        feed.sends(&[list(&page(2))]).shows(Source::Live, &[1, 2]);
        assert_eq!(feed.state.progress(), Some(Progress { pages: 1, of: 3 }));
        assert!(feed.state.shown.as_ref().unwrap().incomplete);
        feed.answered(list(&page(2)), Ok(Answer { link: Some(link(3)), ..ok(&items(&[2, 3])) }));
        feed.sends(&[list(&page(3))]).shows(Source::Live, &[1, 2, 3]);
        feed.answered(list(&page(3)), Ok(ok("[]")))
            .sends(&[Request::Files(1)])
            .shows(Source::Live, &[1, 2, 3]);
        assert!(!feed.state.shown.as_ref().unwrap().incomplete);
        assert_eq!(feed.state.progress(), None);
    }

    #[test]
    fn a_list_longer_than_ten_pages_ends_there_and_says_so() {
        let mut feed = Check::new(false);
        feed.tell(Event::Wanted(Scope::Open));
        let mut url = LIST.to_owned();
        for page in 1..=10 {
            let next = format!("https://api.github.com/next?page={}", page + 1);
            let link = Some(format!(r#"<{next}>; rel="next""#));
            feed.answered(list(&url), Ok(Answer { link, remaining: Some(0), ..ok(&items(&[page])) }));
            url = next;
        }
        feed.sends(&[]).shows(Source::Live, &[1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
        assert!(feed.state.shown.as_ref().unwrap().incomplete);
        assert_eq!(feed.state.trouble, None);
    }

    #[test]
    fn a_link_to_elsewhere_is_not_followed() {
        for elsewhere in ["https://evil.example/", "https://api.github.com.evil.example/x", "javascript:1"] {
            let mut feed = Check::new(false);
            feed.tell(Event::Wanted(Scope::Open));
            let link = Some(format!(r#"<{elsewhere}>; rel="next""#));
            feed.answered(list(LIST), Ok(Answer { link, ..ok("[]") })).sends(&[]);
            assert!(feed.state.shown.as_ref().unwrap().incomplete, "and the list is not passed off as whole");
        }
    }

    #[test]
    fn a_page_that_fails_leaves_the_ones_before() {
        let mut feed = Check::new(false);
        feed.tell(Event::Wanted(Scope::Open));
        let link = Some(r#"<https://api.github.com/2>; rel="next""#.to_owned());
        feed.answered(list(LIST), Ok(Answer { link, ..ok(&items(&[1])) }));
        feed.answered(list("https://api.github.com/2"), Err(Silence::Timeout))
            .sends(&[])
            .shows(Source::Live, &[1]);
        assert_eq!(feed.state.trouble, Some(Trouble::Timeout));
        assert!(feed.state.shown.as_ref().unwrap().incomplete);
        feed.tell(Event::Retried(Scope::Open)).sends(&[list(LIST)]);
    }

    #[test]
    fn a_page_that_fails_does_not_keep_the_documents_of_those_before() {
        let mut feed = Check::new(false);
        feed.tell(Event::Wanted(Scope::Open));
        let link = Some(r#"<https://api.github.com/2>; rel="next""#.to_owned());
        feed.answered(list(LIST), Ok(Answer { link, ..ok(&items(&[1])) }));
        let status = Answer { status: 502, ..Answer::default() };
        feed.answered(list("https://api.github.com/2"), Ok(status)).sends(&[Request::Files(1)]);
    }

    #[test]
    fn what_could_not_be_read_is_reported_and_kept() {
        let mut feed = Check::new(false);
        feed.tell(Event::Wanted(Scope::Open)).answered(list(LIST), Ok(ok(r#"[{"title": "x"}]"#)));
        let problems = feed.state.shown.as_ref().unwrap().problems.clone();
        assert_eq!(problems.len(), 1);
        feed.does(&[Effect::Report(problems)]);
    }
}

mod trouble_states {
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
            feed.tell(Event::Retried(Scope::Open)).sends(&[list(LIST)]);
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
        feed.does(&[Effect::RetryAt(until)]);
        feed.now += TimeDelta::seconds(599);
        feed.tell(Event::Retried(Scope::Open)).sends(&[]);
        feed.tell(Event::Wanted(Scope::All)).sends(&[]);
        feed.now = until;
        feed.tell(Event::Retried(Scope::Open)).sends(&[list(LIST)]);
        feed.tell(Event::Retried(Scope::Open)).sends(&[]);
        feed.answered(list(LIST), Ok(limited)).does(&[Effect::RetryAt(until + TimeDelta::seconds(600))]);
    }

    #[test]
    fn a_failing_refresh_removes_nothing() {
        let mut feed = after(Ok(Answer { remaining: Some(0), ..ok(&items(&[1])) }));
        for reply in [Err(Silence::Unreachable), Ok(status(500)), Ok(status(404)), Ok(ok("x"))] {
            feed.tell(Event::Retried(Scope::Open)).answered(list(LIST), reply).shows(Source::Live, &[1]);
            assert!(feed.state.trouble.is_some());
        }
    }
}

mod documents {
    use super::*;

    fn rfc(feed: &Check, number: u32) -> Option<String> {
        let shown = feed.state.shown.as_ref().unwrap();
        let proposal = shown.proposals.iter().find(|p| p.number == number).unwrap();
        proposal.rfc_number.map(|rfc| rfc.to_string())
    }

    fn listed(numbers: &[u32]) -> Check {
        let mut feed = Check::new(false);
        feed.tell(Event::Wanted(Scope::Open)).answered(list(LIST), Ok(ok(&items(numbers))));
        feed
    }

    #[test]
    fn are_read_one_after_the_other() {
        let mut feed = listed(&[3, 2]);
        feed.sends(&[Request::Files(3)]);
        feed.answered(Request::Files(3), Ok(files("0009"))).sends(&[Request::Files(2)]);
        assert_eq!(rfc(&feed, 3).as_deref(), Some("0009"));
        feed.answered(Request::Files(2), Ok(ok("[]"))).sends(&[]);
        assert_eq!((rfc(&feed, 2), feed.state.documents.unread()), (None, 0));
    }

    #[test]
    fn an_unchanged_one_is_not_asked_for_again() {
        let mut feed = listed(&[1]);
        feed.answered(Request::Files(1), Ok(files("0009")));
        feed.tell(Event::Retried(Scope::Open)).answered(list(LIST), Ok(ok(&items(&[1])))).sends(&[]);
        assert_eq!(rfc(&feed, 1).as_deref(), Some("0009"));
        let changed = items(&[1]).replace("2026-08-01", "2026-08-02");
        feed.tell(Event::Retried(Scope::Open)).answered(list(LIST), Ok(ok(&changed)));
        feed.sends(&[Request::Files(1)]);
        assert_eq!(rfc(&feed, 1).as_deref(), Some("0009"), "what is known stays until it is known better");
        feed.answered(Request::Files(1), Ok(files("0010"))).sends(&[]);
        assert_eq!(rfc(&feed, 1).as_deref(), Some("0010"));
    }

    #[test]
    fn a_document_in_flight_is_not_asked_for_twice() {
        let mut feed = listed(&[2, 1]);
        feed.sends(&[Request::Files(2)]);
        feed.tell(Event::Retried(Scope::Open)).answered(list(LIST), Ok(ok(&items(&[2, 1])))).sends(&[]);
        feed.answered(Request::Files(2), Ok(files("0002"))).sends(&[Request::Files(1)]);
        feed.answered(Request::Files(1), Ok(files("0001"))).sends(&[]);
        assert_eq!((rfc(&feed, 2).as_deref(), rfc(&feed, 1).as_deref()), (Some("0002"), Some("0001")));
    }

    #[test]
    fn a_limit_met_by_a_document_holds_for_the_list() {
        let mut feed = listed(&[2, 1]);
        let limited = Answer { status: 403, remaining: Some(0), retry_after: Some(600), ..Answer::default() };
        feed.answered(Request::Files(2), Ok(limited)).sends(&[]);
        assert_eq!((feed.state.trouble, feed.state.documents.unread()), (None, 2));
        let until = feed.now + TimeDelta::seconds(600);
        feed.tell(Event::Retried(Scope::Open)).does(&[Effect::RetryAt(until)]);
        assert_eq!(feed.state.trouble, Some(Trouble::RateLimited(until)));
        feed.now = until;
        feed.tell(Event::Retried(Scope::Open)).sends(&[list(LIST)]);
    }

    #[test]
    fn only_of_open_proposals() {
        let mut feed = Check::new(false);
        feed.tell(Event::Wanted(Scope::All));
        let closed = items(&[1]).replace(r#""title""#, r#""state": "closed", "title""#);
        feed.answered(list(WHOLE_LIST), Ok(ok(&closed))).sends(&[]);
        assert_eq!(feed.state.shown.as_ref().unwrap().proposals[0].status.stage(), Stage::Closed);
    }

    #[test]
    fn quota_is_left_to_others() {
        let left = |remaining| Answer { remaining: Some(remaining), ..ok(&items(&[2, 1])) };
        let check = |remaining, requests: &[Request], unread| {
            let mut feed = Check::new(false);
            feed.tell(Event::Wanted(Scope::Open)).answered(list(LIST), Ok(left(remaining))).sends(requests);
            assert_eq!(feed.state.documents.unread(), unread);
        };
        check(21, &[Request::Files(2)], 0);
        check(20, &[], 2);
        let mut feed = listed(&[2, 1]);
        feed.answered(Request::Files(2), Ok(Answer { remaining: Some(20), ..files("0002") })).sends(&[]);
        assert_eq!((rfc(&feed, 2).as_deref(), feed.state.documents.unread()), (Some("0002"), 1));
    }

    #[test]
    fn one_that_fails_does_not_stop_the_others_unless_they_would_fail_too() {
        let check = |reply: Reply, requests: &[Request], unread| {
            let mut feed = listed(&[2, 1]);
            feed.answered(Request::Files(2), reply).sends(requests);
            assert_eq!(feed.state.documents.unread(), unread);
            assert_eq!(feed.state.trouble, None, "the list is live all the same");
        };
        let status = |status| Answer { status, ..Answer::default() };
        check(Ok(status(404)), &[Request::Files(1)], 1);
        check(Ok(status(500)), &[Request::Files(1)], 1);
        check(Ok(ok("x")), &[Request::Files(1)], 1);
        check(Ok(status(429)), &[], 2);
        check(Err(Silence::Unreachable), &[], 2);
        check(Err(Silence::Timeout), &[], 2);
    }

    #[test]
    fn an_answer_that_nobody_awaits_is_ignored() {
        let mut feed = listed(&[2, 1]);
        feed.answered(Request::Files(1), Ok(files("0001"))).sends(&[]);
        assert_eq!(rfc(&feed, 1), None);
    }
}

mod snapshots {
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
        let recorded = include_str!("../../tests/fixtures/issues.json");
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
        feed.answered(list("https://api.github.com/2"), Ok(ok(&items(&[2])))).shows(Source::Live, &[1, 2]);
    }

    #[test]
    fn one_that_is_of_no_use_is_reported_and_holds_nothing_up() {
        for (reply, reason) in [
            (Err(Silence::Unreachable), "offline"),
            (Ok(Answer { status: 404, ..Answer::default() }), "not-found"),
            (Ok(ok("<html>")), "expected value at line 1 column 1"),
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
        feed.answered(Request::Snapshot, Err(Silence::Unreachable))
            .answered(list(LIST), Err(Silence::Timeout));
        feed.tell(Event::Retried(Scope::Open)).sends(&[list(LIST)]);
    }
}
