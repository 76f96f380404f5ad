// Host pages in WebKit: what becomes a widget, widths of phones, right-to-left languages, and axe.
import assert from "node:assert/strict";
import { OPEN_CARDS } from "../e2e/fixtures.mjs";
import { withLang } from "../e2e/locales.mjs";
import { t } from "../e2e/texts.mjs";
import { setUp } from "./setup.mjs";

const { page, browser, test } = setUp();

const pause = (milliseconds) => browser.run((milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)), milliseconds);
const cardCount = () => document.querySelectorAll("article.al-rfc-card[data-proposal]").length;

/** By how many pixels the page is wider than its window. */
const overflow = () => browser.run(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** Parts of cards that are outside of their card, or cut off. */
const misplaced = () =>
  browser.run(() =>
    [...document.querySelectorAll("article.al-rfc-card")].flatMap((card) => {
      const box = card.getBoundingClientRect();
      return [...card.querySelectorAll("a, .alesco-pill, .al-rfc-label, .alesco-sig, .al-rfc-meta")]
        .filter((part) => part.checkVisibility() && !part.closest("[role=tooltip]"))
        .filter((part) => {
          const { left, right, width } = part.getBoundingClientRect();
          return width > 0 && (left < box.left - 1 || right > box.right + 1);
        })
        .map((part) => `${part.className}: ${part.textContent}`);
    }));

for (const name of ["almalinux.html", "wiki.html"]) {
  for (const width of [320, 375]) {
    test(`in ${name} at ${width} pixels all cards are in place and nothing scrolls sideways`, async () => {
      await page.openNarrow(page.hostPage(name), width);
      await page.expectCards(OPEN_CARDS);
      await page.expectSource("live");
      await page.expectDocuments();
      assert.equal(await browser.run(() => innerWidth), width);
      assert.ok((await overflow()) <= 0);
      assert.deepEqual(await misplaced(), []);
      await browser.enterFrame(null);
    });
  }

  test(`axe finds nothing in the widget of ${name}`, async () => {
    await page.openHost(name);
    await page.expectCards(OPEN_CARDS);
    assert.deepEqual((await page.axeViolations()).filter((text) => text.includes("alesco")), []);
  });
}

for (const width of [320, 375]) {
  test(`the standalone page at ${width} pixels has its filters behind a button and does not scroll sideways`, async () => {
    await page.openStandalone();
    await page.openNarrow(`${page.origin}/some/folder/`, width);
    await page.expectCards(OPEN_CARDS);
    assert.ok((await overflow()) <= 0);
    const shown = () => document.querySelector(".alesco-facets").checkVisibility();
    assert.equal(await browser.run(shown), false);
    await browser.click(".alesco-disclosure");
    await browser.waitForValue(true, shown);
    assert.ok((await overflow()) <= 0);
    await browser.enterFrame(null);
  });
}

for (const code of ["ar", "he", "fa"]) {
  test(`a list in ${code} is right-to-left, in its language, with steps left of the pill`, async () => {
    await page.openHost("almalinux.html", { edit: withLang(code) });
    await browser.waitForValue(code, () => document.querySelector("section.alesco-proposals")?.lang);
    await page.expectCards(OPEN_CARDS);
    await page.expectDocuments();
    assert.equal(await browser.run(() => getComputedStyle(document.querySelector("section.alesco-proposals")).direction), "rtl");
    const [pill, steps] = await browser.run(() => [".alesco-pill", ".alesco-steps"].map((part) => document.querySelector(`[data-proposal="18"] ${part}`).getBoundingClientRect().left));
    assert.ok(pill > steps, `${pill} > ${steps}`);
    await page.expectText('[data-proposal="18"] .alesco-pill', t("submitted", {}, code));
    assert.deepEqual(await misplaced(), []);
  });
}

test("the standalone page in Arabic is right-to-left, and axe finds nothing", async () => {
  await page.openStandalone("", 'data-lang="ar"');
  await browser.waitForValue("ar", () => document.querySelector("section.alesco-proposals")?.lang);
  await page.expectCards(OPEN_CARDS);
  // The page around the widget is in English.
  assert.deepEqual(await page.axeViolations(), []);
});

test("names of facets in Arabic stand beside their checkbox", async () => {
  await page.openStandalone("", 'data-lang="ar"');
  await browser.waitForValue("ar", () => document.querySelector("section.alesco-proposals")?.lang);
  await page.expectCards(OPEN_CARDS);
  await browser.find('input[name=sig][value="altarch"]');
  const gap = await browser.run(() => {
    const input = document.querySelector('input[name=sig][value="altarch"]');
    const range = document.createRange();
    range.selectNodeContents(input.closest("label").querySelector(".alesco-option-name"));
    return input.getBoundingClientRect().left - range.getBoundingClientRect().right;
  });
  assert.ok(gap >= 0 && gap < 20, `${gap} pixels`);
});

test("axe finds nothing on the standalone page, with filters and with a proposal", async () => {
  await page.openStandalone("?show=all&sig=altarch,none");
  await browser.waitFor(cardCount);
  assert.deepEqual(await page.axeViolations(), []);
  await page.openStandalone("?proposal=18");
  await browser.find('article[data-proposal-view="18"] [data-document]');
  assert.deepEqual(await page.axeViolations(), []);
});

test("an element that is added later becomes a widget", async () => {
  await page.openHost();
  await page.expectCards(OPEN_CARDS);
  await browser.run((api) => {
    const list = document.createElement("div");
    list.setAttribute("data-alesco-proposals", "");
    list.setAttribute("data-api", api);
    document.querySelector("#members").append(list);
  }, page.api.url);
  await browser.waitForValue(6, cardCount);
});

test("a moved element keeps its widget and its search", async () => {
  await page.openHost();
  await page.expectCards(OPEN_CARDS);
  await browser.run(() => document.querySelector('input[name=stage][value="submitted"]').click());
  await page.expectCards([18, 17]);
  await browser.run(() => document.querySelector("#members").append(document.querySelector("[data-alesco-proposals]")));
  await pause(200);
  await page.expectCards([18, 17]);
});

test("an emptied element becomes a widget again", async () => {
  await page.openHost();
  await page.expectCards(OPEN_CARDS);
  await browser.run(() => document.querySelector("[data-alesco-proposals]").replaceChildren());
  await page.expectCards(OPEN_CARDS);
});

test("a clone of the element becomes a widget of its own", async () => {
  await page.openHost();
  await page.expectCards(OPEN_CARDS);
  await browser.run(() => document.querySelector("#members").append(document.querySelector("[data-alesco-proposals]").cloneNode(true)));
  await browser.waitForValue(6, cardCount);
  await browser.run(() => document.querySelector('#members input[name=stage][value="submitted"]').click());
  await browser.waitForValue(5, cardCount);
});

test("two widgets share their requests and have filters of their own", async () => {
  await page.openHost("almalinux.html", { container: '<div data-alesco-proposals></div><div data-alesco-proposals data-stage="submitted"></div>' });
  await browser.waitForValue(5, cardCount);
  assert.equal(page.api.received.filter((path) => path.includes("/issues?")).length, 1);
});

test("the widget adds no global variable", async () => {
  const names = () => browser.run(() => Object.keys(globalThis).filter((name) => !["fromPageCache"].includes(name)).sort());
  await page.openHost("almalinux.html", { head: "" });
  const before = await names();
  await page.openHost();
  await page.expectCards(OPEN_CARDS);
  assert.deepEqual(await names(), before);
});

test("an invalid attribute is named in the console, and its default applies", async () => {
  page.expected.push(/data-sort="foo" is not valid/);
  await page.openHost("almalinux.html", { container: '<div data-alesco-proposals data-sort="foo"></div>' });
  await page.expectCards(OPEN_CARDS);
  assert.ok((await page.problems()).some((text) => text.includes('data-sort="foo"')));
});
