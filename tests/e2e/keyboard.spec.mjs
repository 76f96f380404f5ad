// All controls by keyboard, in the order of the page, with a focus that is visible and never lost.
import { FILES, ISSUES, OPEN_CARDS, headers, listResponse } from "./fixtures.mjs";
import { openHost } from "./host-page.mjs";
import { openList } from "./locales.mjs";
import { expectSettled } from "./mock-api.mjs";
import { card, choice, expect, expectCards, expectLoaded, filtersButton, nextFrames, open, status, test } from "./page.mjs";
import { t } from "./texts.mjs";

const search = (page) => page.getByRole("searchbox", { name: t("search") });

/** Presses Tab, or another key, until this has the focus. */
async function tabTo(page, target, key = "Tab") {
  for (let stops = 0; stops < 60; stops += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${target} cannot be reached`);
}

/** True if the focus is within the widget. */
const hasFocus = (page) => page.evaluate(() => Boolean(document.activeElement.closest("section.alesco-proposals")));

test.describe("with an open proposal", () => {
  // The files are requested for the card and for the text.
  test.use({ repeatsRequests: true });

  test("a visitor searches, filters, opens a proposal, comes back and clears the filters by keyboard", async ({ page }) => {
    await open(page);
    await expectCards(page, OPEN_CARDS);
    await expectSettled(page);
    await page.keyboard.press("/");
    await expect(search(page)).toBeFocused();
    await page.keyboard.type("nothing");
    await expectCards(page, []);
    await page.keyboard.press("Escape");
    await expectCards(page, OPEN_CARDS);
    await expect(search(page)).toHaveValue("");
    await expect(search(page)).toBeFocused();
    await page.keyboard.type("kernel");
    await expectCards(page, [18]);
    await tabTo(page, choice(page, "sig", "altarch"));
    await page.keyboard.press("Space");
    await expect(choice(page, "sig", "altarch")).toBeChecked();
    await tabTo(page, card(page, 18).getByRole("link"));
    await page.keyboard.press("Enter");
    await expect(page.locator("article[data-proposal-view='18']")).toBeVisible();
    await expect(page).toHaveURL(/\?sig=altarch&q=kernel&proposal=18$/);
    await page.goBack();
    await expect(page).toHaveURL(/\?sig=altarch&q=kernel$/);
    await expectCards(page, [18]);
    await expect(search(page)).toHaveValue("kernel");
    await expect(card(page, 18).getByRole("link").first()).toBeFocused();
    await tabTo(page, page.getByRole("button", { name: t("clear") }), "Shift+Tab");
    await page.keyboard.press("Enter");
    await expectCards(page, OPEN_CARDS);
    await expect(status(page)).toBeFocused();
  });
});

test("Tab reaches links and controls in document order", async ({ page }) => {
  await open(page, "?sig=altarch");
  await expectCards(page, [18]);
  await expectSettled(page);
  const positions = [];
  for (let stops = 0; stops < 60; stops += 1) {
    await page.keyboard.press("Tab");
    const at = await page.evaluate(() => [...document.querySelectorAll("a, button, input, select")].indexOf(document.activeElement));
    if (at < 0) break;
    positions.push(at);
  }
  expect(positions.length).toBeGreaterThan(15);
  expect(positions).toEqual([...positions].sort((a, b) => a - b));
});

test("a slash focuses the standalone page's search, and is typed in fields, and does nothing in a list", async ({ page }) => {
  await open(page);
  await expectCards(page, OPEN_CARDS);
  await search(page).focus();
  await page.keyboard.type("a/b");
  await expect(search(page)).toHaveValue("a/b");
  await page.keyboard.press("Escape");
  const sort = page.getByRole("combobox", { name: t("sort") });
  await sort.focus();
  await page.keyboard.press("/");
  // The shortcut moves the focus a moment later.
  await nextFrames(page);
  await expect(sort).toBeFocused();
  await page.keyboard.press("Control+/");
  await nextFrames(page);
  await expect(sort).toBeFocused();
  await choice(page, "stage", "submitted").focus();
  await page.keyboard.press("/");
  await expect(search(page)).toBeFocused();
  await expect(search(page)).toHaveValue("");

  await openList(page, "en", 'data-show="all"');
  await expect(search(page)).toBeVisible();
  const link = card(page, 16).getByRole("link");
  await link.focus();
  await page.keyboard.press("/");
  await nextFrames(page);
  await expect(link).toBeFocused();
  await page.getByLabel("The newsletter").focus();
  await page.keyboard.type("/");
  await expect(page.getByLabel("The newsletter")).toHaveValue("/");
});

test("Escape hides a SIG's tooltip and keeps the focus", async ({ page }) => {
  await open(page);
  await expectSettled(page);
  const sig = card(page, 18).getByRole("button", { name: "AltArch" });
  const tooltip = page.getByRole("tooltip").filter({ hasText: "The AltArch SIG owns" });
  await expect(tooltip).toBeHidden();
  await tabTo(page, sig);
  await expect(tooltip).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(tooltip).toBeHidden();
  await expect(sig).toBeFocused();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Shift+Tab");
  await expect(sig).toBeFocused();
  await expect(tooltip).toBeVisible();
  await page.keyboard.press("Tab");
  await expect(tooltip).toBeHidden();
  // The pointer may move into the tooltip, and Escape hides it then, too, wherever the focus is.
  await sig.hover();
  await expect(tooltip).toBeVisible();
  await tooltip.hover();
  await expect(tooltip).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(tooltip).toBeHidden();
});

test("Escape hides the tooltips of two SIGs, each until its SIG is left", async ({ page }) => {
  await open(page);
  await expectSettled(page);
  const sig = (name) => card(page, 18).getByRole("button", { name });
  const tooltip = (text) => page.getByRole("tooltip").filter({ hasText: text });
  const [focused, hovered] = [tooltip("The AltArch SIG owns"), tooltip("Build System SIG prepares")];
  await sig("AltArch").focus();
  await sig("Build System").hover();
  await expect(focused).toBeVisible();
  await expect(hovered).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(focused).toBeHidden();
  await expect(hovered).toBeHidden();
  await page.mouse.move(0, 0);
  await sig("Build System").hover();
  await expect(hovered).toBeVisible();
  await expect(focused).toBeHidden();
});

test("closing the filters keeps the focus on their button", async ({ page }) => {
  await openList(page, "en");
  await expectLoaded(page);
  const disclosure = filtersButton(page);
  await tabTo(page, disclosure);
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await expect.poll(() => page.evaluate(() => document.activeElement.name)).toMatch(/sig|tag|q/);
  await tabTo(page, choice(page, "sig", "altarch"));
  await page.keyboard.press("Space");
  await expectCards(page, [18]);
  await expect(choice(page, "sig", "altarch")).toBeFocused();
  await tabTo(page, disclosure, "Shift+Tab");
  await page.keyboard.press("Space");
  await expect(disclosure).toHaveAttribute("aria-expanded", "false");
  await expect(page.getByRole("group", { name: t("sig") })).toBeHidden();
  await expect(disclosure).toBeFocused();
});

/** Options that are removed when they are unchecked: the address, and the checkbox. */
const REMOVED = {
  "an outcome, the only filter for decided proposals,": ["?outcome=accepted", "outcome", "accepted"],
  "a SIG that no proposal has": ["?sig=nosuch", "sig", "nosuch"],
  "a tag that no proposal has": ["?tag=nosuch", "tag", "nosuch"],
};

for (const [name, [address, key, value]] of Object.entries(REMOVED)) {
  test(`unchecking ${name} keeps the focus in the widget`, async ({ page }) => {
    await open(page, address);
    await expectSettled(page);
    await choice(page, key, value).focus();
    await page.keyboard.press("Space");
    await expectCards(page, OPEN_CARDS);
    await expect.poll(() => hasFocus(page)).toBe(true);
  });
}

test("removing filters by their buttons moves the focus to the status", async ({ page }) => {
  await open(page, "?q=kernel&stage=submitted");
  await expectCards(page, [18]);
  const parts = [t("submitted"), t("searchFilter", { words: "kernel" })];
  for (const name of parts.map((part) => t("removeFilter", { part }))) {
    await page.getByRole("button", { name }).press("Enter");
    await expect(page.getByRole("button", { name })).toHaveCount(0);
    await expect(status(page)).toBeFocused();
  }
  await search(page).fill("nothing like this");
  await page.getByRole("button", { name: t("clearFilters") }).press("Enter");
  await expectCards(page, OPEN_CARDS);
  await expect(status(page)).toBeFocused();
});

test.describe("with a refresh", () => {
  test.use({ repeatsRequests: true });

  test("when a refresh removes the focused card Tab goes on from its place", async ({ page }) => {
    const later = ISSUES.filter((issue) => issue.number !== 18);
    const responses = [listResponse(), listResponse(later)];
    await openList(page, "en", "", { list: () => responses.shift(), files: (number) => ({ headers: headers(), json: FILES[number] }) });
    await expectLoaded(page);
    await card(page, 18).getByRole("link").focus();
    await page.getByRole("button", { name: t("refresh") }).evaluate((button) => button.click());
    await expectCards(page, [16, 17]);
    await page.keyboard.press("Tab");
    await expect(card(page, 17).getByRole("link")).toBeFocused();
  });
});

/** The contrast of the focus ring with what is behind it; 0 if there is no ring. */
const ringContrast = (page) =>
  page.evaluate(() => {
    const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
    const paint = (colour) => {
      canvas.fillStyle = colour;
      canvas.fillRect(0, 0, 1, 1);
    };
    const luminance = () => {
      const [r, g, b] = [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3).map((value) => value / 255)
        .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const focused = document.activeElement;
    // An invisible input has its ring around its label.
    const ringed = getComputedStyle(focused).opacity === "0" ? focused.closest("label") : focused;
    const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(ringed);
    if (outlineStyle !== "solid" || parseFloat(outlineWidth) < 2) return 0;
    paint("canvas");
    const backgrounds = [];
    for (let parent = ringed.parentElement; parent; parent = parent.parentElement) backgrounds.unshift(getComputedStyle(parent).backgroundColor);
    backgrounds.forEach(paint);
    const behind = luminance();
    paint(outlineColor);
    const [dark, light] = [behind, luminance()].sort((a, b) => a - b);
    return (light + 0.05) / (dark + 0.05);
  });

const WHITE = ".site-band { background: #fff; color: #222 } .site-band a { color: #0b57d0 }";
const container = '<div id="alesco-prs" data-q="kernel" data-stage="submitted" data-browser="/alesco/"></div>';
const PLACES = {
  "the standalone page": (page) => open(page, "?stage=submitted&q=kernel"),
  "a list in a dark host page": (page) => openHost(page, "almalinux.html", { container }),
  "a list in a white host page": (page) => openHost(page, "almalinux.html", { container, css: WHITE }),
};

for (const [name, openPlace] of Object.entries(PLACES)) {
  for (const colorScheme of ["light", "dark"]) {
    test(`every focus ring in ${name} has a contrast of 3 or more, with ${colorScheme} colours`, { tag: colorScheme === "dark" ? "@dark" : [] }, async ({ page }) => {
      await page.emulateMedia({ colorScheme });
      await openPlace(page);
      await expectCards(page, [18]);
      await expectSettled(page);
      const disclosure = filtersButton(page);
      if (await disclosure.isVisible()) await disclosure.press("Enter");
      await choice(page, "stage", "discussion").focus();
      const rings = [];
      while (await hasFocus(page)) {
        const what = await page.evaluate(() => `${document.activeElement.localName} ${document.activeElement.name ?? ""} ${document.activeElement.textContent}`);
        rings.push([what, await ringContrast(page)]);
        await page.keyboard.press("Tab");
      }
      expect(rings.length).toBeGreaterThan(10);
      expect(rings.filter(([, contrast]) => contrast < 3)).toEqual([]);
    });
  }
}
