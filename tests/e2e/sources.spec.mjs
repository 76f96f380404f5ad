// Sources take each other's place without the reader losing theirs.
import { ISSUES, NOW } from "./github.mjs";
import { openHost } from "./hosts.mjs";
import { NO_SNAPSHOT_SAID, NO_SNAPSHOT, expect, expectCards, freshness, open, openLive, root, test } from "./page.mjs";

test.use({ asksAgain: true });

const lists = (asked) => asked.filter((address) => address.includes("/issues"));

test("the saved copy is there in the first frame, and GitHub is left alone while it is young", async ({ page, expectedConsole }) => {
  const asked = await openLive(page, expectedConsole);
  await expect(freshness(page)).toContainText("Live, just now");
  await expect(page.locator("article[data-rfc]")).toHaveCount(1);
  const before = asked.length;
  await page.addInitScript(() => {
    const frames = (window.frames_ = []);
    const look = () => {
      const cards = document.querySelectorAll("article.al-rfc-card").length;
      if (document.querySelector(".alesco-proposals")) frames.push(cards);
      if (frames.length < 5) requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  await page.reload();
  await expectCards(page, [16, 18, 17]);
  await expect(root(page)).toHaveAttribute("data-source", "saved");
  await expect(freshness(page)).toContainText("Saved copy, just made");
  await expect.poll(() => page.evaluate(() => window.frames_.length)).toBe(5);
  expect(await page.evaluate(() => window.frames_)).toEqual([3, 3, 3, 3, 3]);
  await expect(page.locator("article[data-rfc]")).toHaveCount(1);
  expect(asked).toHaveLength(before);
});

test("an old copy says its age, and GitHub's answer takes its place", async ({ page, expectedConsole }) => {
  await openLive(page, expectedConsole);
  await expect(freshness(page)).toContainText("Live, just now");
  await page.clock.setFixedTime(new Date(NOW.getTime() + 3 * 3_600_000));
  let answer;
  const asked = new Promise((resolve) => (answer = resolve));
  await page.unrouteAll();
  await open(page, "", { list: () => asked, snapshot: NO_SNAPSHOT });
  await expect(freshness(page)).toContainText("Saved copy, 3 hours old");
  answer();
  await expect(freshness(page)).toContainText("Live, just now");
});

test("fresh data takes the old one's place: focus, scroll, words and open filters stay, and what changed is said once", async ({ page, expectedConsole }) => {
  await page.setViewportSize({ width: 375, height: 500 });
  let issues = ISSUES;
  await openLive(page, expectedConsole, "?show=all", { list: () => ({ json: issues, headers: { "access-control-allow-origin": "*" } }) });
  await expect(freshness(page)).toContainText("Live, just now");
  await page.getByRole("searchbox").fill("e");
  await page.getByRole("button", { name: /^Filter/ }).click();
  const title = page.locator('article[data-proposal="9"] .al-rfc-title a');
  await title.focus();
  const before = await title.boundingBox();
  const said = page.locator(".alesco-freshness [aria-live=polite]");
  await said.evaluate((region) => {
    window.said = [];
    new MutationObserver(() => region.textContent && window.said.push(region.textContent)).observe(region, { subtree: true, childList: true, characterData: true });
  });
  issues = ISSUES.map((item) => (item.number === 9 ? { ...item, comments: 99 } : item));
  await page.evaluate(() => document.querySelector(".alesco-freshness button").click());
  await expect(page.locator('article[data-proposal="9"]')).toContainText("99 comments");
  await expect(title).toBeFocused();
  expect((await title.boundingBox()).y).toBeCloseTo(before.y, 0);
  await expect(page.getByRole("searchbox")).toHaveValue("e");
  await expect(page.getByRole("button", { name: /^Filter/ })).toHaveAttribute("aria-expanded", "true");
  expect(await page.evaluate(() => window.said)).toEqual(["1 proposal is new or changed."]);
});

test("a request that nobody waits for any more is aborted", async ({ page, expectedConsole }) => {
  expectedConsole.push(...NO_SNAPSHOT_SAID);
  const failed = [];
  page.on("requestfailed", (request) => failed.push([request.url(), request.failure().errorText]));
  let asked = 0;
  await open(page, "", { snapshot: NO_SNAPSHOT, list: () => (asked++ === 0 ? "hang" : undefined) });
  await expect.poll(() => asked).toBe(1);
  await page.getByRole("radio", { name: "All" }).check();
  await expect(page.getByRole("status")).toHaveText("16 proposals");
  expect(failed).toEqual([["https://api.github.com/repos/AlmaLinux/ALESCo/issues?state=open&per_page=100", "net::ERR_ABORTED"]]);
});

test("a list that the page has preloaded is taken, even beside a young copy", async ({ page }) => {
  await openHost(page, "almalinux.html");
  await expect(root(page)).toHaveAttribute("data-source", "live");
  const asked = await openHost(page, "almalinux.html");
  await expect(root(page)).toHaveAttribute("data-source", "live");
  expect(lists(asked)).toHaveLength(1);
});
