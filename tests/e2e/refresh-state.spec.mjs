// A refresh leaves the visitor's place: focus, selected text, scroll position and open filters.
import { ISSUES, OPEN_CARDS, listResponse } from "./fixtures.mjs";
import { openBrowser, openList } from "./locales.mjs";
import { card, choice, expect, expectCards, expectLoaded, filtersButton, freshness, nextFrames, openFilters, test } from "./page.mjs";
import { t } from "./texts.mjs";

test.use({ repeatsRequests: true });

const changed = (number, change) => ISSUES.map((issue) => (issue.number === number ? { ...issue, ...change } : issue));
const NEWER = "2026-09-02T09:00:00Z";

/** Lists that a refresh brings, and the order of the cards then. */
const REFRESHES = {
  "changes another card": { issues: changed(17, { comments: 99 }), cards: OPEN_CARDS },
  "changes the focused card": { issues: changed(18, { comments: 99, title: "RFC: Another title" }), cards: OPEN_CARDS },
  "moves another card before it": { issues: changed(17, { updated_at: NEWER }), cards: [16, 17, 18] },
  "moves it before another card": { issues: changed(18, { labels: ["vote at next meeting"] }), cards: [18, 16, 17] },
  "adds cards before and behind it": {
    issues: [
      { ...ISSUES[0], number: 101, updated_at: NEWER, title: "RFC: Newer" },
      { ...ISSUES[0], number: 102, updated_at: "2020-01-01T00:00:00Z", title: "RFC: Older" },
      ...ISSUES,
    ],
    cards: [16, 101, 18, 17, 102],
  },
  "removes another card": { issues: ISSUES.filter(({ number }) => number !== 16), cards: [18, 17] },
};

/**
 * Waits until the list is GitHub's, and its documents are read. Before, a refresh does nothing, and cards may change without
 * one.
 */
async function expectSettled(page) {
  await expectLoaded(page);
  await expect(freshness(page)).toContainText(t("liveNow"));
}

/** Clicks Refresh without moving the focus, and waits for the new list. */
async function refresh(page, cards) {
  await page.getByRole("button", { name: t("refresh") }).evaluate((button) => button.click());
  await expectCards(page, cards);
  await expect(freshness(page)).toContainText(t("liveNow"));
}

const VIEWS = {
  list: (page, answers) => openList(page, "en", "", answers),
  browser: (page, answers) => openBrowser(page, "en", "", answers),
};

for (const [view, open] of Object.entries(VIEWS)) {
  for (const [name, { issues, cards }] of Object.entries(REFRESHES)) {
    test(`in a ${view} the focus stays on a card's link when a refresh ${name}`, async ({ page }) => {
      const responses = [listResponse(), listResponse(issues)];
      await open(page, { list: () => responses.shift() });
      await expectSettled(page);
      const link = card(page, 18).getByRole("link");
      await link.focus();
      await refresh(page, cards);
      if (name.startsWith("changes")) await expect(page.locator("article").filter({ hasText: t("comments", { count: 99 }) })).toHaveCount(1);
      await expect(link).toBeFocused();
    });
  }

  test(`in a ${view} the focus stays on a SIG of a card, and its tooltip open, when a refresh moves the card`, async ({ page }) => {
    const responses = [listResponse(), listResponse(REFRESHES["moves it before another card"].issues)];
    await open(page, { list: () => responses.shift() });
    await expectSettled(page);
    const sig = card(page, 18).getByRole("button", { name: "AltArch" });
    await sig.focus();
    const tooltip = page.getByRole("tooltip").filter({ hasText: "The AltArch SIG owns" });
    await expect(tooltip).toBeVisible();
    await refresh(page, [18, 16, 17]);
    await expect(sig).toBeFocused();
    await expect(tooltip).toBeVisible();
  });

  for (const name of ["changes another card", "moves another card before it", "adds cards before and behind it"]) {
    test(`in a ${view} selected text stays selected when a refresh ${name}`, async ({ page }) => {
      const { issues, cards } = REFRESHES[name];
      const responses = [listResponse(), listResponse(issues)];
      await open(page, { list: () => responses.shift() });
      await expectSettled(page);
      await page.evaluate(() => {
        const text = document.querySelector('[data-proposal="16"] h3 a').firstChild;
        getSelection().setBaseAndExtent(text, 7, text, 15);
      });
      await refresh(page, cards);
      if (name.startsWith("changes")) await expect(card(page, 17)).toContainText(t("comments", { count: 99 }));
      expect(await page.evaluate(() => [String(getSelection()), getSelection().anchorNode.isConnected])).toEqual(["proposal", true]);
    });
  }

  test(`in a ${view} a card stays where it is in the window when a refresh adds one above it`, async ({ page }) => {
    await page.setViewportSize({ width: 375, height: 400 });
    await page.emulateMedia({ reducedMotion: "reduce" });
    const { issues, cards } = REFRESHES["adds cards before and behind it"];
    const responses = [listResponse(), listResponse(issues)];
    await open(page, { list: () => responses.shift() });
    await expectSettled(page);
    await card(page, 18).evaluate((element) => element.scrollIntoView({ block: "start", behavior: "instant" }));
    const before = await card(page, 18).boundingBox();
    await refresh(page, cards);
    await nextFrames(page);
    // The browser scrolls by whole pixels, and before it paints: not yet when the cards are there.
    await expect.poll(async () => Math.abs((await card(page, 18).boundingBox()).y - before.y)).toBeLessThan(1);
  });

  test(`in a ${view} the scroll position stays when a refresh changes another card`, async ({ page }) => {
    await page.setViewportSize({ width: 375, height: 400 });
    const responses = [listResponse(), listResponse(REFRESHES["changes another card"].issues)];
    await open(page, { list: () => responses.shift() });
    await expectSettled(page);
    await page.evaluate(() => scrollTo({ top: 300, behavior: "instant" }));
    await refresh(page, OPEN_CARDS);
    await expect(card(page, 17)).toContainText(t("comments", { count: 99 }));
    expect(await page.evaluate(() => scrollY)).toBe(300);
  });
}

test("open filters stay open, with their checked values and the focus, when a refresh changes them", async ({ page }) => {
  const later = changed(17, { labels: ["kernel"] });
  const responses = [listResponse(), listResponse(later)];
  await openList(page, "en", "", { list: () => responses.shift() });
  await expectSettled(page);
  await openFilters(page);
  await choice(page, "sig", "none").check();
  await expectCards(page, [16, 17]);
  await choice(page, "sig", "none").focus();
  await refresh(page, [16, 17]);
  // The new label is among the tags.
  await expect(choice(page, "tag", "kernel")).toBeVisible();
  await expect(filtersButton(page)).toHaveAttribute("aria-expanded", "true");
  await expect(choice(page, "sig", "none")).toBeChecked();
  await expect(choice(page, "sig", "none")).toBeFocused();
});

test("a search keeps its text, its caret and the focus when a refresh changes the list", async ({ page }) => {
  const responses = [listResponse(), listResponse(REFRESHES["changes another card"].issues)];
  await openBrowser(page, "en", "", { list: () => responses.shift() });
  await expectSettled(page);
  const search = page.getByRole("searchbox");
  await search.fill("member");
  await expectCards(page, [17]);
  await search.evaluate((field) => field.setSelectionRange(1, 4));
  await refresh(page, [17]);
  await expect(card(page, 17)).toContainText(t("comments", { count: 99 }));
  await expect(search).toBeFocused();
  expect(await search.evaluate((field) => [field.value, field.selectionStart, field.selectionEnd])).toEqual(["member", 1, 4]);
});
