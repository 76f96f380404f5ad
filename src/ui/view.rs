//! The views of the standalone page: the list, one proposal with its text, the meeting, the decisions.

use std::sync::Arc;

use super::action::{FocusTarget, UiEffect};
use super::update::Update;
use crate::feed::FeedError;
use crate::meeting::DecisionFilter;
use crate::query::Baseline;
use crate::query::route::Route;
use crate::query::url_params::HistoryMode;
use crate::reading::ProposalText;

/// Which view is open, and what it shows.
#[derive(Clone, Debug, Default)]
pub struct ViewState {
    /// The open view.
    pub route: Route,
    /// The text of the proposal that was opened last. Stays when the list is opened, so that the way back takes no
    /// request.
    pub text: Option<ProposalFiles>,
    /// Which decisions are shown.
    pub decisions: DecisionFilter,
    /// What became of the last attempt to copy.
    pub copy: Option<CopyStatus>,
    /// The view that the page was opened with.
    landing: Option<Route>,
    /// True from when the URL opens a proposal until its text is in the page. The page then goes to the section that
    /// the URL names.
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
    /// They are here, with the document that the pull request adds; `None` if it adds none.
    Loaded(Option<Arc<OpenDocument>>),
    /// They could not be loaded.
    Failed(FeedError),
}

/// The document of a proposal.
#[derive(Debug)]
pub struct OpenDocument {
    /// Its path in the repository.
    pub path: String,
    /// Its text.
    pub text: ProposalText,
}

/// A response is parsed once, so a document is equal to itself only. Comparing texts would cost more code.
impl PartialEq for OpenDocument {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
    }
}

/// The format of a copied text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CopyFormat {
    /// Markdown.
    Markdown,
    /// Plain text.
    Text,
}

impl CopyFormat {
    /// Returns its value in `data-copy`.
    pub fn as_str(self) -> &'static str {
        match self {
            CopyFormat::Markdown => "markdown",
            CopyFormat::Text => "text",
        }
    }
}

/// A text to copy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Copy {
    /// Its format.
    pub format: CopyFormat,
    /// The text.
    pub text: String,
}

/// What became of an attempt to copy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CopyStatus {
    /// It is in the clipboard.
    Copied(CopyFormat),
    /// The browser refused. The text is shown instead.
    Failed(Copy),
}

/// A text to save as a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Download {
    /// The file's name.
    pub name: &'static str,
    /// Its media type.
    pub media_type: &'static str,
    /// The text.
    pub text: String,
}

/// Something the visitor did with the views, or that became of it.
#[derive(Clone, Debug)]
pub enum ViewAction {
    /// A proposal's title was pressed.
    ProposalOpened(u32),
    /// The link back to the list was pressed.
    ListOpened,
    /// A place of the navigation was pressed.
    RouteOpened(Route),
    /// What the agenda is compared with was chosen.
    BaselineChosen(Baseline),
    /// A filter of the decisions was changed.
    DecisionsFiltered(DecisionFilter),
    /// A button that copies was pressed.
    CopyRequested(Copy),
    /// A text was copied (`true`), or the browser refused.
    CopyEnded(Copy, bool),
    /// A button that saves a file was pressed.
    DownloadRequested(Download),
    /// The text of the open view is in the page.
    TextShown,
    /// "Try again" was pressed in the place of a text that could not be loaded.
    TextRetried,
    /// The files of a pull request arrived, or an error in their place.
    FilesReceived {
        /// The pull request's number.
        number: u32,
        /// The document among its files.
        result: Result<Option<Arc<OpenDocument>>, FeedError>,
    },
}

impl ViewState {
    /// True if the open view may need more than the open proposals: it shows all, or a link from elsewhere led to one.
    pub fn needs_all_proposals(&self) -> bool {
        match self.route {
            Route::List => false,
            Route::Proposal(_) => self.landing == Some(self.route),
            Route::Meeting(_) | Route::Decisions => true,
        }
    }
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
                    _ => FocusTarget::Results,
                };
                self.open(Route::List, focus);
            }
            ViewAction::RouteOpened(route) => {
                let is_list = route == Route::List;
                self.open(route, if is_list { FocusTarget::Results } else { FocusTarget::ViewHeading });
            }
            ViewAction::BaselineChosen(baseline) => {
                self.state.view.route = Route::Meeting(baseline);
                self.state.view.copy = None;
                self.state.invalid_params.clear();
                self.write_url(HistoryMode::Push);
            }
            ViewAction::DecisionsFiltered(filter) => {
                self.state.view.decisions = filter;
                self.state.view.copy = None;
            }
            ViewAction::CopyRequested(copy) => self.effects.push(UiEffect::Copy(copy)),
            ViewAction::CopyEnded(copy, true) => self.state.view.copy = Some(CopyStatus::Copied(copy.format)),
            ViewAction::CopyEnded(copy, false) => self.state.view.copy = Some(CopyStatus::Failed(copy)),
            ViewAction::DownloadRequested(download) => self.effects.push(UiEffect::Download(download)),
            ViewAction::TextShown => {
                if std::mem::take(&mut self.state.view.section_due) {
                    self.effects.push(UiEffect::GoToSection);
                }
            }
            ViewAction::TextRetried => {
                self.state.view.text = None;
                self.request_files();
                // The button goes.
                self.effects.push(UiEffect::Focus(FocusTarget::ProposalHeading));
            }
            ViewAction::FilesReceived { number, result } => self.files_received(number, result),
        }
    }

    fn open(&mut self, route: Route, focus: FocusTarget) {
        self.state.view.route = route;
        self.state.view.section_due = false;
        self.state.view.copy = None;
        self.state.invalid_params.clear();
        self.write_url(HistoryMode::Push);
        self.request_data();
        if matches!(route, Route::Meeting(_) | Route::Decisions) {
            self.request_scope();
        }
        self.effects.push(UiEffect::Focus(focus));
    }

    /// Takes the view from the URL.
    pub(super) fn read_route(&mut self, params: &[(&'static str, String)]) {
        let (route, invalid) = Route::parse(params);
        self.state.invalid_params.extend(invalid);
        let is_open = std::mem::replace(&mut self.state.view.route, route).is_same_view(route);
        let view = &mut self.state.view;
        view.landing.get_or_insert(route);
        view.copy = None;
        view.section_due = route != Route::List && (!is_open || view.section_due);
        self.request_data();
        if is_open && route != Route::List {
            self.effects.push(UiEffect::GoToSection);
        }
    }

    /// Requests what the open view shows beyond the list.
    fn request_data(&mut self) {
        match self.state.view.route {
            Route::List => {}
            Route::Proposal(_) => self.request_files(),
            Route::Meeting(_) | Route::Decisions => self.effects.push(UiEffect::RequestMeetings),
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

    /// Stores the files of the proposal that was opened last. Those of an earlier one are ignored.
    fn files_received(&mut self, number: u32, result: Result<Option<Arc<OpenDocument>>, FeedError>) {
        if let Some(text) = self.state.view.text.as_mut().filter(|text| text.number == number) {
            text.status = match result {
                Ok(document) => FilesStatus::Loaded(document),
                Err(error) => FilesStatus::Failed(error),
            };
        }
    }
}
