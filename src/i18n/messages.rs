//! Messages without arguments.

/// GitHub's name for an author whose account is deleted. Not translated.
pub const DELETED_USER: &str = "ghost";

/// Shown instead of the number of proposals while the list loads.
pub const LOADING: &str = "Loading proposals…";

/// Name of the progress bar of a list with several pages.
pub const PAGES: &str = "Pages loaded";

/// Empty result: the filters exclude every proposal.
pub const NOTHING_MATCHES: &str = "No proposals match these filters.";

/// Empty result without filters: no proposal is open.
pub const NO_OPEN_PROPOSALS: &str = "There are no open proposals right now.";

/// Empty result without filters, where decided proposals are shown, too.
pub const NO_PROPOSALS: &str = "There are no proposals to show yet.";

/// Notice: decided proposals are requested and could not be loaded.
pub const CLOSED_NOT_LOADED: &str = "The decided proposals could not be loaded.";

/// Status while the first response is awaited.
pub const LOADING_FROM_GITHUB: &str = "Loading from GitHub…";

/// Status: no proposals, and no request under way.
pub const LOAD_FAILED: &str = "Proposals could not be loaded.";

/// Button of the error panel that sends the request again.
pub const TRY_AGAIN: &str = "Try again";

/// Link of the error panel to the pull requests on GitHub.
pub const ON_GITHUB: &str = "See the proposals on GitHub";

/// Notice: the list ended before its last page.
pub const INCOMPLETE: &str = "Not all proposals could be loaded.";

/// Heading of the standalone page.
pub const PAGE_TITLE: &str = "ALESCo Proposals";

/// Line under the heading of the standalone page.
pub const PAGE_TAGLINE: &str =
    "What the AlmaLinux Engineering Steering Committee is deciding, straight from its pull requests.";

/// Heading of [`COMMITTEE_TEXT`].
pub const COMMITTEE: &str = "The committee";

/// Footer: what the committee is.
pub const COMMITTEE_TEXT: &str = "ALESCo, the AlmaLinux Engineering Steering Committee, decides on changes that shape the distribution. Anyone may propose one, as a pull request.";

/// Heading of [`LIFECYCLE_TEXT`].
pub const LIFECYCLE: &str = "How a proposal is decided";

/// Footer: the stages of a proposal, from submission to outcome.
pub const LIFECYCLE_TEXT: &str = "A submitted proposal is checked for form, then accepted for public discussion. When a decision is near, it goes to a vote at the next meeting. Once decided, it is closed.";

/// Heading of the links in the footer.
pub const TAKE_PART: &str = "Take part";

/// Name of the navigation landmark around the links in the footer.
pub const TAKE_PART_LABEL: &str = "More about ALESCo";

/// Link to the README of the repository.
pub const LINK_PROCESS: &str = "The process and the RFCs";

/// Link to open a pull request.
pub const LINK_PROPOSE: &str = "Submit a proposal";

/// Link to the chat channel.
pub const LINK_CHAT: &str = "Chat with the committee";

/// Link to the calendar of meetings.
pub const LINK_MEETINGS: &str = "Meetings: every other Thursday";

/// Link to the minutes of all meetings.
pub const LINK_MINUTES: &str = "Meeting minutes";

/// Legend of the stage filter.
pub const STAGE: &str = "Stage";

/// Legend of the choice between open, decided and all proposals.
pub const SHOW: &str = "Show";

/// Legend of the outcome filter.
pub const OUTCOME: &str = "Outcome";

/// Legend of the SIG filter.
pub const SIG: &str = "SIG";

/// Legend of the label filter.
pub const TAG: &str = "Tag";

/// Legend of the author filter.
pub const AUTHOR: &str = "Author";

/// Legend of the filter for who has to act.
#[cfg(feature = "browser")]
pub const WHOSE_TURN: &str = "Whose turn";

/// Legend of the filter for recent changes; mark of a section that changed since the last visit.
#[cfg(feature = "browser")]
pub const CHANGED: &str = "Changed";

/// Mark of a card.
#[cfg(feature = "browser")]
pub const CHANGED_SINCE_VISIT: &str = "Changed since your last visit";

/// Button that forgets which proposals this browser opened.
#[cfg(feature = "browser")]
pub const FORGET_VISITS: &str = "Forget my visits";

/// Before the links to the other documents of a pull request.
#[cfg(feature = "browser")]
pub const OTHER_DOCUMENTS: &str = "Other documents in this pull request:";

/// Beside the time of the next meeting.
#[cfg(feature = "browser")]
pub const COMMENT_BY: &str = "Comment by then.";

/// Name and placeholder of the search field.
pub const SEARCH: &str = "Search proposals";

/// Label of the choice of an order.
pub const SORT: &str = "Sort";

/// Label of the chips that name the filters in use.
pub const ACTIVE_FILTERS: &str = "Filters";

/// Button that removes all filters, beside the chips and in an empty result.
pub const CLEAR_FILTERS: &str = "Clear filters";

/// Button that reloads the list from GitHub.
pub const REFRESH: &str = "Refresh";

/// Evidence of a stage: an RFC number is assigned.
pub const NUMBER_ASSIGNED: &str =
    "An RFC number is assigned, which happens when a proposal is accepted for discussion.";

/// Evidence of an outcome: the pull request was merged, and no other source decides.
pub const KNOWN_BY_MERGE: &str = "Known from the merge of its pull request.";

/// Before a part of a proposal that was accepted.
pub const PARTLY_ACCEPTED: &str = "Accepted in part:";

/// Before a source that contradicts the stage or the outcome.
pub const CONTRADICTION: &str = "Another source says otherwise:";

/// Contradiction: a rejected or withdrawn proposal was merged.
pub const BUT_MERGED: &str = "Its pull request was merged, though.";

/// Contradiction: an accepted proposal was not merged.
pub const BUT_NOT_MERGED: &str = "Its pull request was closed without a merge, though.";

/// How a vote ended that has no figures.
pub const UNANIMOUS: &str = "unanimous";

/// Link from a proposal back to the list.
pub const ALL_PROPOSALS: &str = "All proposals";

/// Heading of the contents list of a proposal's text.
pub const ON_THIS_PAGE: &str = "On this page";

/// Heading of what the minutes say about a proposal.
pub const COMMITTEE_SAID: &str = "What the committee said";

/// Link to a proposal's pull request.
pub const COMMENT_ON_GITHUB: &str = "Comment on GitHub";

/// Link to a proposal's document.
pub const READ_ON_GITHUB: &str = "Read on GitHub";

/// Shown while a proposal's text is requested.
pub const LOADING_TEXT: &str = "Loading the text…";

/// Link to the proposal before this one in the filtered list.
pub const PREVIOUS_PROPOSAL: &str = "Previous proposal";

/// Link to the proposal after this one in the filtered list.
pub const NEXT_PROPOSAL: &str = "Next proposal";

/// Button that copies the address of the open proposal.
pub const COPY_LINK: &str = "Copy link";

/// Heading of the list of all that happened to a proposal.
pub const TIMELINE: &str = "Timeline";

/// Checkbox that hides all of the timeline but decisions and votes.
pub const DECISIONS_ONLY: &str = "Decisions only";

/// Button that asks GitHub for all events of a proposal.
pub const LOAD_HISTORY: &str = "Load the whole history";

/// Shown while all events are awaited.
pub const LOADING_HISTORY: &str = "Loading the history…";

/// Shown in the place of all events, before the reason.
pub const HISTORY_FAILED: &str = "The history could not be loaded.";

/// Reason: the last requests are left to others.
pub const FEW_REQUESTS_LEFT: &str = "Your network has few requests to GitHub left in this hour.";

/// Reason: GitHub does not have it.
pub const NOT_FOUND: &str = "Not found on GitHub.";

/// Reason: the module that reads documents could not be loaded, or is of another version.
pub const MODULE_FAILED: &str = "A file of this page did not arrive, or is of another version.";

/// Shown in the place of a proposal's text, before the reason.
pub const TEXT_FAILED: &str = "The text could not be loaded.";

/// Stands above the lines that a pull request adds to a document and removes from it.
pub const CHANGED_DOCUMENT: &str = "What this pull request changes in the document:";

/// Stands above the text of a proposal that has changed since.
pub const TEXT_OUTDATED: &str =
    "The proposal has changed since this text, and the new one could not be loaded.";

/// Stands above the text of a merged proposal.
pub const ON_DEFAULT_BRANCH: &str =
    "The document on the default branch, which may differ from the one that was merged.";

/// A link to the text of a merged proposal at that time.
pub const SEE_MERGED: &str = "See it as it was merged";

/// Stands above the text of a merged proposal, if the present one could not be loaded.
pub const AS_MERGED: &str = "The document as it was merged. It may have been changed since.";

/// A link to the present text of a merged proposal.
pub const SEE_CURRENT: &str = "See it as it is now";

/// Stands above the description of a pull request that has no document.
pub const DESCRIPTION: &str = "Description of the pull request:";

/// Shown in the place of a proposal's text.
pub const NO_DOCUMENT: &str =
    "There is no document and no description to show. See the pull request on GitHub.";

/// Heading of what a proposal's text lacks.
pub const TEMPLATE_CHECK: &str = "Compared with ALESCo’s template";

/// Hint for an author: the header has no RFC number.
pub const NUMBER_UNASSIGNED: &str = "The RFC number is not assigned yet.";

/// Badge of a draft pull request.
pub const DRAFT: &str = "Draft";

/// Badge of a pull request that proposes no RFC.
pub const NOT_AN_RFC: &str = "Not an RFC";

/// Link from an embedded list to the standalone page.
pub const BROWSE_ALL: &str = "Browse all proposals";

/// Link to the list of proposals, in the navigation of the standalone page.
pub const NAV_PROPOSALS: &str = "Proposals";

/// Link to the agenda of the next meeting, and its heading.
pub const NAV_MEETING: &str = "Meeting";

/// Link to all decisions, and their heading.
pub const NAV_DECISIONS: &str = "Decisions";

/// Stands in the place of the date of the next meeting.
pub const MEETING_UNKNOWN: &str = "The date of the next meeting is not known here.";

/// Button that saves the next meeting as a calendar's event.
pub const ADD_TO_CALENDAR: &str = "Add to calendar";

/// Name of a meeting in a calendar.
pub const COMMITTEE_MEETING: &str = "ALESCo meeting";

/// Label of the choice of the meeting that the agenda is compared with.
pub const CHANGES_SINCE: &str = "Changes since";

/// Stands in the place of an agenda that has no entries.
pub const AGENDA_EMPTY: &str = "Nothing is on the agenda.";

/// Stands in the place of what the minutes said last.
pub const NOT_IN_MINUTES: &str = "not yet in any minutes";

/// Button that copies an agenda or decisions as Markdown.
pub const COPY_MARKDOWN: &str = "Copy as Markdown";

/// Button that copies an agenda as plain text.
pub const COPY_TEXT: &str = "Copy as text";

/// Announced once something was copied.
pub const COPIED: &str = "Copied.";

/// Stands above the text that could not be copied.
pub const COPY_FAILED: &str = "The browser did not allow copying. Here is the text:";

/// Heading of what a vote needs.
pub const VOTES: &str = "Votes";

/// Shown while the minutes are requested.
pub const LOADING_MINUTES: &str = "Loading the minutes…";

/// Shown in the place of decisions.
pub const NO_MINUTES: &str = "No minutes are available here.";

/// Name and placeholder of the search field for decisions.
pub const SEARCH_DECISIONS: &str = "Search decisions";

/// Label of the choice of a year.
pub const YEAR: &str = "Year";

/// Choice of all years, or all SIGs.
pub const ANY: &str = "Any";

/// Empty result of a search for decisions.
pub const NO_DECISIONS: &str = "No decisions match.";
