// Lists of many proposals: what is shown in the next frame after a search, and in parts of 50.
import { issues } from "../bench/proposals.mjs";
import { clickShowMore, cardCount, cardNumbers, expect, openLive, status, test } from "./page.mjs";
import { anyOf, t } from "./texts.mjs";

const MANY = 300;
/** How many cards are shown at first, and how many more by each click. */
const PART = 50;

/** With so few requests left, no documents are requested: nothing changes but by the search. */
const answers = { issues: issues(MANY), remaining: 20 };

const showMore = (page) => page.getByRole("button", { name: anyOf("showMore") });

/** Clicks "Show more" until all cards are shown. Returns their numbers. */
async function showAll(page, count) {
  for (let shown = await cardCount(page); shown < count; ) {
    await clickShowMore(page);
    shown = Math.min(shown + PART, count);
    await expect.poll(() => cardCount(page)).toBe(shown);
  }
  await expect(showMore(page)).toBeHidden();
  return cardNumbers(page);
}

/**
 * Sets the text of the search at once, as by pasting, wherever the focus is. Returns the numbers of the cards that are
 * visible after the next frame, and whether they fill the window.
 */
const search = (page, text) =>
  page.evaluate(async (text) => {
    const field = document.querySelector("input[name=q]");
    field.value = text;
    field.dispatchEvent(new Event("input", { bubbles: true }));
    await new Promise((resolve) => {
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = resolve;
        port2.postMessage(null);
      });
    });
    const shown = [...document.querySelectorAll("article")].filter((card) => card.checkVisibility());
    const bottom = Math.max(...shown.map((card) => card.getBoundingClientRect().bottom));
    return { numbers: shown.map((card) => Number(card.dataset.proposal)), fillsWindow: bottom > innerHeight };
  }, text);

/** Waits until the number of results is announced, and returns it. */
async function announcedCount(page) {
  await expect(status(page)).toHaveText(anyOf("proposalsShown"));
  return Number((await status(page).textContent()).match(/\d+/)[0]);
}

/** True if `part` is a subsequence of `whole`. */
const isSubsequence = (part, whole) => {
  const positions = part.map((number) => whole.indexOf(number));
  return positions.every((position, index) => position >= 0 && (index === 0 || position > positions[index - 1]));
};

for (const sort of ["stage", "updated"]) {
  test(`a search in a list of 300 by ${sort} shows its first 50 results in the next frame, and Show more the others`, async ({ page, expectedConsole }) => {
    await openLive(page, expectedConsole, `?show=all&sort=${sort}`, answers);
    await expect.poll(() => cardCount(page)).toBe(PART);
    await expect(status(page)).toHaveText(t("proposals", { count: MANY }));
    const first = await cardNumbers(page);

    const narrowed = await search(page, "kitten");
    const count = await announcedCount(page);
    expect(count).toBeGreaterThan(40);
    expect(narrowed.numbers).toHaveLength(Math.min(count, PART));
    expect(narrowed.fillsWindow).toBe(true);
    expect((await search(page, "nothing like this")).numbers).toEqual([]);
    expect(await search(page, "")).toEqual({ numbers: first, fillsWindow: true });

    const all = await showAll(page, MANY);
    expect(all.slice(0, PART)).toEqual(first);
    const found = (await search(page, "kitten")).numbers;
    expect(found).toHaveLength(count);
    expect(found.slice(0, narrowed.numbers.length)).toEqual(narrowed.numbers);
    expect(isSubsequence(found, all)).toBe(true);
    expect((await search(page, "")).numbers).toEqual(all);
    // All of them are in the accessibility tree.
    await expect(page.locator(".alesco-cards").getByRole("listitem")).toHaveCount(MANY);
  });
}

test("a focused card deep in a list of 300 keeps its element and the focus while a search removes and adds others", async ({ page, expectedConsole }) => {
  await openLive(page, expectedConsole, "?show=all&sort=updated", answers);
  await expect.poll(() => cardCount(page)).toBe(PART);
  const all = await showAll(page, MANY);
  const found = (await search(page, "kitten")).numbers;
  await page.evaluate(() => {
    window.last = [...document.querySelectorAll("article")].at(-1);
    window.last.querySelector("a").focus();
  });
  const keepsFocus = () => page.evaluate(() => window.last.isConnected && window.last.contains(document.activeElement));
  expect((await search(page, "")).numbers).toEqual(all);
  expect(await keepsFocus()).toBe(true);
  expect((await search(page, "kitten")).numbers).toEqual(found);
  expect(await keepsFocus()).toBe(true);
});

test("the whole search is in the address before the next history entry, though it was typed quickly", async ({ page, expectedConsole }) => {
  await openLive(page, expectedConsole, "?show=all", answers);
  await expect.poll(() => cardCount(page)).toBe(PART);
  await page.getByRole("searchbox").pressSequentially("kernel");
  await page.getByRole("combobox", { name: t("sort") }).selectOption("number");
  await expect(page).toHaveURL(/sort=number/);
  await expect(page).toHaveURL(/q=kernel/);
  await page.goBack();
  await expect(page).not.toHaveURL(/sort=number/);
  await expect(page).toHaveURL(/q=kernel/);
  await expect(page.getByRole("searchbox")).toHaveValue("kernel");
});
