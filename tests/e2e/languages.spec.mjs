// The site's 27 languages: each fits, in its direction and without a rest of English, and is written as
// its speakers write numbers and dates.
import { ISSUES, LIMITED, headers } from "./github.mjs";
import { openHost } from "./hosts.mjs";
import { LANGUAGES, catalogue, leftInEnglish, openBrowser, openList, say } from "./languages.mjs";
import { cutOff, misplaced, overflow } from "./layout.mjs";
import { FAILED_REQUEST, card, expect, expectCards, freshness, root, test } from "./page.mjs";

const RIGHT_TO_LEFT = ["ar", "fa", "he"];
const TAGS = { pt: "pt-PT", "pt-br": "pt-BR", "zh-hans": "zh-Hans" };

/** A proposal that is drafted, discussed and to be voted on, so that a card says all it can. */
const BUSY = {
  ...ISSUES[0],
  title: "RFC: Ship it",
  draft: true,
  comments: 14,
  reactions: { "+1": 2 },
  labels: [{ name: "vote at next meeting", color: "fbca04", description: null }],
};
const ALL = [BUSY, ...ISSUES.slice(1)];
const answers = { list: () => ({ headers: headers(), json: ALL }) };
const STAGES = ["Submitted", "Accepted for Discussion", "Vote at Next Meeting", "Closed"];

async function expectSpoken(page, code) {
  await expect(root(page)).toHaveAttribute("lang", TAGS[code] ?? code);
  await expect(root(page)).toHaveAttribute("dir", RIGHT_TO_LEFT.includes(code) ? "rtl" : "ltr");
  await expect(root(page)).toHaveCSS("direction", RIGHT_TO_LEFT.includes(code) ? "rtl" : "ltr");
  if (code !== "en") expect(await leftInEnglish(page, code)).toEqual([]);
}

async function expectFits(page, width) {
  await page.setViewportSize({ width, height: 900 });
  const where = `at ${width} pixels`;
  expect(await overflow(page), where).toBe(0);
  expect(await cutOff(page), where).toEqual([]);
  expect(await misplaced(page), where).toEqual([]);
}

test.describe("each language", () => {
  // The list and the page ask for the same.
  test.use({ asksAgain: true });

  test("there are 27", () => expect(LANGUAGES).toHaveLength(27));

  for (const code of LANGUAGES) test(`${code}: a list and the whole page fit, in its direction, without a rest of English`, async ({ page, expectedConsole }) => {
    const words = catalogue(code);
    // At this width the list is the column of 535 pixels that it has on the site.
    await page.setViewportSize({ width: 1280, height: 900 });
    await openList(page, code, 'data-show="all" data-browser="/alesco/" data-next-meeting="2026-09-10" data-limit="12"', answers);
    await expect(card(page, 15).locator("[data-outcome]")).toHaveText(words["Outcome not recorded"]);
    await expect(card(page, 16)).toHaveAttribute("data-rfc", "0008");
    for (const [number, stage] of [[18, STAGES[2]], [16, STAGES[1]], [17, STAGES[0]], [15, STAGES[3]]]) {
      await expect(card(page, number).locator(".alesco-pill")).toHaveText(words[stage]);
      await expect(card(page, number).locator(".alesco-pill")).toBeVisible();
    }
    await page.getByRole("button", { name: words.Filter, exact: true }).click();
    await expect(page.getByRole("group", { name: words.Outcome, exact: true })).toBeVisible();
    await expectSpoken(page, code);
    for (const width of [1280, 535, 375, 320]) await expectFits(page, width);

    expectedConsole.push(FAILED_REQUEST);
    // Else there would be a copy of what the list has shown, and nothing to ask for.
    await page.evaluate(() => localStorage.clear());
    await openBrowser(page, code, "?stage=submitted,closed&sig=none&sort=foo&q=a", { list: () => LIMITED });
    await expect(freshness(page)).toHaveAttribute("data-trouble", "rate-limited");
    for (const stage of STAGES) {
      await expect(page.locator(".alesco-stages .alesco-pill").getByText(words[stage], { exact: true })).toBeVisible();
    }
    await page.locator(".alesco-disclosure").click();
    await expect(page.getByRole("group", { name: words.Show, exact: true })).toBeVisible();
    await expectSpoken(page, code);
    for (const width of [375, 320]) await expectFits(page, width);
  });
});

/** The form that a number takes, as the grammars of these languages have it. */
const FORMS = {
  ar: { 1: "one", 2: "two", 3: "few", 11: "many", 100: "other" },
  pl: { 1: "one", 2: "few", 5: "many", 22: "few" },
  ru: { 1: "one", 2: "few", 5: "many", 21: "one" },
  ja: { 1: "other", 2: "other" },
};

for (const [code, forms] of Object.entries(FORMS)) {
  test(`${code}: each number has its form`, async ({ page }) => {
    const counts = Object.keys(forms).map(Number);
    const issues = counts.map((comments, index) => ({ ...ISSUES[0], number: 100 + index, comments }));
    await openList(page, code, "", { issues, files: () => ({ headers: headers(), json: [] }) });
    for (const [index, count] of counts.entries()) {
      const written = await page.evaluate(([code, count]) => new Intl.NumberFormat(code).format(count), [code, count]);
      const comments = say(code, `{count} comments_${forms[count]}`, { count: written });
      await expect(card(page, 100 + index).locator(".al-rfc-meta > span").last()).toHaveText(comments);
    }
  });
}

test("ar: none has a form as well", async ({ page }) => {
  await openList(page, "ar", "", { issues: [] });
  await expect(page.getByRole("status")).toHaveText(catalogue("ar")["{count} proposals_zero"]);
});

/** As speakers write them: the age and the date of #18, and the number of proposals in 1,000. */
const WRITTEN = {
  en: ["29 days ago", /^August 3, 2026 at 5:30.PM$/],
  de: ["vor 29 Tagen", /^3\. August 2026 um 17:30$/],
  fa: ["۲۹ روز پیش", /^۱۲ مرداد ۱۴۰۵.* ۱۷:۳۰$/],
  fi: ["29 päivää sitten", /^3\. elokuuta 2026 klo 17.30$/],
  ja: ["29 日前", /^2026年8月3日 17:30$/],
  "pt-br": ["há 29 dias", /^3 de agosto de 2026 às 17:30$/],
};

for (const [code, [age, date]] of Object.entries(WRITTEN)) {
  test(`${code}: ages and dates as they are written there`, async ({ page }) => {
    await openList(page, code);
    const opened = card(page, 18).locator("time").first();
    await expect(opened).toHaveText(age);
    await expect(opened).toHaveAttribute("title", date);
    await expect(opened).toHaveAttribute("datetime", "2026-08-03T17:30:00Z");
  });
}

test("two widgets of a page speak a language each", async ({ page }) => {
  const container = '<div data-alesco-proposals data-lang="de"></div><div data-alesco-proposals data-lang="he"></div>';
  await openHost(page, "almalinux.html", { container });
  for (const code of ["de", "he"]) {
    const widget = page.locator(`section[lang=${code}]`);
    await expect(widget.locator('[data-proposal="16"] .alesco-pill')).toHaveText(catalogue(code)["Accepted for Discussion"]);
    await expect(widget).toHaveCSS("direction", code === "he" ? "rtl" : "ltr");
  }
});

/** Where parts of a line stand, from the left. */
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

for (const code of ["ar", "fa", "he"]) {
  test(`${code}: a line goes from the right, and what is not of the language keeps its order`, async ({ page }) => {
    await openList(page, code);
    await expect(card(page, 16)).toHaveAttribute("data-rfc", "0008");
    const [hash, one, eight, author] = await lefts(card(page, 18).locator(".al-rfc-meta"), ["#", "1", "8", "ramereth"]);
    expect([hash, one, eight]).toEqual([hash, one, eight].sort((a, b) => a - b));
    expect(author).toBeLessThan(hash);
    const [rfc, zero, number] = await lefts(card(page, 16).locator(".alesco-rfc"), ["RFC", "0", "8"]);
    expect([rfc, zero, number]).toEqual([rfc, zero, number].sort((a, b) => a - b));
    // Steps are taken from the side where lines begin.
    const steps = await card(page, 16).locator(".alesco-step").evaluateAll((all) =>
      all.map((step) => [step.getBoundingClientRect().left, step.dataset.reached]));
    expect(steps.map(([, reached]) => reached)).toEqual(["true", "true", "false"]);
    expect(steps[0][0]).toBeGreaterThan(steps[1][0]);
    expect(steps[1][0]).toBeGreaterThan(steps[2][0]);
  });
}
