// The widget's texts that tests look for. A change of copy is an edit in MESSAGES or in CONSOLE, and nowhere else.
import { existsSync, readFileSync, readdirSync } from "node:fs";

const ROOT = new URL("../../", import.meta.url);
/** The folder of the catalogues: in the repository, and beside the module. */
export const CATALOGUE_FOLDER = ["locales", "i18n"].find((folder) => existsSync(new URL(folder, ROOT)));
const CATALOGUES = new URL(`${CATALOGUE_FOLDER}/`, ROOT);

const cache = new Map();

/** The catalogue of a language: texts by key. */
export function catalogue(code) {
  if (!cache.has(code)) cache.set(code, JSON.parse(readFileSync(new URL(`${code}.json`, CATALOGUES), "utf8")));
  return cache.get(code);
}

/** The codes of the languages, which are the names of their catalogues. */
export const LANGUAGES = readdirSync(CATALOGUES).map((name) => name.replace(/\.json$/, "")).sort();

/** The key of each message in the catalogues. Those with `_one` and the like there are named without. */
export const MESSAGES = {
  // Stages and outcomes.
  submitted: "Submitted",
  discussion: "Accepted for Discussion",
  vote: "Vote at Next Meeting",
  closed: "Closed",
  submittedHint: "checked for form",
  discussionHint: "in the open",
  voteHint: "a decision is near",
  closedHint: "decided",
  stageCount: "{stage}: {count}",
  accepted: "Accepted",
  merged: "Merged",
  outcomeUnknown: "Outcome not recorded",
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
  filters: "Filter",
  filtersCount: "Filter ({count})",
  activeFilters: "Narrowed to",
  removeFilter: "Remove {part}",
  searchFilter: "“{words}”",
  clear: "Clear",
  clearFilters: "Show all of them",
  proposals: "{count} proposals",
  proposalsShown: "{shown} of {count} proposals",
  showMore: "Show {count} more",
  browseAll: "Browse all proposals",
  loading: "Loading proposals…",
  noMatch: "No proposal matches all of this.",
  unknownParameter: "The address asks for {key} “{value}”, which does not exist. It is ignored.",
  unknownName: "No proposal has the SIG or tag “{name}”.",
  // The status line.
  liveNow: "Live, just now",
  live: "Live, {age}",
  savedNow: "Saved copy, just made",
  saved: "Saved copy, {duration} old",
  snapshot: "Snapshot of {day}",
  withReason: "{age}: {reason}",
  refresh: "Refresh",
  changed: "{count} proposals are new or changed.",
  printSource: "From {address}, as of {time}",
  // Why it is not live, in the status line.
  offlineReason: "GitHub cannot be reached",
  timeoutReason: "GitHub did not answer in time",
  rateLimitedReason: "GitHub’s limit for your network is used up until {time}",
  notFoundReason: "GitHub does not show the repository",
  serverReason: "GitHub answered with error {status}",
  malformedReason: "GitHub’s answer could not be understood",
  // The error panel.
  loadFailed: "Nothing could be loaded.",
  decidedFailed: "The decided proposals could not be loaded.",
  offlineTitle: "GitHub cannot be reached.",
  timeoutTitle: "GitHub did not answer within 15 seconds.",
  rateLimitedTitle: "GitHub’s hourly limit for your network is used up.",
  notFoundTitle: "GitHub shows no repository {repository}.",
  serverTitle: "GitHub answered with error {status}.",
  malformedTitle: "GitHub’s answer could not be understood.",
  offlineHint: "Check the connection, and whether something in between blocks the request.",
  timeoutHint: "The network may be slow.",
  notFoundHint: "It may have moved, or may not be public any more.",
  serverHint: "Such errors mostly pass.",
  refusedHint: "Waiting does not help: please tell whoever runs this page.",
  malformedHint: "A sign-in page or a proxy of the network may have answered instead.",
  nextAttempt: "This page asks again by itself at {time}.",
  tryAgain: "Try again",
  onGitHub: "See the proposals on GitHub",
  partial: "This is only a part of the list.",
  unreadableEntries: "{count} entries could not be read.",
  missingDocuments: "{count} documents could not be read, so their RFC numbers and SIGs may be missing.",
  // The standalone page's header and footer.
  pageTitle: "ALESCo Proposals",
  pageLead: "What the AlmaLinux Engineering Steering Committee is deciding, straight from its pull requests.",
  committee: "The committee",
  committeeText: "ALESCo, the AlmaLinux Engineering Steering Committee, decides on changes that shape the distribution. Anyone may propose one, as a pull request.",
  lifecycle: "How a proposal moves",
  lifecycleText: "Once submitted, it is checked for form and accepted for discussion in the open. When a decision is near, it is up for a vote at the next meeting. The outcome closes it.",
  takePart: "Take part",
  moreLinks: "More about ALESCo",
  linkProcess: "The process, and the RFCs themselves",
  linkPropose: "Open a proposal",
  linkChat: "Talk to the committee: the alesco channel",
  linkMeetings: "Meetings: every other Thursday",
  linkMinutes: "Minutes of the meetings",
};

/** The key of a plural message: the form that this language has for this count. */
const pluralKey = (key, code, count) => `${key}_${new Intl.PluralRules(code).select(count)}`;

/**
 * A message in a language with its placeholders filled, as in `t("comments", { count: 2 }, "de")`. Without `values`
 * the placeholders stay. Throws on a message that the catalogue lacks.
 */
export function t(name, values = {}, code = "en") {
  const texts = catalogue(code);
  const key = MESSAGES[name];
  const text = texts[key] ?? texts[pluralKey(key, code, values.plural ?? values.count)];
  if (text === undefined) throw new Error(`${code}.json has no message "${name}" (${key})`);
  return Object.entries(values).reduce((filled, [place, value]) => filled.replace(`{${place}}`, () => value), text);
}

/** The key in the catalogue of a message's plural form. */
export const keyOf = (name, form) => (form ? `${MESSAGES[name]}_${form}` : MESSAGES[name]);

const escape = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** Matches names and texts that begin with a message, such as a checkbox's label with its count. */
export const startsWith = (name, values) => new RegExp(`^${escape(t(name, values))}`);
export const endsWith = (name, values) => new RegExp(`${escape(t(name, values))}$`);

/** Matches texts that are a message with anything in its placeholders. */
export const anyOf = (name) => new RegExp(t(name).split(/\{\w+\}/).map(escape).join(".+"));

/** The part of a message before its placeholder. */
export const beginning = (name, code) => t(name, {}, code).split("{")[0];

/** Lines in the console, which are in English always. */
export const CONSOLE = {
  snapshotInvalid: (reason) => `the snapshot is of no use: ${reason}`,
  unreadableItem: (item, reason = "") => `item ${item} of a page could not be read: ${reason}`,
  invalidAttribute: (attribute, value, allowed = "") => `${attribute}="${value}" is ignored: allowed is ${allowed}`,
  catalogueFailed: (code) => `${CATALOGUE_FOLDER}/${code}.json cannot be read: it is English then`,
  moduleFailed: "could not start",
};

/** Matches console lines that contain a text. */
export const line = (text) => new RegExp(escape(text));

/** What the standalone page says where no script runs. It stands in index.html, not in the catalogues. */
export const NO_SCRIPT = {
  needs: "needs JavaScript and WebAssembly",
  link: "the proposals on GitHub",
};
