//! The views of the standalone page: the list, and one proposal with its text.

use std::sync::Arc;

use super::action::{FocusTarget, UiEffect};
use super::update::Update;
use crate::feed::FeedError;
use crate::github::PullFile;
use crate::query::route::Route;
use crate::query::url_params::HistoryMode;

/// Which view is open, and what it shows.
#[derive(Clone, Debug, Default)]
pub struct ViewState {
    /// The open view.
    pub route: Route,
    /// The text of the proposal that was opened last. Stays when the list is opened, so that the way back takes no
    /// request.
    pub text: Option<ProposalFiles>,
    /// True from when the URL opens a proposal until its text is in the page, which then scrolls to the section that the
    /// URL names.
    section_due: bool,
}

/// The files of a pull request, which hold the proposal's text.
#[derive(Clone, Debug)]
pub struct ProposalFiles {
    /// The pull request's number.
    pub number: u32,
    /// How far the request has come.
    pub status: FilesStatus,
}

/// How far the request of a proposal's files has come.
#[derive(Clone, Debug, PartialEq)]
pub enum FilesStatus {
    /// It is under way.
    Loading,
    /// They are here.
    Loaded(Arc<Vec<PullFile>>),
    /// They could not be loaded.
    Failed(FeedError),
}

/// Something the visitor did with the views, or that became of it.
#[derive(Clone, Debug)]
pub enum ViewAction {
    /// A proposal's title was pressed.
    ProposalOpened(u32),
    /// The link back to the list was pressed.
    ListOpened,
    /// The text of the open proposal is in the page.
    TextShown,
    /// "Try again" was pressed in the place of a text that could not be loaded.
    TextRetried,
    /// The files of a pull request arrived, or an error in their place.
    FilesReceived {
        /// The pull request's number.
        number: u32,
        /// Its files.
        result: Result<Vec<PullFile>, FeedError>,
    },
}

/// Returns the id of a heading of a proposal's text. The prefix keeps an author from taking the id of another element.
pub fn section_id(widget: u32, anchor: &str) -> String {
    format!("alesco-{widget}-section-{anchor}")
}

impl Update<'_> {
    pub(super) fn apply_view_action(&mut self, action: ViewAction) {
        match action {
            ViewAction::ProposalOpened(number) => {
                self.open(Route::Proposal(number), FocusTarget::ProposalHeading);
            }
            ViewAction::ListOpened => {
                let focus = match self.state.view.route {
                    Route::Proposal(number) => FocusTarget::Card(number),
                    Route::List => FocusTarget::Results,
                };
                self.open(Route::List, focus);
            }
            ViewAction::TextShown => {
                if std::mem::take(&mut self.state.view.section_due) {
                    self.effects.push(UiEffect::ScrollToSection);
                }
            }
            ViewAction::TextRetried => {
                self.state.view.text = None;
                self.request_files();
            }
            ViewAction::FilesReceived { number, result } => self.files_received(number, result),
        }
    }

    fn open(&mut self, route: Route, focus: FocusTarget) {
        self.state.view.route = route;
        self.write_url(HistoryMode::Push);
        self.request_files();
        self.effects.push(UiEffect::Focus(focus));
    }

    /// Takes the view from the URL.
    pub(super) fn read_route(&mut self, params: &[(&'static str, String)]) {
        let route = Route::parse(params);
        let is_open = std::mem::replace(&mut self.state.view.route, route) == route;
        self.state.view.section_due = !is_open && route != Route::List;
        self.request_files();
        if is_open && route != Route::List {
            self.effects.push(UiEffect::ScrollToSection);
        }
    }

    /// Requests the files of the open proposal, unless they are here or under way.
    fn request_files(&mut self) {
        let Route::Proposal(number) = self.state.view.route else { return };
        if self.state.view.text.as_ref().is_none_or(|text| text.number != number) {
            self.state.view.text = Some(ProposalFiles { number, status: FilesStatus::Loading });
            self.effects.push(UiEffect::RequestFiles(number));
        }
    }

    /// A response to an earlier request is ignored.
    fn files_received(&mut self, number: u32, result: Result<Vec<PullFile>, FeedError>) {
        if let Some(text) = self.state.view.text.as_mut().filter(|text| text.number == number) {
            text.status = match result {
                Ok(files) => FilesStatus::Loaded(Arc::new(files)),
                Err(error) => FilesStatus::Failed(error),
            };
        }
    }
}
