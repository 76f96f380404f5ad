// Keys of an input method belong to it, not to the search.
import { ISSUES, OPEN_CARDS } from "./fixtures.mjs";
import { openBrowser, openList } from "./locales.mjs";
import { card, cardCount, expect, expectCards, root, test } from "./page.mjs";

const search = (page) => root(page).getByRole("searchbox");

/** A proposal with a Japanese title. */
const japanese = { ...ISSUES[0], number: 40, title: "RFC: 日本語の提案" };
const answers = { issues: [...ISSUES, japanese] };

const VIEWS = {
  browser: (page) => openBrowser(page, "en", "", answers),
  list: (page) => openList(page, "en", 'data-show="all"', answers),
};

/** Dispatches a key as browsers do while an input method composes. Returns whether it was left alone. */
const composingKey = (page, key, init) =>
  search(page).evaluate((field, [key, init]) => {
    let leftAlone;
    const note = (event) => (leftAlone = !event.defaultPrevented);
    addEventListener("keydown", note, { once: true });
    field.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, composed: true, ...init }));
    return leftAlone;
  }, [key, init]);

for (const [view, open] of Object.entries(VIEWS)) {
  for (const [name, init] of [["isComposing", { isComposing: true }], ["keyCode 229", { keyCode: 229 }]]) {
    for (const key of ["Escape", "Enter"]) {
      test(`in a ${view} ${key} with ${name} keeps the search and is left to the input method`, async ({ page }) => {
        await open(page);
        await expect(search(page)).toBeVisible();
        await expect(card(page, 40)).toHaveCount(1);
        await search(page).fill("kernel");
        await expect(card(page, 16)).toHaveCount(0);
        const before = await cardCount(page);
        expect(await composingKey(page, key, init)).toBe(true);
        await expect(search(page)).toHaveValue("kernel");
        await expect(search(page)).toBeFocused();
        expect(await cardCount(page)).toBe(before);
      });
    }
  }

  test(`in a ${view} text that an input method composes is searched for when it is committed, and Escape clears it then`, async ({ page }) => {
    await open(page);
    await expect(search(page)).toBeVisible();
    await search(page).focus();
    const session = await page.context().newCDPSession(page);
    await session.send("Input.imeSetComposition", { text: "にほn", selectionStart: 3, selectionEnd: 3 });
    await expect(search(page)).toHaveValue("にほn");
    await session.send("Input.insertText", { text: "日本語" });
    await expect(search(page)).toHaveValue("日本語");
    await expectCards(page, [40]);
    await search(page).press("Escape");
    await expect(search(page)).toHaveValue("");
    await expect(card(page, OPEN_CARDS[0])).toHaveCount(1);
  });
}
