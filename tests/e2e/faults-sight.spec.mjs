// What comes and goes while the page is open: somebody who looks, and the network.
import {
  ALL, CARDS, DOCUMENTS, HOUR, LIST, MINUTE, SECOND,
  expect, expectAsked, expectSource, pass, refresh, see, standStill, test, visit, visitWell,
} from "./faulty.mjs";
import { LIMITED } from "./github.mjs";
import { FAILED_REQUEST, expectCards, freshness, root } from "./page.mjs";

const FAILED = { status: 503, body: "" };

test.describe("sight", () => {
  test("a tab that is opened in the background asks nothing until it is seen", async ({ page, api }) => {
    await page.addInitScript(() => Object.defineProperty(document, "hidden", { value: true, configurable: true }));
    await standStill(page);
    await visit(page, api);
    await expect(root(page)).toHaveCount(1);
    await pass(page, api, HOUR);
    expect(api.asked).toEqual([]);
    await see(page, true);
    await expectAsked(page, api, ALL);
    await expectSource(page, "live", "Live, just now");
  });

  /** What the page has behind it when it goes out of sight, and after how many minutes it may ask again. */
  const BEFORE = [
    { name: "live cards", minutes: 10, source: "live" },
    { name: "a server that fails", answer: FAILED, minutes: 1 },
    { name: "the limit used up", answer: LIMITED, minutes: 30 },
    { name: "a sign-in page in between", answer: { body: "<!doctype html>" }, minutes: 10 },
    { name: "a repository that is gone", answer: { status: 404, json: {} } },
  ];

  for (const { name, answer, minutes, source } of BEFORE) {
    async function hide(page, api) {
      api.list = answer;
      await standStill(page);
      await visit(page, api);
      const once = source ? ALL : [LIST];
      await expectAsked(page, api, once);
      await expect(root(page)).toHaveAttribute("data-state", source ? "ready" : "failed");
      await see(page, false);
      return once;
    }

    test(`${name}, hidden for an hour: asks nothing, and once on return if that is due`, async ({ page, api, expectedConsole }) => {
      expectedConsole.push(FAILED_REQUEST);
      const once = await hide(page, api);
      for (let minute = 0; minute < 60; minute += 5) await pass(page, api, 5 * MINUTE);
      expect(api.asked).toEqual(once);
      api.list = undefined;
      await see(page, true);
      const due = minutes ? [LIST, ...(source ? [] : DOCUMENTS)] : [];
      await expectAsked(page, api, [...once, ...due]);
      if (due.length) await expectSource(page, "live", "Live, just now");
      else await expect(root(page)).toHaveAttribute("data-state", "failed");
    });

    if (!minutes) continue;
    test(`${name}, hidden and back before it is due: asks when it is due`, async ({ page, api, expectedConsole }) => {
      expectedConsole.push(FAILED_REQUEST);
      const once = await hide(page, api);
      for (let times = 0; times < 20; times++) {
        await see(page, true);
        await see(page, false);
      }
      await pass(page, api, (minutes * MINUTE) / 2);
      await see(page, true);
      await pass(page, api, (minutes * MINUTE) / 2 - 1);
      expect(api.asked).toEqual(once);
      api.list = undefined;
      await pass(page, api, SECOND + 1);
      await expectAsked(page, api, [...once, LIST, ...(source ? [] : DOCUMENTS)]);
    });
  }
});

test.describe("the network", () => {
  const lost = (response) => response.destroy();

  test("it is pulled with live cards: costs nothing but a line, and is healed as soon as it is back", async ({ page, context, api, expectedConsole }) => {
    expectedConsole.push(FAILED_REQUEST);
    await visitWell(page, api);
    await context.setOffline(true);
    await pass(page, api, 10 * MINUTE + SECOND);
    await expectSource(page, "live", "Live, 10 minutes ago: GitHub cannot be reached", "offline");
    await expectCards(page, CARDS);
    await expect(page.getByRole("alert")).toHaveCount(0);
    await pass(page, api, 30 * SECOND);
    await expectAsked(page, api, [...ALL, LIST]);
    await context.setOffline(false);
    await expectAsked(page, api, [...ALL, LIST, LIST]);
    await expectSource(page, "live", "Live, just now");
  });

  test("it is lost from a cold start: is healed as soon as it is back", async ({ page, context, api, expectedConsole }) => {
    expectedConsole.push(FAILED_REQUEST);
    api.list = lost;
    await standStill(page);
    await visit(page, api);
    await expectAsked(page, api, [LIST]);
    await expect(root(page)).toHaveAttribute("data-state", "failed");
    await context.setOffline(true);
    await pass(page, api, MINUTE + SECOND);
    await expectAsked(page, api, [LIST, LIST]);
    await expect(freshness(page)).toHaveAttribute("data-trouble", "offline");
    await expect(root(page)).toHaveAttribute("data-state", "failed");
    api.list = undefined;
    await context.setOffline(false);
    await expectAsked(page, api, [LIST, LIST, ...ALL]);
    await expectSource(page, "live", "Live, just now");
  });

  test("it is back while nobody looks: asks on return", async ({ page, context, api, expectedConsole }) => {
    expectedConsole.push(FAILED_REQUEST);
    await visitWell(page, api);
    await context.setOffline(true);
    await refresh(page).click();
    await expectAsked(page, api, [...ALL, LIST]);
    await expect(freshness(page)).toHaveAttribute("data-trouble", "offline");
    await see(page, false);
    await context.setOffline(false);
    await pass(page, api, HOUR);
    await expectAsked(page, api, [...ALL, LIST]);
    await see(page, true);
    await expectAsked(page, api, [...ALL, LIST, LIST]);
    await expectSource(page, "live", "Live, just now");
  });

  for (const [name, answer] of Object.entries({ "nothing is wrong": undefined, "the limit is used up": LIMITED, "GitHub fails": FAILED })) {
    test(`it comes back while ${name}: is no reason to ask`, async ({ page, context, api, expectedConsole }) => {
      expectedConsole.push(FAILED_REQUEST);
      await visitWell(page, api);
      api.list = answer;
      await pass(page, api, 6 * MINUTE);
      const once = answer ? [...ALL, LIST] : ALL;
      if (answer) await refresh(page).click();
      await expectAsked(page, api, once);
      await context.setOffline(true);
      await context.setOffline(false);
      await page.evaluate(() => dispatchEvent(new Event("online")));
      await expectAsked(page, api, once);
      await expectCards(page, CARDS);
    });
  }
});
