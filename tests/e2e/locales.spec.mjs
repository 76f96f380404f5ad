// The site's 27 languages: the widget fits in each, in its direction and completely translated, with its numbers and dates.
import { ISSUES, RATE_LIMITED, headers } from "./fixtures.mjs";
import { openHost } from "./host-page.mjs";
import { cutOff, misplaced, overflow } from "./layout.mjs";
import { openBrowser, openList, untranslatedTexts } from "./locales.mjs";
import { FAILED_REQUEST, card, choice, expect, freshness, openFilters, root, status, test } from "./page.mjs";
import { LAID_OUT, LANGUAGES, catalogue, keyOf, t } from "./texts.mjs";

const RIGHT_TO_LEFT = ["ar", "fa", "he"];
const TAGS = { pt: "pt-PT", "pt-br": "pt-BR", "zh-hans": "zh-Hans" };

/** A draft before the vote with comments and thumbs-up, whose card has every text. */
const FULL = {
  ...ISSUES[0],
  title: "RFC: Ship it",
  draft: true,
  comments: 14,
  reactions: { "+1": 2 },
  labels: [{ name: "vote at next meeting", color: "fbca04", description: null }],
};
const ALL = [FULL, ...ISSUES.slice(1)];
const answers = { list: () => ({ headers: headers(), json: ALL }) };
const STAGES = ["submitted", "discussion", "vote", "closed"];

async function expectTranslated(page, code) {
  await expect(root(page)).toHaveAttribute("lang", TAGS[code] ?? code);
  await expect(root(page)).toHaveAttribute("dir", RIGHT_TO_LEFT.includes(code) ? "rtl" : "ltr");
  await expect(root(page)).toHaveCSS("direction", RIGHT_TO_LEFT.includes(code) ? "rtl" : "ltr");
  if (code !== "en") expect(await untranslatedTexts(page, code)).toEqual([]);
}

async function expectFits(page, width) {
  await page.setViewportSize({ width, height: 900 });
  const where = `at ${width} pixels`;
  expect(await overflow(page), where).toBe(0);
  expect(await cutOff(page), where).toEqual([]);
  expect(await misplaced(page), where).toEqual([]);
}

test.describe("with a list and the standalone page", () => {
  // Both request the same.
  test.use({ repeatsRequests: true });

  test("there are catalogues for 27 languages", () => expect(LANGUAGES).toHaveLength(27));

  for (const code of LAID_OUT) test(`in ${code} a list and the standalone page are translated, in its direction, and fit`, async ({ page, expectedConsole }) => {
    const text = (name) => t(name, {}, code);
    // At this width the list is the column of 535 pixels that it has on the site.
    await page.setViewportSize({ width: 1280, height: 900 });
    await openList(page, code, 'data-show="all" data-browser="/alesco/" data-next-meeting="2026-09-10" data-limit="12"', answers);
    await expect(card(page, 15).locator("[data-outcome]")).toHaveText(text("outcomeUnknown"));
    await expect(card(page, 16)).toHaveAttribute("data-rfc", "0008");
    for (const [number, stage] of [[18, "vote"], [16, "discussion"], [17, "submitted"], [15, "outcomeUnknown"]]) {
      await expect(card(page, number).locator(".alesco-pill")).toHaveText(text(stage));
      await expect(card(page, number).locator(".alesco-pill")).toBeVisible();
    }
    await openFilters(page);
    await expect(page.getByRole("group", { name: text("outcome"), exact: true })).toBeVisible();
    await expectTranslated(page, code);
    for (const width of [1280, 535, 375, 320]) await expectFits(page, width);

    expectedConsole.push(FAILED_REQUEST);
    // Otherwise the saved copy of the list would do without a request.
    await page.evaluate(() => localStorage.clear());
    await openBrowser(page, code, "?stage=submitted,closed&sig=none&sort=foo&q=a", { list: () => RATE_LIMITED });
    await expect(freshness(page)).toHaveAttribute("data-trouble", "rate-limited");
    await expect(freshness(page)).toHaveAttribute("data-source", "snapshot");
    for (const stage of STAGES) {
      await expect(page.locator(".alesco-stages .alesco-pill").getByText(text(stage), { exact: true })).toBeVisible();
    }
    await openFilters(page);
    await expect(page.getByRole("group", { name: text("show"), exact: true })).toBeVisible();
    await expectTranslated(page, code);
    for (const width of [375, 320]) await expectFits(page, width);
  });
});

/** Plural categories of numbers, by language. */
const PLURALS = {
  ar: { 1: "one", 2: "two", 3: "few", 11: "many", 100: "other" },
  pl: { 1: "one", 2: "few", 5: "many", 22: "few" },
  ru: { 1: "one", 2: "few", 5: "many", 21: "one" },
  ja: { 1: "other", 2: "other" },
};

for (const [code, forms] of Object.entries(PLURALS)) {
  test(`in ${code} comments are counted in the right plural forms`, async ({ page }) => {
    const counts = Object.keys(forms).map(Number);
    const issues = counts.map((comments, index) => ({ ...ISSUES[0], number: 100 + index, comments }));
    await openList(page, code, "", { issues, files: () => ({ headers: headers(), json: [] }) });
    for (const [index, count] of counts.entries()) {
      const written = await page.evaluate(([code, count]) => new Intl.NumberFormat(code).format(count), [code, count]);
      const comments = catalogue(code)[keyOf("comments", forms[count])].replace("{count}", written);
      await expect(card(page, 100 + index).locator(".al-rfc-meta > span").last()).toHaveText(comments);
    }
  });
}

test("in Arabic no proposals are counted in the form for zero", async ({ page }) => {
  await openList(page, "ar", "", { issues: [] });
  await expect(status(page)).toHaveText(catalogue("ar")[keyOf("proposals", "zero")]);
});

/** The age and the date of #18, by language. */
const DATES = {
  en: ["1 month ago", /^August 3, 2026 at 5:30.PM$/],
  de: ["vor 1 Monat", /^3\. August 2026 um 17:30$/],
  fa: ["۱ ماه پیش", /^۱۲ مرداد ۱۴۰۵.* ۱۷:۳۰$/],
  fi: ["1 kuukausi sitten", /^3\. elokuuta 2026 klo 17.30$/],
  ja: ["1 か月前", /^2026年8月3日 17:30$/],
  "pt-br": ["há 1 mês", /^3 de agosto de 2026 às 17:30$/],
};

for (const [code, [age, date]] of Object.entries(DATES)) {
  test(`in ${code} ages and dates have the language's format`, async ({ page }) => {
    await openList(page, code);
    const opened = card(page, 18).locator("time").first();
    await expect(opened).toHaveText(age);
    await expect(opened).toHaveAttribute("title", date);
    await expect(opened).toHaveAttribute("datetime", "2026-08-03T17:30:00Z");
  });
}

test("two widgets of a page can have different languages", async ({ page }) => {
  const container = '<div data-alesco-proposals data-lang="de"></div><div data-alesco-proposals data-lang="he"></div>';
  await openHost(page, "almalinux.html", { container });
  for (const code of ["de", "he"]) {
    const widget = page.locator(`section[lang=${code}]`);
    await expect(widget.locator('[data-proposal="16"] .alesco-pill')).toHaveText(t("discussion", {}, code));
    await expect(widget).toHaveCSS("direction", code === "he" ? "rtl" : "ltr");
  }
});

/** The left edges of parts of a text. */
const lefts = (line, parts) =>
  line.evaluate((element, parts) => {
    const range = document.createRange();
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    const found = new Map();
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      for (const part of parts.filter((part) => !found.has(part) && node.data.includes(part))) {
        range.setStart(node, node.data.indexOf(part));
        range.setEnd(node, node.data.indexOf(part) + part.length);
        found.set(part, range.getBoundingClientRect().left);
      }
    }
    return parts.map((part) => found.get(part));
  }, parts);

for (const code of RIGHT_TO_LEFT) {
  test(`in ${code} a line runs from right to left, and numbers in it from left to right`, async ({ page }) => {
    await openList(page, code);
    await expect(card(page, 16)).toHaveAttribute("data-rfc", "0008");
    const [hash, one, eight, author] = await lefts(card(page, 18).locator(".al-rfc-meta"), ["#", "1", "8", "ramereth"]);
    expect([hash, one, eight]).toEqual([hash, one, eight].sort((a, b) => a - b));
    expect(author).toBeLessThan(hash);
    const [rfc, zero, number] = await lefts(card(page, 16).locator(".alesco-rfc"), ["RFC", "0", "8"]);
    expect([rfc, zero, number]).toEqual([rfc, zero, number].sort((a, b) => a - b));
    // The first step is on the right.
    const steps = await card(page, 16).locator(".alesco-step").evaluateAll((all) =>
      all.map((step) => [step.getBoundingClientRect().left, step.dataset.reached]));
    expect(steps.map(([, reached]) => reached)).toEqual(["true", "true", "false"]);
    expect(steps[0][0]).toBeGreaterThan(steps[1][0]);
    expect(steps[1][0]).toBeGreaterThan(steps[2][0]);
  });
}

for (const code of RIGHT_TO_LEFT) {
  test(`in ${code} the names of facets stand beside their checkboxes`, async ({ page }) => {
    await openBrowser(page, code);
    const option = page.locator("label", { has: choice(page, "sig", "altarch") });
    await expect(option).toBeVisible();
    const gap = await option.evaluate((label) => {
      const range = document.createRange();
      range.selectNodeContents(label.querySelector(".alesco-option-name"));
      return label.querySelector("input").getBoundingClientRect().left - range.getBoundingClientRect().right;
    });
    expect(gap).toBeGreaterThanOrEqual(0);
    expect(gap).toBeLessThan(20);
  });
}
