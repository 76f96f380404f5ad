// The states of a widget, each in the standalone page and in a list, in any language.
import { SNAPSHOT } from "./address.mjs";
import { ISSUES, RATE_LIMITED } from "./fixtures.mjs";
import { openBrowser, openList } from "./locales.mjs";
import { FAILED_REQUEST, NO_SNAPSHOT, NO_SNAPSHOT_CONSOLE, expect, freshness, openFilters, root } from "./page.mjs";
import { CONSOLE, line } from "./texts.mjs";

/** Long words, markup, right-to-left text and control characters in every field that people write. */
const HOSTILE_TITLE = "RFC: <img src=x onerror=alert(1)> \u202eאבג\u0000 " + "W".repeat(230) + " 🦀";
const hostile = {
  ...ISSUES[0],
  title: HOSTILE_TITLE,
  user: { login: "<script>alert(1)</script>" },
  labels: [{ name: "\"><b>x" + "y".repeat(60), color: "7057ff", description: "<i>" }],
  body: "The Core SIG & <script>alert(1)</script> <b>more</b>.",
};

const draftForVote = { ...ISSUES[0], draft: true, labels: [{ name: "vote at next meeting", color: "fbca04", description: null }] };

/**
 * `address` is the query, `answers` are for `open`; `state` and `trouble` are the attributes that the widget has then,
 * and `filtersOpen` says that its filters are opened.
 */
export const STATES = {
  ready: {},
  decided: { address: "?show=all" },
  vote: { address: "?sort=number", answers: { issues: [draftForVote, ...ISSUES.slice(1)] } },
  filtered: { address: "?sig=altarch&q=kernel&stage=submitted" },
  filters: { address: "?show=all&outcome=merged&tag=neither", filtersOpen: true, state: "empty" },
  empty: { address: "?q=nothing&sort=foo", state: "empty" },
  failed: { answers: { snapshot: NO_SNAPSHOT, list: () => "abort" }, state: "failed", trouble: "offline" },
  limited: { answers: { list: () => RATE_LIMITED }, trouble: "rate-limited" },
  loading: { answers: { snapshot: NO_SNAPSHOT, list: () => "hang" }, state: "loading" },
  hostile: { answers: { snapshot: NO_SNAPSHOT, issues: [hostile, ...ISSUES.slice(1)] } },
};

/** Opens the standalone page, or a list with a snapshot, in a state. */
export async function openState(page, expectedConsole, name, { view = "browser", lang = "en" } = {}) {
  const { address = "", answers = {}, state = "ready", trouble, filtersOpen } = STATES[name];
  if (answers.snapshot) expectedConsole.push(...NO_SNAPSHOT_CONSOLE);
  else if (answers.list) expectedConsole.push(FAILED_REQUEST);
  if (view === "browser") {
    await openBrowser(page, lang, address, answers);
  } else {
    // An invalid attribute is named in the console.
    if (name === "empty") expectedConsole.push(line(CONSOLE.invalidAttribute("data-sort", "foo")));
    const attributes = [...new URLSearchParams(address)].map(([key, value]) => `data-${key}="${value}"`).join(" ");
    const snapshot = answers.snapshot ? "" : `data-snapshot="${SNAPSHOT}"`;
    await openList(page, lang, `${attributes} ${snapshot}`, answers);
  }
  await expect(root(page)).toHaveAttribute("data-state", state);
  if (trouble) await expect(freshness(page)).toHaveAttribute("data-trouble", trouble);
  if (filtersOpen) await openFilters(page);
}
