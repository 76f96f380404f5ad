// Errors are announced once for each change, politely, and not again by each poll.
import { MINUTE, RATE_LIMITED, SECOND, headers } from "./fixtures.mjs";
import { FIRST_VISIT, HANGING, LIST_REQUEST, advance, expectRequests, freezeClock, lostConnection, refreshButton, test, visit, visitAndLoad } from "./mock-api.mjs";
import { FAILED_REQUEST, alert, expect, freshness, root } from "./page.mjs";
import { t } from "./texts.mjs";

const FAILED = { status: 503, body: "" };

/** Records what live regions announce from now on: a text that is set, even if it is the same, or appears with a new region. */
const recordAnnouncements = (page) =>
  page.evaluate(() => {
    window.announcements = [];
    const REGIONS = "[aria-live]:not([aria-live=off]), [role=status], [role=alert], [role=log]";
    const texts = new Map([...document.querySelectorAll(REGIONS)].map((region) => [region, region.textContent]));
    const note = (changes) => {
      const elements = changes.map(({ target }) => (target instanceof Element ? target : target.parentElement));
      const written = new Set(elements.map((element) => element?.closest(REGIONS)));
      for (const region of document.querySelectorAll(REGIONS)) {
        const text = region.textContent;
        const isChanged = written.has(region) || texts.get(region) !== text;
        texts.set(region, text);
        if (isChanged && text.trim()) {
          const politeness = region.getAttribute("aria-live") ?? (region.matches("[role=alert]") ? "assertive" : "polite");
          window.announcements.push({ politeness, text: text.replace(/\s+/g, " ").trim() });
        }
      }
    };
    new MutationObserver(note).observe(document.body, { subtree: true, childList: true, characterData: true });
  });

const announcements = (page) => page.evaluate(() => window.announcements);
const texts = async (page) => (await announcements(page)).map(({ text }) => text);

test("with live cards a failing server is announced once in an hour, politely", async ({ page, api, expectedConsole }) => {
  expectedConsole.push(FAILED_REQUEST);
  await visitAndLoad(page, api);
  await recordAnnouncements(page);
  api.list = FAILED;
  for (let minute = 0; minute < 70; minute++) await advance(page, api, MINUTE);
  expect(api.requests.length).toBeGreaterThan(FIRST_VISIT.length + 4);
  await expect(freshness(page)).toHaveAttribute("data-trouble", "server");
  expect(await announcements(page)).toEqual([{ politeness: "polite", text: expect.stringContaining(t("serverReason", { status: 503 })) }]);
});

test("from a cold start a failing server is announced once in an hour", async ({ page, api, expectedConsole }) => {
  expectedConsole.push(FAILED_REQUEST);
  api.list = FAILED;
  await freezeClock(page);
  await visit(page, api);
  await expectRequests(page, api, [LIST_REQUEST]);
  await expect(alert(page)).toContainText(t("serverTitle", { status: 503 }));
  await recordAnnouncements(page);
  for (let minute = 0; minute < 60; minute++) await advance(page, api, MINUTE);
  expect(api.requests.length).toBeGreaterThan(4);
  await expect(root(page)).toHaveAttribute("data-state", "failed");
  expect(await announcements(page)).toEqual([]);
});

test("each change of the error is announced once", async ({ page, api, expectedConsole }) => {
  expectedConsole.push(FAILED_REQUEST);
  await visitAndLoad(page, api);
  await recordAnnouncements(page);
  const errors = [
    [FAILED, t("serverReason", { status: 503 })],
    [FAILED, undefined],
    [lostConnection, t("offlineReason")],
    [lostConnection, undefined],
    [{ body: "<!doctype html>" }, t("malformedReason")],
    [FAILED, t("serverReason", { status: 503 })],
  ];
  const expected = [];
  for (const [response, reason] of errors) {
    api.list = response;
    const count = api.requests.length;
    await refreshButton(page).click();
    await expect.poll(() => api.requests.length).toBe(count + 1);
    await advance(page, api, 0);
    if (reason) expected.push(expect.stringContaining(reason));
    await expect.poll(() => texts(page)).toEqual(expected);
  }
});

test("the rate limit is announced once, though Refresh is clicked again and the limit is put off", async ({ page, api, expectedConsole }) => {
  expectedConsole.push(FAILED_REQUEST);
  await visitAndLoad(page, api);
  await recordAnnouncements(page);
  api.list = RATE_LIMITED;
  await refreshButton(page).click();
  await expectRequests(page, api, [...FIRST_VISIT, LIST_REQUEST]);
  await expect(freshness(page)).toHaveAttribute("data-trouble", "rate-limited");
  for (let times = 0; times < 3; times++) {
    await refreshButton(page).click({ force: true });
    await advance(page, api, 5 * MINUTE);
  }
  expect(await texts(page)).toEqual([expect.stringContaining(t("rateLimitedReason"))]);
  api.list = { ...RATE_LIMITED, headers: headers(0, { "retry-after": "3600" }) };
  await advance(page, api, 15 * MINUTE + SECOND);
  await expect(freshness(page)).toContainText(t("nextAttempt", { time: "11:00" }));
  expect(await texts(page)).toHaveLength(1);
});

test("a server that hangs is announced once in an hour", async ({ page, api, expectedConsole }) => {
  expectedConsole.push(FAILED_REQUEST);
  await visitAndLoad(page, api);
  await recordAnnouncements(page);
  api.list = HANGING["before the headers"];
  for (let round = 0; round < 8; round++) {
    const count = api.requests.length;
    await page.clock.fastForward(18 * MINUTE);
    await expect.poll(() => api.requests.length).toBe(count + 1);
    await advance(page, api, 15 * SECOND);
    await expect(freshness(page)).toHaveAttribute("data-trouble", "timeout");
  }
  expect(await texts(page)).toEqual([expect.stringContaining(t("timeoutReason"))]);
});

test("the age of the data is not announced as it grows", async ({ page, api }) => {
  await visitAndLoad(page, api);
  await recordAnnouncements(page);
  for (let minute = 1; minute < 9; minute++) await advance(page, api, MINUTE);
  await expect(freshness(page)).toContainText(t("live", { age: "8 minutes ago" }));
  expect(await announcements(page)).toEqual([]);
});

test("an hour without changes announces nothing", async ({ page, api }) => {
  await visitAndLoad(page, api);
  await recordAnnouncements(page);
  for (let round = 0; round < 6; round++) await advance(page, api, 10 * MINUTE + SECOND);
  await expect(freshness(page)).toContainText(t("liveNow"));
  expect(await announcements(page)).toEqual([]);
});
