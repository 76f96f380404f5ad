// Every state under axe, and what axe does not check: overflow, the outline, what a phone shows.
import { sampled } from "./engines.mjs";
import { OPEN_CARDS } from "./fixtures.mjs";
import { overflow } from "./layout.mjs";
import { NO_SNAPSHOT_CONSOLE, axeViolations, card, expect, expectCards, filtersButton, freshness, open, root, test } from "./page.mjs";
import { STATES, openState } from "./states.mjs";
import { t } from "./texts.mjs";

/** Rules that do not apply with forced colours: axe reads the colours that they replace. */
const NOT_WITH_FORCED = ["color-contrast"];

/** Opens a state, and waits until GitHub's list has replaced the snapshot, which may lack what the state is about. */
async function openLiveState(page, expectedConsole, name, options) {
  await openState(page, expectedConsole, name, options);
  const { state, trouble } = STATES[name];
  if (!trouble && state !== "loading") await expect(freshness(page)).toHaveAttribute("data-source", "live");
  // Its documents come last.
  if (name === "hostile") await expect(card(page, 16)).toHaveAttribute("data-rfc", "0008");
}

for (const name of sampled(Object.keys(STATES), ["ready", "filters", "limited", "hostile"])) {
  for (const view of ["browser", "list"]) {
    test(`axe finds nothing in a ${view} in the state ${name}, in light, dark and forced colours`, { tag: "@colours" }, async ({ page, colours, expectedConsole }) => {
      await openLiveState(page, expectedConsole, name, { view });
      expect(colours.length).toBeGreaterThan(0);
      for (const media of colours) {
        await page.emulateMedia({ colorScheme: null, forcedColors: null, ...media });
        const without = media.forcedColors ? NOT_WITH_FORCED : [];
        expect(await axeViolations(page, { without }), JSON.stringify(media)).toEqual([]);
      }
    });

    test(`axe finds nothing in a right-to-left ${view} in the state ${name}`, async ({ page, expectedConsole }) => {
      await openLiveState(page, expectedConsole, name, { view, lang: "ar" });
      await expect(root(page)).toHaveAttribute("lang", "ar");
      expect(await axeViolations(page)).toEqual([]);
    });
  }

  test(`the standalone page in the state ${name} does not scroll sideways at 320 to 1920 pixels, with filters open and closed`, async ({ page, expectedConsole }) => {
    await openLiveState(page, expectedConsole, name);
    const disclosure = filtersButton(page);
    for (const width of [1920, 768, 375, 320]) {
      await page.setViewportSize({ width, height: 800 });
      expect(await overflow(page), `at ${width} pixels`).toBe(0);
      if (!(await disclosure.isVisible())) continue;
      for (let times = 0; times < 2; times++) {
        const wasOpen = (await disclosure.getAttribute("aria-expanded")) === "true";
        await disclosure.click();
        await expect(page.getByRole("radio", { name: t("open") })).toBeVisible({ visible: !wasOpen });
        expect(await overflow(page), `at ${width} pixels, filters ${wasOpen ? "closed" : "open"}`).toBe(0);
      }
    }
  });
}

test("while the list loads there are no facets and no Refresh", async ({ page, expectedConsole }) => {
  expectedConsole.push(...NO_SNAPSHOT_CONSOLE);
  await open(page, "", STATES.loading.answers);
  await expect(root(page)).toHaveAttribute("data-state", "loading");
  await expect(page.getByRole("group", { name: t("sig") })).toHaveCount(0);
  await expect(page.getByRole("button", { name: t("refresh") })).toHaveCount(0);
});

test("markup in GitHub's texts is shown as text", async ({ page, expectedConsole }) => {
  expectedConsole.push(...NO_SNAPSHOT_CONSOLE);
  let ran = false;
  page.on("dialog", (dialog) => {
    ran = true;
    return dialog.dismiss();
  });
  await open(page, "", STATES.hostile.answers);
  await expectCards(page, OPEN_CARDS);
  await expect(page.locator("article img, article script, article b, article i")).toHaveCount(0);
  await expect(page.getByText("<img src=x onerror=alert(1)>")).toBeVisible();
  expect(ran).toBe(false);
});

test("on a phone the filters are behind a button with the number of active filters", async ({ page }) => {
  await page.setViewportSize({ width: 375, height: 800 });
  await open(page, "?sig=altarch");
  await expectCards(page, [18]);
  const disclosure = page.getByRole("button", { name: t("filtersCount", { count: 1 }) });
  await expect(disclosure).toHaveAttribute("aria-expanded", "false");
  await expect(page.getByRole("checkbox", { name: /AltArch/ })).toBeHidden();
  await disclosure.click();
  await expect(disclosure).toHaveAttribute("aria-expanded", "true");
  await page.getByRole("checkbox", { name: /AltArch/ }).uncheck();
  await expectCards(page, OPEN_CARDS);
});

test("the headings form an outline, and the cards of a stage are one list", async ({ page }) => {
  await open(page);
  await expectCards(page, OPEN_CARDS);
  const outline = await page.getByRole("heading").evaluateAll((all) => all.map((heading) => `${heading.tagName} ${heading.textContent}`));
  expect(outline).toEqual([
    `H1 ${t("pageTitle")}`,
    `H2 ${t("discussion")}`,
    "H3 Adding proposal for github org management",
    `H2 ${t("submitted")}`,
    "H3 Build and Secure Boot-Sign a Mainline-Based Alternative Kernel",
    "H3 Add new member procedure document",
    `H2 ${t("committee")}`,
    `H2 ${t("lifecycle")}`,
    `H2 ${t("takePart")}`,
  ]);
  const lists = page.locator(".alesco-cards:visible");
  await expect(lists).toHaveCount(2);
  await expect(lists.nth(0).getByRole("listitem")).toHaveCount(1);
  await expect(lists.nth(1).getByRole("listitem")).toHaveCount(2);
});

test("with forced colours a checked stage has an outline", { tag: "@forced" }, async ({ page }) => {
  await page.emulateMedia({ forcedColors: "active" });
  await open(page, "?stage=submitted");
  await expectCards(page, [18, 17]);
  const outline = (value) =>
    page.locator(`.alesco-stages label:has(input[value=${value}])`).evaluate((label) => getComputedStyle(label).outlineStyle);
  expect([await outline("submitted"), await outline("vote")]).toEqual(["solid", "none"]);
  expect(await axeViolations(page)).toEqual([]);
});
