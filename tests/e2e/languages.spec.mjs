// The site's 27 languages: each fits, in its direction and without a rest of English.
import { ISSUES, LIMITED, headers } from "./github.mjs";
import { LANGUAGES, catalogue, leftInEnglish, openBrowser, openList } from "./languages.mjs";
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
    for (const width of [1280, 535, 375]) await expectFits(page, width);

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
    await expectFits(page, 375);
  });
});
