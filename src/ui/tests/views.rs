//! Opening proposals, and going back to the list.

use super::*;
use crate::feed::FeedError;
use crate::query::route::Route;
use crate::reading::OpenDocument;
use crate::ui::{TextError, TextStatus, ViewAction};

fn open(number: u32) -> Action {
    Action::View(ViewAction::ProposalOpened(number))
}

fn received(number: u32, result: Result<Option<Arc<OpenDocument>>, TextError>) -> Action {
    Action::View(ViewAction::DocumentReceived { number, result })
}

fn status(check: &Check) -> Option<&TextStatus> {
    check.state.view.text.as_ref().map(|text| &text.status)
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
        .effects(&[push(&[("sort", "number")]), UiEffect::Focus(FocusTarget::Card(18))])
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
    assert_eq!(status(&check), Some(&TextStatus::Loading));
}

#[test]
fn a_failed_request_can_be_tried_again() {
    let check = Check::browser(&[])
        .dispatch(open(18))
        .dispatch(received(18, Err(TextError::Request(FeedError::Timeout))));
    assert_eq!(status(&check), Some(&TextStatus::Failed(TextError::Request(FeedError::Timeout))));
    let retry = Action::View(ViewAction::TextRetried);
    let heading = UiEffect::Focus(FocusTarget::ProposalHeading);
    let check = check.dispatch(retry).effects(&[UiEffect::LoadDocument(18), heading]);
    assert_eq!(status(&check), Some(&TextStatus::Loading));
}

#[test]
fn the_url_opens_a_proposal_and_a_number_that_is_none_opens_the_list() {
    let at = |value: &str| Action::UrlChanged(vec![("proposal", value.to_owned())]);
    Check::browser(&[])
        .dispatch(at("18"))
        .effects(&[UiEffect::LoadDocument(18), ALL])
        .dispatch(at("x"))
        .effects(&[OPEN]);
}

#[test]
fn the_page_scrolls_to_the_urls_section_once_the_text_is_shown_and_when_the_url_names_another() {
    let shown = || Action::View(ViewAction::TextShown);
    let at = || Action::UrlChanged(vec![("proposal", "18".to_owned())]);
    Check::browser(&[])
        .dispatch(at())
        .effects(&[UiEffect::LoadDocument(18), ALL])
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
