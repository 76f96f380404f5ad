//! The views of the standalone page: the list, and one proposal with its text.

use std::sync::Arc;

use super::action::{FocusTarget, UiEffect};
use super::update::Update;
use crate::feed::FeedError;
use crate::query::route::Route;
use crate::query::url_params::HistoryMode;
use crate::reading::OpenDocument;

/// Which view is open, and what it shows.
#[derive(Clone, Debug, Default)]
pub struct ViewState {
    /// The open view.
    pub route: Route,
    /// The text of the proposal that was opened last. Stays when the list is opened, so that the way back takes no
    /// request.
    pub text: Option<OpenText>,
    /// The view that the page was opened with.
    landing: Option<Route>,
    /// True from when the URL opens a proposal until its text is in the page. The page then goes to the section that
    /// the URL names.
    section_due: bool,
}

/// The text of a proposal.
#[derive(Clone, Debug)]
pub struct OpenText {
    /// The pull request's number.
    pub number: u32,
    /// How far loading it has come.
    pub status: TextStatus,
}

/// How far loading a proposal's text has come.
#[derive(Clone, Debug)]
pub enum TextStatus {
    /// It is under way.
    Loading,
    /// It is here: the document that the pull request adds; `None` if it adds none.
    Loaded(Option<Arc<OpenDocument>>),
    /// It could not be loaded.
    Failed(TextError),
}

/// A response is read once, so a document is equal to itself only. Comparing texts would cost more code.
impl PartialEq for TextStatus {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (TextStatus::Loading, TextStatus::Loading) => true,
            (TextStatus::Loaded(one), TextStatus::Loaded(other)) => {
                one.as_ref().map(Arc::as_ptr) == other.as_ref().map(Arc::as_ptr)
            }
            (TextStatus::Failed(one), TextStatus::Failed(other)) => one == other,
            _ => false,
        }
    }
}

/// Why a text could not be loaded.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum TextError {
    /// GitHub did not give the files.
    Request(FeedError),
    /// The document module could not be loaded, or is not of this build.
    Module,
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
    /// The document of a proposal arrived, or an error in its place.
    DocumentReceived {
        /// The pull request's number.
        number: u32,
        /// The document that it adds, if it adds one.
        result: Result<Option<Arc<OpenDocument>>, TextError>,
    },
}

impl ViewState {
    /// True if the proposal that is open may be missing in the list of open ones: a link led to it from elsewhere.
    pub fn needs_all_proposals(&self) -> bool {
        self.route != Route::List && self.landing == Some(self.route)
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
                    Route::List => FocusTarget::Results,
                };
                self.open(Route::List, focus);
            }
            ViewAction::TextShown => {
                if std::mem::take(&mut self.state.view.section_due) {
                    self.effects.push(UiEffect::GoToSection);
                }
            }
            ViewAction::TextRetried => {
                self.state.view.text = None;
                self.load_document();
                // The button goes.
                self.effects.push(UiEffect::Focus(FocusTarget::ProposalHeading));
            }
            ViewAction::DocumentReceived { number, result } => self.document_received(number, result),
        }
    }

    fn open(&mut self, route: Route, focus: FocusTarget) {
        self.state.view.route = route;
        self.state.view.section_due = false;
        self.write_url(HistoryMode::Push);
        self.load_document();
        self.effects.push(UiEffect::Focus(focus));
    }

    /// Takes the view from the URL.
    pub(super) fn read_route(&mut self, params: &[(&'static str, String)]) {
        let route = Route::parse(params);
        let is_open = std::mem::replace(&mut self.state.view.route, route) == route;
        let view = &mut self.state.view;
        view.landing.get_or_insert(route);
        view.section_due = route != Route::List && (!is_open || view.section_due);
        self.load_document();
        if is_open && route != Route::List {
            self.effects.push(UiEffect::GoToSection);
        }
    }

    /// Loads the text of the open proposal, unless it is here or under way.
    fn load_document(&mut self) {
        let Route::Proposal(number) = self.state.view.route else { return };
        if self.state.view.text.as_ref().is_none_or(|text| text.number != number) {
            self.state.view.text = Some(OpenText { number, status: TextStatus::Loading });
            self.effects.push(UiEffect::LoadDocument(number));
        }
    }

    /// Stores the text of the proposal that was opened last. That of an earlier one is ignored.
    fn document_received(&mut self, number: u32, result: Result<Option<Arc<OpenDocument>>, TextError>) {
        if let Some(text) = self.state.view.text.as_mut().filter(|text| text.number == number) {
            text.status = match result {
                Ok(document) => TextStatus::Loaded(document),
                Err(error) => TextStatus::Failed(error),
            };
        }
    }
}
