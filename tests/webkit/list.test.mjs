// The standalone page in WebKit: cards, filters, search, sort and the address.
import assert from "node:assert/strict";
import { FOLDER } from "../e2e/address.mjs";
import { FIRST_VISIT } from "../e2e/api-server.mjs";
import { ALL_CARDS, OPEN_CARDS } from "../e2e/fixtures.mjs";
import { t } from "../e2e/texts.mjs";
import { setUp } from "./setup.mjs";
import { KEYS } from "./webdriver.mjs";

const { page, browser, test } = setUp();

const SEARCH = "input[name=q]";
const checkbox = (name, value) => `input[type=checkbox][name="${name}"][value="${value}"]`;
const radio = (value) => `input[type=radio][value="${value}"]`;

/** Opens the standalone page, and waits until its list is that of GitHub. */
async function openLoaded(query = "", cards = OPEN_CARDS) {
  await page.openStandalone(query);
  await page.expectCards(cards);
  await page.expectSource("live");
}

/** Clicks what a person would: an input may be drawn by its label. */
const choose = (selector) => browser.run((selector) => document.querySelector(selector).click(), selector);

test("the open proposals are cards, in order, with stage, number, SIGs and author", async () => {
  await openLoaded();
  await page.expectDocuments();
  await browser.waitForValue(2, () => document.querySelectorAll('[data-proposal="18"] [data-sig]').length);
  const card = await browser.run(() => document.querySelector('[data-proposal="16"]').innerText.replace(/\s+/g, " "));
  for (const part of ["Adding proposal for github org management", t("discussion"), "RFC 0008", "bennyvasquez"]) assert.ok(card.includes(part), card);
});

test("a first visit sends one request for the list, and one for each document", async () => {
  await openLoaded();
  await page.expectRequests(FIRST_VISIT);
});

test("the status line says that the list is live, and the count is announced", async () => {
  await openLoaded();
  await page.expectText(".alesco-freshness", t("liveNow"));
  await page.expectText("[role=status]", t("proposals", { count: 3 }));
});

test("a SIG's checkbox narrows the cards and is written to the address", async () => {
  await openLoaded();
  await browser.find(checkbox("sig", "altarch"));
  await choose(checkbox("sig", "altarch"));
  await page.expectCards([18]);
  await page.expectQuery("?sig=altarch");
});

test("values of one filter widen, and another filter narrows", async () => {
  await openLoaded("?sig=altarch,none");
  await page.expectCards(OPEN_CARDS);
  await choose(checkbox("stage", "submitted"));
  await page.expectCards([18, 17]);
});

test("a filter's chip removes it, and Clear filters removes all", async () => {
  await openLoaded("?sig=altarch&stage=submitted", [18]);
  await browser.click(".alesco-filter-chip");
  await browser.waitFor(() => !location.search.includes("&"));
  await browser.waitFor((text) => [...document.querySelectorAll("button")].some((button) => button.textContent.trim() === text), t("clearFilters"));
  await browser.run((text) => [...document.querySelectorAll("button")].find((button) => button.textContent.trim() === text).click(), t("clearFilters"));
  await page.expectCards(OPEN_CARDS);
  await page.expectQuery("");
});

test("typed words narrow the cards while typing", async () => {
  await openLoaded();
  await browser.type(SEARCH, "member proc");
  await page.expectCards([17]);
  await page.expectProperty(SEARCH, "value", "member proc");
});

test("a typed search is one step of the history, and is written to the address", async () => {
  await openLoaded();
  const before = await browser.run(() => history.length);
  await browser.type(SEARCH, "kernel");
  await page.expectCards([18]);
  await browser.waitForValue("kernel", () => new URLSearchParams(location.search).get("q"));
  assert.equal(await browser.run(() => history.length), before + 1);
});

test("Escape clears the search", async () => {
  await openLoaded("?q=kernel", [18]);
  await page.expectProperty(SEARCH, "value", "kernel");
  await browser.click(SEARCH);
  await browser.press(KEYS.Escape);
  await page.expectCards(OPEN_CARDS);
  await page.expectProperty(SEARCH, "value", "");
});

test("/ goes to the search and is not typed into it", async () => {
  await openLoaded();
  await browser.press("/");
  await browser.waitForValue("q", () => document.activeElement.name ?? null);
  await page.expectProperty(SEARCH, "value", "");
});

test("All shows the decided proposals too, with one more request", async () => {
  await openLoaded();
  await choose(radio("all"));
  await page.expectCards(ALL_CARDS);
  await page.expectQuery("?show=all");
  assert.equal(page.api.received.filter((path) => path.includes("state=all")).length, 1);
});

test("Decided shows outcomes", async () => {
  await openLoaded("?show=decided", ALL_CARDS.slice(3));
  await browser.waitFor(() => document.querySelector('[data-outcome="merged"], [data-outcome="accepted"]'));
});

test("the sort order is chosen in a native select, and written to the address", async () => {
  await openLoaded();
  await browser.run(() => {
    const select = document.querySelector("select[name=sort]");
    select.value = "number";
    select.dispatchEvent(new Event("change", { bubbles: true }));
  });
  await page.expectCards([18, 17, 16]);
  await page.expectQuery("?sort=number");
});

test("filters, search and order of the address are applied and shown", async () => {
  // #18 has SIGs, and the others that are not among these are no RFCs. By default, #6 would be before #10.
  await openLoaded("?show=all&sig=none&sort=number&q=rfc", [16, 15, 10, 9, 8, 6, 4, 3, 2]);
  await page.expectProperty(SEARCH, "value", "rfc");
  await page.expectProperty("select[name=sort]", "value", "number");
  await page.expectProperty(radio("all"), "checked", true);
  await page.expectProperty(checkbox("sig", "none"), "checked", true);
});

test("an unknown value of the address is ignored and named", async () => {
  await openLoaded("?sort=foo");
  await page.expectText(".alesco-proposals", "“foo”");
});

test("no match says so and offers to clear the filters", async () => {
  await page.openStandalone("?q=nothing");
  await page.expectText(".alesco-proposals", t("noMatch"));
  await browser.waitForValue("empty", () => document.querySelector("section.alesco-proposals").dataset.state);
});

test("a mentioned SIG shows its sentence on focus, and Escape hides it", async () => {
  await openLoaded();
  await browser.waitFor(() => document.querySelector('[data-proposal="18"] .alesco-mention button'));
  const isShown = () => document.querySelector('[data-proposal="18"] .alesco-mention [role=tooltip]').checkVisibility({ visibilityProperty: true });
  await browser.run(() => document.querySelector('[data-proposal="18"] .alesco-mention button').focus({ focusVisible: true }));
  await browser.waitFor(isShown);
  await browser.press(KEYS.Escape);
  await browser.waitForValue(false, isShown);
});

test("a title opens the proposal in the page, and Back returns to the list", async () => {
  await openLoaded();
  // The driver finds an element before it clicks it.
  await page.expectDocuments();
  await browser.click('[data-proposal="18"] .al-rfc-title a');
  await page.expectQuery("?proposal=18");
  await browser.find('article[data-proposal-view="18"]');
  await browser.back();
  await page.expectCards(OPEN_CARDS);
  await page.expectQuery("");
});

test("the focused checkbox has a visible ring", async () => {
  await openLoaded();
  await browser.run((selector) => document.querySelector(selector).focus(), SEARCH);
  await browser.press(KEYS.Tab);
  const style = await browser.run(() => {
    const element = document.activeElement;
    return [element, element.closest("label")].filter(Boolean).map((element) => getComputedStyle(element).outlineStyle);
  });
  assert.ok(style.includes("solid"), style.join());
});

test("parameters of the host stay in the address", async () => {
  await openLoaded("?utm=x");
  await choose(checkbox("stage", "submitted"));
  await page.expectCards([18, 17]);
  const query = new URLSearchParams(await browser.run(() => location.search));
  assert.deepEqual([query.get("utm"), query.get("stage")], ["x", "submitted"]);
  assert.equal(new URL(await browser.url()).pathname, FOLDER);
});
