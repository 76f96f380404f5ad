//! Opening proposals, the meeting and the decisions, and going back to the list.

use super::*;
use crate::feed::FeedError;
use crate::query::Baseline;
use crate::query::route::Route;
use crate::reading::{DocumentKind, DocumentVersion, OpenDocument, SiteCopy};
use crate::ui::{
    ClipboardText, CopyFormat, CopyStatus, Download, EventsStatus, LoadError, LoadStatus, TextStatus,
    ViewAction,
};

fn open(number: u32) -> Action {
    Action::View(ViewAction::ProposalOpened(number))
}

fn received(number: u32, result: Result<Option<Arc<OpenDocument>>, LoadError>) -> Action {
    Action::View(ViewAction::DocumentReceived { number, result })
}

#[test]
fn a_proposal_is_a_history_entry_with_the_lists_filters_and_requests_its_files_once() {
    let check = Check::browser(&[])
        .dispatch(Action::SortChanged(Sort::Number))
        .dispatch(open(18))
        .effects(&[
            push(&[("sort", "number"), ("proposal", "18")]),
            UiEffect::LoadDocument(18),
            UiEffect::Focus(FocusTarget::ProposalHeading),
        ])
        .dispatch(received(18, Ok(None)))
        .dispatch(Action::View(ViewAction::TextShown))
        .effects(&[])
        .dispatch(Action::View(ViewAction::ListOpened))
        .effects(&[
            push(&[("sort", "number")]),
            UiEffect::Focus(FocusTarget::Card(18)),
            UiEffect::KeepFocus(FocusTarget::Results),
        ])
        .dispatch(open(18))
        .effects(&[
            push(&[("sort", "number"), ("proposal", "18")]),
            UiEffect::Focus(FocusTarget::ProposalHeading),
        ]);
    assert_eq!(check.state.view.route, Route::Proposal(18));
}

#[test]
fn files_of_another_proposal_are_ignored() {
    let check = Check::browser(&[]).dispatch(open(18)).dispatch(open(16)).dispatch(received(18, Ok(None)));
    assert_eq!(check.state.view.text_of(16), TextStatus::Loading);
    assert_eq!(check.state.view.text_of(18), TextStatus::NotLoaded);
}

fn text(as_of: Option<i64>) -> Arc<OpenDocument> {
    Arc::new(OpenDocument {
        kind: DocumentKind::Whole,
        version: DocumentVersion::PullRequest,
        site_copy: as_of.map(|as_of| SiteCopy { repository_url: String::new(), number: 18, as_of }),
        encoded_path: None,
        path: "rfcs/0001-title.md".to_owned(),
        status: None,
        rfc_number: None,
        contents: Vec::new(),
        body: Vec::new(),
        findings: Vec::new(),
        others: Vec::new(),
    })
}

fn keep_focus(target: FocusTarget) -> UiEffect {
    UiEffect::KeepFocus(target)
}

#[test]
fn back_and_forward_keep_the_focus_in_the_page() {
    let at = |params: &[(&'static str, &str)]| {
        Action::UrlChanged(params.iter().map(|(key, value)| (*key, (*value).to_owned())).collect())
    };
    let focus = |check: &Check| {
        let is_focus = |effect: &&UiEffect| matches!(effect, UiEffect::KeepFocus(_));
        check.effects.iter().filter(is_focus).cloned().collect::<Vec<_>>()
    };
    let check = Check::browser(&[]).dispatch(open(18)).dispatch(at(&[]));
    assert_eq!(focus(&check), [keep_focus(FocusTarget::Card(18)), keep_focus(FocusTarget::Results)]);
    let check = check.dispatch(at(&[("proposal", "18")]));
    assert_eq!(focus(&check), [keep_focus(FocusTarget::ProposalHeading)]);
    let check = check.dispatch(at(&[("view", "decisions")]));
    assert_eq!(focus(&check), [keep_focus(FocusTarget::ViewHeading)]);
    let check = check.dispatch(at(&[]));
    assert_eq!(focus(&check), [keep_focus(FocusTarget::Results)]);
    assert_eq!(focus(&check.dispatch(at(&[("sig", "core")]))), []);
}

#[test]
fn an_older_text_is_replaced_by_that_of_github_which_is_asked_once() {
    let (older, newer) = (text(Some(1)), text(None));
    let outdated = Action::View(ViewAction::TextOutdated);
    let check = Check::browser(&[])
        .dispatch(open(18))
        .dispatch(received(18, Ok(Some(Arc::clone(&older)))))
        .dispatch(outdated.clone())
        .effects(&[UiEffect::UpdateDocument { number: 18, is_requested: false }])
        .dispatch(outdated.clone())
        .effects(&[]);
    assert_eq!(check.state.view.text_of(18), TextStatus::Loaded(Some(older)));
    let check = check.dispatch(received(18, Ok(Some(Arc::clone(&newer))))).dispatch(outdated).effects(&[]);
    assert_eq!(check.state.view.text_of(18), TextStatus::Loaded(Some(newer)));
}

#[test]
fn what_comes_for_an_earlier_proposal_does_not_end_the_update_of_the_open_one() {
    let older = text(Some(1));
    let check = Check::browser(&[])
        .dispatch(open(18))
        .dispatch(open(16))
        .dispatch(received(16, Ok(Some(Arc::clone(&older)))))
        .dispatch(Action::View(ViewAction::TextOutdated))
        .dispatch(received(18, Ok(None)))
        .dispatch(received(18, Err(LoadError::Module)));
    assert_eq!(check.state.view.text_update, LoadStatus::Loading);
    let check = check.dispatch(received(16, Err(LoadError::Reserve)));
    assert_eq!(check.state.view.text_of(16), TextStatus::Loaded(Some(older)));
    assert_eq!(check.state.view.text_update, LoadStatus::Failed(LoadError::Reserve));
}

#[test]
fn a_text_that_was_shown_whole_is_not_taken_apart_until_another_one_comes() {
    let check = Check::browser(&[]).dispatch(open(18)).dispatch(received(18, Ok(Some(text(None)))));
    assert!(!check.state.view.is_text_whole);
    let check = check.dispatch(Action::View(ViewAction::TextShown));
    assert!(check.state.view.is_text_whole);
    let check = check.dispatch(received(18, Ok(Some(text(None)))));
    assert!(!check.state.view.is_text_whole);
    let check = check.dispatch(Action::View(ViewAction::TextShown)).dispatch(open(16));
    assert!(!check.state.view.is_text_whole);
}

#[test]
fn an_older_text_stays_if_github_has_none_to_give() {
    let older = text(Some(1));
    let error = LoadError::Request(FeedError::Timeout);
    let check = Check::browser(&[])
        .dispatch(open(18))
        .dispatch(received(18, Ok(Some(Arc::clone(&older)))))
        .dispatch(Action::View(ViewAction::TextOutdated))
        .dispatch(received(18, Err(error)));
    assert_eq!(check.state.view.text_of(18), TextStatus::Loaded(Some(older)));
    assert_eq!(check.state.view.text_update, LoadStatus::Failed(error));
    let heading = UiEffect::Focus(FocusTarget::ProposalHeading);
    let check = check
        .dispatch(Action::View(ViewAction::TextRetried))
        .effects(&[UiEffect::UpdateDocument { number: 18, is_requested: true }, heading]);
    assert_eq!(check.state.view.text_update, LoadStatus::Loading);
    let check = check.dispatch(open(16));
    assert_eq!(check.state.view.text_update, LoadStatus::NotLoaded);
}

#[test]
fn a_failed_request_can_be_tried_again() {
    let check = Check::browser(&[])
        .dispatch(open(18))
        .dispatch(received(18, Err(LoadError::Request(FeedError::Timeout))));
    assert_eq!(check.state.view.text_of(18), TextStatus::Failed(LoadError::Request(FeedError::Timeout)));
    let retry = Action::View(ViewAction::TextRetried);
    let heading = UiEffect::Focus(FocusTarget::ProposalHeading);
    let check = check.dispatch(retry).effects(&[UiEffect::LoadDocument(18), heading]);
    assert_eq!(check.state.view.text_of(18), TextStatus::Loading);
}

#[test]
fn the_url_opens_a_proposal_and_a_number_that_is_none_opens_the_list() {
    let at = |value: &str| Action::UrlChanged(vec![("proposal", value.to_owned())]);
    Check::browser(&[])
        .dispatch(at("18"))
        .effects(&[keep_focus(FocusTarget::ProposalHeading), UiEffect::LoadDocument(18), ALL])
        .dispatch(at("x"))
        .effects(&[keep_focus(FocusTarget::Card(18)), keep_focus(FocusTarget::Results), OPEN]);
}

#[test]
fn the_page_scrolls_to_the_urls_section_once_the_text_is_shown_and_when_the_url_names_another() {
    let shown = || Action::View(ViewAction::TextShown);
    let at = || Action::UrlChanged(vec![("proposal", "18".to_owned())]);
    Check::browser(&[])
        .dispatch(at())
        .effects(&[keep_focus(FocusTarget::ProposalHeading), UiEffect::LoadDocument(18), ALL])
        .dispatch(shown())
        .effects(&[UiEffect::GoToSection])
        // The text is made anew when the proposal changes: the visitor may be elsewhere in it.
        .dispatch(shown())
        .effects(&[])
        .dispatch(at())
        .effects(&[UiEffect::GoToSection, ALL]);
}

#[test]
fn a_section_is_not_looked_for_in_another_proposal() {
    Check::browser(&[])
        .dispatch(Action::UrlChanged(vec![("proposal", "18".to_owned())]))
        .dispatch(open(16))
        .dispatch(Action::View(ViewAction::TextShown))
        .effects(&[]);
}

#[test]
fn a_list_has_no_view_of_a_proposal() {
    Check::with(&[("data-url", "query")])
        .dispatch(Action::UrlChanged(vec![("proposal", "18".to_owned())]))
        .effects(&[OPEN]);
}

#[test]
fn all_events_are_loaded_on_demand_and_belong_to_their_proposal() {
    let received = |number, result| Action::View(ViewAction::EventsReceived { number, result });
    let requested = |number| Action::View(ViewAction::EventsRequested(number));
    let check = Check::browser(&[]).dispatch(open(18));
    assert_eq!(check.state.view.events_of(18), EventsStatus::NotLoaded);
    let check = check.dispatch(requested(18)).effects(&[UiEffect::LoadEvents(18)]);
    assert_eq!(check.state.view.events_of(18), EventsStatus::Loading);
    let check = check.dispatch(received(18, Err(LoadError::Reserve)));
    assert_eq!(check.state.view.events_of(18), EventsStatus::Failed(LoadError::Reserve));
    let events = Arc::new(Vec::new());
    let check = check.dispatch(requested(18)).dispatch(received(18, Ok(Arc::clone(&events))));
    assert_eq!(check.state.view.events_of(18), EventsStatus::Loaded(events));
    let check = check.dispatch(requested(16)).dispatch(received(18, Err(LoadError::Reserve)));
    assert_eq!(check.state.view.events_of(18), EventsStatus::NotLoaded);
    assert_eq!(check.state.view.events_of(16), EventsStatus::Loading);
}

#[test]
fn decisions_only_holds_for_the_next_proposal_too() {
    let toggle = Action::View(ViewAction::DecisionsToggled);
    let check = Check::browser(&[]).dispatch(open(18)).dispatch(toggle.clone()).dispatch(open(16));
    assert!(check.state.view.only_decisions);
    assert!(!check.dispatch(toggle).state.view.only_decisions);
}

fn route(route: Route) -> Action {
    Action::View(ViewAction::RouteOpened(route))
}

const MEETING: Route = Route::Meeting(Baseline::LastMeeting);
const FOCUS_VIEW: UiEffect = UiEffect::Focus(FocusTarget::ViewHeading);

#[test]
fn a_place_of_the_navigation_is_a_history_entry_and_needs_the_meetings_and_all_proposals() {
    Check::browser(&[])
        .dispatch(Action::SortChanged(Sort::Number))
        .dispatch(route(MEETING))
        .effects(&[
            push(&[("sort", "number"), ("view", "meeting")]),
            UiEffect::RequestMeetings,
            ALL,
            FOCUS_VIEW,
        ])
        .dispatch(route(Route::Decisions))
        .effects(&[
            push(&[("sort", "number"), ("view", "decisions")]),
            UiEffect::RequestMeetings,
            ALL,
            FOCUS_VIEW,
        ])
        .dispatch(route(Route::List))
        .effects(&[push(&[("sort", "number")]), FOCUS_RESULTS]);
}

#[test]
fn what_the_agenda_is_compared_with_is_in_the_url_unless_it_is_the_last_meeting() {
    let choose = |baseline| Action::View(ViewAction::BaselineChosen(baseline));
    let check = Check::browser(&[])
        .dispatch(route(MEETING))
        .dispatch(choose(Baseline::Days(14)))
        .effects(&[push(&[("view", "meeting"), ("since", "14d")])])
        .dispatch(choose(Baseline::LastMeeting))
        .effects(&[push(&[("view", "meeting")])]);
    assert_eq!(check.state.view.route, MEETING);
}

#[test]
fn an_invalid_view_or_day_in_the_url_is_said_until_another_view_is_opened() {
    let at = |params: &[(&'static str, &str)]| {
        Action::UrlChanged(params.iter().map(|(key, value)| (*key, (*value).to_owned())).collect())
    };
    let keys = |check: &Check| check.state.invalid_params.iter().map(|param| param.key).collect::<Vec<_>>();
    let check = Check::browser(&[]).dispatch(at(&[("view", "meeting"), ("since", "soon")]));
    assert_eq!((check.state.view.route, keys(&check)), (MEETING, vec!["since"]));
    let check = check.dispatch(route(Route::Decisions));
    assert_eq!(keys(&check), [""; 0]);
    let check = check.dispatch(at(&[("view", "board")]));
    assert_eq!((check.state.view.route, keys(&check)), (Route::List, vec!["view"]));
}

#[test]
fn the_url_of_decisions_leads_to_a_day_once_they_are_shown() {
    let at = || Action::UrlChanged(vec![("view", "decisions".to_owned())]);
    Check::browser(&[])
        .dispatch(at())
        .effects(&[keep_focus(FocusTarget::ViewHeading), UiEffect::RequestMeetings, ALL])
        .dispatch(Action::View(ViewAction::TextShown))
        .effects(&[UiEffect::GoToSection])
        .dispatch(at())
        .effects(&[UiEffect::RequestMeetings, UiEffect::GoToSection, ALL]);
}

#[test]
fn a_text_that_was_copied_or_refused_is_said_until_something_else_is_shown() {
    let text = || ClipboardText { format: CopyFormat::Markdown, text: "# Minutes".to_owned() };
    let ended = |is_copied| Action::View(ViewAction::CopyEnded(text(), is_copied));
    let check = Check::browser(&[])
        .dispatch(route(MEETING))
        .dispatch(Action::View(ViewAction::CopyRequested(text())))
        .effects(&[UiEffect::Copy(text())])
        .dispatch(ended(true));
    assert_eq!(check.state.view.copy, Some(CopyStatus::Copied(CopyFormat::Markdown)));
    let check = check.dispatch(ended(false));
    assert_eq!(check.state.view.copy, Some(CopyStatus::Failed(text())));
    let check = check.dispatch(Action::View(ViewAction::BaselineChosen(Baseline::Days(14))));
    assert_eq!(check.state.view.copy, None);
}

#[test]
fn a_file_is_saved_once() {
    let file = || Download { name: "decisions.csv", media_type: "text/csv", text: "date".to_owned() };
    Check::browser(&[])
        .dispatch(Action::View(ViewAction::DownloadRequested(file())))
        .effects(&[UiEffect::Download(file())]);
}
