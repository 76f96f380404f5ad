//! The actions of the user interface, and the effects that the runtime carries out.

use std::sync::Arc;

#[cfg(feature = "browser")]
use super::export::{ClipboardText, Download};
#[cfg(feature = "browser")]
use super::view::ViewAction;
#[cfg(feature = "browser")]
use super::visits::Visit;
use crate::github::Scope;
use crate::i18n::Catalog;
use crate::query::url_params::HistoryMode;
use crate::query::{FacetValue, Sort, StateFilter};

/// Something the visitor did, or that happened to the page.
#[derive(Clone, Debug)]
pub enum Action {
    /// The search field's text changed.
    SearchInput(String),
    /// The search field lost focus, or Enter was pressed in it.
    SearchCommitted,
    /// The time of [`UiEffect::StartSearchDebounce`] has passed.
    SearchDebounceElapsed,
    /// Escape was pressed in the search field.
    SearchEscaped,
    /// A facet's checkbox was pressed.
    FacetToggled(FacetValue),
    /// The button of an active filter was pressed.
    FilterRemoved(FacetValue),
    /// The button of the active search was pressed.
    SearchRemoved,
    /// "Clear filters" was pressed.
    FiltersCleared,
    /// Open, decided or all was chosen.
    StateFilterChanged(StateFilter),
    /// An order was chosen.
    SortChanged(Sort),
    /// The button that opens and closes the filters was pressed.
    FiltersToggled,
    /// "Show more" was pressed. Holds the number of the first card that it reveals.
    MoreRequested {
        /// The pull request number of that card.
        first_hidden: Option<u32>,
    },
    /// "Refresh" was pressed.
    RefreshRequested,
    /// "Try again" was pressed in the error panel.
    RetryRequested,
    /// The error panel is gone because the proposals are there.
    ErrorResolved,
    /// The page was opened, or the browser went back or forward. Holds the URL's parameters.
    UrlChanged(Vec<(&'static str, String)>),
    /// The messages of the visitor's language are there, or English ones in their place.
    CatalogLoaded(Arc<Catalog>),
    /// Something happened in the views of the standalone page.
    #[cfg(feature = "browser")]
    View(ViewAction),
}

/// What the runtime has to do after an [`Action`].
#[derive(Clone, Debug, PartialEq)]
pub enum UiEffect {
    /// Write these parameters into the page's URL.
    WriteUrl {
        /// The parameters that differ from the host page's preset.
        params: Vec<(&'static str, String)>,
        /// Whether the back button returns to what was there before.
        mode: HistoryMode,
    },
    /// Dispatch [`Action::SearchDebounceElapsed`] after the pause, instead of at an earlier request.
    StartSearchDebounce,
    /// Forget a pending debounce.
    CancelSearchDebounce,
    /// Tell the feed which proposals the query needs.
    RequestScope(Scope),
    /// Ask GitHub again.
    Refresh,
    /// Load the document or the description of a proposal, and dispatch [`ViewAction::DocumentReceived`].
    #[cfg(feature = "browser")]
    LoadDocument(u32),
    /// Load the document of this proposal from GitHub: the one that the site has is of an earlier time.
    #[cfg(feature = "browser")]
    UpdateDocument {
        /// The pull request's number.
        number: u32,
        /// True if the visitor pressed the button for it.
        is_requested: bool,
    },
    /// Load all events of a proposal, and dispatch [`ViewAction::EventsReceived`].
    #[cfg(feature = "browser")]
    LoadEvents(u32),
    /// Get the meetings that have minutes into the feed.
    #[cfg(feature = "browser")]
    RequestMeetings,
    /// Add a visit to those that the browser keeps.
    #[cfg(feature = "browser")]
    SaveVisit(Visit),
    /// Remove all visits that the browser keeps.
    #[cfg(feature = "browser")]
    ForgetVisits,
    /// Copy a text, and dispatch [`ViewAction::CopyEnded`].
    #[cfg(feature = "browser")]
    Copy(ClipboardText),
    /// Save a text as a file.
    #[cfg(feature = "browser")]
    Download(Download),
    /// Scroll to the section of the open view that the URL's fragment names, after the next update of the page.
    #[cfg(feature = "browser")]
    GoToSection,
    /// Move the focus after the next update of the page.
    Focus(FocusTarget),
    /// Move the focus to this element, without scrolling, if this update removes the focused one.
    KeepFocus(FocusTarget),
}

/// An element that can get the focus.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FocusTarget {
    /// The line with the number of results.
    Results,
    /// The search field.
    Search,
    /// The title of the card with this pull request number.
    Card(u32),
    /// The heading of the open proposal.
    #[cfg(feature = "browser")]
    ProposalHeading,
    /// The heading of the meeting or the decisions.
    #[cfg(feature = "browser")]
    ViewHeading,
}

impl FocusTarget {
    /// Returns the id of the element in the widget with this id.
    pub fn element_id(self, widget: u32) -> String {
        match self {
            FocusTarget::Results => format!("alesco-{widget}-result"),
            FocusTarget::Search => format!("alesco-{widget}-search"),
            FocusTarget::Card(number) => format!("alesco-{widget}-title-{number}"),
            #[cfg(feature = "browser")]
            FocusTarget::ProposalHeading => format!("alesco-{widget}-proposal"),
            #[cfg(feature = "browser")]
            FocusTarget::ViewHeading => format!("alesco-{widget}-view"),
        }
    }
}
