// Back and forward in WebKit: within the page, and between pages through its page cache.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { FOLDER, SNAPSHOT } from "../e2e/address.mjs";
import { MINUTE, OPEN_CARDS } from "../e2e/fixtures.mjs";
import { setUp } from "./setup.mjs";

const { page, browser, test } = setUp();

const SEARCH = "input[name=q]";
/** WebKit's Back passes over entries that no click of a person has made. */
const choose = (name, value) => browser.click(`label:has(> input[name="${name}"][value="${value}"])`);

/** Opens the list of the standalone page. */
async function openList() {
  await page.openStandalone();
  await page.expectCards(OPEN_CARDS);
  // WebKit need not keep a page that waits for responses.
  await page.expectDocuments();
}

/** Opens the decisions on the standalone page, with the demonstration's minutes. */
async function openDecisions() {
  page.edits[SNAPSHOT] = () => readFileSync(new URL("../../snapshot/proposals.json", import.meta.url), "utf8");
  await page.openStandalone("?view=decisions", `data-snapshot="${SNAPSHOT}"`);
  await page.expectSource("live");
  await page.waitUntilIdle();
}

/** Waits until the decisions are those of these days. */
const expectDecisions = (days) =>
  browser.waitForValue(days, () => [...document.querySelectorAll("ol[data-decisions] > li[data-date]:not([hidden])")].map((item) => item.dataset.date));

/** Opens a view of the standalone page, narrows it, goes to another page and comes back. */
async function leaveAndReturn(narrow, open = openList) {
  await open();
  await narrow();
  await browser.goto(`${page.origin}/empty/`);
  await browser.back();
  await expectFromPageCache();
}

/** Waits until the standalone page is here again, as the page cache kept it. */
const expectFromPageCache = () => browser.waitFor((path) => location.pathname === path && globalThis.fromPageCache === true, FOLDER);

test("Back and Forward undo and redo a filter", async () => {
  await page.openStandalone();
  await page.expectCards(OPEN_CARDS);
  await choose("stage", "submitted");
  await page.expectCards([18, 17]);
  await browser.back();
  await page.expectCards(OPEN_CARDS);
  await page.expectProperty('input[name=stage][value="submitted"]', "checked", false);
  await browser.forward();
  await page.expectCards([18, 17]);
  await page.expectProperty('input[name=stage][value="submitted"]', "checked", true);
});

test("Back undoes a search, also in its field", async () => {
  await page.openStandalone();
  await page.expectCards(OPEN_CARDS);
  await browser.type(SEARCH, "kernel");
  await page.expectQuery("?q=kernel");
  await browser.back();
  await page.expectCards(OPEN_CARDS);
  await page.expectProperty(SEARCH, "value", "");
});

test("a page that comes back from the page cache has its search in the field, the address and the cards", async () => {
  await leaveAndReturn(async () => {
    await browser.type(SEARCH, "kernel");
    await page.expectCards([18]);
    await page.expectQuery("?q=kernel");
  });
  await page.expectProperty(SEARCH, "value", "kernel");
  await page.expectCards([18]);
  await page.expectQuery("?q=kernel");
});

test("typing after the return from the page cache goes on with the words that were there", async () => {
  await leaveAndReturn(async () => {
    await browser.type(SEARCH, "ker");
    await page.expectQuery("?q=ker");
  });
  await page.expectProperty(SEARCH, "value", "ker");
  await browser.type(SEARCH, "nel");
  await page.expectProperty(SEARCH, "value", "kernel");
  await page.expectQuery("?q=kernel");
  await page.expectCards([18]);
});

test("checkboxes agree with the cards after the return from the page cache", async () => {
  await leaveAndReturn(async () => {
    await choose("stage", "submitted");
    await page.expectCards([18, 17]);
    await page.expectQuery("?stage=submitted");
  });
  await page.expectProperty('input[name=stage][value="submitted"]', "checked", true);
  await page.expectCards([18, 17]);
});

test("the search of the decisions agrees with what is shown after the return from the page cache", async () => {
  const field = "input[name=decision]";
  const days = ["2025-05-28", "2025-05-28"];
  await leaveAndReturn(async () => {
    await browser.type(field, "RFC approved");
    await expectDecisions(days);
  }, openDecisions);
  await page.expectProperty(field, "value", "RFC approved");
  await expectDecisions(days);
});

test("the order agrees with its select after the return from the page cache", async () => {
  await leaveAndReturn(async () => {
    await browser.run(() => {
      const select = document.querySelector("select[name=sort]");
      select.value = "number";
      select.dispatchEvent(new Event("change", { bubbles: true }));
    });
    await page.expectQuery("?sort=number");
  });
  await page.expectProperty("select[name=sort]", "value", "number");
  await page.expectCards([18, 17, 16]);
});

test("Forward brings a page from the page cache, as Back does", async () => {
  await browser.goto(`${page.origin}/empty/`);
  await page.openStandalone();
  await page.expectCards(OPEN_CARDS);
  await page.expectDocuments();
  await choose("stage", "submitted");
  await page.expectQuery("?stage=submitted");
  await browser.back();
  await page.expectCards(OPEN_CARDS);
  await browser.back();
  await browser.waitFor(() => location.pathname === "/empty/");
  await browser.forward();
  await expectFromPageCache();
  await page.expectCards(OPEN_CARDS);
  await browser.forward();
  await page.expectCards([18, 17]);
  await page.expectProperty('input[name=stage][value="submitted"]', "checked", true);
});

test("a return from the page cache sends no request while the list is young", async () => {
  await leaveAndReturn(() => page.expectSource("live"));
  await page.expectCards(OPEN_CARDS);
  await page.waitUntilIdle();
  assert.equal(page.api.received.filter((path) => path.includes("/issues?")).length, 1);
});

test("a page that comes back after ten minutes refreshes its list", async () => {
  await leaveAndReturn(() => page.expectSource("live"));
  await browser.run((time) => advanceClock(time), 11 * MINUTE);
  await browser.waitFor(() => true);
  const requested = () => page.api.received.filter((path) => path.includes("/issues?")).length;
  for (let attempts = 0; attempts < 200 && requested() < 2; attempts++) await browser.run(() => new Promise((resolve) => setTimeout(resolve, 50)));
  assert.equal(requested(), 2);
});

test("a reload keeps the filter of the address, and the field has its words", async () => {
  await page.openStandalone("?q=kernel&stage=submitted");
  await page.expectCards([18]);
  await browser.reload();
  await page.expectCards([18]);
  await page.expectProperty(SEARCH, "value", "kernel");
});

test("a router's state in the history stays when a filter is chosen", async () => {
  await page.openStandalone();
  await page.expectCards(OPEN_CARDS);
  await browser.run(() => history.replaceState({ key: "router" }, ""));
  await choose("stage", "submitted");
  await page.expectCards([18, 17]);
  assert.equal(await browser.run(() => history.state.key), "router");
});
