// Saved copy, snapshot and live data replace each other, and the visitor keeps focus, scroll position and input.
import { HOUR, ISSUES, NOW, OPEN_CARDS, deferred } from "./fixtures.mjs";
import { GITHUB, listRequests } from "./github.mjs";
import { openHost } from "./host-page.mjs";
import { waitUntilIdle } from "./mock-api.mjs";
import { NO_SNAPSHOT, NO_SNAPSHOT_CONSOLE, expect, expectCards, expectDocuments, filtersButton, freshness, open, openFilters, openLive, root, status, test } from "./page.mjs";
import { t } from "./texts.mjs";

test.use({ repeatsRequests: true });

test("a young saved copy is shown in the first frame, without a request", async ({ page, expectedConsole }) => {
  const requests = await openLive(page, expectedConsole);
  await expect(freshness(page)).toContainText(t("liveNow"));
  await expect(page.locator("article[data-rfc]")).toHaveCount(1);
  const before = requests.length;
  await page.addInitScript(() => {
    window.cardsByFrame = [];
    const count = () => {
      const cards = document.querySelectorAll("article.al-rfc-card").length;
      if (document.querySelector(".alesco-proposals")) window.cardsByFrame.push(cards);
      if (window.cardsByFrame.length < 5) requestAnimationFrame(count);
    };
    requestAnimationFrame(count);
  });
  await page.reload();
  await expectCards(page, OPEN_CARDS);
  await expect(root(page)).toHaveAttribute("data-source", "saved");
  await expect(freshness(page)).toContainText(t("savedNow"));
  await expect.poll(() => page.evaluate(() => window.cardsByFrame.length)).toBe(5);
  expect(await page.evaluate(() => window.cardsByFrame)).toEqual([3, 3, 3, 3, 3]);
  await expect(page.locator("article[data-rfc]")).toHaveCount(1);
  expect(requests).toHaveLength(before);
});

test("an old saved copy is shown with its age until GitHub responds", async ({ page, expectedConsole }) => {
  await openLive(page, expectedConsole);
  await expect(freshness(page)).toContainText(t("liveNow"));
  // Nothing is requested while there are no routes.
  await expectDocuments(page);
  await page.clock.setFixedTime(new Date(NOW.getTime() + 3 * HOUR));
  const list = deferred();
  await page.unrouteAll();
  await open(page, "", { list: () => list.promise, snapshot: NO_SNAPSHOT });
  await expect(freshness(page)).toContainText(t("saved", { age: "3 hours ago" }));
  list.resolve();
  await expect(freshness(page)).toContainText(t("liveNow"));
});

test("a refresh keeps focus, scroll position, search and open filters, and announces changes once", async ({ page, expectedConsole }) => {
  await page.setViewportSize({ width: 375, height: 500 });
  let issues = ISSUES;
  await openLive(page, expectedConsole, "?show=all", { list: () => ({ json: issues, headers: { "access-control-allow-origin": "*" } }) });
  await expect(freshness(page)).toContainText(t("liveNow"));
  // Documents change cards above the one that must not move.
  await expectDocuments(page);
  await page.getByRole("searchbox").fill("e");
  await openFilters(page);
  const title = page.locator('article[data-proposal="9"] .al-rfc-title a');
  await title.focus();
  const before = await title.boundingBox();
  await page.locator(".alesco-freshness [aria-live=polite]").evaluate((region) => {
    window.announced = [];
    new MutationObserver(() => region.textContent && window.announced.push(region.textContent)).observe(region, { subtree: true, childList: true, characterData: true });
  });
  issues = ISSUES.map((item) => (item.number === 9 ? { ...item, comments: 99 } : item));
  await expect(page.locator(".alesco-freshness button")).toHaveAttribute("aria-disabled", "false");
  await page.evaluate(() => document.querySelector(".alesco-freshness button").click());
  await expect(page.locator('article[data-proposal="9"]')).toContainText(t("comments", { count: 99 }));
  await expect(title).toBeFocused();
  expect((await title.boundingBox()).y).toBeCloseTo(before.y, 0);
  await expect(page.getByRole("searchbox")).toHaveValue("e");
  await expect(filtersButton(page)).toHaveAttribute("aria-expanded", "true");
  await expect.poll(() => page.evaluate(() => window.announced)).toEqual([t("changed", { count: 1 })]);
});

test("a list request is aborted when another list is needed", async ({ page, expectedConsole }) => {
  expectedConsole.push(...NO_SNAPSHOT_CONSOLE);
  const failed = [];
  page.on("requestfailed", (request) => failed.push([request.url(), request.failure().errorText]));
  const responses = ["hang"];
  await open(page, "", { snapshot: NO_SNAPSHOT, list: () => responses.shift() });
  await expect.poll(() => responses.length).toBe(0);
  await page.getByRole("radio", { name: t("all") }).check();
  await expect(status(page)).toHaveText(t("proposals", { count: 16 }));
  await expect.poll(() => failed).toEqual([["https://api.github.com/repos/AlmaLinux/ALESCo/issues?state=open&per_page=100", "net::ERR_ABORTED"]]);
});

test("a preloaded list is used, even with a young saved copy", async ({ page }) => {
  await openHost(page, "almalinux.html");
  await expect(root(page)).toHaveAttribute("data-source", "live");
  const requests = await openHost(page, "almalinux.html", {}, { remaining: 50 });
  await expect(root(page)).toHaveAttribute("data-source", "live");
  expect(listRequests(requests)).toHaveLength(1);
});

test("a preloaded list that an earlier page has had is not live: the young saved copy stays", async ({ page }) => {
  await openHost(page, "almalinux.html");
  await expect(root(page)).toHaveAttribute("data-source", "live");
  // The number of requests left in the hour is that of the earlier response.
  const requests = await openHost(page, "almalinux.html");
  await expect(root(page)).toHaveAttribute("data-source", "saved");
  // The copy is shown before the preload has answered.
  await waitUntilIdle(page, GITHUB);
  await expect(root(page)).toHaveAttribute("data-source", "saved");
  await expectCards(page, OPEN_CARDS);
  expect(listRequests(requests)).toHaveLength(1);
});
