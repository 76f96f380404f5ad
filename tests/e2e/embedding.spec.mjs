// Widgets in a minimal host page.
import { EMBED, HOST } from "./address.mjs";
import { OPEN_CARDS } from "./fixtures.mjs";
import { mockGitHub } from "./github.mjs";
import { FALLBACK } from "./host-page.mjs";
import { overflow } from "./layout.mjs";
import { activeFilters, axeViolations, card, cardCount, expect, expectCards, expectLoaded, openFilters, test } from "./page.mjs";
import { CONSOLE, anyOf, line, t } from "./texts.mjs";

/** Opens a page with this body, the style sheet and the list module. Returns the requests to GitHub. */
async function openMinimalHost(page, body, style = "") {
  const requests = await mockGitHub(page);
  await page.route("**/host.html*", (route) =>
    route.fulfill({
      contentType: "text/html",
      body: `<!doctype html><html lang="en"><title>Host</title>
        <meta name="viewport" content="width=device-width">
        <link rel="stylesheet" href="alesco-proposals.css">
        <script type="module" src="alesco-proposals.js"></script>
        <style>body { margin: 16px; font-family: sans-serif; ${style} }</style>
        <main><h1>Host</h1><h2>Open Proposals</h2>${body}</main></html>`,
    }));
  await page.goto(`http://${HOST}${EMBED}host.html?utm=x`);
  return requests;
}

const DARK = "background: #0f4266; color: #fefefe";

for (const [name, style] of [["light", ""], ["dark", `${DARK} } a { color: #c4e1ff`]]) {
  for (const width of [535, 375]) {
    test(`a list in a ${name} host page of ${width} pixels can be filtered, and axe finds nothing`, async ({ page }) => {
      await page.setViewportSize({ width, height: 800 });
      await openMinimalHost(page, `<div id="alesco-prs">${FALLBACK}</div>`, style);
      await expectLoaded(page);
      await expect(page.getByText(FALLBACK)).toHaveCount(0);
      await openFilters(page);
      await page.getByRole("checkbox", { name: /AltArch/ }).check();
      await expectCards(page, [18]);
      expect(await overflow(page)).toBe(0);
      expect(await axeViolations(page)).toEqual([]);
      await expect(page).toHaveURL(/host\.html\?utm=x$/);
    });
  }
}

test("attributes preset a filter, which is shown, and remove the controls", async ({ page }) => {
  await openMinimalHost(page, '<div data-alesco-proposals data-stage="submitted" data-controls="none"></div>');
  await expectCards(page, [18, 17]);
  await expect(page.locator("input, select")).toHaveCount(0);
  await expect(activeFilters(page)).toContainText(t("activeFilters"));
  await expect(activeFilters(page)).toBeVisible();
  await expect(page.getByRole("listitem").filter({ hasText: new RegExp(`^${t("submitted")}$`) })).toBeVisible();
  await expect(page.getByRole("button", { name: anyOf("removeFilter") }).or(page.getByRole("button", { name: t("clear") }))).toHaveCount(0);
});

test("an invalid attribute gets its default, and is named in the console", async ({ page, expectedConsole }) => {
  expectedConsole.push(line(CONSOLE.invalidAttribute("data-view", "grid", "list or browser")));
  const warning = page.waitForEvent("console");
  await openMinimalHost(page, '<div data-alesco-proposals data-view="grid"></div>');
  await expect(page.locator('[data-view="list"]')).toBeVisible();
  expect((await warning).type()).toBe("warning");
});

test("two widgets have their own filters and share their requests", async ({ page }) => {
  const requests = await openMinimalHost(page, '<div data-alesco-proposals data-sig="altarch"></div><div id="alesco-prs" data-show="all"></div>');
  await expect.poll(() => cardCount(page)).toBe(17);
  await expect(card(page, 18)).toHaveCount(2);
  await expect(card(page, 16)).toHaveAttribute("data-rfc", "0008");
  expect(requests).toEqual([
    "/repos/AlmaLinux/ALESCo/issues?state=all&per_page=100",
    ...[18, 17, 16].map((number) => `/repos/AlmaLinux/ALESCo/pulls/${number}/files?per_page=100`),
  ]);
});

test("a widget in Persian is right-to-left in a page without dir", async ({ page }) => {
  await page.setViewportSize({ width: 375, height: 800 });
  await openMinimalHost(page, '<div data-lang="fa" data-alesco-proposals></div>', DARK);
  await expectCards(page, OPEN_CARDS);
  const pill = await card(page, 18).locator(".alesco-pill").boundingBox();
  const steps = await card(page, 18).locator(".alesco-steps").boundingBox();
  expect(pill.x).toBeGreaterThan(steps.x);
  expect(await overflow(page)).toBe(0);
});
