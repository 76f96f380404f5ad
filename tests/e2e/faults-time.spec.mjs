// When GitHub is asked by itself, and when it is not: after faults, while the page is left open, while nobody
// looks, when the network is back, when the clock is set.
import {
  ALL, CARDS, DAY, HANGS, LIST, MINUTE, SECOND,
  expect, expectAsked, expectSource, pass, refresh, standStill, test, visit, visitWell,
} from "./faulty.mjs";
import { LIMITED, NOW, headers } from "./github.mjs";
import { FAILED_REQUEST, expectCards, freshness, root } from "./page.mjs";

const FAILED = { status: 503, body: "" };
const lists = (api) => api.asked.filter((address) => address === LIST).length;

const STARTS = {
  "from a cold start": { from: 0, begin: async () => {} },
  "with live cards": {
    from: 1,
    async begin(page, api) {
      await visitWell(page, api);
      // A second later than the refresh is due, because timers may be early.
      await page.clock.fastForward(10 * MINUTE);
    },
  },
};

const WAITS = [1, 2, 4, 8, 15, 15, 15];

const PASSING = {
  "a server that fails": { fails: (api) => (api.list = FAILED) },
  "a server that is down": { fails: (api) => api.down(), works: (api) => api.up() },
  "a server that hangs": { fails: (api) => (api.list = HANGS["before the headers"]), patience: 15 * SECOND },
};

for (const [name, { fails, works, patience = 0 }] of Object.entries(PASSING)) {
  for (const [start, { from, begin }] of Object.entries(STARTS)) {
    test(`${name}, ${start}: tries again after 1, 2, 4, 8, 15, 15 minutes, and after success from 1 on`, async ({ page, api, expectedConsole }) => {
      expectedConsole.push(FAILED_REQUEST);
      await begin(page, api);
      await fails(api);
      if (from) await page.clock.fastForward(SECOND);
      else {
        await standStill(page);
        await visit(page, api);
      }
      let tries = from + 1;
      let state = from ? "ready" : "failed";
      const failsAgain = async () => {
        await expect.poll(() => lists(api)).toBe(tries);
        await pass(page, api, patience);
        await expect(root(page)).toHaveAttribute("data-state", state);
      };
      await failsAgain();
      for (const minutes of WAITS) {
        await pass(page, api, minutes * MINUTE - 1);
        expect(lists(api), `before ${minutes} minutes`).toBe(tries);
        // Up to a fifth later, and a second for early timers.
        await page.clock.fastForward(minutes * 12 * SECOND + SECOND + 1);
        tries++;
        await failsAgain();
      }
      api.list = undefined;
      await works?.(api);
      await pass(page, api, 18 * MINUTE + SECOND);
      tries++;
      await expect.poll(() => lists(api)).toBe(tries);
      await expectSource(page, "live", "Live, just now");
      state = "ready";
      await fails(api);
      await refresh(page).click();
      tries++;
      await failsAgain();
      await page.clock.fastForward(MINUTE + 12 * SECOND + SECOND);
      tries++;
      await failsAgain();
    });
  }
}

test("those who failed together do not come back together", async ({ page, api, expectedConsole }) => {
  expectedConsole.push(FAILED_REQUEST);
  api.list = FAILED;
  await standStill(page, 999);
  await visit(page, api);
  await expectAsked(page, api, [LIST]);
  await pass(page, api, MINUTE + 11 * SECOND);
  expect(api.asked).toHaveLength(1);
  await pass(page, api, 2 * SECOND);
  await expectAsked(page, api, [LIST, LIST]);
});

test("still over the limit at its reset: asks once for each reset", async ({ page, api, expectedConsole }) => {
  expectedConsole.push(FAILED_REQUEST);
  const until = (minutes) => ({ ...LIMITED, headers: headers(0, { "x-ratelimit-reset": String(NOW.getTime() / SECOND + minutes * 60) }) });
  api.list = until(30);
  await standStill(page);
  await visit(page, api);
  await expectAsked(page, api, [LIST]);
  for (const [round, minutes] of [[1, 90], [2, 150]]) {
    await pass(page, api, (round === 1 ? 30 : 60) * MINUTE - (round === 1 ? 1 : SECOND + 1));
    expect(lists(api)).toBe(round);
    api.list = until(minutes);
    await pass(page, api, SECOND + 1);
    expect(lists(api)).toBe(round + 1);
    await expect(freshness(page)).toHaveAttribute("data-trouble", "rate-limited");
  }
});

test("a page left open for an hour asks for the list every ten minutes, and for no document again", async ({ page, api }) => {
  await visitWell(page, api);
  const expected = [...ALL];
  for (let round = 0; round < 6; round++) {
    for (let minute = 1; minute < 10; minute++) {
      await pass(page, api, MINUTE);
      await expectSource(page, "live", minute === 1 ? "Live, 1 minute ago" : `Live, ${minute} minutes ago`);
    }
    await pass(page, api, MINUTE - 1);
    expect(api.asked).toEqual(expected);
    await pass(page, api, SECOND + 1);
    expected.push(LIST);
    await expectAsked(page, api, expected);
    await expectSource(page, "live", "Live, just now");
  }
});

const HOURS = [
  { name: "over the limit", answer: LIMITED, tries: 2, trouble: "rate-limited" },
  { name: "with a server that fails", answer: FAILED, tries: 7, trouble: "server" },
  { name: "with a sign-in page in between", answer: { body: "<!doctype html>" }, tries: 6, trouble: "malformed" },
  { name: "with a repository that is gone", answer: { status: 404, json: {} }, tries: 1, trouble: "not-found" },
];

for (const { name, answer, tries, trouble } of HOURS) {
  test(`a page left open for an hour ${name}: asks ${tries} times`, async ({ page, api, expectedConsole }) => {
    expectedConsole.push(FAILED_REQUEST);
    // The limit's end lies within the hour, and the next one's beyond.
    let answers = 0;
    const after = { ...LIMITED, headers: headers(0, { "retry-after": "3600" }) };
    api.list = (response) => {
      const { status = 200, headers: named = headers(), json, body = JSON.stringify(json) } = answer === LIMITED && answers++ ? after : answer;
      response.writeHead(status, named).end(body);
    };
    await standStill(page);
    await visit(page, api);
    await expect(root(page)).toHaveAttribute("data-state", "failed");
    for (let minute = 0; minute < 60; minute++) await pass(page, api, MINUTE);
    expect(lists(api)).toBe(tries);
    await expect(root(page)).toHaveAttribute("data-state", "failed");
    await expect(freshness(page)).toHaveAttribute("data-trouble", trouble);
  });
}

const CLOCKS = { "a day back": -DAY, "a day ahead": DAY, "a year ahead": 365 * DAY };

for (const [name, difference] of Object.entries(CLOCKS)) {
  test(`the clock is set ${name} while the page is open: it refreshes all the same, once`, async ({ page, api }) => {
    await visitWell(page, api);
    await page.clock.setSystemTime(NOW.getTime() + difference);
    await pass(page, api, MINUTE);
    expect(lists(api)).toBe(1);
    await expect(freshness(page)).toHaveText(difference < 0 ? /^Live, just now/ : /^Live, (1 day|yesterday|1 year|last year|12 months)/);
    await pass(page, api, 9 * MINUTE + SECOND);
    await expectAsked(page, api, [...ALL, LIST]);
    await expectSource(page, "live", "Live, just now");
    await pass(page, api, 10 * MINUTE + SECOND);
    await expectAsked(page, api, [...ALL, LIST, LIST]);
    await expectCards(page, CARDS);
  });
}
