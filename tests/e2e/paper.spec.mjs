// On paper: what cannot be pressed is left out, and what was behind a link or an age is written out.
import { headers } from "./github.mjs";
import { openHost } from "./hosts.mjs";
import { catalogue, openBrowser, openList } from "./languages.mjs";
import { card, expect, expectCards, freshness, open, root, test } from "./page.mjs";

/** All but the marks of SIGs and what the list is narrowed to, which are words then. */
const CONTROLS = "input, select, button:not(.alesco-sig, .alesco-part), .alesco-stages, .alesco-filters, .alesco-part [aria-hidden]";

for (const view of ["browser", "list"]) {
  test(`cards without controls, with addresses, stages in words, source and date: ${view}`, async ({ page }) => {
    if (view === "browser") await openBrowser(page, "en", "?sig=none,altarch&q=a");
    else await openHost(page, "almalinux.html", { container: '<div id="alesco-prs" data-sig="none,altarch" data-q="a" data-limit="2" data-browser="/alesco/"></div>' });
    await expect(freshness(page)).toHaveAttribute("data-source", "live");
    await expect(card(page, 18).locator("[data-sig]")).toHaveCount(2);
    const origin = page.locator(".alesco-origin");
    await expect(origin).toBeHidden();
    await page.emulateMedia({ media: "print" });
    for (const control of await root(page).locator(CONTROLS).all()) await expect(control).toBeHidden();
    for (const [number, stage] of [[16, "Accepted for Discussion"], [18, "Submitted"]]) {
      const link = card(page, number).getByRole("link");
      const address = `https://github.com/AlmaLinux/ALESCo/pull/${number}`;
      await expect(link).toHaveAttribute("href", address);
      expect(await link.evaluate((element) => getComputedStyle(element, "::after").content)).toBe(`" (${address})"`);
      await expect(card(page, number).getByText(stage, { exact: true })).toBeVisible();
      await expect(card(page, number).getByText(`#${number} by`)).toBeVisible();
    }
    await expect(origin).toBeVisible();
    await expect(origin).toHaveText(/^From https:\/\/github\.com\/AlmaLinux\/ALESCo\/pulls, as of September 2, 2026 at 9:30.AM$/);
    await expect(page.locator(".alesco-narrowed")).toContainText("Narrowed to");
    await expect(page.locator(".alesco-narrowed")).toContainText("“a”");
  });
}

test("of a snapshot it is the snapshot's date, in the page's language", async ({ page, expectedConsole }) => {
  expectedConsole.push(/Failed to load resource/);
  await openList(page, "de", 'data-snapshot="/alesco/proposals.json"', { list: () => ({ status: 500, headers: headers(), body: "" }) });
  await expectCards(page, [16, 18, 17]);
  await page.emulateMedia({ media: "print" });
  const [before] = catalogue("de")["From {address}, as of {time}"].split("{address}");
  await expect(page.locator(".alesco-origin")).toContainText(before);
  await expect(page.locator(".alesco-origin")).toContainText(/1\. September 2026 um \d\d:\d\d/);
});

test("from right to left, addresses stay whole", async ({ page }) => {
  await openList(page, "ar");
  await expectCards(page, [16, 18, 17]);
  await page.emulateMedia({ media: "print" });
  await expect(page.locator(".alesco-origin")).toContainText("https://github.com/AlmaLinux/ALESCo/pulls");
  expect((await page.pdf({ format: "A5" })).length).toBeGreaterThan(1000);
});
