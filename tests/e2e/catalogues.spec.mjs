// Which language a widget chooses, the one request for its catalogue, and the fallback to English.
import { EMBED } from "./address.mjs";
import { OPEN_CARDS, deferred } from "./fixtures.mjs";
import { FALLBACK, SNIPPET, openHost } from "./host-page.mjs";
import { openList, untranslatedTexts, withLang } from "./locales.mjs";
import { freezeClock } from "./mock-api.mjs";
import { FAILED_REQUEST, card, expect, expectCards, root, status, test } from "./page.mjs";
import { CATALOGUE_FOLDER, CONSOLE, catalogue, keyOf, line, t } from "./texts.mjs";

const isCatalogue = (url) => url.pathname.includes(`/${CATALOGUE_FOLDER}/`);

/** The catalogues that are requested from now on. */
function watchCatalogues(page) {
  const requests = [];
  page.on("request", (request) => {
    const url = new URL(request.url());
    if (isCatalogue(url)) requests.push(url.pathname + url.search);
  });
  return requests;
}

const VERSION = SNIPPET.head.match(/alesco-proposals\.js(\?v=[^"]+)/)[1];
const file = (code) => `${EMBED}${CATALOGUE_FOLDER}/${code}.json${VERSION}`;

/** The page's language, the widget's, and the catalogue and language tag that an English browser chooses. */
const CHOICES = [
  { page: "de", code: "de" },
  { page: "de-AT", code: "de" },
  { page: "DE", code: "de" },
  { page: "pt", code: "pt", tag: "pt-PT" },
  { page: "pt_BR", code: "pt-br", tag: "pt-BR" },
  { page: "pt-br", code: "pt-br", tag: "pt-BR" },
  { page: "zh-CN", code: "zh-hans", tag: "zh-Hans" },
  { page: "zh-Hans", code: "zh-hans", tag: "zh-Hans" },
  { page: "zh_Hans_CN", code: "zh-hans", tag: "zh-Hans" },
  { page: "zh-Hans-HK", code: "zh-hans", tag: "zh-Hans" },
  { page: "zh-TW", code: "en" },
  { page: "pt-PT", code: "pt", tag: "pt-PT" },
  { page: "nb", code: "da" },
  { page: "gl-ES", code: "es" },
  { page: "en_US", code: "en" },
  { page: "nl", code: "en" },
  { page: "", code: "en" },
  { page: "en-US", code: "en" },
  { page: "en", widget: "it", code: "it" },
  { page: "de", widget: "pt_BR", code: "pt-br", tag: "pt-BR" },
  { page: "de", widget: "en", code: "en" },
];

for (const { page: lang, widget, code, tag = code } of CHOICES) {
  const attribute = widget ? `data-lang="${widget}"` : "";
  test(`in a page in "${lang}" a widget with ${attribute || "no data-lang"} is in ${code}, by ${code === "en" ? "no request" : "one request"}`, async ({ page }) => {
    const requests = watchCatalogues(page);
    await openList(page, lang, attribute);
    await expectCards(page, OPEN_CARDS);
    await expect(root(page)).toHaveAttribute("lang", tag);
    await expect(card(page, 16).locator(".alesco-pill")).toHaveText(t("discussion", {}, code));
    expect(requests).toEqual(code === "en" ? [] : [file(code)]);
  });
}

test.describe("with a browser in Canadian French", () => {
  test.use({ locale: "fr-CA" });

  for (const [lang, code] of [["nl", "fr"], ["", "fr"], ["sv", "sv"]]) {
    test(`for a browser in Canadian French, a widget in a page in "${lang}" is in ${code}`, async ({ page }) => {
      await openList(page, lang);
      await expect(card(page, 16).locator(".alesco-pill")).toHaveText(t("discussion", {}, code));
    });
  }
});

test("an invalid data-lang is named in the console once, and the page's language applies", async ({ page, expectedConsole }) => {
  const lines = [];
  page.on("console", (message) => lines.push(message.text()));
  expectedConsole.push(line(CONSOLE.invalidAttribute("data-lang", "tlh")));
  await openList(page, "sv", 'data-lang="tlh"');
  await expect(root(page)).toHaveAttribute("lang", "sv");
  expect(lines).toHaveLength(1);
});

test("widgets of one language share one request for its catalogue", async ({ page }) => {
  const requests = watchCatalogues(page);
  const container = "<div data-alesco-proposals></div>".repeat(2);
  await openHost(page, "almalinux.html", { container, edit: withLang("it") });
  await expect(root(page)).toHaveCount(2);
  await expect(card(page, 18)).toHaveCount(2);
  expect(requests).toEqual([file("it")]);
});

test.describe("in two tabs", () => {
  test.use({ repeatsRequests: true });

  for (const [name, attribute] of [["as docs/i18n.md does", ""], ["with crossorigin", "crossorigin"]]) test(`a catalogue that the host preloads ${name} is requested once`, async ({ page }) => {
    const preload = (code) => `${SNIPPET.head}\n<link rel="preload" as="fetch" ${attribute} href="${file(code)}">`;
    const container = "<div data-alesco-proposals></div>";
    const requests = watchCatalogues(page);
    const warnings = [];
    page.on("console", (message) => /preload/.test(message.text()) && message.text().includes(file("it")) && warnings.push(message.text()));
    await openHost(page, "almalinux.html", { head: preload("it"), container, edit: withLang("it") });
    await expectCards(page, OPEN_CARDS);
    await expect(root(page)).toHaveAttribute("lang", "it");
    expect(requests).toEqual([file("it")]);
    // Chromium warns of an unused preload some seconds after a page has loaded. When it warns of another page's, it
    // would have warned of this one's, too.
    const other = await page.context().newPage();
    const unused = other.waitForEvent("console", (message) => /preload/.test(message.text()) && message.text().includes(file("fr")));
    await openHost(other, "almalinux.html", { head: preload("fr"), container, edit: withLang("it") });
    await unused;
    expect(warnings).toEqual([]);
  });
});

const FAULTS = {
  "is not found": { status: 404, body: "" },
  "cannot be fetched": "abort",
  "is truncated": { contentType: "application/json", body: '{ "Closed": "Chiu' },
  "is an HTML page": { contentType: "text/html", body: "<!doctype html>" },
};

for (const [name, response] of Object.entries(FAULTS)) {
  test(`a widget whose catalogue ${name} is in English, and one console line says so`, async ({ page, expectedConsole }) => {
    const lines = [];
    page.on("console", (message) => lines.push(message.text()));
    expectedConsole.push(line(CONSOLE.catalogueFailed("ar")), FAILED_REQUEST);
    await page.route(isCatalogue, (route) => (response === "abort" ? route.abort() : route.fulfill(response)));
    await openList(page, "ar");
    await expectCards(page, OPEN_CARDS);
    await expect(root(page)).toHaveAttribute("lang", "en");
    await expect(root(page)).toHaveCSS("direction", "ltr");
    await expect(page.getByRole("button", { name: t("refresh") })).toBeVisible();
    expect(lines.filter((text) => text.includes(CONSOLE.catalogueFailed("ar")))).toHaveLength(1);
  });
}

test("a widget waits four seconds for its catalogue, and is in English then", async ({ page, expectedConsole }) => {
  expectedConsole.push(line(CONSOLE.catalogueFailed("it")), FAILED_REQUEST);
  await freezeClock(page);
  await page.route(isCatalogue, () => {});
  const requested = page.waitForRequest((request) => isCatalogue(new URL(request.url())));
  const listed = page.waitForResponse((response) => response.url().includes("/issues?"));
  await openHost(page, "almalinux.html", { edit: withLang("it") });
  await Promise.all([requested, listed]);
  await page.clock.runFor(3_900);
  await expect(page.locator("#alesco-prs")).toHaveText(FALLBACK);
  await page.clock.runFor(200);
  await expectCards(page, OPEN_CARDS);
  await expect(root(page)).toHaveAttribute("lang", "en");
});

test("a catalogue that arrives after the list, but in time, is used", async ({ page }) => {
  const arrival = deferred();
  await page.route(isCatalogue, async (route) => {
    await arrival.promise;
    await route.continue();
  });
  const listed = page.waitForResponse((response) => response.url().includes("/issues?"));
  await openHost(page, "almalinux.html", { edit: withLang("it") });
  await listed;
  await expect(page.locator("#alesco-prs")).toHaveText(FALLBACK);
  arrival.resolve();
  await expectCards(page, OPEN_CARDS);
  await expect(root(page)).toHaveAttribute("lang", "it");
});

test("a message that the catalogue lacks is in English, and the others are not", async ({ page }) => {
  const json = { ...catalogue("it"), [keyOf("refresh")]: 5 };
  for (const key of [keyOf("submitted"), keyOf("proposals", "other")]) {
    expect(json).toHaveProperty([key]);
    delete json[key];
  }
  await page.route(isCatalogue, (route) => route.fulfill({ json }));
  await openList(page, "it");
  await expect(card(page, 18).locator(".alesco-pill")).toHaveText(t("submitted"));
  await expect(card(page, 16).locator(".alesco-pill")).toHaveText(t("discussion", {}, "it"));
  await expect(status(page)).toHaveText(t("proposals", { count: 3 }));
  await expect(page.getByRole("button", { name: t("refresh") })).toBeVisible();
  await expect(card(page, 17).locator(".al-rfc-meta")).toContainText(t("comments", { count: 2 }, "it"));
  expect((await untranslatedTexts(page, "it")).sort()).toEqual([t("proposals", { count: 3 }), t("refresh"), t("submitted")].sort());
});
