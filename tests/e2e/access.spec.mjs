// What assistive technology is told, and what readers ask of their browser: size, motion, contrast.
import { ISSUES, LIMITED, headers } from "./github.mjs";
import { openHost } from "./hosts.mjs";
import { openBrowser, openList } from "./languages.mjs";
import { cutOff, misplaced, overflow } from "./layout.mjs";
import { card, expect, expectCards, freshness, open, root, test } from "./page.mjs";
import { openState } from "./states.mjs";

const status = (page) => page.getByRole("status");
const search = (page) => page.getByRole("searchbox");

for (const [given, level] of [["", 3], [2, 2], [3, 3], [4, 4], [5, 5], [6, 6]]) {
  test(`data-heading="${given}": the cards' headings are of level ${level}`, async ({ page }) => {
    await openList(page, "en", given && `data-heading="${given}"`);
    await expectCards(page, [16, 18, 17]);
    await expect(root(page).getByRole("heading", { level })).toHaveCount(3);
    await expect(root(page).getByRole("heading")).toHaveCount(3);
  });
}

test("a level that is none is said, and the headings are of level 3", async ({ page, expectedConsole }) => {
  expectedConsole.push(/data-heading="1" is not valid and was ignored. Allowed: a number from 2 to 6/);
  const said = page.waitForEvent("console");
  await openList(page, "en", 'data-heading="1"');
  await said;
  await expect(root(page).getByRole("heading", { level: 3 })).toHaveCount(3);
});

test("the list is a list with its length, of cards whose links have their names", async ({ page }) => {
  await openList(page, "en");
  await expectCards(page, [16, 18, 17]);
  const list = root(page).getByRole("list").filter({ has: page.getByRole("article") });
  // Without the role, a list without bullets is none in Safari.
  await expect(list).toHaveAttribute("role", "list");
  await expect(list.locator("> li")).toHaveCount(3);
  await expect(list.getByRole("article")).toHaveCount(3);
  await expect(card(page, 16).getByRole("link")).toHaveAccessibleName("Adding proposal for github org management");
  await expect(card(page, 16).getByRole("link")).toHaveCount(1);
});

test("facets are groups with their legends", async ({ page }) => {
  await open(page, "?show=all");
  await expectCards(page, [16, 18, 17, 15, 14, 9, 6, 10, 13, 12, 11, 3, 8, 4, 5, 2]);
  for (const [name, role, count] of [["Stage", "checkbox", 4], ["Show", "radio", 3], ["Outcome", "checkbox", 3], ["SIG", "checkbox", 4], ["Tag", "checkbox", 1]]) {
    await expect(page.getByRole("group", { name, exact: true }).getByRole(role)).toHaveCount(count);
  }
});

/** What the reader does and what the page says of the result, each with its time, from now on. */
async function listen(page) {
  await page.evaluate(() => {
    window.done = [];
    window.said = [];
    for (const event of ["input", "change"]) document.addEventListener(event, () => window.done.push(performance.now()), true);
    const line = document.querySelector("[role=status]");
    const note = () => window.said.push([line.textContent, performance.now()]);
    new MutationObserver(note).observe(line, { subtree: true, childList: true, characterData: true });
  });
  return () => page.evaluate(() => ({ done: window.done, said: window.said }));
}

test("the result is said once, after the last letter", async ({ page }) => {
  await open(page);
  await expect(status(page)).toHaveText("3 proposals");
  await search(page).focus();
  const heard = await listen(page);
  await search(page).pressSequentially("kernel", { delay: 40 });
  await expectCards(page, [18]);
  await expect(status(page)).toHaveText("1 of 3 proposals");
  const { done, said } = await heard();
  expect(done).toHaveLength(6);
  expect(said.map(([text]) => text)).toEqual(["1 of 3 proposals"]);
  expect(said[0][1] - done[5]).toBeGreaterThan(550);
});

test("what is chosen otherwise is said at once", async ({ page }) => {
  await open(page);
  await expect(status(page)).toHaveText("3 proposals");
  const heard = await listen(page);
  await page.getByRole("checkbox", { name: /^Submitted/ }).check();
  await expect(status(page)).toHaveText("2 of 3 proposals");
  const { done, said } = await heard();
  expect(said.map(([text]) => text)).toEqual(["2 of 3 proposals"]);
  expect(said[0][1] - done[0]).toBeLessThan(550);
});

test.describe("news and trouble", () => {
  test.use({ asksAgain: true });

  for (const view of ["browser", "list"]) {
    test(`are said politely, and take no focus: ${view}`, async ({ page, expectedConsole }) => {
      expectedConsole.push(/Failed to load resource/);
      const changed = ISSUES.map((issue) => (issue.number === 17 ? { ...issue, comments: 9, updated_at: "2026-09-02T09:00:00Z" } : issue));
      const opened = (issues) => ({ headers: headers(), json: issues.filter((issue) => issue.state === "open") });
      const replies = [opened(ISSUES), opened(changed), LIMITED];
      const answers = { list: () => replies.shift() };
      await (view === "browser" ? openBrowser(page, "en", "", answers) : openList(page, "en", "", answers));
      const spoken = freshness(page).locator("[aria-live=polite]");
      await expectCards(page, [16, 18, 17]);
      await expect(spoken).toHaveText("");
      const stage = page.getByRole("checkbox", { name: /^Submitted/ });
      await stage.focus();
      const refresh = () => page.getByRole("button", { name: "Refresh" }).evaluate((button) => button.click());
      await refresh();
      await expect(spoken).toHaveText("1 proposal is new or changed.");
      await expect(stage).toBeFocused();
      await refresh();
      await expect(spoken).toHaveText("GitHub’s limit for your network is used up until 10:00");
      await expect(stage).toBeFocused();
      await expect(page.getByRole("alert")).toHaveCount(0);
    });
  }
});

for (const view of ["browser", "list"]) {
  test(`what a thumb presses is 44 pixels wide and high: ${view}`, async ({ browser, baseURL }) => {
    const context = await browser.newContext({ baseURL, hasTouch: true, isMobile: true, viewport: { width: 375, height: 800 }, locale: "en-GB" });
    const page = await context.newPage();
    if (view === "browser") await openBrowser(page, "en", "?show=all&q=e&sig=altarch,none");
    else await openList(page, "en", 'data-show="all" data-sig="altarch,none" data-limit="3" data-browser="/alesco/"');
    await expect(card(page, 18)).toBeVisible();
    await page.getByRole("button", { name: /^Filter/ }).click();
    await expect(page.getByRole("group", { name: "SIG" })).toBeVisible();
    const small = await root(page).evaluate((widget) => {
      const targets = [...widget.querySelectorAll("button, label:has(input:not([type=search])), select, input[type=search], .alesco-browse")];
      /** Whether a finger that is 21 pixels beside the middle of a target still meets it. */
      const isMet = (target) => {
        target.scrollIntoView({ block: "center", behavior: "instant" });
        const { left, top, width, height } = target.getBoundingClientRect();
        const [x, y] = [left + width / 2, top + height / 2];
        const met = (x, y) => {
          const hit = document.elementFromPoint(x, y);
          return target.contains(hit) || Boolean(hit?.closest("label")?.contains(target));
        };
        return [met(x - 21, y), met(x + 21, y), met(x, y - 21), met(x, y + 21)].every(Boolean);
      };
      return targets.filter((target) => target.checkVisibility() && !isMet(target)).map((target) => target.outerHTML.slice(0, 120));
    });
    expect(small).toEqual([]);
    await context.close();
  });
}

for (const [width, size] of [[1280, 200], [375, 200], [320, 100]]) {
  test(`at ${width} pixels with text at ${size} %, the whole page has all it has`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    await page.route("**/page.css", async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, body: `${await response.text()} html { font-size: ${size}% }` });
    });
    await open(page, "?show=all&stage=submitted,closed");
    await expect(card(page, 17)).toBeVisible();
    const disclosure = page.getByRole("button", { name: /^Filter/ });
    if (await disclosure.isVisible()) await disclosure.click();
    await expect(page.getByRole("group", { name: "SIG" })).toBeVisible();
    expect(await overflow(page)).toBe(0);
    expect(await misplaced(page)).toEqual([]);
    expect(await cutOff(page)).toEqual([]);
  });
}

test("nothing moves by itself", async ({ page }) => {
  await openState(page, [], "ready");
  const moving = () => root(page).evaluate((widget) =>
    [widget, ...widget.querySelectorAll("*")].filter((element) => {
      const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(element);
      return transitionDuration !== "0s" || animationName !== "none" || scrollBehavior !== "auto";
    }).length);
  expect(await moving()).toBe(0);
  await page.emulateMedia({ reducedMotion: "reduce" });
  expect(await moving()).toBe(0);
});

/** Colours of the widget that let through what is behind them: of words, frames and backgrounds. */
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

const WISHES = { "prefers-contrast": "more", "prefers-reduced-transparency": "reduce" };

for (const [name, value] of Object.entries(WISHES)) {
  for (const view of ["browser", "list"]) {
    for (const colorScheme of ["light", "dark"]) {
      test(`${name}: ${value} in ${colorScheme}: nothing shines through, ${view}`, async ({ page }) => {
        if (view === "browser") await open(page, "?sig=none");
        else await openHost(page, "wiki.html", { container: '<div id="alesco-prs" data-sig="none"></div>' });
        await expectCards(page, [16, 17]);
        const before = await translucent(page);
        const session = await page.context().newCDPSession(page);
        const features = [{ name, value }, { name: "prefers-color-scheme", value: colorScheme }];
        await session.send("Emulation.setEmulatedMedia", { features });
        expect(await page.evaluate((query) => matchMedia(query).matches, `(${name}: ${value})`)).toBe(true);
        expect(await translucent(page)).toEqual([]);
        if (view === "list") expect(before).not.toEqual([]);
        // What is chosen, and the steps that are reached, are still told from the others.
        await expect(page.locator(".alesco-choice[data-chosen=true]").first()).toHaveCSS("outline-style", "solid");
        await expect(page.locator(".alesco-choice[data-chosen=false]").first()).toHaveCSS("outline-style", "none");
        const [reached, ahead] = await Promise.all(["true", "false"].map((is) =>
          page.locator(`.alesco-step[data-reached=${is}]`).first().evaluate((step) => getComputedStyle(step).backgroundColor)));
        expect(reached).not.toBe(ahead);
      });
    }
  }
}
