// The widget's texts that tests look for. A change of copy is an edit in MESSAGES or in CONSOLE, and nowhere else.
import { readFileSync, readdirSync } from "node:fs";
import { sampled } from "./engines.mjs";

/** The folder of the catalogues: in the repository, and beside the module. */
export const CATALOGUE_FOLDER = "locales";
const CATALOGUES = new URL(`../../${CATALOGUE_FOLDER}/`, import.meta.url);

const cache = new Map();

/** The catalogue of a language: texts by key. */
export function catalogue(code) {
  if (!cache.has(code)) cache.set(code, JSON.parse(readFileSync(new URL(`${code}.json`, CATALOGUES), "utf8")));
  return cache.get(code);
}

/** The codes of the languages, which are the names of their catalogues. */
export const LANGUAGES = readdirSync(CATALOGUES).filter((name) => name !== "context.json").map((name) => name.replace(/\.json$/, "")).sort();

/** The languages that the tests of layout have: in Firefox a few, of different scripts. */
export const LAID_OUT = sampled(LANGUAGES, ["ar", "de", "en", "he", "ja", "ru"]);

/** The key of each message in the catalogues. Those with `_one` and the like there are named without. */
export const MESSAGES = {
  // Stages and outcomes.
  submitted: "Submitted",
  discussion: "Accepted for Discussion",
  vote: "Vote at Next Meeting",
  closed: "Closed",
  submittedHint: "checked for form",
  discussionHint: "open for comments",
  voteHint: "decision soon",
  closedHint: "decided",
  stageCount: "{stage}: {count}",
  accepted: "Accepted",
  merged: "Merged",
  outcomeUnknown: "Outcome not recorded",
  // Evidence.
  knownByMerge: "Known from the merge of its pull request.",
  minutesOf: "Minutes of {day}",
  numberAssigned: "An RFC number is assigned, which happens when a proposal is accepted for discussion.",
  partlyAccepted: "Accepted in part:",
  contradiction: "Another source says otherwise:",
  unanimous: "unanimous",
  voteFigures: "{for} to {against}",
  // Cards.
  rfc: "RFC {number}",
  notAnRfc: "Not an RFC",
  draft: "Draft",
  byline: "#{number} by {author}",
  opened: "opened {age}",
  updated: "updated {age}",
  step: "Step {step} of {steps}",
  mentioned: "Mentioned: “{sentence}”",
  decisionExpected: "Decision expected {day}",
  comments: "{count} comments",
  thumbsUp: "{count} thumbs-up",
  // Filters.
  stage: "Stage",
  show: "Show",
  outcome: "Outcome",
  sig: "SIG",
  noSig: "No SIG",
  tag: "Tag",
  author: "Author",
  open: "Open",
  decided: "Decided",
  all: "All",
  search: "Search proposals",
  sort: "Sort",
  sortByStage: "Nearest to a decision",
  sortByUpdate: "Latest change",
  sortByAge: "Newest",
  sortByComments: "Most comments",
  sortByNumber: "Number",
  filters: "Filters",
  filtersCount: "Filters ({count})",
  activeFilters: "Filters",
  removeFilter: "Remove {part}",
  searchFilter: "“{words}”",
  clear: "Clear filters",
  clearFilters: "Clear filters",
  proposals: "{count} proposals",
  proposalsShown: "{shown} of {count} proposals",
  showMore: "Show more ({count})",
  browseAll: "Browse all proposals",
  loading: "Loading proposals…",
  noMatch: "No proposals match these filters.",
  unknownParameter: "The page address contains an unknown value for {key}: “{value}”. It was ignored.",
  unknownName: "No proposal has the SIG or tag “{name}”.",
  // The status line.
  liveNow: "Last updated just now",
  live: "Last updated {age}",
  savedNow: "Showing a copy saved just now",
  saved: "Showing a copy saved {age}",
  snapshot: "Showing a snapshot from {day}",
  withReason: "{error} {status}.",
  refresh: "Refresh",
  changed: "{count} proposals are new or changed.",
  printSource: "From {address}, as of {time}",
  // Why it is not live, in the status line.
  offlineReason: "Could not reach GitHub.",
  timeoutReason: "GitHub did not respond in time.",
  rateLimitedReason: "GitHub’s request limit for your network has been reached.",
  notFoundReason: "The repository was not found on GitHub.",
  serverReason: "GitHub returned error {status}.",
  malformedReason: "GitHub’s response could not be read.",
  // The error panel.
  loadFailed: "Proposals could not be loaded.",
  decidedFailed: "The decided proposals could not be loaded.",
  offlineTitle: "Could not reach GitHub.",
  timeoutTitle: "GitHub did not respond in time.",
  rateLimitedTitle: "GitHub’s request limit for your network has been reached.",
  notFoundTitle: "The repository {repository} was not found on GitHub.",
  serverTitle: "GitHub returned error {status}.",
  malformedTitle: "GitHub’s response could not be read.",
  offlineHint: "Check your internet connection. A firewall or browser extension may be blocking GitHub.",
  notFoundHint: "It may have been moved or made private.",
  serverHint: "This is usually temporary.",
  refusedHint: "Trying again is unlikely to help. Please contact the site’s maintainers.",
  malformedHint: "A network sign-in page or a proxy may have answered instead of GitHub.",
  nextAttempt: "Next attempt at {time}.",
  tryAgain: "Try again",
  onGitHub: "See the proposals on GitHub",
  partial: "Not all proposals could be loaded.",
  unreadableEntries: "{count} entries could not be read.",
  missingDocuments: "{count} documents could not be read, so their RFC numbers and SIGs may be missing.",
  // Whose turn, and what changed.
  whoseTurn: "Whose turn: {party} ({reason})",
  board: "The board",
  committee: "The committee",
  mergeConflict: "the branch has a merge conflict",
  eventBy: "{name}: {event}, {day}",
  commented: "Commented",
  changedSinceVisit: "Changed since your last visit",
  changedSection: "Changed",
  forgetVisits: "Forget my visits",
  // One proposal.
  allProposals: "All proposals",
  loadingText: "Loading the text…",
  textFailed: "The text could not be loaded.",
  limitEnds: "The limit ends at {time}.",
  previousProposal: "Previous proposal",
  nextProposal: "Next proposal",
  copyLink: "Copy link",
  timeline: "Timeline",
  decisionsOnly: "Decisions only",
  loadHistory: "Load the whole history",
  historyFailed: "The history could not be loaded.",
  fewRequestsLeft: "Your network has few requests to GitHub left in this hour.",
  moduleFailed: "A file of this page did not arrive, or is of another version.",
  readOnGitHub: "Read on GitHub",
  onDefaultBranch: "The document on the default branch, which may differ from the one that was merged.",
  seeMerged: "See it as it was merged",
  asMerged: "The document as it was merged. It may have been changed since.",
  seeCurrent: "See it as it is now",
  textOutdated: "The proposal has changed since this text, and the new one could not be loaded.",
  changedDocument: "What this pull request changes in the document:",
  description: "Description of the pull request:",
  otherDocuments: "Other documents in this pull request:",
  noDocument: "There is no document and no description to show. See the pull request on GitHub.",
  notFound: "Not found on GitHub.",
  statusConflict: "The header says “{status}”, which no longer fits.",
  numberConflict: "The header says RFC {header}, the file name RFC {file}.",
  numberUnassigned: "The RFC number is not assigned yet.",
  noSuchProposal: "There is no proposal #{number} in this list.",
  // The meeting and the decisions.
  navProposals: "Proposals",
  navMeeting: "Meeting",
  navDecisions: "Decisions",
  meetingUnknown: "The date of the next meeting is not known here.",
  addToCalendar: "Add to calendar",
  changesSince: "Changes since",
  unchanged: "Unchanged",
  discussedOn: "discussed on {day}",
  noChangeSince: "no change since {day}",
  replacedBy: "replaced by {proposal}",
  copied: "Copied.",
  copyFailed: "The browser did not allow copying. Here is the text:",
  quorum:
    "Members: {members}. Needed for a vote: {quorum} present, and more than half of the votes cast. Unofficial, computed from the committee’s rules.",
  noMinutes: "No minutes are available here.",
  searchDecisions: "Search decisions",
  year: "Year",
  noDecisions: "No decisions match.",
  downloadAs: "Download as {format}",
  // The standalone page's header and footer.
  pageTitle: "ALESCo Proposals",
  pageLead: "What the AlmaLinux Engineering Steering Committee is deciding, straight from its pull requests.",
  committee: "The committee",
  committeeText: "ALESCo, the AlmaLinux Engineering Steering Committee, decides on changes that shape the distribution. Anyone may propose one, as a pull request.",
  lifecycle: "How a proposal is decided",
  lifecycleText: "A submitted proposal is checked for form, then accepted for public discussion. When a decision is near, it goes to a vote at the next meeting. Once decided, it is closed.",
  takePart: "Take part",
  moreLinks: "More about ALESCo",
  linkProcess: "The process and the RFCs",
  linkPropose: "Submit a proposal",
  linkChat: "Chat with the committee",
  linkMeetings: "Meetings: every other Thursday",
  linkMinutes: "Meeting minutes",
};

/** The key of a plural message: the form that this language has for this count. */
const pluralKey = (key, code, count) => `${key}_${new Intl.PluralRules(code).select(count)}`;

/**
 * A message in a language with its placeholders filled, as in `t("comments", { count: 2 }, "de")`. Without `values`
 * the placeholders stay. Throws on a message that the catalogue lacks, and on a value that the message has no place for.
 */
export function t(name, values = {}, code = "en") {
  const texts = catalogue(code);
  const key = MESSAGES[name];
  const text = texts[key] ?? texts[pluralKey(key, code, values.plural ?? values.count)];
  if (text === undefined) throw new Error(`${code}.json has no message "${name}" (${key})`);
  // A count may be there for its plural form only.
  const unused = Object.keys(values).find((place) => !["count", "plural"].includes(place) && !text.includes(`{${place}}`));
  if (unused) throw new Error(`"${text}" has no place for {${unused}}`);
  return Object.entries(values).reduce((filled, [place, value]) => filled.replace(`{${place}}`, () => value), text);
}

/** The key in the catalogue of a message's plural form. */
export const keyOf = (name, form) => (form ? `${MESSAGES[name]}_${form}` : MESSAGES[name]);

const escape = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** Matches names and texts that begin with a message, such as a checkbox's label with its count. */
export const startsWith = (name, values) => new RegExp(`^${escape(t(name, values))}`);

/** Matches texts that are a message with anything in its placeholders. */
export const anyOf = (name) => new RegExp(t(name).split(/\{\w+\}/).map(escape).join(".+"));

/** The part of a message before its placeholder. */
export const beginning = (name, code) => t(name, {}, code).split("{")[0];

/** Lines in the console, which are in English always. */
export const CONSOLE = {
  snapshotInvalid: (reason) => `the snapshot could not be used: ${reason}`,
  unreadableItem: (item, reason = "") => `item ${item} of a page could not be read: ${reason}`,
  invalidAttribute: (attribute, value, allowed = "") => `${attribute}="${value}" is not valid and was ignored. Allowed: ${allowed}`,
  catalogueFailed: (code) => `${CATALOGUE_FOLDER}/${code}.json could not be loaded, so the widget is in English`,
  limitEnds: "The limit ends at {time}.",
  moduleFailed: "could not start",
  /** The module to load for `data-view="browser"`. */
  browserModule: "alesco-browser.js",
};

/** Matches console lines that contain a text. */
export const line = (text) => new RegExp(escape(text));

/** What the standalone page says where no script runs. It stands in index.html, not in the catalogues. */
export const NO_SCRIPT = {
  needs: "needs JavaScript and WebAssembly",
  link: "the proposals on GitHub",
};
