// Lists of many screens: what a reader sees after the next frame, and what is there in the end.
import { issues } from "../bench/proposals.mjs";
import { cardNumbers, expect, openLive, test } from "./page.mjs";

const MANY = 300;

/** With so few requests left, no documents are asked for: nothing changes but by the search. */
const answers = { issues: issues(MANY), remaining: 20 };

const count = (page) => cardNumbers(page).then((shown) => shown.length);

/** Writes into the search at once, as by pasting, wherever focus is. Tells which cards are displayed after the next
 *  frame, and whether they fill the screen. */
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
    return { shown: shown.map((card) => Number(card.dataset.proposal)), fills: bottom > innerHeight };
  }, text);

/** Whether the one list has what the other has, in its order, with nothing else between. */
const isPart = (part, whole) => {
  const places = part.map((number) => whole.indexOf(number));
  return places.every((place, index) => place >= 0 && (index === 0 || place > places[index - 1]));
};

for (const sort of ["stage", "updated"]) {
  test(`a long list by ${sort} is right after the next frame, and whole in the end`, async ({ page, expectedConsole }) => {
    await openLive(page, expectedConsole, `?show=all&sort=${sort}`, answers);
    await expect.poll(() => count(page)).toBe(MANY);
    const all = await cardNumbers(page);

    const narrowed = await search(page, "kitten");
    await expect(page.getByRole("status")).toHaveText(/^\d+ of 300 proposals$/);
    const said = Number((await page.getByRole("status").textContent()).split(" ")[0]);
    await expect.poll(() => count(page)).toBe(said);
    const found = await cardNumbers(page);
    expect(said).toBeGreaterThan(40);
    expect(isPart(found, all)).toBe(true);
    expect(isPart(narrowed.shown, found)).toBe(true);
    expect(narrowed.shown[0]).toBe(found[0]);
    expect(narrowed.fills).toBe(true);

    const none = await search(page, "nothing like this");
    expect(none.shown).toEqual([]);
    const widened = await search(page, "");
    expect(isPart(widened.shown, all)).toBe(true);
    expect(widened.fills).toBe(true);
    await expect.poll(() => cardNumbers(page)).toEqual(all);
    expect(widened.shown[0]).toBe(all[0]);
    // One list for screen readers, and nothing in it is hidden.
    await expect(page.locator(".alesco-cards").getByRole("listitem")).toHaveCount(MANY);
    await expect(page.locator(".alesco-cards template")).toHaveCount(0);
  });
}

test("a card deep in a long list stays as it is, with its focus", async ({ page, expectedConsole }) => {
  await openLive(page, expectedConsole, "?show=all&sort=updated&q=kitten", answers);
  await expect(page.getByRole("status")).toHaveText(/^\d+ of 300 proposals$/);
  const said = Number((await page.getByRole("status").textContent()).split(" ")[0]);
  await expect.poll(() => count(page)).toBe(said);
  const found = await cardNumbers(page);
  await page.evaluate(() => {
    window.last = [...document.querySelectorAll("article")].at(-1);
    window.last.querySelector("a").focus();
    window.left = 0;
    window.last.addEventListener("focusout", () => (window.left += 1));
  });
  const isSame = () => page.evaluate(() => window.last.isConnected && window.last.contains(document.activeElement));
  await search(page, "");
  await expect.poll(() => count(page)).toBe(MANY);
  expect(await isSame()).toBe(true);
  const narrowed = await search(page, "kitten");
  expect(isPart(narrowed.shown.filter((number) => found.includes(number)), found)).toBe(true);
  await expect.poll(() => cardNumbers(page)).toEqual(found);
  expect(await isSame()).toBe(true);
  expect(await page.evaluate(() => window.left)).toBe(0);
});

test("the address has all letters when they have come, each before the next step", async ({ page, expectedConsole }) => {
  await openLive(page, expectedConsole, "?show=all", answers);
  await expect.poll(() => count(page)).toBe(MANY);
  await page.getByRole("searchbox").pressSequentially("kernel");
  await page.getByRole("combobox", { name: "Sort" }).selectOption("number");
  await expect(page).toHaveURL(/sort=number/);
  await expect(page).toHaveURL(/q=kernel/);
  await page.goBack();
  await expect(page).not.toHaveURL(/sort=number/);
  await expect(page).toHaveURL(/q=kernel/);
  await expect(page.getByRole("searchbox")).toHaveValue("kernel");
});
