//! What this browser keeps of its visits, and what it marks by them.

use super::*;
use crate::feed;
use crate::proposal::{Party, Proposal, Records, parse_date};
use crate::query::{Activity, route::Route};
use crate::reading::{Attribute, Tag, Token};
use crate::ui::{ViewAction, Visit, Visits, activity, section_hashes};

fn time(text: &str) -> Time {
    text.parse().unwrap()
}

fn visit(number: u32, updated_at: &str, sections: &[u64]) -> Visit {
    Visit { number, updated_at: Some(time(updated_at)), sections: sections.to_vec() }
}

fn visited(visit: &Visit) -> Action {
    Action::View(ViewAction::Visited(visit.clone()))
}

fn open(number: u32) -> Action {
    Action::View(ViewAction::ProposalOpened(number))
}

const LIST: Action = Action::View(ViewAction::ListOpened);

/// A text of sections, each a heading with its anchor and a paragraph.
fn body(sections: &[(&str, &str)]) -> Vec<Token> {
    let text = |text: &str| Token::Text(text.to_owned());
    let section = |(heading, content): &(&str, &str)| {
        let id = vec![(Attribute::Id, heading.to_lowercase())];
        let heading = [Token::Start(Tag::H3, id), text(heading), Token::End];
        let paragraph = [Token::Start(Tag::P, Vec::new()), text(content), Token::End];
        heading.into_iter().chain(paragraph).collect::<Vec<_>>()
    };
    let begin = [Token::Start(Tag::P, Vec::new()), text("Status: Draft"), Token::End];
    begin.into_iter().chain(sections.iter().flat_map(section)).collect()
}

#[test]
fn visits_are_the_same_after_encoding_and_decoding() {
    let mut visits = Visits::default();
    visits.add(visit(18, "2026-08-16T12:00:00Z", &[1, u64::MAX]));
    visits.add(visit(3, "2026-01-02T00:00:00Z", &[]));
    visits.add(Visit { number: 4, updated_at: None, sections: vec![5] });
    assert_eq!(visits.encode(), "18 1786881600 1 18446744073709551615\n3 1767312000\n4 - 5");
    assert_eq!(Visits::decode(&visits.encode()), visits);
    assert_eq!(Visits::decode(""), Visits::default());
}

#[test]
fn lines_of_another_form_are_left_out() {
    let expected = Visits::decode("3 1767312000 7");
    for line in [
        "x",
        "18",
        "18 x",
        "-1 5",
        "18 1786881600 x",
        "18 99999999999999999999",
        "18 9999999999999999",
        "18 --",
        "{}",
        "<b>",
        "",
    ] {
        assert_eq!(Visits::decode(&format!("{line}\n3 1767312000 7\n{line}")), expected, "{line}");
    }
}

#[test]
fn a_later_visit_replaces_an_earlier_one_and_the_oldest_are_forgotten() {
    let mut visits = Visits::default();
    visits.add(visit(1, "2026-01-01T00:00:00Z", &[1]));
    visits.add(visit(1, "2026-01-02T00:00:00Z", &[2]));
    assert_eq!(visits.get(1), Some(&visit(1, "2026-01-02T00:00:00Z", &[2])));
    (2..=301).for_each(|number| visits.add(visit(number, "2026-01-01T00:00:00Z", &[])));
    assert_eq!((visits.get(1), visits.encode().lines().count()), (None, 300));
    assert!(visits.get(2).is_some());
}

#[test]
fn a_section_has_changed_if_no_section_was_the_same_at_the_last_visit() {
    let before = body(&[("Abstract", "a"), ("Motivation", "b"), ("Design", "c")]);
    let visit = visit(18, "2026-08-16T12:00:00Z", &section_hashes(&before));
    let check = |now: &[(&str, &str)], expected: &[&str]| {
        assert_eq!(visit.changed_sections(&body(now)), expected, "{now:?}");
    };
    check(&[("Abstract", "a"), ("Motivation", "b"), ("Design", "c")], &[]);
    check(&[("Abstract", "a"), ("Motivation", "B"), ("Design", "c")], &["motivation"]);
    check(&[("Design", "c"), ("Abstract", "a"), ("Motivation", "b")], &[]);
    check(&[("Abstract", "a"), ("Why", "b"), ("Design", "c"), ("New", "d")], &["why", "new"]);
    check(&[("Abstract", "a")], &[]);
    check(&[("Abstract", "ab"), ("Motivation", ""), ("Design", "c")], &["abstract", "motivation"]);
    let [start, header, end, sections @ ..] = before.as_slice() else { panic!() };
    assert_eq!(header, &Token::Text("Status: Draft".to_owned()));
    let edited = [start.clone(), Token::Text("Status: FCP".to_owned()), end.clone()];
    let with_header = |header: &[Token]| [header, sections].concat();
    assert_eq!(visit.changed_sections(&with_header(&edited)), [""], "before the first heading");
    assert_eq!(visit.changed_sections(&with_header(&[])), [""]);
}

#[test]
fn a_visit_is_kept_once_the_text_is_shown_and_compared_with_at_the_next() {
    let first = visit(18, "2026-08-01T00:00:00Z", &[1]);
    let second = visit(18, "2026-08-16T00:00:00Z", &[2]);
    let check = Check::browser(&[]).dispatch(open(18));
    assert_eq!(check.state.view.last_visit, None);
    let check = check.dispatch(visited(&first)).effects(&[UiEffect::SaveVisit(first.clone())]);
    assert_eq!(check.state.view.last_visit, None, "nothing is marked at the first visit");
    let check = check.dispatch(visited(&first)).effects(&[]).dispatch(LIST).dispatch(open(18));
    assert_eq!(check.state.view.last_visit, Some(first.clone()));
    let check = check.dispatch(visited(&second)).effects(&[UiEffect::SaveVisit(second.clone())]);
    assert_eq!(check.state.view.last_visit, Some(first), "the marks stay while it is open");
    assert_eq!(check.dispatch(open(16)).dispatch(open(18)).state.view.last_visit, Some(second));
}

#[test]
fn the_address_recalls_a_visit_too_and_a_section_of_the_same_text_changes_nothing() {
    let known = visit(18, "2026-08-01T00:00:00Z", &[1]);
    let mut visits = Visits::default();
    visits.add(known.clone());
    let at = |number: &str| Action::UrlChanged(vec![("proposal", number.to_owned())]);
    let check = Check::browser(&[])
        .dispatch(Action::View(ViewAction::VisitsLoaded(Arc::new(visits))))
        .dispatch(at("18"));
    assert_eq!(check.state.view.last_visit, Some(known.clone()));
    let check = check.dispatch(visited(&visit(18, "2026-08-02T00:00:00Z", &[2]))).dispatch(at("18"));
    assert_eq!(check.state.view.last_visit, Some(known));
    let check = check.dispatch(at("16"));
    assert_eq!((check.state.view.route, check.state.view.last_visit), (Route::Proposal(16), None));
}

#[test]
fn visits_are_forgotten_at_once() {
    let check = Check::browser(&[])
        .dispatch(open(18))
        .dispatch(visited(&visit(18, "2026-08-01T00:00:00Z", &[1])))
        .dispatch(Action::View(ViewAction::VisitsForgotten))
        .effects(&[UiEffect::ForgetVisits, FOCUS_RESULTS]);
    assert!(check.state.visits.is_empty());
}

#[test]
fn what_changed_depends_on_the_visit_the_last_meeting_and_the_time() {
    let mut visits = Visits::default();
    visits.add(visit(18, "2026-08-10T00:00:00Z", &[]));
    let (config, _) = Config::from_attributes(|_| None);
    let until = parse_date("2026-08-13");
    let check = |number: u32, updated: &str, until, changed: [bool; 3]| {
        let records = Records::new(time("2026-08-20T00:00:00Z"), []).with_minutes(None, until);
        let mut feed = feed::State::default();
        (feed.records, feed.now) = (records, time("2026-08-27T00:00:00Z"));
        let proposal =
            Proposal { number, draft: true, updated_at: Some(time(updated)), ..Proposal::default() };
        let [changed_since_visit, changed_since_meeting, changed_in_fortnight] = changed;
        let turn = Some(Party::Nobody);
        let expected = Activity { turn, changed_since_visit, changed_since_meeting, changed_in_fortnight };
        let actual = activity::activity(&proposal.assessed(), &feed, &config, &visits);
        assert_eq!(actual, expected, "#{number} {updated}");
    };
    check(18, "2026-08-10T00:00:00Z", until, [false, false, false]);
    check(18, "2026-08-11T00:00:00Z", until, [true, false, false]);
    check(18, "2026-08-13T00:00:00Z", until, [true, true, true]);
    check(18, "2026-08-12T23:59:59Z", until, [true, false, false]);
    check(18, "2026-08-26T00:00:00Z", None, [true, false, true]);
    check(16, "2026-08-26T00:00:00Z", until, [false, true, true]);
}
