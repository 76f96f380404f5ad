// Prerendered HTML in WebKit: the live view takes its place, and where that cannot be, it stays.
import assert from "node:assert/strict";
import { EMBED } from "../e2e/address.mjs";
import { OPEN_CARDS, OPEN_ISSUES } from "../e2e/fixtures.mjs";
import { FALLBACK, SNIPPET } from "../e2e/host-page.mjs";
import prerender, { PRERENDERED_ATTRIBUTE, prerenderedHtml } from "../e2e/prerendered.mjs";
import { setUp } from "./setup.mjs";

prerender();
const { page, browser, test } = setUp();

const container = (code = "en", attributes = "") => `<div data-alesco-proposals ${attributes}>\n${prerenderedHtml(code)}</div>`;
const isLive = (attribute) => document.querySelector("section.alesco-proposals:not([" + attribute + "])") !== null;
const expectLive = () => browser.waitFor(isLive, PRERENDERED_ATTRIBUTE);

const WASM = `${EMBED}alesco-proposals.wasm`;

/** Makes the module wait until the returned function is called. */
function holdModule() {
  let release;
  const released = new Promise((resolve) => (release = resolve));
  page.edits[WASM] = async (content) => (await released, content);
  return release;
}

/** Opens a page with prerendered HTML, whose module waits; resolves to what lets it start. */
async function openHeld(options = {}) {
  const release = holdModule();
  // The load event, for which WebDriver waits, comes after preloads.
  const head = SNIPPET.head.replaceAll(/<link rel="(module)?preload"[^>]*>/g, "");
  await page.openHost("almalinux.html", { container: container(), head, ...options });
  await browser.waitFor((attribute) => document.querySelector(`[${attribute}] article:nth-of-type(1)`), PRERENDERED_ATTRIBUTE);
  return release;
}

/** The boxes of the cards and of what is in them. */
const boxes = () =>
  browser.run(() =>
    [...document.querySelectorAll("section.alesco-proposals article, section.alesco-proposals article :is(a, p, time, .alesco-pill, .alesco-badge-row)")].map((element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      return [element.className, ...[x, y + scrollY, width, height].map((value) => Math.round(value * 10) / 10)];
    }));

test("prerendered cards are there before the module, and the live view takes their place", async () => {
  const release = await openHeld();
  await page.expectCards(OPEN_CARDS);
  release();
  await expectLive();
  await page.expectCards(OPEN_CARDS);
  await page.expectSource("live");
});

test("nothing moves when the live view takes the place of prerendered cards", async () => {
  const release = await openHeld();
  const before = await boxes();
  assert.ok(before.length > 10);
  release();
  await expectLive();
  assert.deepEqual(await boxes(), before);
});

test("the focused link keeps the focus when the live view comes", async () => {
  const release = await openHeld();
  await browser.run(() => document.querySelector('[data-proposal="18"] .al-rfc-title a').focus());
  release();
  await expectLive();
  assert.equal(await browser.run(() => document.activeElement.closest("article")?.dataset.proposal), "18");
});

test("the scroll position stays when the live view comes", async () => {
  const release = await openHeld({ edit: (html) => html.replace("</body>", '<div class="site-section"></div>'.repeat(30) + "</body>") });
  await browser.run(() => scrollTo({ top: 200, behavior: "instant" }));
  const before = await browser.run(() => scrollY);
  release();
  await expectLive();
  assert.equal(await browser.run(() => scrollY), before);
});

test("selected text of prerendered cards holds the live view back until it is released", async () => {
  const release = await openHeld();
  await browser.run(() => getSelection().selectAllChildren(document.querySelector('[data-proposal="18"] .al-rfc-title')));
  release();
  await browser.waitFor(() => Symbol.for("alesco-proposals.mounted") in document.querySelector("[data-alesco-proposals]"));
  await browser.run(() => new Promise((resolve) => setTimeout(resolve, 1000)));
  assert.equal(await browser.run(isLive, PRERENDERED_ATTRIBUTE), false);
  await browser.run(() => getSelection().removeAllRanges());
  await expectLive();
});

test("the JSON in prerendered HTML is used, so that no snapshot is requested", async () => {
  await page.openHost("almalinux.html", { container: container("en", 'data-snapshot="/snapshot/proposals.json"') });
  await expectLive();
  await page.expectSource("live");
  assert.deepEqual(page.requested.filter((path) => path.endsWith(".json")), []);
});

test("a list of another language than the page is replaced by one in the page's language", async () => {
  await page.openHost("almalinux.html", { container: container(), edit: (html) => html.replace('<html lang="en"', '<html lang="de"') });
  await browser.waitForValue("de", () => document.querySelector("section.alesco-proposals").lang);
});

test("prerendered HTML that the page sets again becomes a widget again", async () => {
  await page.openHost("almalinux.html", { container: container() });
  await expectLive();
  await browser.run((html) => (document.querySelector("[data-alesco-proposals]").innerHTML = html), prerenderedHtml("en"));
  await expectLive();
  await browser.run(() => document.querySelector('input[name=stage][value="submitted"]').click());
  await page.expectCards([18, 17]);
});

test("prerendered cards stay where the module cannot be loaded", async () => {
  page.edits[`${EMBED}alesco-proposals.js`] = () => undefined;
  await page.openHost("almalinux.html", { container: container() });
  await page.expectCards(OPEN_CARDS);
  assert.equal(await browser.run(isLive, PRERENDERED_ATTRIBUTE), false);
});

test("the fallback text stays where the wasm cannot be loaded, and the console says so", async () => {
  page.expected.push(/could not start/);
  page.edits[WASM] = () => undefined;
  await page.openHost("almalinux.html", { container: `<div data-alesco-proposals>${FALLBACK}</div>` });
  await browser.waitFor(() => problems.some((text) => text.includes("could not start")));
  assert.equal(await browser.run(() => document.querySelector("[data-alesco-proposals]").textContent), FALLBACK);
});

test("a newer list than the prerendered one replaces the cards", async () => {
  page.api.list = { json: OPEN_ISSUES.filter(({ number }) => number !== 17) };
  await page.openHost("almalinux.html", { container: container() });
  await expectLive();
  await page.expectCards([16, 18]);
});
