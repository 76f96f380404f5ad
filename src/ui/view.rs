//! The views of the standalone page: the list, one proposal with its text, the meeting, the decisions.

use std::sync::Arc;

use super::action::{FocusTarget, UiEffect};
use super::export::{ClipboardText, CopyStatus, Download};
use super::load_status::{LoadError, LoadStatus};
use super::update::Update;
use super::visits::{Visit, Visits};
use crate::meeting::DecisionFilter;
use crate::proposal::RecordedEvent;
use crate::query::Baseline;
use crate::query::route::Route;
use crate::query::url_params::HistoryMode;
use crate::reading::OpenDocument;

/// Which view is open, and what it shows.
#[derive(Clone, Debug, Default)]
pub struct ViewState {
    /// The open view.
    pub route: Route,
    /// The proposal that was opened last, and how far loading its text has come. Stays when the list is opened, so that
    /// the way back takes no request.
    text: Option<(u32, TextStatus)>,
    /// True once all of the text is in the page. When the view is built anew, no part of it may be missing: the visitor may
    /// read there.
    pub is_text_whole: bool,
    /// How far loading a newer text is, once the one that is shown turned out to be of an earlier time.
    pub text_update: LoadStatus<()>,
    /// The visit of the open proposal before this one.
    pub last_visit: Option<Visit>,
    /// True if timelines show only what decides something.
    pub only_decisions: bool,
    /// The proposal whose events were asked for last, and how far that is.
    events: Option<(u32, EventsStatus)>,
    /// Which decisions are shown.
    pub decisions: DecisionFilter,
    /// What became of the last attempt to copy.
    pub copy: Option<CopyStatus>,
    /// The view that the page was opened with.
    landing: Option<Route>,
    /// True from when the URL opens a view until its text is in the page. The page then goes to the section that the
    /// URL names.
    section_due: bool,
}

/// How far loading a proposal's text has come. It is the document of the pull request, or `None` if it has none.
pub type TextStatus = LoadStatus<Option<Arc<OpenDocument>>>;

/// How far loading all events of a proposal has come, oldest first. Until they are loaded the timeline has those of the
/// snapshot.
pub type EventsStatus = LoadStatus<Arc<Vec<RecordedEvent>>>;

/// A proposal beside the open one in the filtered list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Neighbor {
    /// The one before it.
    Previous,
    /// The one after it.
    Next,
}

impl Neighbor {
    /// Returns the id of the link to it, in the widget with this id.
    pub fn element_id(self, widget: u32) -> String {
        match self {
            Neighbor::Previous => format!("alesco-{widget}-previous"),
            Neighbor::Next => format!("alesco-{widget}-next"),
        }
    }
}

/// Something the visitor did with the views, or that became of it.
#[derive(Clone, Debug)]
pub enum ViewAction {
    /// A proposal's title was pressed.
    ProposalOpened(u32),
    /// The link back to the list was pressed.
    ListOpened,
    /// A link of the navigation was pressed.
    RouteOpened(Route),
    /// What the agenda is compared with was chosen.
    BaselineChosen(Baseline),
    /// A filter of the decisions was changed.
    DecisionsFiltered(DecisionFilter),
    /// A button that copies was pressed.
    CopyRequested(ClipboardText),
    /// A text was copied (`true`), or the browser refused.
    CopyEnded(ClipboardText, bool),
    /// A button that saves a file was pressed.
    DownloadRequested(Download),
    /// The text of the open view is in the page.
    TextShown,
    /// The text of a proposal is in the page.
    Visited(Visit),
    /// The browser keeps these visits.
    VisitsLoaded(Arc<Visits>),
    /// "Forget my visits" was pressed.
    VisitsForgotten,
    /// "Try again" was pressed in the place of a text that could not be loaded.
    TextRetried,
    /// The document of a proposal arrived, or an error in its place.
    DocumentReceived {
        /// The pull request's number.
        number: u32,
        /// The document, or else the description; `None` if there is neither.
        result: Result<Option<Arc<OpenDocument>>, LoadError>,
    },
    /// The open proposal has changed since its text was read.
    TextOutdated,
    /// "Decisions only" was pressed over the timeline.
    DecisionsToggled,
    /// "Load the whole history" was pressed, for the proposal of this number.
    EventsRequested(u32),
    /// The events of a proposal arrived, or an error in their place.
    EventsReceived {
        /// The pull request's number.
        number: u32,
        /// Its events, oldest first.
        result: Result<Arc<Vec<RecordedEvent>>, LoadError>,
    },
}

impl ViewState {
    /// Returns how far loading the text of a proposal has come.
    pub fn text_of(&self, number: u32) -> TextStatus {
        status_of(&self.text, number)
    }

    /// Returns how far loading the events of a proposal has come.
    pub fn events_of(&self, number: u32) -> EventsStatus {
        status_of(&self.events, number)
    }

    /// True if the open view may need more than the open proposals: it shows all, or a link from elsewhere led to one.
    pub fn needs_all_proposals(&self) -> bool {
        match self.route {
            Route::List => false,
            Route::Proposal(_) => self.landing == Some(self.route),
            Route::Meeting(_) | Route::Decisions => true,
        }
    }
}

fn status_of<T: Clone>(loaded: &Option<(u32, LoadStatus<T>)>, number: u32) -> LoadStatus<T> {
    let status = loaded.as_ref().filter(|(of, _)| *of == number);
    status.map(|(_, status)| status.clone()).unwrap_or_default()
}

/// Stores what was loaded for the proposal that was asked for last. What comes for an earlier one is ignored.
fn receive<T>(loaded: &mut Option<(u32, LoadStatus<T>)>, number: u32, result: Result<T, LoadError>) {
    if let Some((_, status)) = loaded.as_mut().filter(|(of, _)| *of == number) {
        *status = result.map_or_else(LoadStatus::Failed, LoadStatus::Loaded);
    }
}

/// Returns the id of the contents list of a proposal's text.
pub fn contents_id(widget: u32) -> String {
    format!("alesco-{widget}-contents-list")
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
                // The list may not have the card.
                self.effects.push(UiEffect::KeepFocus(FocusTarget::Results));
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
                self.state.view.is_text_whole = true;
                if std::mem::take(&mut self.state.view.section_due) {
                    self.effects.push(UiEffect::GoToSection);
                }
            }
            ViewAction::Visited(visit) => self.visited(visit),
            ViewAction::VisitsLoaded(visits) => self.state.visits = visits,
            ViewAction::VisitsForgotten => {
                self.state.visits = Arc::default();
                self.state.view.last_visit = None;
                self.effects.push(UiEffect::ForgetVisits);
                // The button goes.
                self.effects.push(UiEffect::Focus(FocusTarget::Results));
            }
            ViewAction::TextOutdated => {
                if self.state.view.text_update == LoadStatus::NotLoaded {
                    self.update_document(false);
                }
            }
            ViewAction::TextRetried if self.state.view.text_update != LoadStatus::NotLoaded => {
                self.update_document(true);
                self.effects.push(UiEffect::Focus(FocusTarget::ProposalHeading));
            }
            ViewAction::TextRetried => {
                self.state.view.text = None;
                self.load_document();
                // The button goes.
                self.effects.push(UiEffect::Focus(FocusTarget::ProposalHeading));
            }
            ViewAction::DocumentReceived { number, result } => {
                let view = &mut self.state.view;
                match (&view.text_update, result) {
                    _ if view.text.as_ref().is_none_or(|(of, _)| *of != number) => {}
                    // The older text stays.
                    (LoadStatus::Loading, Err(error)) => view.text_update = LoadStatus::Failed(error),
                    (update, result) => {
                        if *update == LoadStatus::Loading {
                            view.text_update = LoadStatus::Loaded(());
                        }
                        view.is_text_whole = false;
                        receive(&mut view.text, number, result);
                    }
                }
            }
            ViewAction::DecisionsToggled => {
                self.state.view.only_decisions = !self.state.view.only_decisions;
            }
            ViewAction::EventsRequested(number) => {
                self.state.view.events = Some((number, LoadStatus::Loading));
                self.effects.push(UiEffect::LoadEvents(number));
            }
            ViewAction::EventsReceived { number, result } => {
                receive(&mut self.state.view.events, number, result);
            }
        }
    }

    fn open(&mut self, route: Route, focus: FocusTarget) {
        self.state.view.route = route;
        self.recall_visit();
        self.state.view.section_due = false;
        self.state.view.is_text_whole = false;
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
        let before = std::mem::replace(&mut self.state.view.route, route);
        let is_open = before.is_same_view(route);
        let view = &mut self.state.view;
        view.landing.get_or_insert(route);
        if !is_open {
            self.recall_visit();
            // The browser restores where the page was scrolled to, and not the focus.
            let target = match (route, before) {
                (Route::List, Route::Proposal(number)) => FocusTarget::Card(number),
                (Route::List, _) => FocusTarget::Results,
                (Route::Proposal(_), _) => FocusTarget::ProposalHeading,
                (Route::Meeting(_) | Route::Decisions, _) => FocusTarget::ViewHeading,
            };
            self.effects.push(UiEffect::KeepFocus(target));
            if target != FocusTarget::Results && route == Route::List {
                // The list may not have the card.
                self.effects.push(UiEffect::KeepFocus(FocusTarget::Results));
            }
        }
        let view = &mut self.state.view;
        view.copy = None;
        view.section_due = route != Route::List && (!is_open || view.section_due);
        self.request_data();
        if is_open {
            self.go_to_section();
        }
    }

    /// Goes to the section of the open view that the URL names.
    pub(super) fn go_to_section(&mut self) {
        if self.state.view.route != Route::List {
            self.effects.push(UiEffect::GoToSection);
        }
    }

    /// Takes note of the last visit of the proposal that is being opened.
    fn recall_visit(&mut self) {
        self.state.view.last_visit = match self.state.view.route {
            Route::Proposal(number) => self.state.visits.get(number).cloned(),
            _ => None,
        };
    }

    fn visited(&mut self, visit: Visit) {
        if self.state.visits.get(visit.number) != Some(&visit) {
            Arc::make_mut(&mut self.state.visits).add(visit.clone());
            self.effects.push(UiEffect::SaveVisit(visit));
        }
    }

    /// Requests what the open view shows beyond the list.
    fn request_data(&mut self) {
        match self.state.view.route {
            Route::List => {}
            Route::Proposal(_) => self.load_document(),
            Route::Meeting(_) | Route::Decisions => self.effects.push(UiEffect::RequestMeetings),
        }
    }

    /// Loads the text of the open proposal, unless it is here or under way.
    fn load_document(&mut self) {
        let Route::Proposal(number) = self.state.view.route else { return };
        if self.state.view.text.as_ref().is_none_or(|(of, _)| *of != number) {
            self.state.view.text = Some((number, LoadStatus::Loading));
            self.state.view.text_update = LoadStatus::NotLoaded;
            self.effects.push(UiEffect::LoadDocument(number));
        }
    }

    /// Loads a newer text of the open proposal, while the one that is here is shown.
    fn update_document(&mut self, is_requested: bool) {
        if let Route::Proposal(number) = self.state.view.route {
            self.state.view.text_update = LoadStatus::Loading;
            self.effects.push(UiEffect::UpdateDocument { number, is_requested });
        }
    }
}
