// What every browser test stands on: a page whose console and requests are watched.
import { test as base, expect } from "@playwright/test";
import { readFileSync } from "node:fs";
import { HOST, OTHER } from "./address.mjs";
import { NOW, github } from "./github.mjs";

const AXE = readFileSync(new URL("../../node_modules/axe-core/axe.min.js", import.meta.url), "utf8");

/** What the browser itself writes when a request fails: for tests that make one fail. */
export const FAILED_REQUEST = /Failed to load resource|net::ERR_|blocked by CORS policy/;

/** The only addresses of the API that this program asks. */
const ASKED = /^\/(repos\/AlmaLinux\/ALESCo\/(issues\?state=(open|all)&per_page=100|pulls\/\d+\/files)|repositories\/1\/issues\?page=\d+&per_page=100)$/;

export const test = base.extend({
  /** Console lines that a test expects. All others fail it. */
  expectedConsole: async ({}, use) => use([]),

  /** Whether a test makes the page ask for the same twice. */
  asksAgain: [false, { option: true }],

  /** Where the API is that the page may ask. */
  api: async ({}, use) => use({ url: "https://api.github.com" }),

  /** Addresses of pages that a test goes to. */
  opens: [[], { option: true }],

  page: async ({ page, context, api, expectedConsole, asksAgain, opens }, use) => {
    const unexpected = [];
    const asked = new Set();
    const watch = (kind, text) => {
      const expected = expectedConsole.some((pattern) => pattern.test(text));
      if (!expected) unexpected.push(`${kind}: ${text}`);
    };
    // Of all tabs.
    context.on("console", (message) => watch(message.type(), message.text()));
    context.on("weberror", (error) => watch("error", error.error().message));
    context.on("request", (request) => {
      const url = request.url();
      const own = [HOST, OTHER].includes(new URL(url).host);
      const again = asked.has(url) && !own && !asksAgain;
      asked.add(url);
      const known = url.startsWith(api.url) && ASKED.test(url.slice(api.url.length));
      const opened = request.isNavigationRequest() && opens.some((pattern) => pattern.test(url));
      if (again || !(own || opened || known)) unexpected.push(`request: ${url}`);
    });
    await page.clock.setFixedTime(NOW);
    await use(page);
    expect(unexpected).toEqual([]);
  },
});

/** Opens the page with GitHub's answers; `snapshot` is a path's answer, none for the real file. */
export async function open(page, address = "", { snapshot, ...answers } = {}) {
  if (snapshot) await page.route("**/proposals.json", (route) => route.fulfill(snapshot));
  const asked = await github(page, answers);
  await page.goto(address);
  return asked;
}

/** A page without a snapshot, which is what most tests want: all they see comes from GitHub. */
export const NO_SNAPSHOT = { status: 404, body: "" };
export const NO_SNAPSHOT_SAID = [/the snapshot is of no use: not-found/, FAILED_REQUEST];

/** A page without a snapshot, opened. */
export async function openLive(page, expectedConsole, address = "", answers = {}) {
  expectedConsole.push(...NO_SNAPSHOT_SAID);
  return open(page, address, { snapshot: NO_SNAPSHOT, ...answers });
}

export const root = (page) => page.locator("section.alesco-proposals");
export const card = (page, number) => page.locator(`article.al-rfc-card[data-proposal="${number}"]`);
export const freshness = (page) => page.locator(".alesco-freshness");

/** The numbers of the cards, in their order, at one moment. */
export const numbers = (page) =>
  page.evaluate(() => [...document.querySelectorAll("article.al-rfc-card")].map((card) => Number(card.dataset.proposal)));

/** Waits until the cards are these. */
export const expectCards = (page, expected) => expect.poll(() => numbers(page)).toEqual(expected);

/** What axe finds wrong, each with where; `without` are rules that do not apply. */
export async function faults(page, { without = [] } = {}) {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(AXE);
  const values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
  const rules = Object.fromEntries(without.map((rule) => [rule, { enabled: false }]));
  const { violations } = await page.evaluate((options) => axe.run(options), { runOnly: { type: "tag", values }, rules });
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target} ${node.failureSummary}`));
}

export { expect };
