// Print: no controls, and the addresses of links and the date of the data are written out.
import { FOLDER, HOST, SNAPSHOT } from "./address.mjs";
import { OPEN_CARDS, headers } from "./fixtures.mjs";
import { openHost } from "./host-page.mjs";
import { openBrowser, openList } from "./locales.mjs";
import { FAILED_REQUEST, card, expect, expectCards, expectDocuments, freshness, root, test } from "./page.mjs";
import { beginning, t } from "./texts.mjs";

/** Everything but SIGs and active filters, which are printed as text. */
const CONTROLS = "input, select, button:not(.alesco-sig, .alesco-filter-chip), .alesco-stages, .alesco-filters, .alesco-filter-chip [aria-hidden]";

for (const view of ["browser", "list"]) {
  test(`a printed ${view} has cards with addresses and stages, the source and its date, and no controls`, async ({ page }) => {
    if (view === "browser") await openBrowser(page, "en", "?sig=none,altarch&q=a");
    else await openHost(page, "almalinux.html", { container: '<div id="alesco-prs" data-sig="none,altarch" data-q="a" data-limit="2"></div>' });
    await expect(freshness(page)).toHaveAttribute("data-source", "live");
    await expectDocuments(page);
    const source = page.locator(".alesco-print-source");
    await expect(source).toBeHidden();
    const controls = root(page).locator(CONTROLS).locator("visible=true");
    await expect(controls).not.toHaveCount(0);
    await page.emulateMedia({ media: "print" });
    await expect(controls).toHaveCount(0);
    for (const [number, stage] of [[16, t("discussion")], [18, t("submitted")]]) {
      const link = card(page, number).getByRole("link");
      const address = view === "list" ? `https://github.com/AlmaLinux/ALESCo/pull/${number}` : `http://${HOST}${FOLDER}?sig=none,altarch&q=a&proposal=${number}`;
      await expect(link).toHaveAttribute("href", address);
      expect(await link.evaluate((element) => getComputedStyle(element, "::after").content)).toBe(`" (${address})"`);
      await expect(card(page, number).getByText(stage, { exact: true })).toBeVisible();
      await expect(card(page, number).getByText(t("byline", { number, author: "" }).trim())).toBeVisible();
    }
    await expect(source).toBeVisible();
    const time = "September 2, 2026 at 9:30.AM";
    await expect(source).toHaveText(new RegExp(`^${t("printSource", { address: "https://github.com/AlmaLinux/ALESCo/pulls", time })}$`));
    await expect(page.locator(".alesco-active-filters")).toContainText(t("activeFilters"));
    await expect(page.locator(".alesco-active-filters")).toContainText(t("searchFilter", { words: "a" }));
  });
}

test("the printed date of a snapshot is in the page's language", async ({ page, expectedConsole }) => {
  expectedConsole.push(FAILED_REQUEST);
  await openList(page, "de", `data-snapshot="${SNAPSHOT}"`, { list: () => ({ status: 500, headers: headers(), body: "" }) });
  await expectCards(page, OPEN_CARDS);
  await page.emulateMedia({ media: "print" });
  await expect(page.locator(".alesco-print-source")).toContainText(beginning("printSource", "de"));
  await expect(page.locator(".alesco-print-source")).toContainText(/1\. September 2026 um \d\d:\d\d/);
});

test("a printed right-to-left list has the address of the source", async ({ page }) => {
  await openList(page, "ar");
  await expectCards(page, OPEN_CARDS);
  await page.emulateMedia({ media: "print" });
  await expect(page.locator(".alesco-print-source")).toContainText("https://github.com/AlmaLinux/ALESCo/pulls");
  expect((await page.pdf({ format: "A5" })).length).toBeGreaterThan(1000);
});
