// Where the data comes from in WebKit: preloads, the saved copy, the snapshot, errors, and a second tab.
import assert from "node:assert/strict";
import { DOCUMENT_REQUESTS, FIRST_VISIT, LIST_REQUEST } from "../e2e/api-server.mjs";
import { EMBED, SNAPSHOT } from "../e2e/address.mjs";
import { MINUTE, OPEN_CARDS, OPEN_ISSUES, RATE_LIMITED, headers } from "../e2e/fixtures.mjs";
import { SNIPPET } from "../e2e/host-page.mjs";
import { withLang } from "../e2e/locales.mjs";
import { CATALOGUE_FOLDER, beginning, t } from "../e2e/texts.mjs";
import { setUp } from "./setup.mjs";

const { page, browser, test } = setUp();

const FAILED = { status: 503, body: "" };
const renamed = (suffix) => OPEN_ISSUES.map((issue) => ({ ...issue, title: `${issue.title}${suffix}` }));

/** Counts the requests left as GitHub does: one less with each response. */
function countDown(issues = () => OPEN_ISSUES) {
  let left = 60;
  page.api.list = (response) => response.writeHead(200, headers(--left)).end(JSON.stringify(issues()));
}

const lists = () => page.api.received.filter((path) => path === LIST_REQUEST).length;
const refresh = () => browser.run((text) => [...document.querySelectorAll(".alesco-freshness button")].find((button) => button.textContent.trim() === text).click(), t("refresh"));
const titleOf16 = () => document.querySelector('[data-proposal="16"] .al-rfc-title').textContent;
const titleEndsWith = (suffix) => browser.waitFor((suffix) => document.querySelector('[data-proposal="16"] .al-rfc-title')?.textContent.trim().endsWith(suffix), suffix);

test("the snippet's preload of the list answers the first request", async () => {
  countDown();
  await page.openHost();
  await page.expectCards(OPEN_CARDS);
  await page.expectSource("live");
  await page.expectRequests([LIST_REQUEST, ...DOCUMENT_REQUESTS]);
});

/** What asks GitHub again on a page that has preloaded the list. */
const AGAIN = {
  "Refresh": refresh,
  "the poll after ten minutes": () => browser.run((time) => advanceClock(time), 11 * MINUTE),
  "a list that is removed, and added when its copy is old,": async () => {
    await browser.run(() => (globalThis.removed = document.querySelector("[data-alesco-proposals]")).remove());
    // The module notices the removal once the page has changed.
    await browser.waitFor(() => !globalThis.removed.querySelector("article"));
    await browser.run((time) => advanceClock(time), 11 * MINUTE);
    await browser.run(() => document.querySelector("#proposals").append(globalThis.removed));
  },
};

for (const [what, act] of Object.entries(AGAIN)) {
  test(`${what} asks GitHub, though the page has preloaded the list`, async () => {
    let suffix = "";
    countDown(() => renamed(suffix));
    await page.openHost();
    await page.expectSource("live");
    suffix = " (changed)";
    await act();
    await titleEndsWith("(changed)");
    assert.equal(lists(), 2);
  });
}

test("another page of the site in the same tab is not live before GitHub was asked for it", async () => {
  let suffix = "";
  countDown(() => renamed(suffix));
  const first = page.hostPage();
  const second = page.hostPage("wiki.html");
  await browser.goto(first);
  await page.expectSource("live");
  await page.expectRequests(FIRST_VISIT);
  suffix = " (second page)";
  page.clock += 6 * MINUTE;
  try {
    await browser.goto(second);
    await titleEndsWith("(second page)");
    await page.expectSource("live");
    assert.ok(lists() >= 2);
  } finally {
    page.clock -= 6 * MINUTE;
  }
});

test("another page of the site in the same tab says live only with the list as it is then", async () => {
  let suffix = "";
  countDown(() => renamed(suffix));
  const pages = [page.hostPage(), page.hostPage("wiki.html")];
  await browser.goto(pages[0]);
  await page.expectSource("live");
  await page.expectRequests(FIRST_VISIT);
  suffix = " (changed)";
  await browser.goto(pages[1]);
  await page.expectCards(OPEN_CARDS);
  await page.waitUntilIdle();
  await browser.run(() => new Promise((resolve) => setTimeout(resolve, 500)));
  const [source, title] = await browser.run(() => [document.querySelector("section.alesco-proposals").dataset.source, document.querySelector('[data-proposal="16"] .al-rfc-title').textContent]);
  assert.equal(source === "live", title.trim().endsWith("(changed)"), `${source}: ${title}`);
});

test("the snippet's wasm is requested once", async () => {
  await page.openHost();
  await page.expectCards(OPEN_CARDS);
  assert.equal(page.requested.filter((path) => path.includes(".wasm")).length, 1, page.requested.join("\n"));
});

test("the standalone page's wasm is requested once", async () => {
  await page.openStandalone();
  await page.expectCards(OPEN_CARDS);
  assert.equal(page.requested.filter((path) => path.includes(".wasm")).length, 1, page.requested.join("\n"));
});

test("a preloaded translation is requested once", async () => {
  const folder = `${EMBED}${CATALOGUE_FOLDER}/`;
  const [version] = SNIPPET.head.match(/\?v=[\d.]+/);
  const head = `${SNIPPET.head}\n<link rel="preload" href="${folder}ar.json${version}" as="fetch">`;
  await page.openHost("almalinux.html", { head, edit: withLang("ar") });
  // The widget is in Arabic once it has the translation.
  await page.expectCards(OPEN_CARDS);
  assert.equal(await browser.run(() => document.querySelector("section.alesco-proposals").lang), "ar");
  assert.deepEqual(page.requested.filter((path) => path.startsWith(folder)), [`${folder}ar.json?v=${page.version}`]);
});

test("a second visit within five minutes shows the saved copy and sends no request", async () => {
  await page.openStandalone();
  await page.expectRequests(FIRST_VISIT);
  await page.expectSource("live");
  await browser.waitFor(() => Object.keys(localStorage).some((key) => key.startsWith("alesco-proposals")));
  await page.openStandalone();
  await page.expectCards(OPEN_CARDS);
  await page.expectSource("saved");
  await page.waitUntilIdle();
  assert.deepEqual(page.api.received, FIRST_VISIT);
});

test("while GitHub fails the saved copy stays, with its age and the reason", async () => {
  await page.openStandalone();
  await page.expectRequests(FIRST_VISIT);
  await browser.waitFor(() => Object.keys(localStorage).some((key) => key.startsWith("alesco-proposals")));
  page.api.list = FAILED;
  page.clock += 60 * MINUTE;
  try {
    page.expected.push(/Failed to load/);
    await page.openStandalone();
    await page.expectCards(OPEN_CARDS);
    await page.expectSource("saved");
    await page.expectText(".alesco-freshness", t("serverReason", { status: 503 }));
  } finally {
    page.clock -= 60 * MINUTE;
  }
});

test("where nothing could be loaded, the error says why, and Try again loads the list", async () => {
  page.api.list = FAILED;
  await page.openStandalone();
  await page.expectText(".alesco-error", t("serverTitle", { status: 503 }));
  page.api.list = undefined;
  await browser.run((text) => [...document.querySelectorAll(".alesco-error button")].find((button) => button.textContent.trim() === text).click(), t("tryAgain"));
  await page.expectCards(OPEN_CARDS);
  await page.expectSource("live");
});

test("a rate limit is named, with the time of the next attempt", async () => {
  page.api.list = RATE_LIMITED;
  await page.openStandalone();
  await page.expectText(".alesco-error", t("rateLimitedTitle"));
  await page.expectText(".alesco-error", beginning("nextAttempt"));
});

test("a response that is not JSON is an error, not an empty list", async () => {
  page.api.list = { headers: { ...headers(), "content-type": "text/html" }, body: "<!doctype html><title>Sign in</title>" };
  await page.openStandalone();
  await page.expectText(".alesco-error", t("malformedTitle"));
});

test("a snapshot is shown while GitHub fails, with its day", async () => {
  page.api.list = FAILED;
  await page.openStandalone("", `data-snapshot="${SNAPSHOT}"`);
  await page.expectSource("snapshot");
  await page.expectText(".alesco-freshness", beginning("snapshot"));
  assert.ok((await browser.run(() => document.querySelectorAll("article.al-rfc-card").length)) > 0);
});

test("a second tab shows the first one's list and sends no request", async () => {
  await page.openStandalone();
  await page.expectRequests(FIRST_VISIT);
  await page.expectSource("live");
  await page.waitUntilIdle();
  const first = await browser.window();
  await browser.openTab();
  await page.openStandalone();
  await page.expectCards(OPEN_CARDS);
  await page.expectSource("saved");
  await page.waitUntilIdle();
  assert.deepEqual(page.api.received, FIRST_VISIT);
  await browser.closeTab();
  await browser.switchTo(first);
});

test("a refresh in a second tab reaches the first one", async () => {
  await page.openStandalone();
  await page.expectRequests(FIRST_VISIT);
  await page.expectSource("live");
  const first = await browser.window();
  await browser.openTab();
  await page.openStandalone();
  await page.expectCards(OPEN_CARDS);
  page.api.list = { json: renamed(" (second tab)") };
  await refresh();
  await titleEndsWith("(second tab)");
  await browser.closeTab();
  await browser.switchTo(first);
  await titleEndsWith("(second tab)");
  assert.ok((await browser.run(titleOf16)).length > 0);
});
