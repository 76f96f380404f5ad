// "Show more": a list shows its first part, grows by 50, and does not shrink.
import { issues } from "../bench/proposals.mjs";
import { headers } from "./fixtures.mjs";
import { FALLBACK, openHost } from "./host-page.mjs";
import { clickShowMore, cardCount, cardNumbers, card, choice, expect, expectCards, openLive, status, test } from "./page.mjs";
import { anyOf, startsWith, t } from "./texts.mjs";

const MANY = 170;
const PART = 50;
const answers = { issues: issues(MANY).map((issue) => ({ ...issue, state: "open" })), remaining: 20 };

const showMore = (page) => page.getByRole("button", { name: anyOf("showMore") });

/** Opens a list in a host page. */
const openList = (page, attributes = "") =>
  openHost(page, "almalinux.html", { container: `<div id="alesco-prs" ${attributes}>${FALLBACK}</div>` }, answers);

/** Clicks the button, and waits until so many cards are shown. */
async function showUpTo(page, count) {
  await clickShowMore(page);
  await expect.poll(() => cardCount(page)).toBe(count);
}

test("the standalone page shows 50 cards, then 100, 150 and all 170, and the button is gone then", async ({ page, expectedConsole }) => {
  await openLive(page, expectedConsole, "", answers);
  await expect.poll(() => cardCount(page)).toBe(PART);
  await expect(status(page)).toHaveText(t("proposals", { count: MANY }));
  for (const count of [100, 150, MANY]) await showUpTo(page, count);
  await expect(showMore(page)).toBeHidden();
});

test("each click on Show more keeps the cards before and focuses the first new one", async ({ page }) => {
  await openList(page);
  await expect.poll(() => cardCount(page)).toBe(PART);
  const before = await cardNumbers(page);
  await showMore(page).press("Enter");
  await expect.poll(() => cardCount(page)).toBe(2 * PART);
  const after = await cardNumbers(page);
  expect(after.slice(0, PART)).toEqual(before);
  await expect(card(page, after[PART]).getByRole("link").first()).toBeFocused();
});

for (const [limit, first, counts] of [[5, 5, [55, 105, 155, MANY]], [200, MANY, []]]) {
  test(`data-limit="${limit}" shows ${first} cards at first, and 50 more by each click`, async ({ page }) => {
    await openList(page, `data-limit="${limit}"`);
    await expect.poll(() => cardCount(page)).toBe(first);
    for (const count of counts) await showUpTo(page, count);
    await expect(showMore(page)).toBeHidden();
  });
}

test("Escape in the search keeps as many cards as were shown", async ({ page, expectedConsole }) => {
  await openLive(page, expectedConsole, "", answers);
  await expect.poll(() => cardCount(page)).toBe(PART);
  await showUpTo(page, 100);
  const search = page.getByRole("searchbox");
  await search.fill("nothing like this");
  await expect.poll(() => cardCount(page)).toBe(0);
  await search.press("Escape");
  await expect(search).toHaveValue("");
  await expect.poll(() => cardCount(page)).toBe(100);
  // Also where there is nothing to clear.
  await search.press("Escape");
  await expect(status(page)).toHaveText(t("proposals", { count: MANY }));
  expect(await cardCount(page)).toBe(100);
});

test("a facet, a sort and a step back keep as many cards as were shown", async ({ page, expectedConsole }) => {
  await openLive(page, expectedConsole, "", answers);
  await expect.poll(() => cardCount(page)).toBe(PART);
  await showUpTo(page, 100);
  await showUpTo(page, 150);
  const stage = choice(page, "stage", "submitted");
  await stage.check();
  await expect(status(page)).toHaveText(anyOf("proposalsShown"));
  const matching = Number((await status(page).textContent()).match(/\d+/)[0]);
  await expect.poll(() => cardCount(page)).toBe(Math.min(matching, 150));
  await stage.uncheck();
  await expect.poll(() => cardCount(page)).toBe(150);
  const before = await cardNumbers(page);
  const byNumber = answers.issues.map(({ number }) => number).sort((a, b) => b - a).slice(0, 150);
  expect(before).not.toEqual(byNumber);
  await page.getByRole("combobox", { name: t("sort") }).selectOption("number");
  await expect(page).toHaveURL(/sort=number/);
  await expectCards(page, byNumber);
  await page.goBack();
  await expect(page).not.toHaveURL(/sort=number/);
  await expectCards(page, before);
});

test("in a list a facet keeps as many cards as were shown", async ({ page }) => {
  await openList(page, 'data-limit="20"');
  await expect.poll(() => cardCount(page)).toBe(20);
  await showUpTo(page, 70);
  const stage = page.getByRole("checkbox", { name: startsWith("submitted") });
  await stage.check();
  await expect(status(page)).toHaveText(anyOf("proposalsShown"));
  await stage.uncheck();
  await expect(status(page)).toHaveText(t("proposals", { count: MANY }));
  await expect.poll(() => cardCount(page)).toBe(70);
});

test.describe("with a refresh", () => {
  test.use({ repeatsRequests: true });

  test("a refresh keeps as many cards as were shown", async ({ page }) => {
    let suffix = "";
    const list = () => ({ headers: headers(20), json: answers.issues.map((issue) => ({ ...issue, title: `${issue.title}${suffix}` })) });
    await openHost(page, "almalinux.html", { container: '<div id="alesco-prs"></div>' }, { list });
    await expect.poll(() => cardCount(page)).toBe(PART);
    await showUpTo(page, 100);
    const before = await cardNumbers(page);
    suffix = "!";
    await page.getByRole("button", { name: t("refresh") }).click();
    await expect(card(page, before.at(-1)).getByRole("link").first()).toHaveText(/!$/);
    expect(await cardNumbers(page)).toEqual(before);
  });
});
