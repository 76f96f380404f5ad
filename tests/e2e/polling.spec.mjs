// When the list is requested automatically: after failures, while the page is open, when the clock changes.
import { DAY, MINUTE, NOW, OPEN_CARDS, RATE_LIMITED, SECOND, headers } from "./fixtures.mjs";
import { FIRST_VISIT, HANGING, LIST_REQUEST, advance, expectRequests, expectSource, freezeClock, refreshButton, test, visit, visitAndLoad } from "./mock-api.mjs";
import { FAILED_REQUEST, expect, expectCards, freshness, root } from "./page.mjs";
import { t } from "./texts.mjs";

const FAILED = { status: 503, body: "" };
const listCount = (api) => api.requests.filter((path) => path === LIST_REQUEST).length;

const STARTS = {
  "from a cold start": { loaded: 0, begin: async () => {} },
  "with live cards": {
    loaded: 1,
    async begin(page, api) {
      await visitAndLoad(page, api);
      // The refresh is due in a second, for timers may be a second early.
      await page.clock.fastForward(10 * MINUTE);
    },
  },
};

/** In minutes. */
const BACKOFF = [1, 2, 4, 8, 15, 15, 15];

const FAILURES = {
  "fails": { fail: (api) => (api.list = FAILED) },
  "is down": { fail: (api) => api.down(), recover: (api) => api.up() },
  "hangs": { fail: (api) => (api.list = HANGING["before the headers"]), timeout: 15 * SECOND },
};

for (const [name, { fail, recover, timeout = 0 }] of Object.entries(FAILURES)) {
  for (const [start, { loaded, begin }] of Object.entries(STARTS)) {
    test(`while the server ${name}, ${start}, the list is requested after 1, 2, 4, 8, 15 and 15 minutes, and from 1 again after a success`, async ({ page, api, expectedConsole }) => {
      expectedConsole.push(FAILED_REQUEST);
      await begin(page, api);
      await fail(api);
      if (loaded) await page.clock.fastForward(SECOND);
      else {
        await freezeClock(page);
        await visit(page, api);
      }
      let attempts = loaded + 1;
      let state = loaded ? "ready" : "failed";
      const expectFailure = async () => {
        await expect.poll(() => listCount(api)).toBe(attempts);
        await advance(page, api, timeout);
        await expect(root(page)).toHaveAttribute("data-state", state);
      };
      await expectFailure();
      for (const minutes of BACKOFF) {
        await advance(page, api, minutes * MINUTE - 1);
        expect(listCount(api), `before ${minutes} minutes`).toBe(attempts);
        // Jitter adds up to a fifth, and timers may be a second early.
        await page.clock.fastForward(minutes * 12 * SECOND + SECOND + 1);
        attempts++;
        await expectFailure();
      }
      api.list = undefined;
      await recover?.(api);
      await advance(page, api, 18 * MINUTE + SECOND);
      attempts++;
      await expect.poll(() => listCount(api)).toBe(attempts);
      await expectSource(page, "live", t("liveNow"));
      state = "ready";
      await fail(api);
      await refreshButton(page).click();
      attempts++;
      await expectFailure();
      await page.clock.fastForward(MINUTE + 12 * SECOND + SECOND);
      attempts++;
      await expectFailure();
    });
  }
}

test("the delay after a failure depends on the millisecond at which the page is opened", async ({ page, api, expectedConsole }) => {
  expectedConsole.push(FAILED_REQUEST);
  api.list = FAILED;
  await freezeClock(page, 999);
  await visit(page, api);
  await expectRequests(page, api, [LIST_REQUEST]);
  await advance(page, api, MINUTE + 11 * SECOND);
  expect(api.requests).toHaveLength(1);
  await advance(page, api, 2 * SECOND);
  await expectRequests(page, api, [LIST_REQUEST, LIST_REQUEST]);
});

test("when the rate limit is used up at its reset again, the list is requested once for each reset", async ({ page, api, expectedConsole }) => {
  expectedConsole.push(FAILED_REQUEST);
  const limitedFor = (minutes) => ({ ...RATE_LIMITED, headers: headers(0, { "x-ratelimit-reset": String(NOW.getTime() / SECOND + minutes * 60) }) });
  api.list = limitedFor(30);
  await freezeClock(page);
  await visit(page, api);
  await expectRequests(page, api, [LIST_REQUEST]);
  for (const [round, minutes] of [[1, 90], [2, 150]]) {
    await advance(page, api, (round === 1 ? 30 : 60) * MINUTE - (round === 1 ? 1 : SECOND + 1));
    expect(listCount(api)).toBe(round);
    api.list = limitedFor(minutes);
    await advance(page, api, SECOND + 1);
    expect(listCount(api)).toBe(round + 1);
    await expect(freshness(page)).toHaveAttribute("data-trouble", "rate-limited");
  }
});

test("a page that is open for an hour requests the list every ten minutes, and no document again", async ({ page, api }) => {
  await visitAndLoad(page, api);
  const expected = [...FIRST_VISIT];
  for (let round = 0; round < 6; round++) {
    for (let minute = 1; minute < 10; minute++) {
      await advance(page, api, MINUTE);
      await expectSource(page, "live", t("live", { age: minute === 1 ? "1 minute ago" : `${minute} minutes ago` }));
    }
    await advance(page, api, MINUTE - 1);
    expect(api.requests).toEqual(expected);
    await advance(page, api, SECOND + 1);
    expected.push(LIST_REQUEST);
    await expectRequests(page, api, expected);
    await expectSource(page, "live", t("liveNow"));
  }
});

const HOURS = [
  { name: "the rate limit is used up", response: RATE_LIMITED, attempts: 2, trouble: "rate-limited" },
  { name: "the server fails", response: FAILED, attempts: 7, trouble: "server" },
  { name: "a sign-in page is in between", response: { body: "<!doctype html>" }, attempts: 6, trouble: "malformed" },
  { name: "the repository is not found", response: { status: 404, json: {} }, attempts: 1, trouble: "not-found" },
];

for (const { name, response, attempts, trouble } of HOURS) {
  test(`a page that is open for an hour while ${name} requests the list ${attempts} times`, async ({ page, api, expectedConsole }) => {
    expectedConsole.push(FAILED_REQUEST);
    // The first rate limit ends within the hour, the second one after it.
    let responses = 0;
    const later = { ...RATE_LIMITED, headers: headers(0, { "retry-after": "3600" }) };
    api.list = (node) => {
      const { status = 200, headers: given = headers(), json, body = JSON.stringify(json) } = response === RATE_LIMITED && responses++ ? later : response;
      node.writeHead(status, given).end(body);
    };
    await freezeClock(page);
    await visit(page, api);
    await expect(root(page)).toHaveAttribute("data-state", "failed");
    for (let minute = 0; minute < 60; minute++) await advance(page, api, MINUTE);
    expect(listCount(api)).toBe(attempts);
    await expect(root(page)).toHaveAttribute("data-state", "failed");
    await expect(freshness(page)).toHaveAttribute("data-trouble", trouble);
  });
}

const CLOCKS = { "a day back": -DAY, "a day ahead": DAY, "a year ahead": 365 * DAY };

for (const [name, difference] of Object.entries(CLOCKS)) {
  test(`when the clock is set ${name} the next refresh is ten minutes later still`, async ({ page, api }) => {
    await visitAndLoad(page, api);
    await page.clock.setSystemTime(NOW.getTime() + difference);
    await advance(page, api, MINUTE);
    expect(listCount(api)).toBe(1);
    const ahead = new RegExp(`^${t("live", { age: "(1 day|yesterday|1 year|last year|12 months)" })}`);
    await expect(freshness(page)).toHaveText(difference < 0 ? new RegExp(`^${t("liveNow")}`) : ahead);
    await advance(page, api, 9 * MINUTE + SECOND);
    await expectRequests(page, api, [...FIRST_VISIT, LIST_REQUEST]);
    await expectSource(page, "live", t("liveNow"));
    await advance(page, api, 10 * MINUTE + SECOND);
    await expectRequests(page, api, [...FIRST_VISIT, LIST_REQUEST, LIST_REQUEST]);
    await expectCards(page, OPEN_CARDS);
  });
}
