// The static pages of proposals, as the snapshot builder writes them, where no script runs.
import { FOLDER } from "./address.mjs";
import { overflow } from "./layout.mjs";
import { axeViolations, expect, test } from "./page.mjs";
import { staticPage } from "./prerendered.mjs";
import { t } from "./texts.mjs";

/** Opens a page at its place beside the standalone page. */
async function openPage(page, number) {
  const path = `${FOLDER}proposals/${number}.html`;
  await page.route((url) => url.pathname === path, (route) => route.fulfill({ contentType: "text/html", body: staticPage(number) }));
  await page.goto(path);
}

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("a static page has the title, where the proposal stands, its text and its history", async ({ page }) => {
    await openPage(page, 18);
    await expect(page).toHaveTitle(/Mainline-Based Alternative Kernel/);
    await expect(page.getByRole("heading", { level: 2 }).first()).toHaveText("Build and Secure Boot-Sign a Mainline-Based Alternative Kernel");
    await expect(page.getByText(t("submitted"), { exact: true }).first()).toBeVisible();
    await expect(page.locator("[data-document]").getByRole("heading", { name: "Scope" })).toBeVisible();
    await expect(page.locator("[data-timeline] > li").first()).toBeVisible();
    const evidence = page.getByRole("button").first();
    const tooltip = page.locator(`[id="${await evidence.getAttribute("aria-describedby")}"]`);
    await expect(tooltip).toBeHidden();
    await evidence.focus();
    await expect(tooltip).toBeVisible();
  });

  test("the contents list of a static page leads to its sections", async ({ page }) => {
    await openPage(page, 18);
    await page.locator("[data-contents] a", { hasText: "Scope" }).click();
    await expect(page.locator("[data-document]").getByRole("heading", { name: "Scope" })).toBeInViewport();
  });
});

for (const [number, what] of [[18, "an open proposal"], [4, "a closed proposal"], [17, "a proposal without a document"]]) {
  test(`axe finds nothing in the static page of ${what}, which does not scroll sideways`, { tag: "@colours" }, async ({ page, colours }) => {
    await openPage(page, number);
    expect(colours.length).toBeGreaterThan(0);
    for (const media of colours) {
      await page.emulateMedia({ colorScheme: null, forcedColors: null, ...media });
      // With forced colours axe reads those that they replace.
      const without = media.forcedColors ? ["color-contrast"] : [];
      expect(await axeViolations(page, { without }), JSON.stringify(media)).toEqual([]);
    }
    for (const width of [1280, 535, 375, 320]) {
      await page.setViewportSize({ width, height: 800 });
      expect(await overflow(page), `at ${width} pixels`).toBe(0);
    }
  });
}
