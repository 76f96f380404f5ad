// What every browser test uses: a page whose console and requests are watched, and where things are on it.
import { test as base, expect as baseExpect } from "@playwright/test";
import { readFileSync } from "node:fs";
import { DEMONSTRATION, FOLDER, HOST, OTHER } from "./address.mjs";
import { ENGINE } from "./engines.mjs";
import { firefoxLimit } from "./firefox-limits.mjs";
import { NOW, OPEN_CARDS } from "./fixtures.mjs";
import { GITHUB, mockGitHub } from "./github.mjs";
import { CONSOLE, anyOf, line } from "./texts.mjs";

const AXE = readFileSync(new URL("../../node_modules/axe-core/axe.min.js", import.meta.url), "utf8");

/** What the browser itself writes when a request fails: for tests that make one fail. */
export const FAILED_REQUEST = /Failed to load resource|net::ERR_|blocked by CORS policy|Same Origin Policy disallows/;

/** What Firefox writes when its driver adds the style `body {}` for a screenshot. The hash is that of the style. */
const SCREENSHOT_STYLE = /blocked an inline style .*'sha256-YjaKGiklmzC6wjXA513HAMmzus8VE61XCOT\+SmwNZWA='/;

/**
 * What the browser writes if a preload is not used within some seconds of the page's load: on a busy machine the module may
 * start later. A preload that is of no use shows by a request that is repeated.
 */
const UNUSED_PRELOAD = /preload.* not used within a few seconds/;

/** The only API requests that the program makes. */
const API_REQUESTS = /^\/(repos\/AlmaLinux\/ALESCo\/(issues\?state=(open|all)&per_page=100|pulls\/\d+\/files\?per_page=100(&page=\d+)?|issues\/\d+(\/timeline\?per_page=100)?|git\/blobs\/[0-9a-f]+|contents\/rfcs\/[^?]+)|repositories\/1\/issues\?page=\d+&per_page=100)$/;

/** Polls often at first: most of what tests wait for is there within a few milliseconds. */
const INTERVALS = [10, 20, 40, 80, 160, 320, 500];

/** `expect`, whose `poll` has those intervals. */
export const expect = Object.assign((...args) => baseExpect(...args), baseExpect, {
  poll: (callback, options) => baseExpect.poll(callback, { intervals: INTERVALS, ...options }),
});

/**
 * Firefox's driver accepts any medium to emulate, and ignores it. A test that needs another one than the browser has must
 * not pass without it.
 */
function refuseMedia(page) {
  const features = { colorScheme: "prefers-color-scheme", forcedColors: "forced-colors", reducedMotion: "prefers-reduced-motion" };
  page.emulateMedia = async ({ media, ...wanted }) => {
    const queries = Object.entries(wanted).filter(([, value]) => value).map(([name, value]) => `(${features[name]}: ${value})`);
    for (const query of media ? [media, ...queries] : queries) {
      const matches = await page.evaluate((query) => matchMedia(query).matches, query);
      if (!matches) throw new Error(`Firefox cannot be made to match ${query}`);
    }
  };
}

export const test = base.extend({
  /** Ends a test that cannot run in this engine. */
  limits: [
    async ({}, use, testInfo) => {
      const reason = ENGINE === "firefox" ? firefoxLimit(testInfo) : undefined;
      testInfo.skip(Boolean(reason), reason);
      await use();
    },
    { auto: true },
  ],

  /** The colours that the browser can be shown in, for `emulateMedia`. */
  colours: [[], { option: true }],

  /** Console lines that a test expects. All others fail it. */
  expectedConsole: async ({}, use) => use([]),

  /** True if a test makes the page repeat a request. Otherwise a repeated request fails it. */
  repeatsRequests: [false, { option: true }],

  /** The API that the page may ask. */
  api: async ({}, use) => use(GITHUB),

  /** Addresses of other sites that a test goes to. */
  allowedNavigations: [[], { option: true }],

  page: async ({ page, context, api, expectedConsole, repeatsRequests, allowedNavigations }, use) => {
    const unexpected = [];
    const requested = new Set();
    const watch = (kind, text) => {
      const expected = [...expectedConsole, UNUSED_PRELOAD, ...(ENGINE === "firefox" ? [SCREENSHOT_STYLE] : [])].some((pattern) => pattern.test(text));
      if (!expected) unexpected.push(`${kind}: ${text}`);
    };
    // Of all tabs.
    context.on("console", (message) => watch(message.type(), message.text()));
    context.on("weberror", (error) => watch("error", error.error().message));
    context.on("request", (request) => {
      const url = request.url();
      const own = [HOST, OTHER].includes(new URL(url).host);
      const repeated = requested.has(url) && !own && !repeatsRequests;
      requested.add(url);
      const known = url.startsWith(api.url) && API_REQUESTS.test(url.slice(api.url.length));
      const navigated = request.isNavigationRequest() && allowedNavigations.some((pattern) => pattern.test(url));
      if (repeated || !(own || navigated || known)) unexpected.push(`request: ${url}`);
    });
    if (ENGINE === "firefox") refuseMedia(page);
    await page.clock.setFixedTime(NOW);
    await use(page);
    expect(unexpected).toEqual([]);
  },
});

/** The texts that the standalone page's `data-texts` names. */
export const TEXT_FILES = "**/demo-texts/*.json";

/** The file that the standalone page's `data-snapshot` names. */
export const SNAPSHOT_FILE = "**/*proposals.json";

/**
 * Opens the standalone page with GitHub's answers. `snapshot` replaces the response for its snapshot. The site has no texts of
 * proposals, unless `texts` says which: then it returns the response for a number. Returns the requests to GitHub.
 */
export async function open(page, address = "", { snapshot, texts, ...answers } = {}) {
  await page.route(TEXT_FILES, (route) => {
    const number = Number(route.request().url().match(/(\d+)\.json$/)[1]);
    return route.fulfill(texts?.(number) ?? { json: null });
  });
  if (snapshot) await page.route(SNAPSHOT_FILE, (route) => route.fulfill(snapshot));
  const requests = await mockGitHub(page, answers);
  await page.goto(address);
  return requests;
}

/** The response where there is no snapshot, and what the console says then. */
export const NO_SNAPSHOT = { status: 404, body: "" };
export const NO_SNAPSHOT_CONSOLE = [line(CONSOLE.snapshotInvalid("not-found")), FAILED_REQUEST];

/** Opens the standalone page without a snapshot, so that all it shows comes from GitHub. */
export async function openLive(page, expectedConsole, address = "", answers = {}) {
  expectedConsole.push(...NO_SNAPSHOT_CONSOLE);
  return open(page, address, { snapshot: NO_SNAPSHOT, ...answers });
}

/** Gives the standalone page's mount attributes before the module runs. Those without a value are left out. */
export async function withAttributes(page, attributes) {
  const given = Object.entries(attributes).filter(([, value]) => value !== undefined);
  const text = given.map(([name, value]) => ` ${name}="${value}"`).join("");
  const isPage = (url) => [FOLDER, DEMONSTRATION].includes(url.pathname);
  await page.route(isPage, async (route) => {
    const response = await route.fetch();
    const body = (await response.text()).replace('data-view="browser"', `data-view="browser"${text}`);
    await route.fulfill({ response, body });
  });
}

export const root = (page) => page.locator("section.alesco-proposals");
export const card = (page, number) => page.locator(`article.al-rfc-card[data-proposal="${number}"]`);
export const freshness = (page) => page.locator(".alesco-freshness");
/** The number of results. */
export const status = (page) => page.getByRole("status");
/** The error panel. */
export const alert = (page) => page.locator(".alesco-error");
/** What the list is narrowed to. */
export const activeFilters = (page) => page.locator(".alesco-active-filters");
/** The checkbox of a filter's value. */
export const choice = (page, name, value) => page.locator(`input[type=checkbox][name="${name}"][value="${value}"]`);

/** The button that opens the filters, where there is no room for them. */
export const filtersButton = (scope) => scope.locator(".alesco-disclosure");

/** Opens the filters, where they are behind a button. */
export async function openFilters(scope) {
  const either = filtersButton(scope).or(scope.locator(".alesco-facets"));
  await expect(either.filter({ visible: true }).first()).toBeVisible();
  if (await filtersButton(scope).isVisible()) await filtersButton(scope).click();
  await expect(scope.locator(".alesco-facets")).toBeVisible();
}

/** The numbers of the cards, in their order, at one moment. */
export const cardNumbers = (page) =>
  page.evaluate(() => [...document.querySelectorAll("article.al-rfc-card")].map((card) => Number(card.dataset.proposal)));

/** Waits until the cards are these. */
export const expectCards = (page, expected) => expect.poll(() => cardNumbers(page)).toEqual(expected);

/** Waits until the cards say what is in their documents. */
export async function expectDocuments(scope) {
  await expect(card(scope, 16)).toHaveAttribute("data-rfc", "0008");
  await expect(card(scope, 18).locator("[data-sig]")).toHaveCount(2);
}

/** Waits until the open proposals are shown, with what is in their documents. */
export async function expectLoaded(page) {
  await expectCards(page, OPEN_CARDS);
  await expectDocuments(page);
}

/** How many cards there are at one moment. */
export const cardCount = (page) => cardNumbers(page).then((numbers) => numbers.length);

/** Whether the first element of a locator is mounted at one moment. */
export const isMounted = (locator) => locator.first().evaluate((element) => Symbol.for("alesco-proposals.mounted") in element);

/** Waits until the element is mounted. */
export const expectMounted = (locator) => expect.poll(() => isMounted(locator)).toBe(true);

/** Waits until the browser has painted twice. */
export const nextFrames = (page) =>
  page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));

/** Clicks "Show more", once the cards above it, which are laid out as they come into the window, have their heights. */
export async function clickShowMore(page) {
  const button = page.getByRole("button", { name: anyOf("showMore") });
  await button.scrollIntoViewIfNeeded();
  await nextFrames(page);
  await button.click();
}

/** What axe finds wrong, each with where; `without` are rules that do not apply. */
export async function axeViolations(page, { without = [] } = {}) {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(AXE);
  const values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
  const rules = Object.fromEntries(without.map((rule) => [rule, { enabled: false }]));
  const { violations } = await page.evaluate((options) => axe.run(options), { runOnly: { type: "tag", values }, rules });
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target} ${node.failureSummary}`));
}
