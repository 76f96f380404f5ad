import { NO_SNAPSHOT_SAID, expect, expectCards, faults, open, root, test } from "./page.mjs";
import { STATES, openState } from "./states.mjs";

// Of colours that the reader forces, axe takes those that they replace.
const COLOURS = [[{ colorScheme: "light" }], [{ colorScheme: "dark" }], [{ forcedColors: "active" }, ["color-contrast"]]];

for (const name of Object.keys(STATES)) {
  for (const view of ["browser", "list"]) {
    test(`${name}, ${view}: axe finds nothing, in light, dark and forced colours`, async ({ page, expectedConsole }) => {
      await openState(page, expectedConsole, name, { view });
      for (const [colours, without] of COLOURS) {
        await page.emulateMedia({ colorScheme: null, forcedColors: null, ...colours });
        expect(await faults(page, { without }), JSON.stringify(colours)).toEqual([]);
      }
    });

    test(`${name}, ${view}, from right to left: axe finds nothing`, async ({ page, expectedConsole }) => {
      await openState(page, expectedConsole, name, { view, lang: "ar" });
      await expect(root(page)).toHaveAttribute("lang", "ar");
      expect(await faults(page)).toEqual([]);
    });
  }

  for (const width of [320, 375, 768, 1920]) {
    test(`${name} at ${width} pixels: nothing sticks out`, async ({ page, expectedConsole }) => {
      await page.setViewportSize({ width, height: 800 });
      await openState(page, expectedConsole, name);
      const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(await overflow()).toBeLessThanOrEqual(0);
      const disclosure = page.getByRole("button", { name: /^Filter/ });
      if (await disclosure.isVisible()) {
        await disclosure.click();
        await expect(page.getByRole("radio", { name: "Open" })).toBeVisible({ visible: !STATES[name].open });
        expect(await overflow()).toBeLessThanOrEqual(0);
      }
    });
  }
}

test("while there is nothing to choose from, nothing is offered", async ({ page, expectedConsole }) => {
  expectedConsole.push(...NO_SNAPSHOT_SAID);
  await open(page, "", STATES.loading.answers);
  await expect(root(page)).toHaveAttribute("data-state", "loading");
  await expect(page.getByRole("group", { name: "SIG" })).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Refresh" })).toHaveCount(0);
});

test("text from the network is text", async ({ page, expectedConsole }) => {
  expectedConsole.push(...NO_SNAPSHOT_SAID);
  let ran = false;
  page.on("dialog", (dialog) => {
    ran = true;
    return dialog.dismiss();
  });
  await open(page, "", STATES.hostile.answers);
  await expectCards(page, [16, 18, 17]);
  await expect(page.locator("article img, article script, article b, article i")).toHaveCount(0);
  await expect(page.getByText("<img src=x onerror=alert(1)>")).toBeVisible();
  expect(ran).toBe(false);
});

test("on a phone the filters are behind a button that says how much is chosen", async ({ page }) => {
  await page.setViewportSize({ width: 375, height: 800 });
  await open(page, "?sig=altarch");
  const disclosure = page.getByRole("button", { name: "Filter (1)" });
  await expect(disclosure).toHaveAttribute("aria-expanded", "false");
  await expect(page.getByRole("checkbox", { name: /AltArch/ })).toBeHidden();
  await disclosure.click();
  await expect(disclosure).toHaveAttribute("aria-expanded", "true");
  await page.getByRole("checkbox", { name: /AltArch/ }).uncheck();
  await expectCards(page, [16, 18, 17]);
});

test("the headings are an outline, the cards a list", async ({ page }) => {
  await open(page);
  await expectCards(page, [16, 18, 17]);
  const outline = await page.getByRole("heading").evaluateAll((all) => all.map((heading) => `${heading.tagName} ${heading.textContent}`));
  expect(outline).toEqual([
    "H1 ALESCo Proposals",
    "H2 Accepted for Discussion",
    "H3 Adding proposal for github org management",
    "H2 Submitted",
    "H3 Build and Secure Boot-Sign a Mainline-Based Alternative Kernel",
    "H3 Add new member procedure document",
    "H2 The committee",
    "H2 How a proposal moves",
    "H2 Take part",
  ]);
  await expect(page.locator(".alesco-cards").nth(1).getByRole("listitem")).toHaveCount(2);
});

test("with colours of the reader's choice, what is chosen still shows", async ({ page }) => {
  await page.emulateMedia({ forcedColors: "active" });
  await open(page, "?stage=submitted");
  await expectCards(page, [18, 17]);
  const outline = (value) =>
    page.locator(`.alesco-stages label:has(input[value=${value}])`).evaluate((label) => getComputedStyle(label).outlineStyle);
  expect([await outline("submitted"), await outline("vote")]).toEqual(["solid", "none"]);
  expect(await faults(page)).toEqual([]);
});
