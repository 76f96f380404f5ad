// What the browser keeps, and what the site has: blocked, full, corrupt, of another version, of another time.
import {
  ALL, CARDS, DAY, DOCUMENTS, HANGS, HOUR, LIST, MINUTE, OPEN, SECOND,
  expect, expectAsked, expectSource, key, openEmpty, pass, standStill, test, visit, refresh,
} from "./faulty.mjs";
import { ISSUES, LIMITED, NOW } from "./github.mjs";
import { FAILED_REQUEST, card, expectCards, freshness, root } from "./page.mjs";

const FAILED = { status: 503, body: "" };
const saved = (page, api) => page.evaluate((key) => localStorage.getItem(key), key(api));

/** A proposal as copies of today's schema have it. */
const record = { number: 18, title: "A copy’s own words", stage: "submitted", updated_at: "2026-08-16T19:05:00Z" };
const copy = (more) => JSON.stringify({ schema: 2, repository: "AlmaLinux/ALESCo", made_at: new Date(NOW.getTime() - HOUR).toISOString(), open_only: true, proposals: [record], ...more });

/** Ways of a browser to keep nothing; each runs in the page before anything else does. */
const STORAGES = {
  "blocked": () => Object.defineProperty(window, "localStorage", { get() { throw new DOMException("Denied", "SecurityError"); } }),
  "not there": () => Object.defineProperty(window, "localStorage", { value: null }),
  "unreadable": () => (Storage.prototype.getItem = () => { throw new DOMException("Broken", "UnknownError"); }),
  "full": () => {
    const room = 5 * 1024 * 1024;
    for (let length = room; length > 0; length >>= 1) {
      try {
        for (let i = 0; ; i++) localStorage.setItem(`of the host ${length} ${i}`, "x".repeat(length));
      } catch {
        // It is full up to this length.
      }
    }
  },
};

for (const [name, before] of Object.entries(STORAGES)) {
  test(`storage ${name}, from a cold start: is as if there were none`, async ({ page, api }) => {
    await page.addInitScript(before);
    await standStill(page);
    await visit(page, api);
    await expectAsked(page, api, ALL);
    await expectSource(page, "live", "Live, just now");
    await page.reload();
    await expectAsked(page, api, [...ALL, ...ALL]);
    await expectSource(page, "live", "Live, just now");
  });

  test(`storage ${name}, from a cold start with a server that fails: says so`, async ({ page, api, expectedConsole }) => {
    expectedConsole.push(FAILED_REQUEST);
    await page.addInitScript(before);
    api.list = FAILED;
    await standStill(page);
    await visit(page, api);
    await expectAsked(page, api, [LIST]);
    await expect(root(page)).toHaveAttribute("data-state", "failed");
    await expect(page.getByRole("alert")).toContainText("error 503");
  });

  test(`storage ${name}, with live cards: refreshes them, and keeps them through a fault`, async ({ page, api, expectedConsole }) => {
    expectedConsole.push(FAILED_REQUEST);
    await page.addInitScript(before);
    await standStill(page);
    await visit(page, api);
    await expectAsked(page, api, ALL);
    await pass(page, api, 10 * MINUTE + SECOND);
    await expectAsked(page, api, [...ALL, LIST]);
    await expectSource(page, "live", "Live, just now");
    await pass(page, api, MINUTE);
    api.list = FAILED;
    await refresh(page).click();
    await expectAsked(page, api, [...ALL, LIST, LIST]);
    await expectSource(page, "live", "Live, 1 minute ago: GitHub", "server");
    await expectCards(page, CARDS);
  });
}

test("storage that is full with live cards in it: the older copy stays, and is what the next visit shows", async ({ page, api, expectedConsole }) => {
  expectedConsole.push(FAILED_REQUEST);
  await standStill(page);
  await visit(page, api);
  await expectAsked(page, api, ALL);
  const older = await saved(page, api);
  await page.evaluate(STORAGES.full);
  api.list = { json: OPEN.map((item) => ({ ...item, title: "Much longer than it was before. ".repeat(8) })) };
  await pass(page, api, 10 * MINUTE + SECOND);
  await expectAsked(page, api, [...ALL, LIST]);
  expect(await saved(page, api)).toBe(older);
  api.list = FAILED;
  await page.reload();
  await expectSource(page, "saved", "Saved copy, 10 minutes old: GitHub", "server");
  await expectCards(page, CARDS);
});

/** Copies that are the same as none. */
const COPIES = {
  "empty": "",
  "half": copy().slice(0, -30),
  "HTML": "<!doctype html>",
  "null": "null",
  "a list": "[]",
  "of no version": copy({ schema: undefined }),
  "of the version before": copy({ schema: 1, issues: ISSUES, files: {} }),
  "of a version to come": copy({ schema: 3 }),
  "of another repository": copy({ repository: "AlmaLinux/other" }),
  "of no time": copy({ made_at: "yesterday" }),
};

for (const [name, text] of Object.entries(COPIES)) {
  const keep = (page, api) => page.addInitScript(([key, text]) => localStorage.getItem(key) ?? localStorage.setItem(key, text), [key(api), text]);

  test(`a saved copy that is ${name}, from a cold start: is the same as none, and replaced`, async ({ page, api }) => {
    await keep(page, api);
    await standStill(page);
    await visit(page, api);
    await expectAsked(page, api, ALL);
    await expectSource(page, "live", "Live, just now");
    expect(JSON.parse(await saved(page, api))).toMatchObject({ schema: 2, repository: "AlmaLinux/ALESCo" });
  });

  test(`a saved copy that is ${name}, from a cold start with a server that fails: is not shown`, async ({ page, api, expectedConsole }) => {
    expectedConsole.push(FAILED_REQUEST);
    await keep(page, api);
    api.list = FAILED;
    await standStill(page);
    await visit(page, api);
    await expectAsked(page, api, [LIST]);
    await expect(root(page)).toHaveAttribute("data-state", "failed");
    await expect(root(page)).not.toHaveAttribute("data-source");
  });

  test(`a saved copy that is ${name}, from another tab with live cards: they stay`, async ({ page, context, api }) => {
    await standStill(page);
    await visit(page, api);
    await expectAsked(page, api, ALL);
    const other = await context.newPage();
    await openEmpty(other);
    // Behind the widget's own listener, so that has run when this one does.
    await page.evaluate(() => {
      window.heard = new Promise((resolve) => addEventListener("storage", () => resolve(), { once: true }));
    });
    await other.evaluate(([key, text]) => localStorage.setItem(key, text), [key(api), text]);
    await page.evaluate(() => window.heard);
    await page.clock.runFor(1);
    await expectSource(page, "live", "Live, just now");
    await expectCards(page, CARDS);
    await expectAsked(page, api, ALL);
  });
}

/** A copy of a clock that was wrong when it was made, or is now. */
const CLOCKS = [
  { name: "a day ahead", made: DAY, age: "Saved copy, just made" },
  { name: "a year ahead", made: 365 * DAY, age: "Saved copy, just made" },
  { name: "a day behind", made: -DAY, age: /Saved copy, (1 day|24 hours) old/ },
];

for (const { name, made, age } of CLOCKS) {
  const keep = (page, api) =>
    page.addInitScript(([key, text]) => localStorage.getItem(key) ?? localStorage.setItem(key, text), [key(api), copy({ made_at: new Date(NOW.getTime() + made).toISOString() })]);

  test(`a saved copy by a clock ${name}: shows until GitHub has answered, which is asked at once`, async ({ page, api }) => {
    await keep(page, api);
    api.list = HANGS["before the headers"];
    await standStill(page);
    await visit(page, api);
    await expect.poll(() => api.asked).toEqual([LIST]);
    await expectSource(page, "saved", age);
    await expectCards(page, [18]);
    api.list = undefined;
    await page.reload();
    await expectAsked(page, api, [LIST, ...ALL]);
    await expectSource(page, "live", "Live, just now");
  });

  test(`a saved copy by a clock ${name}, with the limit used up: stays, and is replaced after that`, async ({ page, api, expectedConsole }) => {
    expectedConsole.push(FAILED_REQUEST);
    await keep(page, api);
    api.list = LIMITED;
    await standStill(page);
    await visit(page, api);
    await expectAsked(page, api, [LIST]);
    await expectSource(page, "saved", age, "rate-limited");
    await expect(freshness(page)).toContainText("until 10:00");
    await pass(page, api, 30 * MINUTE - 1);
    expect(api.asked).toEqual([LIST]);
    api.list = undefined;
    await pass(page, api, SECOND + 1);
    await expectAsked(page, api, [LIST, ...ALL]);
    await expectSource(page, "live", "Live, just now");
  });
}

test("a document is not asked for again as long as its proposal has not changed", async ({ page, api }) => {
  await standStill(page);
  await visit(page, api);
  await expectAsked(page, api, ALL);
  await page.goto("about:blank");
  await page.clock.fastForward(DAY);
  api.list = { json: OPEN.map((item) => (item.number === 17 ? { ...item, updated_at: "2026-09-03T08:00:00Z" } : item)) };
  await page.goto("");
  await expectAsked(page, api, [...ALL, LIST, DOCUMENTS[1]]);
  await expect(card(page, 16)).toHaveAttribute("data-rfc", "0008");
  await expectSource(page, "live", "Live, just now");
});
