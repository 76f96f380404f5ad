// The widget in somebody else's page.
import { github } from "./github.mjs";
import { card, expect, expectCards, faults, numbers, test } from "./page.mjs";

/** Opens a page whose body is `body`, with the three lines that README tells hosts to add. */
async function host(page, body, style = "") {
  const asked = await github(page);
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
  await page.goto("host.html?utm=x");
  return asked;
}

const DARK = "background: #0f4266; color: #fefefe";

for (const [name, style] of [["light", ""], ["dark", `${DARK} } a { color: #c4e1ff`]]) {
  for (const width of [535, 375]) {
    test(`a list in a ${name} host at ${width} pixels`, async ({ page }) => {
      await page.setViewportSize({ width, height: 800 });
      await host(page, '<div id="alesco-prs">Loading open proposals...</div>', style);
      await expectCards(page, [16, 18, 17]);
      await expect(page.getByText("Loading open proposals")).toHaveCount(0);
      await page.getByRole("button", { name: "Filter" }).click();
      await page.getByRole("checkbox", { name: /AltArch/ }).check();
      await expectCards(page, [18]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
      expect(await faults(page)).toEqual([]);
      await expect(page).toHaveURL(/host\.html\?utm=x$/);
    });
  }
}

test("attributes preset the filter, which is said, and take the controls away", async ({ page }) => {
  await host(page, '<div data-alesco-proposals data-stage="submitted" data-controls="none"></div>');
  await expectCards(page, [18, 17]);
  await expect(page.locator("input, select")).toHaveCount(0);
  await expect(page.getByText("Narrowed to")).toBeVisible();
  await expect(page.getByRole("listitem").filter({ hasText: /^Submitted$/ })).toBeVisible();
  await expect(page.getByRole("button", { name: /Remove|Clear/ })).toHaveCount(0);
});

test("a wrong value gets the default and a line in the console", async ({ page, expectedConsole }) => {
  expectedConsole.push(/data-view="grid" is not valid and was ignored. Allowed: list or browser/);
  const said = page.waitForEvent("console");
  await host(page, '<div data-alesco-proposals data-view="grid"></div>');
  await expect(page.locator('[data-view="list"]')).toBeVisible();
  expect((await said).type()).toBe("warning");
});

test("two widgets have their own filters and share their requests", async ({ page }) => {
  const asked = await host(page, '<div data-alesco-proposals data-sig="altarch"></div><div id="alesco-prs" data-show="all"></div>');
  await expect.poll(async () => (await numbers(page)).length).toBe(17);
  await expect(card(page, 18)).toHaveCount(2);
  await expect(card(page, 16)).toHaveAttribute("data-rfc", "0008");
  expect(asked).toEqual([
    "/repos/AlmaLinux/ALESCo/issues?state=all&per_page=100",
    ...[18, 17, 16].map((number) => `/repos/AlmaLinux/ALESCo/pulls/${number}/files`),
  ]);
});

test("the direction is the language's, where the host forgot it", async ({ page }) => {
  await page.setViewportSize({ width: 375, height: 800 });
  await host(page, '<div data-lang="fa" data-alesco-proposals></div>', DARK);
  await expectCards(page, [16, 18, 17]);
  const pill = await card(page, 18).locator(".alesco-pill").boundingBox();
  const steps = await card(page, 18).locator(".alesco-steps").boundingBox();
  expect(pill.x).toBeGreaterThan(steps.x);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
});
