// The states of a widget, each in the whole page and in a list, in any language.
import { ISSUES, LIMITED } from "./github.mjs";
import { openBrowser, openList } from "./languages.mjs";
import { FAILED_REQUEST, NO_SNAPSHOT, NO_SNAPSHOT_SAID, expect, freshness, root } from "./page.mjs";

/** Long words, markup, right-to-left text and controls in every place that people write to. */
const HOSTILE = "RFC: <img src=x onerror=alert(1)> \u202eאבג\u0000 " + "W".repeat(230) + " 🦀";
const hostile = {
  ...ISSUES[0],
  title: HOSTILE,
  user: { login: "<script>alert(1)</script>" },
  labels: [{ name: "\"><b>x" + "y".repeat(60), color: "7057ff", description: "<i>" }],
  body: "The Core SIG & <script>alert(1)</script> <b>more</b>.",
};

const late = { ...ISSUES[0], draft: true, labels: [{ name: "vote at next meeting", color: "fbca04", description: null }] };

/**
 * `address` is the filter, `settled` what the widget says of itself, `trouble` what of its data, and
 * `open` that its filters stand open.
 */
export const STATES = {
  ready: {},
  decided: { address: "?show=all" },
  vote: { address: "?sort=number", answers: { issues: [late, ...ISSUES.slice(1)] } },
  narrowed: { address: "?sig=altarch&q=kernel&stage=submitted" },
  filters: { address: "?show=all&outcome=merged&tag=neither", open: true, settled: "empty" },
  empty: { address: "?q=nothing&sort=foo", settled: "empty" },
  failed: { answers: { snapshot: NO_SNAPSHOT, list: () => "abort" }, settled: "failed", trouble: "offline" },
  limited: { answers: { list: () => LIMITED }, trouble: "rate-limited" },
  loading: { answers: { snapshot: NO_SNAPSHOT, list: () => "hang" }, settled: "loading" },
  hostile: { answers: { snapshot: NO_SNAPSHOT, issues: [hostile, ...ISSUES.slice(1)] } },
};

/** Opens the page, or a list with a snapshot, in a state. */
export async function openState(page, expectedConsole, name, { view = "browser", lang = "en" } = {}) {
  const { address = "", answers = {}, settled = "ready", trouble, open } = STATES[name];
  if (answers.snapshot) expectedConsole.push(...NO_SNAPSHOT_SAID);
  else if (answers.list) expectedConsole.push(FAILED_REQUEST);
  if (view === "browser") {
    await openBrowser(page, lang, address, answers);
  } else {
    // What a list is asked for by its attributes is said in the console if it means nothing.
    if (name === "empty") expectedConsole.push(/data-sort="foo" is ignored/);
    const attributes = [...new URLSearchParams(address)].map(([key, value]) => `data-${key}="${value}"`).join(" ");
    const snapshot = answers.snapshot ? "" : 'data-snapshot="/alesco/proposals.json"';
    await openList(page, lang, `${attributes} ${snapshot}`, answers);
  }
  await expect(root(page)).toHaveAttribute("data-state", settled);
  if (trouble) await expect(freshness(page)).toHaveAttribute("data-trouble", trouble);
  if (open) {
    const disclosure = page.locator(".alesco-disclosure");
    if (await disclosure.isVisible()) await disclosure.click();
    await expect(page.locator(".alesco-facets")).toBeVisible();
  }
}
