//! The words that never change.

/// What GitHub calls the author whose account is deleted.
pub const DELETED_USER: &str = "ghost";

/// In place of the count while there is nothing to count.
pub const LOADING: &str = "Loading proposals…";

/// The pages of a long list.
pub const PAGES: &str = "Pages read";

/// There are proposals, but not as narrowed.
pub const NOTHING_MATCHES: &str = "No proposal matches all of this.";

/// There is no open proposal.
pub const NO_OPEN_PROPOSALS: &str = "No proposal is before the committee right now.";

/// There is no proposal, not even a decided one.
pub const NO_PROPOSALS: &str = "There are no such proposals yet.";

/// Decided proposals are asked for, and did not come.
pub const CLOSED_NOT_LOADED: &str = "The decided proposals could not be loaded.";

/// Nothing is there yet.
pub const LOADING_FROM_GITHUB: &str = "Asking GitHub…";

/// Nothing is there, and nothing will come by itself.
pub const LOAD_FAILED: &str = "Nothing could be loaded.";

/// The button that asks again.
pub const TRY_AGAIN: &str = "Try again";

/// The link to the same on GitHub.
pub const ON_GITHUB: &str = "See the proposals on GitHub";

/// More than is shown exists.
pub const INCOMPLETE: &str = "This is only a part of the list.";

/// The page's heading.
pub const PAGE_TITLE: &str = "ALESCo Proposals";

/// What the page is, under its heading.
pub const PAGE_TAGLINE: &str =
    "What the AlmaLinux Engineering Steering Committee is deciding, straight from its pull requests.";

/// Heading of what the committee is.
pub const COMMITTEE: &str = "The committee";

/// What the committee is.
pub const COMMITTEE_TEXT: &str = "ALESCo, the AlmaLinux Engineering Steering Committee, decides on changes that shape the distribution. Anyone may propose one, as a pull request.";

/// Heading of how a proposal moves.
pub const LIFECYCLE: &str = "How a proposal moves";

/// How a proposal moves.
pub const LIFECYCLE_TEXT: &str = "Once submitted, it is checked for form and accepted for discussion in the open. When a decision is near, it is up for a vote at the next meeting. The outcome closes it.";

/// Heading of the links.
pub const TAKE_PART: &str = "Take part";

/// What the links are about.
pub const TAKE_PART_LABEL: &str = "More about ALESCo";

/// The link to the repository.
pub const LINK_PROCESS: &str = "The process, and the RFCs themselves";

/// The link to open a pull request.
pub const LINK_PROPOSE: &str = "Open a proposal";

/// The link to the chat.
pub const LINK_CHAT: &str = "Talk to the committee: the alesco channel";

/// The link to the calendar.
pub const LINK_MEETINGS: &str = "Meetings: every other Thursday";

/// The link to the minutes.
pub const LINK_MINUTES: &str = "Minutes of the meetings";

/// What the four stages are.
pub const STAGE: &str = "Stage";

/// What open, decided and all are.
pub const SHOW: &str = "Show";

/// What the outcomes are.
pub const OUTCOME: &str = "Outcome";

/// What the SIGs are.
pub const SIG: &str = "SIG";

/// What the labels are.
pub const TAG: &str = "Tag";

/// The search field.
pub const SEARCH: &str = "Search proposals";

/// The choice of an order.
pub const SORT: &str = "Sort";

/// In front of what the list is narrowed to.
pub const ACTIVE_FILTERS: &str = "Narrowed to";

/// The button that takes all of it back.
pub const CLEAR: &str = "Clear";

/// The same, where nothing is left to show.
pub const CLEAR_FILTERS: &str = "Show all of them";

/// The button that asks GitHub now.
pub const REFRESH: &str = "Refresh";

/// A proposal that its author marked so.
pub const DRAFT: &str = "Draft";

/// A change of process and housekeeping.
pub const NOT_AN_RFC: &str = "Not an RFC";

/// The link to the standalone page.
pub const BROWSE_ALL: &str = "Browse all proposals";
