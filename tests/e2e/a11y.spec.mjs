// Roles, names and announcements; target sizes, text sizes, motion, contrast and transparency.
import { ALL_CARDS, ISSUES, OPEN_CARDS, RATE_LIMITED, SECOND, listResponse, withLabel } from "./fixtures.mjs";
import { openHost } from "./host-page.mjs";
import { cutOff, misplaced, overflow } from "./layout.mjs";
import { openBrowser, openList } from "./locales.mjs";
import { expectSettled, freezeClock } from "./mock-api.mjs";
import { FAILED_REQUEST, alert, card, expect, expectCards, freshness, open, openFilters, root, status, test } from "./page.mjs";
import { openState } from "./states.mjs";
import { CONSOLE, line, startsWith, t } from "./texts.mjs";

const search = (page) => page.getByRole("searchbox");

for (const [given, level] of [["", 3], [2, 2], [3, 3], [4, 4], [5, 5], [6, 6]]) {
  test(`with data-heading="${given}" the cards' headings have level ${level}`, async ({ page }) => {
    await openList(page, "en", given && `data-heading="${given}"`);
    await expectCards(page, OPEN_CARDS);
    await expect(root(page).getByRole("heading", { level })).toHaveCount(3);
    await expect(root(page).getByRole("heading")).toHaveCount(3);
  });
}

test("an invalid data-heading is named in the console, and the headings have level 3", async ({ page, expectedConsole }) => {
  expectedConsole.push(line(CONSOLE.invalidAttribute("data-heading", "1", "a number from 2 to 6")));
  const warning = page.waitForEvent("console");
  await openList(page, "en", 'data-heading="1"');
  await warning;
  await expect(root(page).getByRole("heading", { level: 3 })).toHaveCount(3);
});

test("cards are items of one list, and the accessible name of a card's link is its title", async ({ page }) => {
  await openList(page, "en");
  await expectCards(page, OPEN_CARDS);
  const list = root(page).getByRole("list").filter({ has: page.getByRole("article") });
  // Safari drops the list role of a list without bullets.
  await expect(list).toHaveAttribute("role", "list");
  await expect(list.locator("> li")).toHaveCount(3);
  await expect(list.getByRole("article")).toHaveCount(3);
  await expect(card(page, 16).getByRole("link")).toHaveAccessibleName("Adding proposal for github org management");
  await expect(card(page, 16).getByRole("link")).toHaveCount(1);
});

test("facets are groups named by their legends", async ({ page }) => {
  await open(page, "?show=all", { issues: ISSUES.map((issue) => withLabel(issue, "kernel")) });
  await expectCards(page, ALL_CARDS);
  for (const [name, role, count] of [["stage", "checkbox", 4], ["show", "radio", 3], ["outcome", "checkbox", 3], ["sig", "checkbox", 4], ["tag", "checkbox", 1]]) {
    await expect(page.getByRole("group", { name: t(name), exact: true }).getByRole(role)).toHaveCount(count);
  }
});

/** Records the texts of the status region from now on, while the clock stands still. */
async function recordStatus(page) {
  await page.evaluate(() => {
    window.announced = [];
    const region = document.querySelector("[role=status]");
    const note = () => window.announced.push(region.textContent);
    new MutationObserver(note).observe(region, { subtree: true, childList: true, characterData: true });
  });
  return () => page.evaluate(() => window.announced);
}

async function openWithFrozenClock(page) {
  await freezeClock(page);
  await open(page);
  await expect(status(page)).toHaveText(t("proposals", { count: 3 }));
}

test("while a search is typed, its result is announced once, more than half a second after the last letter", async ({ page }) => {
  await openWithFrozenClock(page);
  await search(page).focus();
  const announced = await recordStatus(page);
  for (const letter of "kernel") {
    await page.keyboard.press(letter);
    await page.clock.runFor(100);
  }
  await expectCards(page, [18]);
  await page.clock.runFor(450);
  expect(await announced()).toEqual([]);
  await page.clock.runFor(450);
  await expect(status(page)).toHaveText(t("proposalsShown", { shown: 1, count: 3 }));
  await page.clock.runFor(SECOND);
  expect(await announced()).toEqual([t("proposalsShown", { shown: 1, count: 3 })]);
});

test("the result of a checkbox is announced at once", async ({ page }) => {
  await openWithFrozenClock(page);
  const announced = await recordStatus(page);
  await page.getByRole("checkbox", { name: startsWith("submitted") }).check();
  await page.clock.runFor(50);
  await expect(status(page)).toHaveText(t("proposalsShown", { shown: 2, count: 3 }));
  expect(await announced()).toEqual([t("proposalsShown", { shown: 2, count: 3 })]);
});

test.describe("with several refreshes", () => {
  test.use({ repeatsRequests: true });

  for (const view of ["browser", "list"]) {
    test(`changes and errors are announced politely and take no focus, in a ${view}`, async ({ page, expectedConsole }) => {
      expectedConsole.push(FAILED_REQUEST);
      const changed = ISSUES.map((issue) => (issue.number === 17 ? { ...issue, comments: 9, updated_at: "2026-09-02T09:00:00Z" } : issue));
      const responses = [listResponse(), listResponse(changed), RATE_LIMITED];
      const answers = { list: () => responses.shift() };
      await (view === "browser" ? openBrowser(page, "en", "", answers) : openList(page, "en", "", answers));
      const announced = freshness(page).locator("[aria-live=polite]");
      await expectCards(page, OPEN_CARDS);
      // While the first list is on its way, a refresh does nothing.
      await expect(freshness(page)).toHaveAttribute("data-source", "live");
      await expect(announced).toHaveText("");
      const stage = page.getByRole("checkbox", { name: startsWith("submitted") });
      await stage.focus();
      const refresh = () => page.getByRole("button", { name: t("refresh") }).evaluate((button) => button.click());
      await refresh();
      await expect(announced).toHaveText(t("changed", { count: 1 }));
      await expect(stage).toBeFocused();
      await refresh();
      await expect(announced).toHaveText(t("rateLimitedReason"));
      await expect(stage).toBeFocused();
      await expect(alert(page)).toBeHidden();
    });
  }
});

for (const view of ["browser", "list"]) {
  test(`every touch target is 44 by 44 pixels, in a ${view}`, async ({ browser, baseURL }) => {
    const context = await browser.newContext({ baseURL, hasTouch: true, isMobile: true, viewport: { width: 375, height: 800 }, locale: "en-GB" });
    const page = await context.newPage();
    if (view === "browser") await openBrowser(page, "en", "?show=all&q=e&sig=altarch,none");
    else await openList(page, "en", 'data-show="all" data-sig="altarch,none" data-limit="3" data-browser="/alesco/"');
    await expect(card(page, 18)).toBeVisible();
    await openFilters(page);
    await expect(page.getByRole("group", { name: t("sig") })).toBeVisible();
    const { count, small } = await root(page).evaluate((widget) => {
      const targets = [...widget.querySelectorAll("button, label:has(input:not([type=search])), select, input[type=search], .alesco-browse")];
      /** True if a tap that is 21 pixels beside the middle of a target still hits it. */
      const isHit = (target) => {
        target.scrollIntoView({ block: "center", behavior: "instant" });
        const { left, top, width, height } = target.getBoundingClientRect();
        const [x, y] = [left + width / 2, top + height / 2];
        const hits = (x, y) => {
          const element = document.elementFromPoint(x, y);
          return target.contains(element) || Boolean(element?.closest("label")?.contains(target));
        };
        return [hits(x - 21, y), hits(x + 21, y), hits(x, y - 21), hits(x, y + 21)].every(Boolean);
      };
      const shown = targets.filter((target) => target.checkVisibility());
      return { count: shown.length, small: shown.filter((target) => !isHit(target)).map((target) => target.outerHTML.slice(0, 120)) };
    });
    expect(count).toBeGreaterThan(10);
    expect(small).toEqual([]);
    await context.close();
  });
}

for (const [width, size] of [[1280, 200], [375, 200], [320, 100]]) {
  test(`at ${width} pixels with text at ${size} % nothing on the standalone page is cut off or overlaps`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    await page.route("**/page.css", async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, body: `${await response.text()} html { font-size: ${size}% }` });
    });
    await open(page, "?show=all&stage=submitted,closed");
    await expect(card(page, 17)).toBeVisible();
    await openFilters(page);
    await expect(page.getByRole("group", { name: t("sig") })).toBeVisible();
    expect(await overflow(page)).toBe(0);
    expect(await misplaced(page)).toEqual([]);
    expect(await cutOff(page)).toEqual([]);
  });
}

test("nothing is animated", async ({ page }) => {
  await openState(page, [], "ready");
  const animated = () => root(page).evaluate((widget) =>
    [widget, ...widget.querySelectorAll("*")].filter((element) => {
      const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(element);
      return transitionDuration !== "0s" || animationName !== "none" || scrollBehavior !== "auto";
    }).length);
  expect(await animated()).toBe(0);
  await page.emulateMedia({ reducedMotion: "reduce" });
  expect(await animated()).toBe(0);
});

/** Translucent colours in the widget: of texts, borders and backgrounds. */
const translucent = (page) =>
  root(page).evaluate((widget) => {
    const alpha = (colour) => Number(colour.match(/[/,]\s*([\d.]+)\)$/)?.[1] ?? 1);
    const is = (colour) => /^rgba|\//.test(colour) && alpha(colour) > 0 && alpha(colour) < 1;
    const parts = ["color", "backgroundColor", "borderTopColor"];
    return [...widget.querySelectorAll("*")].flatMap((element) => {
      const style = getComputedStyle(element);
      const found = parts.filter((part) => is(style[part]));
      if (Number(style.opacity) < 1 && !element.matches("input")) found.push("opacity");
      return found.map((part) => `${element.localName}.${element.className}: ${part} ${style[part]}`);
    });
  });

const PREFERENCES = { "prefers-contrast": "more", "prefers-reduced-transparency": "reduce" };

for (const [name, value] of Object.entries(PREFERENCES)) {
  for (const view of ["browser", "list"]) {
    for (const colorScheme of ["light", "dark"]) {
      test(`with ${name}: ${value} nothing is translucent, in a ${colorScheme} ${view}`, async ({ page }) => {
        if (view === "browser") await open(page, "?sig=none");
        else await openHost(page, "wiki.html", { container: '<div id="alesco-prs" data-sig="none"></div>' });
        await expectCards(page, [16, 17]);
        await expectSettled(page);
        const before = await translucent(page);
        const session = await page.context().newCDPSession(page);
        const features = [{ name, value }, { name: "prefers-color-scheme", value: colorScheme }];
        await session.send("Emulation.setEmulatedMedia", { features });
        expect(await page.evaluate((query) => matchMedia(query).matches, `(${name}: ${value})`)).toBe(true);
        expect(await translucent(page)).toEqual([]);
        if (view === "list") expect(before).not.toEqual([]);
        // Checked options and reached steps still differ from the others.
        await expect(page.locator(".alesco-option[data-chosen=true]").first()).toHaveCSS("outline-style", "solid");
        await expect(page.locator(".alesco-option[data-chosen=false]").first()).toHaveCSS("outline-style", "none");
        const [reached, ahead] = await Promise.all(["true", "false"].map((is) =>
          page.locator(`.alesco-step[data-reached=${is}]`).first().evaluate((step) => getComputedStyle(step).backgroundColor)));
        expect(reached).not.toBe(ahead);
      });
    }
  }
}
