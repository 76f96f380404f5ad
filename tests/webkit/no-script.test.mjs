// Prerendered HTML in a WebKit that runs no scripts. WebDriver's commands that need none tell what is on the page.
import assert from "node:assert/strict";
import { PRERENDERED } from "../e2e/address.mjs";
import { OPEN_CARDS } from "../e2e/fixtures.mjs";
import { FALLBACK } from "../e2e/host-page.mjs";
import prerender, { prerenderedHtml } from "../e2e/prerendered.mjs";
import { NO_SCRIPT, t } from "../e2e/texts.mjs";
import { setUp } from "./setup.mjs";

prerender();
const { page, browser, test } = setUp("--enable-javascript=false");

const cards = () => [...document.querySelectorAll("article.al-rfc-card")].map((card) => Number(card.dataset.proposal));
const isShown = (selector) => browser.run((selector) => [...document.querySelectorAll(selector)].some((element) => element.checkVisibility({ visibilityProperty: true })), selector);

for (const [code, direction] of [["en", "ltr"], ["ar", "rtl"]]) {
  test(`prerendered HTML in ${code} has its cards, links and direction, and no controls`, async () => {
    await page.openHost("almalinux.html", { container: `<div data-alesco-proposals>${prerenderedHtml(code)}</div>` });
    assert.deepEqual(await browser.run(cards), OPEN_CARDS);
    assert.equal(await browser.run(() => getComputedStyle(document.querySelector("section.alesco-proposals")).direction), direction);
    await page.expectText('[data-proposal="18"] .alesco-pill', t("submitted", {}, code));
    await page.expectProperty('[data-proposal="18"] .al-rfc-title a', "href", "https://github.com/AlmaLinux/ALESCo/pull/18");
    assert.equal(await isShown(".alesco-controls, .alesco-freshness button"), false);
  });
}

test("the fallback in an element without prerendered HTML stays", async () => {
  await page.openHost("almalinux.html", { container: `<div data-alesco-proposals>${FALLBACK}</div>` });
  assert.equal(await browser.run(() => document.querySelector("[data-alesco-proposals]").textContent), FALLBACK);
});

test("the prerendered standalone page has its cards, and says what it needs", async () => {
  await browser.goto(page.origin + PRERENDERED);
  assert.deepEqual(await browser.run(cards), OPEN_CARDS);
  assert.ok(await isShown(".noscript-note"));
  await page.expectText(".noscript-note", NO_SCRIPT.link);
  assert.equal(await isShown("input[name=q], select"), false);
});
