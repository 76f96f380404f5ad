// Which language a widget speaks, the one request that it takes, and English wherever that fails.
import { NOW } from "./github.mjs";
import { SNIPPET, openHost } from "./hosts.mjs";
import { catalogue, leftInEnglish, openList, say, speaking } from "./languages.mjs";
import { FAILED_REQUEST, card, expect, expectCards, root, test } from "./page.mjs";

const NUMBERS = [16, 18, 17];
const FALLBACK = "Loading open proposals...";
const catalogues = (url) => url.pathname.includes("/i18n/");

/** The catalogues that are asked for from now on. */
function watch(page) {
  const asked = [];
  page.on("request", (request) => {
    const url = new URL(request.url());
    if (catalogues(url)) asked.push(url.pathname + url.search);
  });
  return asked;
}

const VERSION = SNIPPET.head.match(/alesco-proposals\.js(\?v=[^"]+)/)[1];
const file = (code) => `/alesco/i18n/${code}.json${VERSION}`;

/** What the page says, what its widget says, and what comes of it in an English browser. */
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
  { page: "zh-TW", code: "en" },
  { page: "nl", code: "en" },
  { page: "", code: "en" },
  { page: "en-US", code: "en" },
  { page: "en", widget: "it", code: "it" },
  { page: "de", widget: "pt_BR", code: "pt-br", tag: "pt-BR" },
  { page: "de", widget: "en", code: "en" },
];

for (const { page: lang, widget, code, tag = code } of CHOICES) {
  const attribute = widget ? `data-lang="${widget}"` : "";
  test(`a page in "${lang}" ${attribute}: ${code}, by ${code === "en" ? "no request" : "one request"}`, async ({ page }) => {
    const asked = watch(page);
    await openList(page, lang, attribute);
    await expectCards(page, NUMBERS);
    await expect(root(page)).toHaveAttribute("lang", tag);
    await expect(card(page, 16).locator(".alesco-pill")).toHaveText(catalogue(code)["Accepted for Discussion"]);
    expect(asked).toEqual(code === "en" ? [] : [file(code)]);
  });
}

test.describe("in the browser of somebody in Quebec", () => {
  test.use({ locale: "fr-CA" });

  for (const [lang, code] of [["nl", "fr"], ["", "fr"], ["sv", "sv"]]) {
    test(`a page in "${lang}" is read in ${code}`, async ({ page }) => {
      await openList(page, lang);
      await expect(card(page, 16).locator(".alesco-pill")).toHaveText(catalogue(code)["Accepted for Discussion"]);
    });
  }
});

test("a data-lang that is none is said, and it is the page's then", async ({ page, expectedConsole }) => {
  const said = [];
  page.on("console", (message) => said.push(message.text()));
  expectedConsole.push(/data-lang="tlh" is not valid and was ignored. Allowed:/);
  await openList(page, "sv", 'data-lang="tlh"');
  await expect(root(page)).toHaveAttribute("lang", "sv");
  expect(said).toHaveLength(1);
});

test("widgets of one language ask for it once", async ({ page }) => {
  const asked = watch(page);
  const container = "<div data-alesco-proposals></div>".repeat(2);
  await openHost(page, "almalinux.html", { container, edit: speaking("it") });
  await expect(root(page)).toHaveCount(2);
  await expect(card(page, 18)).toHaveCount(2);
  expect(asked).toEqual([file("it")]);
});

test.describe("in two tabs", () => {
  test.use({ asksAgain: true });

  test("a preload of the host is the request", async ({ page, expectedConsole }) => {
    expectedConsole.push(/i18n\/fr\.json\S* was preloaded using link preload but not used/);
    const preload = (code) => `${SNIPPET.head}\n<link rel="preload" as="fetch" crossorigin href="${file(code)}">`;
    const container = "<div data-alesco-proposals></div>";
    const asked = watch(page);
    await openHost(page, "almalinux.html", { head: preload("it"), container, edit: speaking("it") });
    await expectCards(page, NUMBERS);
    await expect(root(page)).toHaveAttribute("lang", "it");
    expect(asked).toEqual([file("it")]);
    // By the time that Chromium says of another page that its preload is unused, it would have said so of
    // this one, which fails the test.
    const other = await page.context().newPage();
    const unused = other.waitForEvent("console", (message) => /preload/.test(message.text()));
    await openHost(other, "almalinux.html", { head: preload("fr"), container, edit: speaking("it") });
    expect((await unused).text()).toContain(file("fr"));
  });
});

const FAULTS = {
  "is not there": { status: 404, body: "" },
  "cannot be got": "abort",
  "is broken": { contentType: "application/json", body: '{ "Closed": "Chiu' },
  "is another page": { contentType: "text/html", body: "<!doctype html>" },
};

for (const [name, answer] of Object.entries(FAULTS)) {
  test(`a catalogue that ${name}: English, with a line in the console`, async ({ page, expectedConsole }) => {
    const said = [];
    page.on("console", (message) => said.push(message.text()));
    expectedConsole.push(/i18n\/ar\.json cannot be read: it is English then/, FAILED_REQUEST);
    await page.route(catalogues, (route) => (answer === "abort" ? route.abort() : route.fulfill(answer)));
    await openList(page, "ar");
    await expectCards(page, NUMBERS);
    await expect(root(page)).toHaveAttribute("lang", "en");
    await expect(root(page)).toHaveCSS("direction", "ltr");
    await expect(page.getByRole("button", { name: "Refresh" })).toBeVisible();
    expect(said.filter((text) => text.includes("it is English then"))).toHaveLength(1);
  });
}

test("a catalogue that does not come is waited for four seconds", async ({ page, expectedConsole }) => {
  expectedConsole.push(/i18n\/it\.json cannot be read: it is English then/, FAILED_REQUEST);
  await page.clock.install({ time: NOW });
  await page.clock.pauseAt(NOW.getTime() + 1_000);
  await page.route(catalogues, () => {});
  const requested = page.waitForRequest((request) => request.url().includes("/i18n/"));
  const listed = page.waitForResponse((response) => response.url().includes("/issues?"));
  await openHost(page, "almalinux.html", { edit: speaking("it") });
  await Promise.all([requested, listed]);
  await page.clock.runFor(3_900);
  await expect(page.locator("#alesco-prs")).toHaveText(FALLBACK);
  await page.clock.runFor(200);
  await expectCards(page, NUMBERS);
  await expect(root(page)).toHaveAttribute("lang", "en");
});

test("one that comes late, but in time, is spoken", async ({ page }) => {
  let release;
  const late = new Promise((resolve) => (release = resolve));
  await page.route(catalogues, async (route) => {
    await late;
    await route.continue();
  });
  const listed = page.waitForResponse((response) => response.url().includes("/issues?"));
  await openHost(page, "almalinux.html", { edit: speaking("it") });
  await listed;
  await expect(page.locator("#alesco-prs")).toHaveText(FALLBACK);
  release();
  await expectCards(page, NUMBERS);
  await expect(root(page)).toHaveAttribute("lang", "it");
});

test("a string that is missing is English, the others are not", async ({ page }) => {
  const words = catalogue("it");
  const count = "{count} proposals_other";
  const { Submitted, [count]: proposals, ...json } = { ...words, Refresh: 5 };
  expect([Submitted, proposals]).toEqual([words.Submitted, words[count]]);
  await page.route(catalogues, (route) => route.fulfill({ json }));
  await openList(page, "it");
  await expect(card(page, 18).locator(".alesco-pill")).toHaveText("Submitted");
  await expect(card(page, 16).locator(".alesco-pill")).toHaveText(words["Accepted for Discussion"]);
  await expect(page.getByRole("status")).toHaveText("3 proposals");
  await expect(page.getByRole("button", { name: "Refresh" })).toBeVisible();
  await expect(card(page, 17).locator(".al-rfc-meta")).toContainText(say("it", "{count} comments_other", { count: 2 }));
  expect((await leftInEnglish(page, "it")).sort()).toEqual(["3 proposals", "Refresh", "Submitted"]);
});
