// The browser's storage: blocked, full, with an invalid copy, with one of another version or of a wrong clock.
import { sampled } from "./engines.mjs";
import { ALL_CARDS, DAY, HOUR, MINUTE, NOW, OPEN_CARDS, OPEN_ISSUES, RATE_LIMITED, SECOND } from "./fixtures.mjs";
import { DOCUMENT_REQUESTS, FIRST_VISIT, HANGING, LIST_REQUEST, advance, expectRequests, expectSource, freezeClock, openWithoutWidget, refreshButton, storageKey, test, visit, visitAndLoad, waitUntilIdle } from "./mock-api.mjs";
import { FAILED_REQUEST, alert, card, expect, expectCards, freshness, root } from "./page.mjs";
import { t } from "./texts.mjs";

const FAILED = { status: 503, body: "" };
const savedCopy = (page, api) => page.evaluate((key) => localStorage.getItem(key), storageKey(api));

/** A copy of the present schema with one proposal, an hour old. */
const record = { number: 18, title: "A title of the copy’s", stage: "submitted", updated_at: "2026-08-16T19:05:00Z" };
const copy = (more) => JSON.stringify({ schema: 3, repository: "AlmaLinux/ALESCo", made_at: new Date(NOW.getTime() - HOUR).toISOString(), open_only: true, proposals: [record], ...more });

/** Puts a copy into the storage before the page's own scripts run, unless there is one. */
const storeCopy = (page, api, text) =>
  page.addInitScript(([key, text]) => origin !== "null" && (localStorage.getItem(key) ?? localStorage.setItem(key, text)), [storageKey(api), text]);

/** Storages that keep nothing; each function runs before the page's own scripts. */
const STORAGES = {
  "blocked": () => Object.defineProperty(window, "localStorage", { get() { throw new DOMException("Denied", "SecurityError"); } }),
  "missing": () => Object.defineProperty(window, "localStorage", { value: null }),
  "unreadable": () => (Storage.prototype.getItem = () => { throw new DOMException("Broken", "UnknownError"); }),
  "full": () => {
    const quota = 5 * 1024 * 1024;
    for (let length = quota; length > 0; length >>= 1) {
      try {
        for (let i = 0; ; i++) localStorage.setItem(`of the host ${length} ${i}`, "x".repeat(length));
      } catch {
        // Nothing of this length fits any more.
      }
    }
  },
};

for (const [name, makeStorage] of Object.entries(STORAGES)) {
  test(`with ${name} storage every visit loads from GitHub`, async ({ page, api }) => {
    await page.addInitScript(makeStorage);
    await visitAndLoad(page, api);
    await page.reload();
    await expectRequests(page, api, [...FIRST_VISIT, ...FIRST_VISIT]);
    await expectSource(page, "live", t("liveNow"));
  });

  test(`with ${name} storage and a failing server an error panel is shown`, async ({ page, api, expectedConsole }) => {
    expectedConsole.push(FAILED_REQUEST);
    await page.addInitScript(makeStorage);
    api.list = FAILED;
    await freezeClock(page);
    await visit(page, api);
    await expectRequests(page, api, [LIST_REQUEST]);
    await expect(root(page)).toHaveAttribute("data-state", "failed");
    await expect(alert(page)).toContainText(t("serverTitle", { status: 503 }));
  });

  test(`with ${name} storage live cards are refreshed, and stay when the server fails`, async ({ page, api, expectedConsole }) => {
    expectedConsole.push(FAILED_REQUEST);
    await page.addInitScript(makeStorage);
    await visitAndLoad(page, api);
    await advance(page, api, 10 * MINUTE + SECOND);
    await expectRequests(page, api, [...FIRST_VISIT, LIST_REQUEST]);
    await expectSource(page, "live", t("liveNow"));
    await advance(page, api, MINUTE);
    api.list = FAILED;
    await refreshButton(page).click();
    await expectRequests(page, api, [...FIRST_VISIT, LIST_REQUEST, LIST_REQUEST]);
    const age = t("live", { age: "1 minute ago" });
    await expectSource(page, "live", t("withReason", { status: age, error: t("serverReason", { status: 503 }) }), "server");
    await expectCards(page, OPEN_CARDS);
  });
}

test("a copy of all proposals stays when open ones are saved later, and is shown when GitHub fails", async ({ page, api, expectedConsole }) => {
  expectedConsole.push(FAILED_REQUEST);
  await visit(page, api);
  await page.goto("?show=all");
  await expectCards(page, ALL_CARDS);
  await waitUntilIdle(page, api);
  await page.clock.setFixedTime(new Date(NOW.getTime() + HOUR));
  await page.goto("");
  await expectSource(page, "live", t("liveNow"));
  await waitUntilIdle(page, api);
  const scopes = await page.evaluate((key) => [key, `${key} all`].map((key) => Boolean(JSON.parse(localStorage.getItem(key)).open_only)), storageKey(api));
  expect(scopes).toEqual([true, false]);
  api.list = FAILED;
  await page.clock.setFixedTime(new Date(NOW.getTime() + 2 * HOUR));
  await page.goto("?show=all");
  await expectCards(page, ALL_CARDS);
  await expectSource(page, "saved", t("saved", { age: "2 hours ago" }), "server");
  await page.goto("");
  await expectSource(page, "saved", t("saved", { age: "1 hour ago" }), "server");
});

test("when the storage becomes full the older copy stays, and the next visit shows it", async ({ page, api, expectedConsole }) => {
  expectedConsole.push(FAILED_REQUEST);
  await visitAndLoad(page, api);
  const older = await savedCopy(page, api);
  await page.evaluate(STORAGES.full);
  api.list = { json: OPEN_ISSUES.map((item) => ({ ...item, title: "Much longer than it was before. ".repeat(8) })) };
  await advance(page, api, 10 * MINUTE + SECOND);
  await expectRequests(page, api, [...FIRST_VISIT, LIST_REQUEST]);
  expect(await savedCopy(page, api)).toBe(older);
  api.list = FAILED;
  await page.reload();
  const age = t("saved", { age: "10 minutes ago" });
  await expectSource(page, "saved", t("withReason", { status: age, error: t("serverReason", { status: 503 }) }), "server");
  await expectCards(page, OPEN_CARDS);
});

const INVALID_COPIES = {
  "is empty": "",
  "is truncated": copy().slice(0, -30),
  "is HTML": "<!doctype html>",
  "is null": "null",
  "is an array": "[]",
  "has no schema": copy({ schema: undefined }),
  "has a newer schema": copy({ schema: 4 }),
  "is of another repository": copy({ repository: "AlmaLinux/other" }),
  "has an invalid date": copy({ made_at: "yesterday" }),
};

for (const name of sampled(Object.keys(INVALID_COPIES), ["is truncated", "is null"])) {
  const text = INVALID_COPIES[name];
  test(`a saved copy that ${name} is ignored and replaced`, async ({ page, api }) => {
    await storeCopy(page, api, text);
    await visitAndLoad(page, api);
    expect(JSON.parse(await savedCopy(page, api))).toMatchObject({ schema: 3, repository: "AlmaLinux/ALESCo" });
  });

  test(`a saved copy that ${name} is not shown when the server fails`, async ({ page, api, expectedConsole }) => {
    expectedConsole.push(FAILED_REQUEST);
    await storeCopy(page, api, text);
    api.list = FAILED;
    await freezeClock(page);
    await visit(page, api);
    await expectRequests(page, api, [LIST_REQUEST]);
    await expect(root(page)).toHaveAttribute("data-state", "failed");
    await expect(root(page)).not.toHaveAttribute("data-source");
  });

  test(`live cards stay when another tab saves a copy that ${name}`, async ({ page, context, api }) => {
    await visitAndLoad(page, api);
    const other = await context.newPage();
    await openWithoutWidget(other);
    // Registered after the widget's own listener, so that one has run when this one does.
    await page.evaluate(() => {
      window.stored = new Promise((resolve) => addEventListener("storage", () => resolve(), { once: true }));
    });
    await other.evaluate(([key, text]) => localStorage.setItem(key, text), [storageKey(api), text]);
    await page.evaluate(() => window.stored);
    await page.clock.runFor(1);
    await expectSource(page, "live", t("liveNow"));
    await expectCards(page, OPEN_CARDS);
    await expectRequests(page, api, FIRST_VISIT);
  });
}

test("a saved copy of an older schema is shown until GitHub has responded", async ({ page, api }) => {
  await storeCopy(page, api, copy({ schema: 2 }));
  api.list = HANGING["before the headers"];
  await visit(page, api);
  await expectCards(page, [18]);
  await expect(root(page)).toHaveAttribute("data-source", "saved");
});

/** The difference of a saved copy's date from the present clock, and what the status line says of it. */
const CLOCKS = [
  { name: "a day ahead", difference: DAY, age: t("savedNow") },
  { name: "a year ahead", difference: 365 * DAY, age: t("savedNow") },
  { name: "a day behind", difference: -DAY, age: new RegExp(t("saved", { age: "(yesterday|1 day ago|24 hours ago)" })) },
];

for (const { name, difference, age } of CLOCKS) {
  const savedThen = copy({ made_at: new Date(NOW.getTime() + difference).toISOString() });

  test(`a saved copy whose date is ${name} is shown until GitHub has responded`, async ({ page, api }) => {
    await storeCopy(page, api, savedThen);
    api.list = HANGING["before the headers"];
    await freezeClock(page);
    await visit(page, api);
    await expect.poll(() => api.requests).toEqual([LIST_REQUEST]);
    await expectSource(page, "saved", age);
    await expectCards(page, [18]);
    api.list = undefined;
    await page.reload();
    await expectRequests(page, api, [LIST_REQUEST, ...FIRST_VISIT]);
    await expectSource(page, "live", t("liveNow"));
  });

  test(`a saved copy whose date is ${name} is shown until the rate limit has ended`, async ({ page, api, expectedConsole }) => {
    expectedConsole.push(FAILED_REQUEST);
    await storeCopy(page, api, savedThen);
    api.list = RATE_LIMITED;
    await freezeClock(page);
    await visit(page, api);
    await expectRequests(page, api, [LIST_REQUEST]);
    await expectSource(page, "saved", age, "rate-limited");
    await expect(freshness(page)).toContainText(t("nextAttempt", { time: "10:00" }));
    await advance(page, api, 30 * MINUTE - 1);
    expect(api.requests).toEqual([LIST_REQUEST]);
    api.list = undefined;
    await advance(page, api, SECOND + 1);
    await expectRequests(page, api, [LIST_REQUEST, ...FIRST_VISIT]);
    await expectSource(page, "live", t("liveNow"));
  });
}

test("a saved document is read again only when its proposal has changed", async ({ page, api }) => {
  await visitAndLoad(page, api);
  await page.goto("about:blank");
  await page.clock.fastForward(DAY);
  api.list = { json: OPEN_ISSUES.map((item) => (item.number === 17 ? { ...item, updated_at: "2026-09-03T08:00:00Z" } : item)) };
  await page.goto("");
  await expectRequests(page, api, [...FIRST_VISIT, LIST_REQUEST, DOCUMENT_REQUESTS[1]]);
  await expect(card(page, 16)).toHaveAttribute("data-rfc", "0008");
  await expectSource(page, "live", t("liveNow"));
});
